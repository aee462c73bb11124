""" "Between" wants two: whom a parse joins to somebody else in the phrase is the second."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from imbroglio.language.mending.words import NOMINAL, child

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_UP = 6  # steps up to the first of the two


def paired(token: Token) -> tuple[Token, str] | None:
    """ "Between Assad's forces backed by militias from Iraq and *rebels*": they are no militias, nor from Iraq.

    Where the first of the two may be several by themselves ("between villages in Iraq and Syria"), nothing is moved.
    """
    joint = child(token, "cc")
    if token.dep_ != "conj" or joint is None or joint.lower_ != "and" or token.pos_ not in NOMINAL:
        return None
    below = (c for c in token.head.children if c.i < token.i)  # "fighting between X, backed by Y, and *Z*"
    near = (one for one in (*islice(token.ancestors, 1, _UP), *below) if _is_one_of_two(one))
    one = next((one for one in near if one.i < token.i and child(one, "conj") is None), None)
    return (one, "conj") if one is not None and _is_last(token, one) else None


def _is_one_of_two(noun: Token) -> bool:
    """Behind "between", and one side alone: one thing, or somebody's."""
    if noun.pos_ not in NOMINAL or not any(c.dep_ == "case" and c.lower_ == "between" for c in noun.children):
        return False
    owned = any(c.i < noun.i and c.text[:1].isupper() for c in noun.children)
    return owned or "Plur" not in noun.morph.get("Number", [])


def _is_last(token: Token, one: Token) -> bool:
    """Whether nobody is joined further behind: "between the army of A and B and *the rebels*"."""
    later = token.doc.tokens[token.right_edge.i + 1 : one.right_edge.i + 1]
    return not any(t.dep_ == "conj" and t.head is not token for t in later)
