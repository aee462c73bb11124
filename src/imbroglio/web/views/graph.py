"""The graph: actors as nodes, signed and directed ties by theatre as edges."""

from __future__ import annotations

from datetime import date

import numpy as np

from imbroglio.model import FIRMNESS
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.cells import roots
from imbroglio.web.columns import CLASSES, OPEN, Ints
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import parties

_FACT = FIRMNESS.index("fact")
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
    made = sorted(_edges(book, places[keep], subject[keep], object_[keep]), key=lambda e: (-e["roots"], -e["claims"]))
    made = made[:most_edges]
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


def _edges(book: Book, places: Ints, subject: Ints, object_: Ints) -> list[shapes.Edge]:
    if not len(places):
        return []
    columns, names = book.columns, book.columns.vocabulary.actor.names
    theatres = list(dict.fromkeys(book.theatres))
    code = {theatre: n for n, theatre in enumerate(theatres)}
    where = np.array([code[theatre] for theatre in book.theatres], np.int64)[columns["place"][places]]
    klass = columns["klass"][places].astype(np.int64)
    key = ((subject.astype(np.int64) * len(names) + object_) * len(CLASSES) + klass) * len(theatres) + where
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(key[order]) != 0])
    made: list[shapes.Edge] = []
    for group in np.split(order, starts[1:]):
        own, first = places[group], group[0]
        kind = CLASSES[klass[first]].value
        since, until = int(columns["since"][own].min()), int(columns["until"][own].max())
        made.append({
            "source": names[subject[first]],
            "target": names[object_[first]],
            "klass": kind,
            "sign": _SIGN.get(kind, 0),
            "theatre": theatres[where[first]] or None,
            "roots": roots(book, own),
            "claims": len(own),
            "since": _day(since),
            "until": _day(until),
            "hedged": bool((columns["firmness"][own] != _FACT).all()),
            "presupposed": bool(columns["background"][own].all()),
        })  # fmt: skip
    return made


def _day(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if abs(ordinal) != OPEN else None


def _degrees(edges: list[shapes.Edge], sign: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for edge in edges:
        if edge["sign"] == sign:
            for id in (edge["source"], edge["target"]):
                found[id] = found.get(id, 0) + 1
    return found
