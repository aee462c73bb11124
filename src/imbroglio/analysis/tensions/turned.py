"""Turned: a tie whose sign changed with time, in theatres that are not apart."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from imbroglio.analysis.compared import Bools, paired
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
            kept = _follow(situation, before, after)
            if kept.any():
                then, now = paired(before, after, kept)
                place = situation.theatre(now)
                text = f"before, {deed(situation, then, one, other)}; later, {deed(situation, now, one, other)}"
                yield finding(situation, "turned", PRIOR, text + where(place), (one, other), (then, now), place)


def _follow(situation: Situation, before: list[Claim], after: list[Claim]) -> Bools:
    """Which follow which: earlier, of no theatre apart, and both asserted, in clauses of their own."""
    both = situation.compared(before, after)
    kept = both.earlier & ~both.apart
    kept[[claim.background for claim in before], :] = False
    kept[:, [claim.background for claim in after]] = False
    for row, column in np.argwhere(kept & both.same_document).tolist():
        kept[row, column] = _in_clauses_of_their_own(before[row], after[column])
    return kept


def _in_clauses_of_their_own(before: Claim, after: Claim) -> bool:
    """Unless words tell the times."""
    if not before.quote.overlaps(after.quote):
        return True
    return not before.cue.overlaps(after.cue) and (_dated(before) or _dated(after))


def _dated(claim: Claim) -> bool:
    """Whether words tell the time: the tenses of one sentence alone make no before and after."""
    return bool(claim.when.start or claim.when.end) or claim.when.basis == "stated"
