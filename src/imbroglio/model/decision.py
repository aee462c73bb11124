"""What a person decided about a case: one record of an append-only log."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, get_args

from imbroglio.model.claim import Claim
from imbroglio.model.relation import Relation
from imbroglio.model.span import Span

Status = Literal["accepted", "in conflict", "needs work", "rejected", "unreviewed"]
"""Where a claim stands with its reviewers, as the Security Force Monitor's handbook keeps it."""
STATUSES: tuple[Status, ...] = get_args(Status)


class DecisionKind(StrEnum):
    """What can be decided, by what it is about."""

    ACCEPT = "accept"  # a claim
    REJECT = "reject"
    UNSURE = "unsure"
    NEEDS_WORK = "needs_work"
    CORRECT = "correct"
    SWAP = "swap"
    ADD = "add"
    NOTE = "note"  # a claim, an actor or a finding
    MERGE = "merge"  # actors
    SPLIT = "split"
    RENAME = "rename"
    REPARENT = "reparent"
    ANSWER = "answer"
    KEEP = "keep"  # a finding
    DISMISS = "dismiss"
    UNDO = "undo"  # a decision
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a claim is known by when its document is read again: the text (by its SHA-256), the words, the relation.

    Who the words stand for, and whether they deny, may come out otherwise the next time; so these only tell claims of
    the same words apart.
    """

    text: str
    subject: Span
    cue: Span
    object: Span
    relation: Relation
    actors: tuple[str, ...] = ()  # subject and object
    polarity: str = "yes"

    @staticmethod
    def of(claim: Claim, text: str) -> Anchor:
        """The anchor of a claim in the text of this hash."""
        actors = claim.subject.actor, claim.object.actor
        spans = claim.subject.span, claim.cue, claim.object.span
        return Anchor(text, *spans, claim.relation, actors, claim.polarity)

    @property
    def words(self) -> tuple[Any, ...]:
        """What must be the same for a claim to be the same."""
        return self.text, self.subject, self.cue, self.object, self.relation


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when and why.

    `number` is the record's place in the log, from 1. `targets` are ids of what it is about: claims, actors, a finding,
    a decision. `before` and `after` are plain data: what was there, and what is to be. `anchors` tie claims to their
    words. `at` is the moment in UTC, ISO 8601.
    """

    number: int
    kind: DecisionKind
    who: str
    at: str
    targets: tuple[str, ...]
    why: str = ""
    before: dict[str, Any] = field(default_factory=dict, hash=False)
    after: dict[str, Any] = field(default_factory=dict, hash=False)
    anchors: tuple[Anchor, ...] = ()

    @property
    def id(self) -> str:
        """Content hash."""
        parts = (
            self.number, self.kind.value, self.who, self.at, self.targets, self.why, _ordered(self.before),
            _ordered(self.after),
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _ordered(value: Any) -> Any:
    """Plain data in a form that is the same whatever the order of keys, and for lists and tuples."""
    if isinstance(value, dict):
        return tuple((key, _ordered(value[key])) for key in sorted(value))
    return tuple(map(_ordered, value)) if isinstance(value, list | tuple) else value
