"""Which of two claims is about an earlier time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from imbroglio.knowledge.time import load_time
from imbroglio.model import Claim, Document

TENSES = {"past": 0, "present": 1, "future": 2}
"""In the order of what they tell of."""


def period(claim: Claim, documents: Mapping[str, Document]) -> tuple[date | None, date | None]:
    """The days between which the claim is said to hold, as far as they are known; None is an open or unknown end.

    Stated dates count first. Without them, present tense is the day of publication and past tense any day up to it.
    """
    when = claim.when
    if when.start or when.end:
        return when.start, when.end
    document = documents.get(claim.document)
    published = document.published if document else None
    if when.tense == "present":
        return published, published
    return (None, published) if when.tense == "past" else (published, None)


def is_over(claim: Claim) -> bool:
    """Whether words say that it is past, and none say when: "*once* armed X", "X's *former* ally"."""
    when, words = claim.when, load_time()
    if when.tense != "past" or when.basis != "stated" or when.start or when.end:
        return False
    told = (when.words or "").lower()
    return not told or told in words.former or words.adverbs.get(told) == "past"


def earlier(one: Claim, other: Claim, documents: Mapping[str, Document]) -> bool:
    """True when `one` is surely about an earlier time than `other`.

    Inside one document tense decides; across documents, only dates do, so undated documents are in no order.
    """
    if one.document == other.document and one.when.tense != other.when.tense:
        return TENSES[one.when.tense] < TENSES[other.when.tense]
    _, end = period(one, documents)
    start, _ = period(other, documents)
    return end is not None and start is not None and end < start
