"""Whether a relation is said to grow, shrink, begin or stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.time import TrendWords, load_trend
from imbroglio.model.claim import Trend

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DEPTH = 6
_GOVERNED = ("xcomp", "obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound", "advcl")
_MODIFIERS = ("amod", "advmod", "nummod", "det")


def trend(doc: Doc, token: int) -> Trend | None:
    """The change that the words around `token`, the relation's cue, say: "*halted* arms deliveries" → stop."""
    tree, words = tree_of(doc), load_trend()
    i = token
    for step in range(_DEPTH):
        found = _verb(tree, i, words) or _modified(tree, i, words)
        if found:
            return found
        if (
            tree.head[i] == i
            or tree.dep[i] not in _GOVERNED
            or (step and tree.pos[i] in ("VERB", "AUX") and tree.dep[i] == "advcl")
        ):
            return None
        i = tree.head[i]
    return None


def _verb(tree: Tree, i: int, words: TrendWords) -> Trend | None:
    if tree.pos[i] != "VERB":
        return None
    lemma = tree.lemma[i]
    for k in tree.kids[i]:
        if f"{lemma}+{tree.lower[k]}" in words.verbs:
            return words.verbs[f"{lemma}+{tree.lower[k]}"]
    return words.verbs.get(lemma)


def _modified(tree: Tree, i: int, words: TrendWords) -> Trend | None:
    for k in tree.kids[i]:
        if tree.dep[k] in _MODIFIERS and tree.lower[k] in words.modifiers:
            return words.modifiers[tree.lower[k]]
        if tree.dep[k] == "obj" and tree.pos[i] == "VERB":  # "sends more weapons"
            for m in tree.kids[k]:
                if tree.dep[m] in _MODIFIERS and tree.lower[m] in words.modifiers:
                    return words.modifiers[tree.lower[m]]
    first, last = tree.left[i], tree.right[i]
    near = tree.lower[max(first, i - 4) : min(last + 1, i + 12)]
    for phrase, change in words.phrases:
        if any(tuple(near[n : n + len(phrase)]) == phrase for n in range(len(near) - len(phrase) + 1)):
            return change
    return None
