"""What does not add up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from imbroglio.model.claim import Claim
from imbroglio.model.records import Agreement, Norm


@dataclass(frozen=True, slots=True)
class Finding:
    """One tension: the rule that found it, a sentence a journalist understands, the claims on either side.

    `sides` holds the claims that pull against each other, one tuple a side; `score` ranks findings (higher first) by
    how firm, how well sourced and how material their claims are. `records` names the agreements or rules that the
    claims run against. `resolves` are sets of claims, the smallest first: if all of one set are wrong, the finding is
    gone, as far as its own evidence goes.
    """

    rule: str
    sentence: str
    actors: tuple[str, ...]
    sides: tuple[tuple[Claim, ...], ...]
    score: float
    place: str | None = None
    records: tuple[Agreement | Norm, ...] = ()
    resolves: tuple[tuple[Claim, ...], ...] = ()

    @property
    def id(self) -> str:
        """What it is about, hashed: the same tension found again, on other claims too, has the same id."""
        about = tuple((record.document, record.quote) for record in self.records[:1])  # others may tell of it later
        return hashlib.sha256(repr((self.rule, self.actors, self.place, about)).encode()).hexdigest()[:16]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for side in self.sides for claim in side)
