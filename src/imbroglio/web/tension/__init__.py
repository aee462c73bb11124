"""The findings of a book: worked out at once, or beside it where the case is large."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imbroglio.case.review import known
from imbroglio.model import Claim, Finding

if TYPE_CHECKING:
    from imbroglio.web.book import Book
    from imbroglio.web.tension.beside import Beside

LARGE = 2_000
"""Claims above which findings take longer than a reader should wait: then the last ones are shown meanwhile."""


@dataclass
class Tensions:
    """Findings by id, the weightiest first; `pending` while those of this book are not there yet."""

    found: list[Finding] = field(default_factory=list)
    pending: bool = False
    thread: threading.Thread | None = None
    process: Beside | None = None

    def wait(self) -> None:
        """Until the findings are this book's own, or will not be worked out any more."""
        if self.thread:
            self.thread.join()

    def stop(self) -> None:
        """Nobody asks for these any more: the case has moved on."""
        if self.process and self.pending:
            self.process.stop()


def tensions(book: Book, before: Tensions | None) -> Tensions:
    """The book's findings; of a large case those of the book before, without claims that no longer stand, until its own
    are there."""
    from imbroglio.web.tension.beside import Beside

    claims = book.view.standing()
    if len(claims) <= LARGE:
        return Tensions(found(book, claims))
    if before:
        before.stop()
    made = Tensions([f for f in before.found if _stands(book, f)] if before else [], pending=True)
    made.process = Beside(book.case.name, book.version) if book.case.shared else None

    def work() -> None:
        try:
            own = made.process.findings(claims) if made.process else found(book, claims)
        except ChildProcessError:  # too little memory for two, say
            own = found(book, claims)
        if own is not None:
            made.found, made.pending = own, False

    made.thread = threading.Thread(target=work, name="findings", daemon=True)
    made.thread.start()
    return made


def found(book: Book, claims: Sequence[Claim]) -> list[Finding]:
    """What does not add up among these claims of the book."""
    from imbroglio.analysis import Situation, tensions

    agreements, norms = ([known(one, book.view) for one in book.records(kind)] for kind in ("agreements", "norms"))
    return tensions(Situation(book.documents.values(), book.actors, claims, book.tree, agreements, norms))


def _stands(book: Book, finding: Finding) -> bool:
    return all(any(_standing(book, claim) for claim in side) for side in finding.sides)


def _standing(book: Book, claim: Claim) -> bool:
    key = book.key(claim)
    return bool(book.places(key)) and book.view.status(key) != "rejected"


def evidence(finding: Finding) -> Iterable[str]:
    """Ids of the claims that a finding shows, in order."""
    return sorted({claim.id for claim in finding.claims})
