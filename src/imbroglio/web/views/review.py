"""The log of decisions, and the queue of what waits for one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from imbroglio.analysis import waiting
from imbroglio.analysis.worth import Worth, worth
from imbroglio.case.review import can_redo, can_undo, saying
from imbroglio.model import STATUSES, Decision
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.columns import Ints
from imbroglio.web.query import Query
from imbroglio.web.views.questions import asked, questions

WAITING = tuple(map(STATUSES.index, waiting.WAITING))


def decisions(
    book: Book, *, target: str = "", kind: tuple[str, ...] = (), who: str = "", after: int = 0, limit: int = 100
) -> shapes.Decisions:
    """The log, the latest first; `target` is the id of a claim, actor, finding or decision. `who` also says whose undo
    and redo `can_undo` and `can_redo` are about."""
    found = [
        d
        for d in reversed(book.view.decisions)
        if (not target or target in d.targets or target in d.after.get("claims", ()))
        and (not kind or d.kind.value in kind)
        and (not who or d.who == who)
    ]
    own = who or book.case.review.who
    return {
        "version": book.version,
        "log": book.view.log,
        "total": len(found),
        "decisions": told(book, found[after : after + limit]),
        "next": after + limit if after + limit < len(found) else None,
        "can_undo": can_undo(book.view.decisions, own),
        "can_redo": can_redo(book.view.decisions, own),
    }


def told(book: Book, found: Iterable[Decision]) -> list[shapes.Decision]:
    """Decisions as the API gives them."""
    return [
        {
            "number": d.number, "id": d.id, "kind": d.kind.value, "who": d.who, "at": d.at, "why": d.why,
            "targets": list(d.targets), "before": dict(d.before), "after": dict(d.after),
            "active": d.id not in book.view.undone, "attached": d.id not in book.view.loose,
            "says": saying(d, book.base, book.view),
        }
        for d in found
    ]  # fmt: skip


def queue(book: Book, query: Query, *, kind: str = "all", after: int = 0, limit: int = 20) -> shapes.Queue:
    """What is most worth a person's look: questions of identity first, then claims that findings rest on and that the
    reader is unsure of."""
    open_ = questions(book) if kind != "claims" else []
    order, ranked = ranking(book)
    claims = np.flatnonzero(np.isin(order, book.select(query))) if kind != "questions" else np.array([], int)
    items: list[shapes.QueueItem] = [
        {"kind": "question", "why": q["why"], "weight": q["weight"], "claim": None, "question": q}
        for q in (asked(book, one) for one in open_[after : after + limit])
    ]
    first = max(after - len(open_), 0)
    for n in claims[first : max(first, first + limit - len(items))].tolist():
        one, row = ranked[n], rows.claim(book, int(order[n]))
        items.append({"kind": "claim", "why": one.why, "weight": one.weight, "claim": row, "question": None})
    done = waiting.decided(book.view)
    return {
        "version": book.version, "log": book.view.log, "total": len(open_) + len(claims), "done": done, "items": items,
    }  # fmt: skip


def ranking(book: Book) -> tuple[Ints, list[Worth]]:
    """The claims that somebody is still to decide about, those most worth a look first: their positions, and what each
    is worth."""
    return book.cached(("worth", book.tensions.pending), lambda: _ranking(book))


def _ranking(book: Book) -> tuple[Ints, list[Worth]]:
    places = np.flatnonzero(np.isin(book.status, WAITING)).tolist()
    ranked = worth(book.claims_at(places), book.tensions.found)
    return np.array([book.place(one.claim) for one in ranked], np.int32), ranked
