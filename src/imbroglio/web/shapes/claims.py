"""Claims and what they are made of."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from imbroglio.model import Firmness, Status

Offsets = list[int]


class ActorName(TypedDict):
    """An actor by id and preferred name."""

    id: str
    name: str


class Party(TypedDict):
    """An actor as the passage mentions it: `words` are the document's own, `reason` says why they stand for it."""

    id: str
    name: str
    span: Offsets
    words: str
    reason: str


class Speaker(TypedDict):
    """One link of a chain of sources. An anonymous one is kept as described."""

    name: str
    actor: str | None
    anonymous: bool


class Piece(TypedDict):
    """Words of a quote and the part they play."""

    words: str
    part: Literal["", "subject", "cue", "object"]


class When(TypedDict):
    """When the relation is said to hold.

    `start` and `end` are ISO dates, null where open. A `precise` range holds on each of its days, another on at least
    one. `since` and `until` are the same with the date of publication filled in where only a tense is known: what a
    timeline draws.
    """

    tense: Literal["past", "present", "future"]
    basis: Literal["stated", "tense"]
    start: str | None
    end: str | None
    precise: bool
    words: str | None
    since: str | None
    until: str | None


class Note(TypedDict):
    """What a person wrote about a claim."""

    who: str
    at: str
    text: str


class Claim(TypedDict):
    """One claim as reviewed.

    `id` stays the same whatever is decided about it. `pieces` is the quote, cut where subject, cue and object begin and
    end. `theatre` is the country of `place` where that is known. `trust` is the reader's own estimate. `root` is the
    origin under which the claim is counted. `why` says in words how it was read. `changed` holds what the reader had
    in each field that a decision corrected. `added` claims come from a person. `source` is the whole chain in words.
    """

    id: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    subject: Party
    relation: str
    klass: Literal["supports", "opposes", "structure", "place", "talk"]
    sign: int
    object: Party
    polarity: Literal["yes", "no"]
    firmness: Firmness
    background: bool
    trend: Literal["more", "less", "begin", "stop"] | None
    when: When
    place: str | None
    place_id: str | None
    theatre: str | None
    via: str | None
    via_actor: str | None
    said_by: list[Speaker]
    quote: Offsets
    cue: Offsets
    pieces: list[Piece]
    sentence: int
    construction: str
    trust: float
    why: list[str]
    statement: str
    particulars: str
    source: str
    root: str
    status: Status
    added: bool
    notes: list[Note]
    changed: dict[str, Any]


class Root(TypedDict):
    """Claims that count as one source, and in words why: one named speaker, one outlet, the same words."""

    key: str
    name: str
    why: str
    claims: list[str]
    documents: list[str]


class Record(TypedDict):
    """An agreement, rule, goal or route in short, with its words."""

    kind: Literal["agreement", "norm", "goal", "route"]
    text: str
    document: str
    quote: Offsets
    words: str
    said_by: list[Speaker]
