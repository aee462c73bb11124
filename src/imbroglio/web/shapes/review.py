"""Decisions, the queue, and problems."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from imbroglio.web.shapes.claims import ActorName, Claim


class Decision(TypedDict):
    """One record of the log.

    `number` is its place in it, `targets` are claim, actor, finding or decision ids. `active` is false once undone;
    `attached` is false when what it is about is no longer in the case. `says` puts it in words.
    """

    number: int
    id: str
    kind: str
    who: str
    at: str
    why: str
    targets: list[str]
    before: dict[str, Any]
    after: dict[str, Any]
    active: bool
    attached: bool
    says: str


class Decisions(TypedDict):
    """The log, the latest first. `can_undo` and `can_redo` are ids of what an undo or redo of `who` would concern."""

    version: str
    log: int
    total: int
    decisions: list[Decision]
    next: int | None
    can_undo: str | None
    can_redo: str | None


class Made(TypedDict):
    """The decision that was written, the log's new version, and the claims it is about as they are now."""

    version: str
    log: int
    decision: Decision
    claims: list[Claim]


class Question(TypedDict):
    """Is `one` the same as, part of, or renamed from `other`? `why` says what makes one ask, `claims` show them."""

    id: str
    one: ActorName
    other: ActorName
    suggests: Literal["same", "part_of", "renamed_from"]
    weight: float
    why: str
    answer: str | None
    claims: list[Claim]


class QueueItem(TypedDict):
    """A claim or a question (the other is null) and what deciding it is worth."""

    kind: Literal["claim", "question"]
    why: str
    weight: float
    claim: Claim | None
    question: Question | None


class Queue(TypedDict):
    """What is most worth a person's look, first; `total` is what waits, `done` what is decided."""

    version: str
    log: int
    total: int
    done: int
    items: list[QueueItem]


class Problem(TypedDict):
    """RFC 9457: every error of the API. `title` is the same for all of a kind, `detail` says what to do."""

    type: str
    title: str
    status: int
    detail: str


class Conflict(TypedDict):
    """A problem of status 409: somebody decided about the same thing since `seen`. Nothing was written.

    `log` is the version now; `since` are the decisions that came between; `yours` is what was sent.
    """

    type: str
    title: str
    status: int
    detail: str
    log: int
    since: list[Decision]
    yours: dict[str, Any]
