"""Actors, documents and places of a snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from imbroglio.graph import Level
from imbroglio.knowledge.places import key, load_gazetteer
from imbroglio.model import Actor, Route
from imbroglio.outputs.footnotes import web_address
from imbroglio.web import rows
from imbroglio.web.book import Book
from imbroglio.web.views.actors import fixed
from imbroglio.web.views.documents import shades, told
from imbroglio.web.views.matrix import names
from imbroglio.web.views.places import on_map, stop
from imbroglio.web.views.questions import questions
from imbroglio.web.views.records import record

_ROW = ("id", "name", "kind", "country", "known", "described")


def people(book: Book) -> dict[str, Any]:
    """Everybody by id."""
    ids = dict.fromkeys([*book.actors, *book.columns.vocabulary.actor.names])
    asked, decided = _asked(book), _decided(book)
    return {id: _person(book, id) | {"questions": asked[id], "decisions": decided[id]} for id in ids}


def _person(book: Book, id: str) -> dict[str, Any]:
    """The row of a list, all names in lower case, how many claims stand, and what a page tells whatever the filters."""
    row: Any = rows.actor(book, id, 0, Level.ACTOR)
    return {
        "row": {name: row[name] for name in _ROW}, "names": book.names.get(id, []), "spoken": book.spoken.get(id, 0),
        "page": fixed(book, id, book.actors.get(id) or Actor(id, id)), "listed": id in book.actors,
    }  # fmt: skip


def _asked(book: Book) -> dict[str, list[str]]:
    """By actor, ids of the questions about it."""
    found: dict[str, list[str]] = defaultdict(list)
    for question in questions(book):
        for id in dict.fromkeys((question.one, question.other)):
            found[id].append(question.id)
    return found


def _decided(book: Book) -> dict[str, list[str]]:
    """By actor, ids of the decisions about it."""
    found: dict[str, list[str]] = defaultdict(list)
    for decision in book.view.decisions:
        for id in dict.fromkeys(map(book.view.actor, decision.targets)):
            found[id].append(decision.id)
    return found


def documents(book: Book, tell: Callable[[str, int, int], None]) -> list[dict[str, Any]]:
    """Documents in the order of reading, whole. Paths on this machine stay here."""
    made = []
    for number, id in enumerate(book.documents):
        tell("documents", number, len(book.documents))
        made.append(_document(book, id))
    return made


def _document(book: Book, id: str) -> dict[str, Any]:
    found, reading = book.documents[id], book.case.reading(id)
    return {
        "row": rows.document(book, id), "text": found.text, "hash": found.hash, "url": web_address(found.url),
        "skip": [rows.offsets(span) for span in found.skip],
        "quotations": shades(reading.quotations, 0, len(found.text) + 1),
        "records": [record(book, one) for one in told(reading)],
    }  # fmt: skip


def places(book: Book) -> dict[str, Any]:
    """Places by code, theatres by name, and the routes."""
    return {
        "places": [_place(book, code, key) for code, key in enumerate(book.columns.vocabulary.place.names)],
        "theatres": {name: on_map(book, name) for name in dict.fromkeys(book.theatres) if name},
        "routes": [_route(book, route) for route in book.records("routes")],
    }


def _place(book: Book, code: int, place: str) -> dict[str, Any]:
    """The theatre of a place, and the ids and names by which a filter means the place or what it lies in."""
    if not place:
        return {"theatre": "", "ids": [], "names": []}
    known = load_gazetteer()
    ids = book.tree.path(place)
    steps = [known.places[id] for id in ids if id in known.places]
    spoken = {key(name): step.id for step in steps for name in (step.name, *step.names)}
    meant = [name for name, id in spoken.items() if (found := known.find(name)) and found.id == id]
    return {"theatre": book.theatres[code], "ids": list(ids), "names": meant}


def _route(book: Book, route: Route) -> dict[str, Any]:
    wanted = names(book, dict.fromkeys(book.view.actor(party.actor) for party in route.wanted_by))
    return {
        "document": route.document, "start": route.start, "end": route.end, "through": list(route.through),
        "stops": [stop(book, place) for place in (route.start, *route.through, route.end)],
        "wanted_by": wanted, "record": record(book, route),
    }  # fmt: skip
