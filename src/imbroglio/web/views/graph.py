"""The graph: actors as nodes, signed and directed ties by theatre as edges."""

from __future__ import annotations

from datetime import date

import numpy as np

from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.cells import firmless, roots
from imbroglio.web.columns import CLASSES, OPEN, Ints
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import parties

_SIGN = {"supports": 1, "opposes": -1}


def graph(book: Book, query: Query, *, nodes: int = 2000, edges: int = 20000) -> shapes.Graph:
    """The actors most is said of and the ties among them: one edge for each class and theatre of an ordered pair.

    Denied claims make no edge.
    """
    return book.cached(("graph", query, nodes, edges), lambda: _graph(book, query, nodes, edges))


def _graph(book: Book, query: Query, most: int, most_edges: int) -> shapes.Graph:
    places, subject, object_ = parties(book, query)
    affirmed = book.columns["yes"][places] != 0
    places, subject, object_ = places[affirmed], subject[affirmed], object_[affirmed]
    names = book.columns.vocabulary.actor.names
    counts = np.bincount(np.concatenate([subject, object_]), minlength=len(names))
    found = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code]]
    shown = found[:most]
    keep = np.isin(subject, shown) & np.isin(object_, shown)
    made = _edges(book, places[keep], subject[keep], object_[keep], most_edges)
    plus, minus = (_degrees(made, sign) for sign in (1, -1))
    listed = (rows.actor(book, names[code], int(counts[code]), query.level) for code in shown)
    return {
        "version": book.version,
        "level": query.level.value,
        "total": len(found),
        "nodes": [
            {
                "id": a["id"], "name": a["name"], "kind": a["kind"], "country": a["country"], "faction": a["faction"],
                "claims": a["claims"], "plus": plus.get(a["id"], 0), "minus": minus.get(a["id"], 0),
            }
            for a in listed
        ],
        "edges": made,
    }  # fmt: skip


def _edges(book: Book, places: Ints, subject: Ints, object_: Ints, most: int) -> list[shapes.Edge]:
    """The edges with most independent roots, then most claims."""
    columns, names = book.columns, book.columns.vocabulary.actor.names
    theatres = book.theatre_names
    where = book.theatre_codes[columns["place"][places]]
    klass = columns["klass"][places].astype(np.int64)
    key = ((subject.astype(np.int64) * len(names) + object_) * len(CLASSES) + klass) * len(theatres) + where
    ties, first, tie = np.unique(key, return_index=True, return_inverse=True)
    many = len(ties)
    since, until = np.full(many, OPEN, np.int32), np.full(many, -OPEN, np.int32)
    np.minimum.at(since, tie, columns["since"][places])
    np.maximum.at(until, tie, columns["until"][places])
    origins, claims = roots(book, places, tie, many), np.bincount(tie, minlength=many)
    asserted = np.bincount(tie[columns["background"][places] == 0], minlength=many)
    shown = np.lexsort((-claims, -origins))[:most]
    told = (
        subject[first], object_[first], klass[first], where[first], origins, claims, since, until,
        firmless(book, places, tie, many), asserted == 0,
    )  # fmt: skip
    return [
        {
            "source": names[one], "target": names[two], "klass": CLASSES[kind].value,
            "sign": _SIGN.get(CLASSES[kind].value, 0), "theatre": theatres[at] or None, "roots": count,
            "claims": lot, "since": _day(start), "until": _day(end), "hedged": hedged, "presupposed": presupposed,
        }
        for one, two, kind, at, count, lot, start, end, hedged, presupposed in zip(
            *(column[shown].tolist() for column in told), strict=True
        )
    ]  # fmt: skip


def _day(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if abs(ordinal) != OPEN else None


def _degrees(edges: list[shapes.Edge], sign: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for edge in edges:
        if edge["sign"] == sign:
            for id in (edge["source"], edge["target"]):
                found[id] = found.get(id, 0) + 1
    return found
