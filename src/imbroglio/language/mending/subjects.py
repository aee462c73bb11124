"""Two subjects in a row, of which one names, counts or ends the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.language.mending.words import Repair, child, name_head

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_HYPHENS = frozenset("-‐‑–")


def named(token: Token) -> Repair | None:
    """ "*SAF* warplanes responded": whose planes they are."""
    end = token.right_edge.i + 1
    noun = token.doc[end] if end < len(token.doc) else token
    both = token.dep_ == noun.dep_ == "nsubj" and noun.head is token.head and noun is not token
    return (noun, "compound") if both and token.pos_ in ("PROPN", "ADJ") and noun.pos_ == "NOUN" else None


def each_one(token: Token) -> Repair | None:
    """ "France and Spain *each* sent troops": it names nobody else."""
    first = child(token.head, "nsubj")
    both = first is not None and first is not token and token.dep_ == "nsubj"
    return (token.head, "advmod") if both and token.pos_ == "DET" else None


def hyphened(token: Token) -> Repair | None:
    """ "Units backed by the Movement-*North* captured it", with the north as who did: it ends a name."""
    if token.i < 2 or token.pos_ != "PROPN" or token.dep_ != "nsubj":
        return None
    hyphen, last = token.doc[token.i - 1], token.doc[token.i - 2]
    first = name_head(last, token)
    joined = hyphen.text in _HYPHENS and not hyphen.whitespace_ and not last.whitespace_ and last.pos_ == "PROPN"
    inside = token in first.ancestors or first.dep_ in ("compound", "amod")
    return (first, "flat") if joined and not inside else None
