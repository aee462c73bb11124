"""Whom a clause sets against a description: "the RSF killed twelve soldiers" tells that they are not the RSF's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.actors.harm import harming
from imbroglio.actors.nouns import words
from imbroglio.actors.tree import Tree

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker


def foes(linker: Linker, token: int) -> set[str]:
    """The actors that harm the phrase in its own clause, or that it turns on: "cut ties with Paris"."""
    tree = linker.tree
    token = _counted(tree, token)
    verb, dep = tree.head[token], tree.dep[token]
    if dep in ("obj", "nsubj:pass") and tree.lemma[verb] in harming():
        against = [
            i for i in tree.kids(verb, "nsubj", "obl") if tree.dep[i].startswith("nsubj") or tree.case(i) == "by"
        ]
        if not against and tree.dep[verb] == "conj":
            against = list(tree.kids(tree.head[verb], "nsubj"))  # "stormed the base and killed nine soldiers"
    elif dep.startswith("nsubj"):
        against = [i for i in tree.kids(verb, "obl") if tree.case(i) in ("with", "against")]
    else:
        return set()
    against += [member for i in against for member in tree.kids(i, "conj")]
    return {actor for i in against if i != token for actor in linker.actors_at(i)}


def _counted(tree: Tree, token: int) -> int:
    """The word that counts the phrase: "dozens of soldiers"."""
    counts = tree.case(token) == "of" and tree.lemma[tree.head[token]] in words("counts")
    return tree.head[token] if counts else token
