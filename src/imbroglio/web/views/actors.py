"""Actors: a list of them, and one with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, cast

import numpy as np

from imbroglio.model import Actor, Bond, Relation
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.columns import RELATIONS, Ints
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import ordered, parties
from imbroglio.web.views.questions import asked, questions
from imbroglio.web.views.review import told
from imbroglio.web.views.tie import bar, known

BARS = 300
_WHY = {
    "preferred": "the registry's or the text's own name for it", "alias": "another name of it",
    "acronym": "its acronym", "demonym": "a word for what belongs to it", "capital": "its capital stands for it",
    "metonym": "a place or thing that stands for it", "former": "its former name",
}  # fmt: skip


def actors(
    book: Book, query: Query, *, q: str = "", kind: tuple[str, ...] = (), order: str = "activity", after: int = 0,
    limit: int = 100,
) -> shapes.Actors:  # fmt: skip
    """Actors that claims passing the filters speak of, counted at the level."""
    counts = _counts(book, query)
    found = [
        rows.actor(book, id, n, query.level)
        for id, n in counts
        if (not kind or _kind(book, id) in kind) and (not q or q.casefold() in book.name(id).casefold())
    ]
    found = ordered(found, order)
    more = after + limit if after + limit < len(found) else None
    return {"version": book.version, "total": len(found), "actors": found[after : after + limit], "next": more}


def _counts(book: Book, query: Query) -> list[tuple[str, int]]:
    def count() -> list[tuple[str, int]]:
        _, subject, object_ = parties(book, query)
        codes = np.bincount(np.concatenate([subject, object_]))
        return [(book.columns.vocabulary.actor.names[code], int(codes[code])) for code in np.flatnonzero(codes)]

    return book.cached(("counts", query), count)


def actor(book: Book, query: Query, *, id: str) -> shapes.ActorPage:
    """One actor: names and why they are one, what it belongs to and what belongs to it, who stands with and against it
    in which theatre, time line, documents, open questions, decisions."""
    id = known(book, id)
    found = book.actors.get(id) or Actor(id, id)
    places = _own(book, query, id)
    partners = _partners(book, query, id, places)
    documents = dict.fromkeys(book.claims[place].document for place in places.tolist())
    return cast(shapes.ActorPage, {
        "version": book.version,
        "actor": rows.actor(book, id, len(places), query.level),
        **fixed(book, id, found),
        "questions": [asked(book, one) for one in questions(book) if id in (one.one, one.other)],
        "decisions": told(book, [d for d in book.view.decisions if id in map(book.view.actor, d.targets)]),
        **partners,
        "timeline": [bar(book, place) for place in places[:BARS].tolist()],
        "documents": [rows.document(book, one) for one in documents],
    })  # fmt: skip


def fixed(book: Book, id: str, found: Actor) -> dict[str, Any]:
    """What a page tells of an actor whatever the filters."""
    umbrellas = book.affiliations.umbrellas(id)
    return {
        "names": _names(found),
        "ids": dict(found.ids),
        "umbrella": rows.actor_name(book, umbrellas[-1]) if umbrellas else None,
        "wholes": _bonds(book, id, "part_of", "out"),
        "members": _bonds(book, id, "part_of", "in"),
        "leaders": _bonds(book, id, "leads", "in"),
        "renamed": _bonds(book, id, "renamed", "out") + _bonds(book, id, "renamed", "in"),
        "merged": [{"id": old, "name": _old_name(book, old)} for old, new in book.view.merged.items() if new == id],
    }


def _own(book: Book, query: Query, id: str) -> Ints:
    """Positions of the claims that speak of the actor itself, or of those counted as it; the latest first."""
    places = book.select(query)
    code = book.columns.vocabulary.actor.of.get(id, -1)
    columns = book.columns
    keep = np.zeros(len(places), bool)
    for side in (columns["subject"], columns["object"], *book.rolled(query.level)):
        keep |= side[places] == code
    places = places[keep]
    return places[np.lexsort((places, -columns["since"][places]))]


def _partners(
    book: Book, query: Query, id: str, places: Ints
) -> dict[Literal["allies", "patrons", "clients", "enemies"], list[shapes.Partner]]:
    """With and against whom, by theatre; support one way makes patron and client, the other ways allies."""
    sums: dict[str, dict[tuple[str, str], list[int]]] = {k: {} for k in ("allies", "patrons", "clients", "enemies")}
    names = book.columns.vocabulary.actor.names
    givers, takers = ([names[code] for code in side[places].tolist()] for side in book.rolled(query.level))
    for place, giver, taker in zip(places.tolist(), givers, takers, strict=True):
        claim = book.claims[place]
        mine = id in (giver, claim.subject.actor), id in (taker, claim.object.actor)
        if not claim.sign or all(mine):
            continue
        kind = (
            "enemies"
            if claim.sign < 0
            else "allies"
            if claim.relation.symmetric
            else "clients"
            if mine[0]
            else "patrons"
        )
        partner = taker if mine[0] else giver
        theatre = book.theatres[book.columns["place"][place]]
        count = sums[kind].setdefault((partner, theatre), [0, 0, 0])
        count[0] += claim.sign > 0
        count[1] += claim.sign < 0
        count[2] += claim.relation.material
    return {kind: _listed(book, found) for kind, found in sums.items()}  # type: ignore[misc]


def _listed(book: Book, found: dict[tuple[str, str], list[int]]) -> list[shapes.Partner]:
    rank = sorted(found.items(), key=lambda item: (-sum(item[1][:2]), item[0]))
    return [
        {
            "actor": rows.actor_name(book, partner), "theatre": theatre or None, "plus": plus, "minus": minus,
            "claims": plus + minus, "material": material,
        }
        for (partner, theatre), (plus, minus, material) in rank
    ]  # fmt: skip


def _names(found: Actor) -> list[shapes.Name]:
    listed: dict[str, tuple[str, date | None, date | None]] = {found.name: ("preferred", None, None)}
    for name in found.names:
        listed.setdefault(name.text, (name.role, name.start, name.end))
    return [
        {"text": text, "role": role, "start": rows.day(start), "end": rows.day(end), "why": _WHY[role]}
        for text, (role, start, end) in listed.items()
    ]


def _bonds(book: Book, id: str, kind: Literal["part_of", "leads", "renamed"], way: str) -> list[shapes.Bond]:
    """Bonds from (`out`) or to (`in`) an actor: by the registry, by a person, by claims."""
    made: dict[str, shapes.Bond] = {}
    sources: Iterable[Actor] = [book.actors[id]] if way == "out" and id in book.actors else book.bound.get(id, ())
    for one in sources if id in book.actors or way == "in" else ():
        for bond in one.bonds:
            other = bond.target if way == "out" else one.id
            if bond.kind == kind and bond.target and (way == "out" or bond.target == id):
                made[other] = _bond(book, bond, other)
    if kind == "renamed":
        return list(made.values())
    mine, theirs = ("subject", "object") if way == "out" else ("object", "subject")
    columns, code = book.columns, book.columns.vocabulary.actor.of.get(id, -1)
    said = (columns[mine] == code) & (columns["relation"] == RELATIONS.index(Relation(kind))) & (columns["yes"] != 0)  # type: ignore[index]
    for place in np.flatnonzero(said & (book.status != book.REJECTED)).tolist():
        other = getattr(book.claims[place], theirs).actor
        blank: shapes.Bond = {
            "kind": kind, "actor": rows.actor_name(book, other), "start": None, "end": None, "why": "documents say so",
            "claims": [],
        }  # fmt: skip
        made.setdefault(other, blank)["claims"].append(book.keys[place])
    return list(made.values())


def _bond(book: Book, bond: Bond, other: str) -> shapes.Bond:
    why = "a person decided so" if bond.settled else "the registry knows it"
    return {
        "kind": bond.kind, "actor": rows.actor_name(book, other), "start": rows.day(bond.start),
        "end": rows.day(bond.end), "why": why, "claims": [],
    }  # fmt: skip


def _kind(book: Book, id: str) -> str:
    return book.actors[id].kind.value if id in book.actors else "other"


def _old_name(book: Book, id: str) -> str:
    return book.base.actors[id].name if id in book.base.actors else id
