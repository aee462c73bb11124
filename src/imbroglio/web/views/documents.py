"""Documents: a list of them, and one as it was read."""

from __future__ import annotations

import numpy as np

from imbroglio.errors import CaseError
from imbroglio.model import Agreement, Document, Goal, Norm, Quotation, Reading, Route
from imbroglio.outputs.footnotes import web_address
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.query import Query
from imbroglio.web.views.records import record

ORDERS = ("date", "title", "read")
STRETCH = 60_000  # characters of a document that one page shows


def documents(
    book: Book, query: Query, *, q: str = "", order: str = "date", after: int = 0, limit: int = 100
) -> shapes.Documents:
    """Documents by date of publication (the latest first), title or order of reading; outlet, dates and document
    filters hold, and `q` looks into title, outlet and id."""
    found = [document for document in book.documents.values() if _passes(document, query, q.casefold())]
    if order == "date":
        found.sort(key=lambda d: (d.published is None, -(d.published.toordinal() if d.published else 0)))
    elif order == "title":
        found.sort(key=lambda d: (d.title or d.id).casefold())
    shown = [rows.document(book, document.id) for document in found[after : after + limit]]
    more = after + limit if after + limit < len(found) else None
    return {"version": book.version, "total": len(found), "documents": shown, "next": more}


def _passes(document: Document, query: Query, q: str) -> bool:
    published = document.published
    return (
        (not query.outlet or (document.source or "") in query.outlet)
        and (not query.document or document.id in query.document)
        and (not query.since or bool(published and published >= query.since))
        and (not query.until or bool(published and published <= query.until))
        and (not q or any(q in text.casefold() for text in (document.title, document.source, document.id) if text))
    )


def document(book: Book, query: Query, *, id: str, start: int = 0, length: int = STRETCH) -> shapes.DocumentPage:
    """A stretch of one document: its text, its claims that pass the filters, who says what in it, its records.

    A stretch ends between two lines or words, where it can. What reaches into it from outside is given too.
    """
    if id not in book.documents:
        raise CaseError(f"{book.case.name} has no document {id[:80]!r}")
    found = book.documents[id]
    first, last = _stretch(found.text, start, length)
    columns = book.columns
    code = columns.vocabulary.document.of.get(id, -1)
    places = book.select(query)
    places = places[columns["document"][places] == code]
    quotes = [book.claims[place].quote for place in places.tolist()]
    inside = np.array([quote.start < last and quote.end > first for quote in quotes], bool)
    reading = book.case.reading(id)
    return {
        "version": book.version,
        "document": rows.document(book, id),
        "url": web_address(found.url),
        "path": found.path,
        "hash": found.hash,
        "span": [first, last],
        "next": last if last < len(found.text) else None,
        "text": found.text[first:last],
        "skip": [rows.offsets(span) for span in found.skip if span.start < last and span.end > first],
        "claims": rows.claims(book, places[inside]),
        "quotations": shades(reading.quotations, first, last),
        "records": [record(book, one) for one in told(reading) if one.quote.start < last and one.quote.end > first],
    }


def _stretch(text: str, start: int, length: int) -> tuple[int, int]:
    first = min(start, len(text))
    last = min(first + length, len(text))
    if last < len(text):
        for mark in ("\n", " "):
            cut = text.rfind(mark, first + length // 2, last)
            if cut > first:
                return first, cut + 1
    return first, last


def shades(quotations: tuple[Quotation, ...], first: int, last: int) -> list[shapes.Shade]:
    """Attributions that reach into the stretch, and those that these stand inside."""
    kept = {n for n, q in enumerate(quotations) if any(span.start < last and span.end > first for span in q.content)}
    queue = list(kept)
    while queue:
        parent = quotations[queue.pop()].parent
        if parent is not None and parent not in kept:
            kept.add(parent)
            queue.append(parent)
    place = {n: i for i, n in enumerate(sorted(kept))}
    return [
        {
            "content": [rows.offsets(span) for span in q.content],
            "source": rows.offsets(q.source) if q.source else None,
            "cue": rows.offsets(q.cue) if q.cue else None,
            "speaker": rows.speaker(q.speaker) if q.speaker else None,
            "parent": place[q.parent] if q.parent is not None else None,
            "kind": q.kind,
        }
        for q in (quotations[n] for n in sorted(kept))
    ]


def told(reading: Reading) -> list[Agreement | Norm | Goal | Route]:
    """All agreements, rules, goals and routes of a reading."""
    return [*reading.agreements, *reading.norms, *reading.goals, *reading.routes]
