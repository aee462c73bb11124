"""Agreements, rules, goals and routes in short, with their words."""

from __future__ import annotations

from typing import Literal

from imbroglio.model import Agreement, Goal, Norm, Route
from imbroglio.outputs.brief.records import agreement_text, goal_text, norm_text, route_text
from imbroglio.outputs.tables import clean
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book

Kind = Literal["agreement", "norm", "goal", "route"]


def record(book: Book, found: Agreement | Norm | Goal | Route) -> shapes.Record:
    """One record as the API gives it."""
    kind, text = _told(found)
    return {
        "kind": kind,
        "text": text,
        "document": found.document,
        "quote": rows.offsets(found.quote),
        "words": clean(found.quote.of(book.documents[found.document].text)),
        "said_by": [rows.speaker(link) for link in found.said_by],
    }


def _told(found: Agreement | Norm | Goal | Route) -> tuple[Kind, str]:
    match found:
        case Agreement():
            return "agreement", agreement_text(found)
        case Norm():
            return "norm", norm_text(found)
        case Goal():
            return "goal", goal_text(found)
        case Route():
            return "route", route_text([found])
