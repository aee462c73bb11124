"""Whether a relation is said to grow, shrink, begin or stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.syntax import ADJUNCT
from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.time import TrendWords, load_trend
from imbroglio.model.claim import Trend

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_DEPTH = 6
_GOVERNED = ("xcomp", "obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound", "advcl")
_CLAUSE = ("VERB", "AUX")
_BESIDE = frozenset({"by", "after", "before", "while", "when", "since", "because", "as", "despite", "although"})
_APART = ADJUNCT | {"over", "before"}
_MODIFIERS = ("amod", "advmod", "nummod", "det")


def trend(doc: Doc, token: int, said: bool = False) -> Trend | None:
    """The change that the words around `token`, the relation's cue, say: "*halted* arms deliveries" → stop.

    `said`: the verb at `token` says the relation itself, so that it tells of no change in it: "broke off ties".
    """
    tree, words = tree_of(doc), load_trend()
    i, below = token, -1
    for step in range(_DEPTH):
        found = (None if said and i == token else _verb(tree, i, below, words)) or _modified(tree, i, words)
        if found:
            return found
        if tree.head[i] == i or tree.dep[i] not in _GOVERNED or _stands_apart(tree, i, step):
            return None
        if any(tree.lower[k] in _APART for k in tree.children(i, "case")):
            return None  # "suspend the aid over its support for X", "halted it after an attack on Y"
        i, below = tree.head[i], i
    return None


def _stands_apart(tree: Tree, i: int, step: int) -> bool:
    """Whether a clause only stands beside the one above: "stepped up its support after the army *retook* the town"."""
    if tree.pos[i] not in _CLAUSE or tree.dep[i] != "advcl":
        return False
    marks = [tree.lower[k] for k in tree.children(i, "mark", "case")]
    if any(mark in _BESIDE for mark in marks) or (not marks and tree.lower[i].endswith("ing")):
        return True  # "cut ties after accusing X", "cut ties, accusing X"
    return step > 0 or any(tree.dep[k] == "nsubj" for k in tree.kids[i])


def _verb(tree: Tree, i: int, below: int, words: TrendWords) -> Trend | None:
    """What a verb says of what hangs on it by `below`; with another particle it is another verb: "fell *out*"."""
    if tree.pos[i] != "VERB":
        return None
    lemma = tree.lemma[i]
    for k in tree.kids[i]:
        if f"{lemma}+{tree.lower[k]}" in words.verbs:
            return words.verbs[f"{lemma}+{tree.lower[k]}"]
    by_itself = lemma in words.by_themselves and below >= 0 and not tree.dep[below].startswith("nsubj")
    other = any(tree.dep[k] == "compound:prt" or f"{lemma}+{tree.lower[k]}" in words.others for k in tree.kids[i])
    return None if by_itself or other else words.verbs.get(lemma)


def _modified(tree: Tree, i: int, words: TrendWords) -> Trend | None:
    for k in tree.kids[i]:
        if tree.dep[k] in _MODIFIERS and tree.lower[k] in words.modifiers and not _compares(tree, k):
            return words.modifiers[tree.lower[k]]
        if tree.dep[k] == "obj" and tree.pos[i] == "VERB":  # "sends more weapons"
            for m in tree.kids[k]:
                if tree.dep[m] in _MODIFIERS and tree.lower[m] in words.modifiers and not _compares(tree, m):
                    return words.modifiers[tree.lower[m]]
    first, last = tree.left[i], tree.right[i]
    near = " ".join(["", *tree.lower[max(first, i - 4) : min(last + 1, i + 12)], ""])
    return next((change for phrase, change in words.phrases if phrase in near), None)


def _compares(tree: Tree, i: int) -> bool:
    """ "Committed *more than* a billion": so much, and no more of it than before."""
    return i + 1 < len(tree.lower) and tree.lower[i + 1] == "than"
