"""Claim arcs: what the model itself takes for a claim, as scored arcs between two words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

THRESHOLD = 0.05  # arcs less likely than this are not kept


@dataclass(frozen=True, slots=True)
class ClaimArc:
    """A proposed claim.

    `subject`, `object` and `cue` are token numbers in the Doc (heads of the phrases; the cue is the word that expresses
    the relation). `probability` is that of the arc times that of its relation. The other fields are the likeliest
    values of the claim's attributes; `trend` is "none" where the relation neither begins, grows, shrinks nor ends. In
    a symmetric relation the party that comes first in the text is the subject.
    """

    subject: int
    object: int
    relation: str
    probability: float
    cue: int
    polarity: str
    firmness: str
    background: bool
    tense: str
    trend: str
