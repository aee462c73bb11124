"""Claims: a page of them, or one."""

from __future__ import annotations

import numpy as np

from imbroglio.errors import CaseError
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.columns import Ints
from imbroglio.web.query import Query

SORTS = ("firm", "date", "document", "trust")


def claims(
    book: Book, query: Query, *, subject: str | None = None, object: str | None = None, sort: str = "firm",
    after: int = 0, limit: int = 50,
) -> shapes.Claims:  # fmt: skip
    """Claims that pass the filters; with `subject` and `object` (counted at the level) those behind one cell.

    Relations without direction count for both cells of their pair.
    """
    places = sort_places(book, cell(book, query, subject, object), sort)
    shown = places[after : after + limit]
    more = after + limit if after + limit < len(places) else None
    return {"version": book.version, "total": len(places), "claims": rows.claims(book, shown), "next": more}


def claim(book: Book, *, id: str) -> shapes.Claim:
    """One claim by its id, rejected ones too."""
    for place in book.places(id):
        return rows.claim(book, place)
    raise CaseError(f"{book.case.name} has no claim {id[:80]!r}")


def cell(book: Book, query: Query, subject: str | None, object_: str | None) -> Ints:
    """Positions of the claims from one actor to another; None is anybody."""
    places = book.select(query)
    one, two = (side[places] for side in book.rolled(query.level))
    both = book.columns["symmetric"][places] != 0

    def runs(a: Ints, b: Ints) -> Ints:
        keep = np.ones(len(places), bool)
        for side, id in ((a, subject), (b, object_)):
            if id is not None:
                keep &= side == book.code(id, query.level)
        return keep

    return places[runs(one, two) | (both & runs(two, one))]


def sort_places(book: Book, places: Ints, sort: str) -> Ints:
    """By firmness, assertion and trust; by the time it holds; by trust; or as they were read."""
    columns = book.columns
    trust, since = -columns["trust"][places], -columns["since"][places]
    if sort == "firm":
        order = np.lexsort((places, trust, columns["background"][places], columns["firmness"][places]))
    elif sort == "date":
        order = np.lexsort((places, since))
    elif sort == "trust":
        order = np.lexsort((places, trust))
    else:
        order = np.argsort(places, kind="stable")
    return places[order]
