"""The case as a log of decisions leaves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from imbroglio.case.codec import dumps
from imbroglio.model import Actor, Claim, Decision, Finding, Status

_OF = {"accept": "accepted", "reject": "rejected", "unsure": "needs work", "needs_work": "needs work"}


@dataclass(slots=True)
class Entry:
    """One claim with what was decided about it.

    `key` is the id by which it is known whatever becomes of it; `read` the claim as read (None for one that a person
    added), `claim` as it is now. `changed` has the reader's value of each corrected field; `votes` each reviewer's last
    word on it.
    """

    key: str
    read: Claim | None
    claim: Claim
    votes: dict[str, str] = field(default_factory=dict)
    notes: list[Decision] = field(default_factory=list)
    changed: dict[str, Any] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def status(self) -> Status:
        """Accepted, rejected or to be worked on as its reviewers say; in conflict where some accept, some reject."""
        said = {_OF[vote] for vote in self.votes.values()}
        if {"accepted", "rejected"} <= said:
            return "in conflict"
        for status in ("needs work", "rejected", "accepted"):
            if status in said:
                return status
        return "accepted" if self.read is None else "unreviewed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about a finding; `claims` are those it rested on then."""

    state: str
    note: str
    who: str
    claims: tuple[str, ...]

    @property
    def words(self) -> str:
        """ "Dismissed by ana: another group of that name"."""
        return f"{self.state.capitalize()} by {self.who}" + (f": {self.note}" if self.note else "")


def undismissed(findings: Iterable[Finding], verdicts: Mapping[str, Verdict]) -> list[Finding]:
    """The findings that nobody dismissed."""
    return [one for one in findings if one.id not in verdicts or verdicts[one.id].state != "dismissed"]


@dataclass
class Reviewed:
    """Claims and actors as decisions leave them.

    `keys` and `claims` run side by side, in the order of reading, added claims last; rejected claims are among them.
    `entries` has what was decided, by key, for claims that something was decided about. `merged` maps actors to the one
    they were merged into; `loose` are ids of decisions that no longer attach to anything, `undone` of those undone.
    """

    log: int
    keys: list[str]
    claims: list[Claim]
    actors: dict[str, Actor]
    entries: dict[str, Entry]
    merged: Mapping[str, str]
    findings: dict[str, Verdict]
    answers: dict[tuple[str, str], str]
    actor_notes: dict[str, list[Decision]]
    loose: frozenset[str]
    undone: frozenset[str]
    touched: frozenset[int]
    decisions: tuple[Decision, ...]

    def status(self, key: str) -> Status:
        entry = self.entries.get(key)
        return entry.status if entry else "unreviewed"

    def standing(self) -> list[Claim]:
        """The claims that stand: all but the rejected; what a person accepted is trusted fully."""
        if not self.entries:
            return list(self.claims)
        return [stood for key, claim in self.items() if (stood := self.stands(key, claim))]

    def items(self) -> Iterable[tuple[str, Claim]]:
        return zip(self.keys, self.claims, strict=True)

    def stands(self, key: str, claim: Claim) -> Claim | None:
        """The claim as analysis should see it, None if it was rejected."""
        match self.status(key):
            case "rejected":
                return None
            case "accepted":
                return replace(claim, trust=1.0)
        return claim

    def actor(self, id: str) -> str:
        """The id under which an actor is known after merges."""
        return self.merged.get(id, id)

    @cached_property
    def _moved(self) -> dict[str, str]:
        return {self.claims[place].id: self.keys[place] for place in sorted(self.touched)}

    def key(self, claim: Claim) -> str:
        """The id by which a claim, as it is now, is known."""
        return self._moved.get(claim.id, claim.id) if self.touched else claim.id

    def dump(self) -> str:
        """All of it as text, equal for equal states."""
        lines = [f"claim {key} {self.status(key)} {dumps(claim)}" for key, claim in self.items()]
        lines += [f"actor {dumps(actor)}" for actor in self.actors.values()]
        lines += [f"note {key} {note.after.get('text')!r}" for key, e in self.entries.items() for note in e.notes]
        lines += [f"finding {key} {dumps(verdict)}" for key, verdict in self.findings.items()]
        lines += [f"answer {' '.join(pair)} {answer}" for pair, answer in self.answers.items()]
        return "\n".join(sorted(lines)) + "\n"
