"""The matrix: actors by actors, and what is said between them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from imbroglio.graph import Level
from imbroglio.model import ActorKind
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.cells import sums
from imbroglio.web.columns import Ints, paired
from imbroglio.web.query import Query

ORDERS = ("faction", "name", "kind", "activity")
NO_PARTY = (ActorKind.PLACE, ActorKind.MEDIA)  # places are acted on, outlets speak
_KINDS = [kind.value for kind in ActorKind]


def matrix(book: Book, query: Query, *, order: str = "faction", rows: int = 60) -> shapes.Matrix:
    """Who stands where with whom: the actors most is said of, and a cell for each pair that anything is said of.

    Relations without direction fill both cells of their pair. An actor's members are those counted as it.
    """
    return book.cached(("matrix", query, order, rows), lambda: _matrix(book, query, order, rows))


def _matrix(book: Book, query: Query, order: str, most: int) -> shapes.Matrix:
    places, subject, object_ = parties(book, query)
    names = book.columns.vocabulary.actor.names
    counts = np.bincount(np.concatenate([subject, object_]), minlength=len(names))
    shown = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code]]
    members = _members(book, query.level)
    listed = [
        rows.actor(book, names[code], int(counts[code]), query.level, members.get(names[code], 0))
        for code in shown[:most]
    ]
    listed = ordered(listed, order)
    row = {book.columns.vocabulary.actor.of[actor["id"]]: n for n, actor in enumerate(listed)}
    return {
        "version": book.version, "level": query.level.value, "order": order, "total": len(shown),
        "claims": len(places), "actors": listed, "cells": _cells(book, places, subject, object_, row),
    }  # fmt: skip


def parties(book: Book, query: Query) -> tuple[Ints, Ints, Ints]:
    """Positions of the claims between two different parties, and the codes of both at the level."""
    places = book.select(query)
    subject, object_ = (side[places] for side in book.rolled(query.level))
    out = _no_party(book)
    keep = (subject != object_) & ~np.isin(subject, out) & ~np.isin(object_, out)
    return places[keep], subject[keep], object_[keep]


def _no_party(book: Book) -> list[int]:
    codes = book.columns.vocabulary.actor.of
    return [codes[id] for id, actor in book.actors.items() if actor.kind in NO_PARTY and id in codes]


def _cells(book: Book, places: Ints, subject: Ints, object_: Ints, row: dict[int, int]) -> list[shapes.Cell]:
    """The sum of each ordered pair among the rows (by code of the actor), in the order of the codes."""
    codes = list(row)
    keep = np.isin(subject, codes) & np.isin(object_, codes)
    places, subject, object_ = places[keep], subject[keep], object_[keep]
    both = book.columns["symmetric"][places] != 0
    places = np.concatenate([places, places[both]])
    one, two = np.concatenate([subject, object_[both]]), np.concatenate([object_, subject[both]])
    pairs, first, group = np.unique(paired(one, two), return_index=True, return_inverse=True)
    ends = zip(one[first].tolist(), two[first].tolist(), sums(book, places, group, len(pairs)), strict=True)
    return [{"row": row[a], "column": row[b], **total} for a, b, total in ends]


def ordered(actors: list[shapes.Actor], order: str) -> list[shapes.Actor]:
    """Actors by camp (those that take no side last), name, kind or activity; inside a camp and kind by activity."""
    if order == "name":
        return sorted(actors, key=lambda actor: actor["name"].casefold())
    if order == "kind":
        return sorted(actors, key=lambda a: (_KINDS.index(a["kind"]), -a["claims"], a["name"]))
    if order == "faction":
        return sorted(actors, key=lambda a: (a["faction"] is None, a["faction"] or 0, -a["claims"], a["name"]))
    return sorted(actors, key=lambda actor: (-actor["claims"], actor["name"]))


def _members(book: Book, level: Level) -> dict[str, int]:
    """How many other actors are counted as each."""

    def count() -> dict[str, int]:
        found: dict[str, int] = {}
        for id in book.actors:
            whole = book.roll(id, level)
            if whole != id:
                found[whole] = found.get(whole, 0) + 1
        return found

    return book.cached(("members", level), count)


def names(book: Book, ids: Iterable[str]) -> list[shapes.ActorName]:
    """Actors by id and name."""
    return [rows.actor_name(book, id) for id in ids]
