"""From when on a claim is known to hold, and whether it still does at a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from imbroglio.model import Claim, Document

_RANK = {"past": 0, "present": 1, "future": 2}
FIRM = frozenset({"fact", "hedged"})


class Moment(NamedTuple):
    """A day, and whether what was told then was past (0), present (1) or to come (2); they sort in that order."""

    day: date
    rank: int


def moment(claim: Claim, documents: Mapping[str, Document]) -> Moment | None:
    """The first day on which the claim is known to hold; None if neither it nor its report is dated.

    A stated date counts first. Without one it is the day of the report, on which what is told as past comes before what
    is told as present.
    """
    stated = claim.when.start or claim.when.end
    if stated:
        return Moment(stated, 1)
    document = documents.get(claim.document)
    if document is None or document.published is None:
        return None
    return Moment(document.published, _RANK[claim.when.tense])


def lasts(claim: Claim, at: date | None, documents: Mapping[str, Document]) -> bool:
    """Whether a state that the claim tells of is not known to lie wholly before or after the date.

    What is planned or supposed does not hold; what is told as past without a date is over when it is told. Without a
    date (None) that of the latest knowledge is meant.
    """
    if claim.firmness not in FIRM or claim.when.tense == "future":
        return False
    known = moment(claim, documents)
    stated = claim.when.start or claim.when.end
    if claim.when.tense == "past" and not stated:
        return at is not None and known is not None and at < known.day
    if at is None:
        return claim.when.tense != "past" or claim.when.end is None
    if claim.when.end and claim.when.end < at:
        return False
    return known is None or known.day <= at


def told_by(claim: Claim, at: date | None, documents: Mapping[str, Document]) -> bool:
    """Whether the claim is of that date or before it; one without any date may be."""
    known = moment(claim, documents)
    return at is None or known is None or known.day <= at
