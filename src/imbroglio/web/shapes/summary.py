"""The case at a glance, and search."""

from __future__ import annotations

from typing import Literal, TypedDict

from imbroglio.web.shapes.claims import Piece


class Count(TypedDict):
    """A value that a filter can take, and how many claims have it."""

    id: str
    name: str
    count: int


class Month(TypedDict):
    """How many documents were published in a month (`2016-02`): what lies under a time slider."""

    month: str
    documents: int


class RelationRow(TypedDict):
    """A relation of the vocabulary, what it means, and how many claims have it."""

    id: str
    klass: str
    sign: int
    symmetric: bool
    material: bool
    means: str
    count: int


class CaseSummary(TypedDict):
    """What the case holds and every value that a filter can take.

    `log` is the number of the last decision: writes send it back as `seen`. An `empty` case explains itself in
    `explains`. `unattached` counts decisions whose claim is no longer there. `who` signs decisions that name nobody.
    """

    version: str
    log: int
    name: str
    read_only: bool
    empty: bool
    explains: str
    who: str
    documents: int
    claims: int
    actors: int
    unattached: int
    statuses: dict[str, int]
    first: str | None
    last: str | None
    months: list[Month]
    outlets: list[Count]
    theatres: list[Count]
    kinds: list[Count]
    firmness: list[Count]
    relations: list[RelationRow]
    levels: list[str]
    orders: list[str]


class Hit(TypedDict):
    """One thing found. `url` is the page that shows it; `pieces` are a claim's or document's words around the hit."""

    kind: Literal["actor", "document", "claim", "place"]
    id: str
    title: str
    detail: str
    url: str
    pieces: list[Piece]


class Search(TypedDict):
    """The best hits of each kind."""

    version: str
    query: str
    hits: list[Hit]
