"""Theatres and routes: what is said of which country, and the corridors."""

from __future__ import annotations

from typing import cast

import numpy as np

from imbroglio.graph import Level
from imbroglio.model import Route
from imbroglio.web import shapes
from imbroglio.web.book import Book, country_codes
from imbroglio.web.columns import Ints, paired, parted
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import names
from imbroglio.web.views.records import record
from imbroglio.web.views.tie import theatres

NAMED = 6  # actors a theatre is told with


def places(book: Book, query: Query) -> shapes.Places:
    """Theatres with what is said of each and its most named actors, and the routes that documents tell of."""
    return book.cached(("places", query), lambda: _places(book, query))


def _places(book: Book, query: Query) -> shapes.Places:
    selected = book.select(query)
    found = theatres(book, selected)
    named = _named(book, selected, query.level)
    return {
        "version": book.version,
        "theatres": [_theatre(book, theatre, named) for theatre in found if theatre["id"]],
        "routes": _routes(book, query),
        "unplaced": sum(theatre["claims"] for theatre in found if not theatre["id"]),
    }


def _theatre(book: Book, theatre: shapes.Theatre, named: dict[str, list[int]]) -> shapes.MapPlace:
    ids = [book.columns.vocabulary.actor.names[code] for code in named[theatre["id"]]]
    return cast(shapes.MapPlace, {
        **on_map(book, theatre["name"]), "claims": theatre["claims"], "plus": theatre["plus"],
        "minus": theatre["minus"], "actors": names(book, ids),
    })  # fmt: skip


def on_map(book: Book, theatre: str) -> dict[str, str | None]:
    """Where a theatre lies: id, name, kind, country, and the code by which the outline map knows it."""
    place = book.tree.place(theatre)
    if place is None:
        return {"id": theatre, "name": theatre, "kind": None, "country": None, "iso2": None}
    code = country_codes().get(place.country or "") if place.kind == "country" else None
    return {"id": place.id, "name": theatre, "kind": place.kind, "country": place.country, "iso2": code}


def stop(book: Book, name: str) -> shapes.MapStop:
    """A place of a route, and the country that it is or lies in."""
    place = book.tree.place(name)
    return {"name": name, "iso2": country_codes().get(place.country or "") if place else None}


def _named(book: Book, selected: Ints, level: Level) -> dict[str, list[int]]:
    """By theatre, the codes of the actors that most claims name, the first named first among equals."""
    one, two = (side[selected] for side in book.rolled(level))
    theatre = np.repeat(book.theatre_codes[book.columns["place"][selected]], 2)
    once = np.stack([one == one, one != two], 1).ravel()  # a claim names an actor once
    pairs = paired(theatre, np.stack([one, two], 1).ravel())[once]
    named, first, counts = np.unique(pairs, return_index=True, return_counts=True)
    found: dict[str, list[int]] = {}
    where, whom = parted(named[np.lexsort((first, -counts))])
    for place, code in zip(where.tolist(), whom.tolist(), strict=True):
        most = found.setdefault(book.theatre_names[place], [])
        if len(most) < NAMED:
            most.append(code)
    return found


def _routes(book: Book, query: Query) -> list[shapes.MapRoute]:
    """Routes told in documents that pass the filters, each once with all who tell of it."""
    together: dict[tuple[str, str, tuple[str, ...]], list[Route]] = {}
    codes = np.unique(book.columns["document"][book.select(query)])
    seen = {book.columns.vocabulary.document.names[code] for code in codes.tolist()}
    for route in book.records("routes"):
        if route.document in seen or query == Query():
            together.setdefault((route.start, route.end, route.through), []).append(route)
    return [
        {
            "start": start, "end": end, "through": list(through),
            "stops": [stop(book, name) for name in (start, *through, end)],
            "wanted_by": names(book, dict.fromkeys(book.view.actor(p.actor) for r in group for p in r.wanted_by)),
            "records": [record(book, route) for route in group],
        }
        for (start, end, through), group in together.items()
    ]  # fmt: skip
