"""The findings of a book: worked out at once, or beside it where the case is large."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imbroglio.case.review import known
from imbroglio.model import Claim, Finding

if TYPE_CHECKING:
    from imbroglio.web.book import Book

LARGE = 2_000
"""Claims above which findings take longer than a reader should wait: then the last ones are shown meanwhile."""


@dataclass
class Tensions:
    """Findings by id, the weightiest first; `pending` while those of this book are not there yet."""

    found: list[Finding] = field(default_factory=list)
    pending: bool = False
    thread: threading.Thread | None = None

    def wait(self) -> None:
        """Until the findings are this book's own."""
        if self.thread:
            self.thread.join()


def tensions(book: Book, before: Tensions | None) -> Tensions:
    """The book's findings; of a large case those of the book before, without claims that no longer stand, until its own
    are there."""
    if len(book.claims) <= LARGE:
        return Tensions(_found(book))
    made = Tensions([f for f in before.found if _stands(book, f)] if before else [], pending=True)

    def work() -> None:
        made.found = _found(book)
        made.pending = False

    made.thread = threading.Thread(target=work, name="findings", daemon=True)
    made.thread.start()
    return made


def _found(book: Book) -> list[Finding]:
    from imbroglio.analysis import Situation, tensions

    agreements, norms = ([known(one, book.view) for one in book.records(kind)] for kind in ("agreements", "norms"))
    claims = book.view.standing()
    return tensions(Situation(book.documents.values(), book.actors, claims, book.tree, agreements, norms))


def _stands(book: Book, finding: Finding) -> bool:
    return all(any(_standing(book, claim) for claim in side) for side in finding.sides)


def _standing(book: Book, claim: Claim) -> bool:
    key = book.key(claim)
    return bool(book.places(key)) and book.view.status(key) != "rejected"


def evidence(finding: Finding) -> Iterable[str]:
    """Ids of the claims that a finding shows, in order."""
    return sorted({claim.id for claim in finding.claims})
