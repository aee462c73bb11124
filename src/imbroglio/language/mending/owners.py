"""Whose somebody is: "Kony's LRA", read as a Kony who is the LRA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.language.mending.words import NOMINAL, Moves, Repair, awaits, name_head

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_OWNS = frozenset({"'s", "’s", "'", "’"})
_FAR = 8  # words from a name to what it owns and to what hangs on either
_BESIDE = frozenset({"appos", "flat", "list", "dep", "nmod", "conj"})
_OUTSIDE = frozenset({"case", "cc", "mark", "punct", "acl:relcl", "acl", "appos", "conj"})


@awaits(*_OWNS)
def owned(token: Token) -> Repair | None:
    """ "*Kony*'s *LRA* fled", read as a Kony, the LRA, who fled: the LRA did, and is his.

    What hangs on Kony from outside moves along: "*of* Kony's LRA", "Kony's LRA, *which* fought".
    """
    words = token.doc.tokens
    for mark in words[max(token.i - 4 * _FAR, 1) : token.i + _FAR]:
        if mark.text in _OWNS and mark.pos_ == "PART" and mark.dep_ == "case" and token.i in (moved := _owned(mark)):
            return moved[token.i]
    return None


def _owned(mark: Token) -> Moves:
    """Where the words belong if the name before the mark is read as the head of what it owns."""
    owner = name_head(mark.head, mark)
    thing = _head_behind(mark)
    if owner.dep_ == "nmod:poss" or owner.i > mark.i or thing is None or thing.pos_ not in NOMINAL:
        return {}
    apart = thing.head is owner.head and thing.dep_ in {"appos", owner.dep_} and owner.head is not owner
    if not apart and not (thing.head is owner and thing.dep_ in _BESIDE):
        return {}
    root = owner.head is owner
    moved: Moves = {thing.i: (thing if root else owner.head, owner.dep_), owner.i: (thing, "nmod:poss")}
    behind = (c for c in owner.children if c.i > mark.i and c is not thing)
    before = (c for c in owner.children if c.i < owner.i and c.dep_ in _OUTSIDE)
    return moved | {c.i: (thing, c.dep_) for c in (*behind, *before)}


def _head_behind(mark: Token) -> Token | None:
    """The noun that the words right behind the mark hang on."""
    if mark.i + 1 >= len(mark.doc):
        return None
    noun = mark.doc[mark.i + 1]
    while noun.pos_ not in NOMINAL or noun.dep_ in ("compound", "amod", "nummod"):
        if not noun.i < noun.head.i <= mark.i + _FAR:
            break
        noun = noun.head
    return noun
