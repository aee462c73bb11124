"""Turned: a tie whose sign changed with time, in theatres that are not apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.wording import deed, where
from imbroglio.model import Claim, Finding

PRIOR = 0.9


def turned(situation: Situation) -> Iterator[Finding]:
    """One finding a pair and direction of change."""
    pairs = {(min(pair), max(pair)) for pair in situation.supports} & set(situation.hostile_pairs())
    for one, other in sorted(pairs):
        friendly = situation.supports.get((one, other), []) + situation.supports.get((other, one), [])
        hostile = situation.against(one, other)
        for before, after in ((friendly, hostile), (hostile, friendly)):
            kept = [(a, b) for a, b in product(before, after) if _follows(situation, a, b)]
            if kept:
                then = list(dict.fromkeys(a for a, _ in kept))
                now = list(dict.fromkeys(b for _, b in kept))
                place = situation.theatre(now)
                text = f"before, {deed(situation, then, one, other)}; later, {deed(situation, now, one, other)}"
                yield finding(situation, "turned", PRIOR, text + where(place), (one, other), (then, now), place)


def _follows(situation: Situation, before: Claim, after: Claim) -> bool:
    """Earlier, of no theatre apart, and both asserted, in clauses of their own unless words tell the times."""
    if before.background or after.background or not situation.earlier(before, after) or situation.apart(before, after):
        return False
    if before.document != after.document or not before.quote.overlaps(after.quote):
        return True
    return not before.cue.overlaps(after.cue) and (_dated(before) or _dated(after))


def _dated(claim: Claim) -> bool:
    """Whether words tell the time: the tenses of one sentence alone make no before and after."""
    return bool(claim.when.start or claim.when.end) or claim.when.basis == "stated"
