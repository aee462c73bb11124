"""Decisions over what was read: taken, undone, replayed. Nothing that was read is ever changed."""

from imbroglio.case.review.base import Base
from imbroglio.case.review.known import known
from imbroglio.case.review.replay import can_redo, can_undo
from imbroglio.case.review.review import Review
from imbroglio.case.review.reviewed import Entry, Reviewed, Verdict, undismissed
from imbroglio.case.review.words import in_words, saying

__all__ = [
    "Base", "Entry", "Review", "Reviewed", "Verdict", "can_redo", "can_undo", "in_words", "known", "saying",
    "undismissed",
]  # fmt: skip
