"""Who mutinied or defected: "the mutineers", "the renegade soldiers" are never the army that they turned against."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.described.make import Found, make
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.reference import Seen
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker


def turned(linker: Linker, phrase: Phrase) -> Found | None:
    """Whom mutineers are: those called so before, men of somebody, or a band that broke away; else their own side."""
    if phrase.noun.use not in {"force", "fighter"} or not _are(linker.tree, phrase.head, phrase.noun.word):
        return None
    if phrase.definite and phrase.plural:
        for fits in (_called_so, _are_somebodys, _broke_away):
            for one in linker.discourse.back(phrase.head, partial(fits, linker)):
                return Found(one.actors, "last who turned against their own")
    return make(linker, phrase, None)


def _are(tree: Tree, token: int, word: str) -> bool:
    return word in words("turned") or any(tree.lower[k] in words("mutinous") for k in tree.kids(token, "amod"))


def _called_so(linker: Linker, one: Seen) -> bool:
    tree = linker.tree
    band = one.form == "description" and one.kind in BANDS and tree.number[one.token] == "plural"
    return band and _are(tree, one.token, one.lemma)


def _are_somebodys(linker: Linker, one: Seen) -> bool:
    """ "Soldiers loyal to General X", "X's men", while nothing makes them a state's."""
    if one.form != "description" or one.kind is not ActorKind.GROUP or one.use not in {"force", "office"}:
        return False
    tree = linker.tree
    clauses = [k for k in tree.kids(one.token, "amod", "acl") if tree.lower[k] in words("tied")]
    loyal = [k for clause in clauses for k in tree.children[clause]]
    heads = [*loyal, *(k for k in tree.kids(one.token, "nmod") if tree.possessive(k))]
    actors = (linker.actors[a] for k in heads if k in linker.found for a in linker.found[k].actors)
    return any(actor.kind is ActorKind.PERSON for actor in actors)


def _broke_away(linker: Linker, one: Seen) -> bool:
    """ "The Brigade, which *split* from the army"."""
    tree = linker.tree
    clauses = [tree.head[one.token]] if tree.dep[one.token] == "nsubj" else []
    clauses += tree.kids(one.token, "acl")
    return one.kind in BANDS and any(tree.lemma[verb] in words("breaking_away") for verb in clauses)
