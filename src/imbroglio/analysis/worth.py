"""Which claims are most worth a person's look: those that much hangs on and that the reader is unsure of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imbroglio.model import Claim, Finding

IN_FINDING = 2.0
"""What a finding adds to the worth of its claims, times its score: a wrong claim there misleads most."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A claim, what looking at it is worth (for order only), and the weightiest finding that rests on it."""

    claim: Claim
    weight: float
    finding: Finding | None = None

    @property
    def why(self) -> str:
        """Why it is worth a look, in words."""
        unsure = f"the reader trusts it {self.claim.trust:.2f}"
        return f"{unsure}; a finding rests on it: {self.finding.sentence}" if self.finding else unsure


def worth(claims: Iterable[Claim], findings: Iterable[Finding]) -> list[Worth]:
    """The claims, those most worth a look first, then as they come.

    Doubt is the variance of a coin that falls as the reader trusts the claim, scaled to 1 where it is even.
    """
    told: dict[tuple[object, ...], Finding] = {}
    for finding in findings:  # the weightiest come first
        for claim in finding.claims:
            told.setdefault(_key(claim), finding)
    found = ((claim, told.get(_key(claim))) for claim in claims)
    ranked = [Worth(claim, _weight(claim, finding), finding) for claim, finding in found]
    return sorted(ranked, key=lambda one: -one.weight)


def _weight(claim: Claim, finding: Finding | None) -> float:
    doubt = 4 * claim.trust * (1 - claim.trust)
    return round(doubt + IN_FINDING * finding.score, 4) if finding else round(doubt, 4)


def _key(claim: Claim) -> tuple[object, ...]:
    """Enough to tell claims apart, and quicker than their ids."""
    return claim.document, claim.relation, claim.cue.start, claim.subject.span.start, claim.object.span.start
