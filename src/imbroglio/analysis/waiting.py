"""What waits for a person's decision, and what is decided already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from imbroglio.analysis.identity import Question
from imbroglio.model import Claim, Status

if TYPE_CHECKING:
    from imbroglio.case.review import Reviewed

WAITING: tuple[Status, ...] = ("unreviewed", "needs work", "in conflict")
"""Where a claim stands while somebody is still to decide about it."""


def waiting(view: Reviewed) -> dict[str, Claim]:
    """Claims that wait, by the ids they are known by, in the order of reading."""
    return {key: claim for key, claim in view.items() if view.status(key) in WAITING}


def answer(view: Reviewed, question: Question) -> str | None:
    """What somebody answered to a question of identity, whichever way round it was asked."""
    given = view.answers
    return given.get((question.one, question.other)) or given.get((question.other, question.one))


def unanswered(view: Reviewed, asked: Iterable[Question]) -> list[Question]:
    """The questions that nobody could answer yet."""
    return [question for question in asked if answer(view, question) in (None, "unsure")]


def decided(view: Reviewed) -> int:
    """How many claims and questions somebody decided about."""
    return sum(entry.status != "unreviewed" for entry in view.entries.values()) + len(view.answers)


def counts(view: Reviewed) -> dict[Status, int]:
    """How many claims stand where."""
    found: dict[Status, int] = dict.fromkeys(get_args(Status), 0)
    for key in dict.fromkeys(view.keys):
        found[view.status(key)] += 1
    return found
