"""Lays a log of decisions over what was read, in order; the same log gives the same case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from imbroglio.case.codec import of_plain
from imbroglio.case.review import people
from imbroglio.case.review.base import Base
from imbroglio.case.review.fields import claim_field, corrected
from imbroglio.case.review.reviewed import Entry, Reviewed, Verdict
from imbroglio.errors import DecisionError
from imbroglio.model import Claim, Decision, DecisionKind

K = DecisionKind


@dataclass
class Replay:
    """The state between two decisions."""

    base: Base
    entries: dict[str, Entry] = field(default_factory=dict)
    people: people.People = field(init=False)
    findings: dict[str, Verdict] = field(default_factory=dict)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    actor_notes: dict[str, list[Decision]] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.people = people.People(dict(self.base.actors))

    def entry(self, decision: Decision, place: int = 0, key: str | None = None) -> Entry | None:
        """The claim that a target stands for, whether read or added; None if it is no longer there."""
        key = decision.targets[place] if key is None else key
        if key in self.entries:
            return self.entries[key]
        anchor = decision.anchors[place] if place < len(decision.anchors) else None
        found = self.base.find(key, anchor)
        if found is None:
            return None
        claim = self.base.claims[self.base.places[found][0]]
        return self.entries.setdefault(found, Entry(found, claim, claim))


def replay(base: Base, decisions: Sequence[Decision]) -> Reviewed:
    """The case as these decisions leave it."""
    state = Replay(base)
    undone = undone_of(decisions)
    for decision in decisions:
        if (
            decision.id not in undone
            and decision.kind not in (K.UNDO, K.REDO)
            and not _APPLY[decision.kind](state, decision)
        ):
            state.loose.add(decision.id)
    return _result(state, decisions, undone)


def undone_of(decisions: Sequence[Decision]) -> set[str]:
    """Ids of the decisions that are undone and not redone."""
    undone: set[str] = set()
    for decision in decisions:
        if decision.kind == K.UNDO:
            undone.update(decision.targets)
        elif decision.kind == K.REDO:
            undone.difference_update(decision.targets)
    return undone


def can_undo(decisions: Sequence[Decision], who: str) -> str | None:
    """The last decision that this person took and that stands."""
    undone = undone_of(decisions)
    own = [d.id for d in decisions if d.who == who and d.kind not in (K.UNDO, K.REDO) and d.id not in undone]
    return own[-1] if own else None


def can_redo(decisions: Sequence[Decision], who: str) -> str | None:
    """What this person undid last, unless they have decided something new since."""
    undone = undone_of(decisions)
    for decision in reversed(decisions):
        if decision.who == who:
            if decision.kind == K.UNDO and decision.targets[0] in undone:
                return decision.targets[0]
            if decision.kind not in (K.UNDO, K.REDO):
                return None
    return None


def _result(state: Replay, decisions: Sequence[Decision], undone: set[str]) -> Reviewed:
    base, people = state.base, state.people
    keys, claims = list(base.keys), list(base.claims)
    touched = {place for actor in people.changed for place in base.by_actor.get(actor, ())}
    for place in touched:
        claims[place] = people.known(claims[place])
    for key, entry in state.entries.items():
        entry.claim = people.known(entry.claim)
        for place in base.places.get(key, ()):
            claims[place] = entry.claim
            touched.add(place)
        if entry.read is None and key not in base.places:
            keys.append(key)
            claims.append(entry.claim)
    return Reviewed(
        decisions[-1].number if decisions else 0, keys, claims, people.settled(), state.entries, people.merges(),
        state.findings, state.answers, state.actor_notes, frozenset(state.loose), frozenset(undone),
        frozenset(touched), tuple(decisions),
    )  # fmt: skip


def _vote(state: Replay, decision: Decision) -> bool:
    entries = [state.entry(decision, place) for place in range(len(decision.targets))]
    for entry in filter(None, entries):
        entry.votes[decision.who] = decision.kind.value
        entry.decisions.append(decision)
    return any(entries)


def _correct(state: Replay, decision: Decision) -> bool:
    entry = state.entry(decision)
    if entry is None:
        return False
    try:
        claim = corrected(entry.claim, state.people.resolved(decision.after), state.people.actors)
    except DecisionError:  # an actor that is no longer there
        return False
    _put(entry, decision, claim, list(decision.after))
    return True


def _swap(state: Replay, decision: Decision) -> bool:
    entry = state.entry(decision)
    if entry is None:
        return False
    claim = replace(entry.claim, subject=entry.claim.object, object=entry.claim.subject)
    _put(entry, decision, claim, ["subject", "object"])
    return True


def _put(entry: Entry, decision: Decision, claim: Claim, names: list[str]) -> None:
    for name in names:
        entry.changed.setdefault(name, claim_field(entry.claim, name))
    entry.claim = claim
    entry.decisions.append(decision)


def _add(state: Replay, decision: Decision) -> bool:
    document = state.base.by_text.get(decision.anchors[0].text)
    if document is None:
        return False
    for actor in decision.after.get("actors", ()):
        state.people.add(actor)
    claim = replace(of_plain(Claim, decision.after["claim"]), document=document)
    entry = state.entry(decision) or state.entries.setdefault(decision.targets[0], Entry(claim.id, None, claim))
    entry.votes.setdefault(decision.who, K.ACCEPT.value)
    entry.decisions.append(decision)
    return {claim.subject.actor, claim.object.actor} <= {*state.people.actors, *state.people.merged}


def _note(state: Replay, decision: Decision) -> bool:
    target = decision.targets[0]
    entry = state.entry(decision)
    if entry is not None:
        entry.notes.append(decision)
        entry.decisions.append(decision)
    elif state.people.resolve(target) in state.people.actors:
        state.actor_notes.setdefault(state.people.resolve(target), []).append(decision)
    else:
        return False
    return True


def _finding(state: Replay, decision: Decision) -> bool:
    verdict = "kept" if decision.kind == K.KEEP else "dismissed"
    claims = tuple(decision.before.get("claims", ()))
    state.findings[decision.targets[0]] = Verdict(verdict, decision.after.get("note", ""), decision.who, claims)
    return True


def _split(state: Replay, decision: Decision) -> bool:
    """Moves the named claims from an actor to a new one."""
    actor = state.people.split(decision)
    if actor is None:
        return False
    for place, key in enumerate(decision.after["claims"]):
        entry = state.entry(decision, place, key)
        if entry:
            entry.claim = state.people.moved(entry.claim, decision.targets[0], actor)
            entry.decisions.append(decision)
    return True


def _person(apply: Callable[[people.People, Decision], bool]) -> Callable[[Replay, Decision], bool]:
    return lambda state, decision: apply(state.people, decision)


def _answer(state: Replay, decision: Decision) -> bool:
    one, other = decision.targets
    state.answers[one, other] = decision.after["answer"]
    return state.people.answer(decision)


_APPLY: dict[DecisionKind, Callable[[Replay, Decision], bool]] = {
    K.ACCEPT: _vote, K.REJECT: _vote, K.UNSURE: _vote, K.NEEDS_WORK: _vote, K.CORRECT: _correct, K.SWAP: _swap,
    K.ADD: _add, K.NOTE: _note, K.KEEP: _finding, K.DISMISS: _finding, K.SPLIT: _split, K.ANSWER: _answer,
    K.MERGE: _person(people.People.merge), K.RENAME: _person(people.People.rename),
    K.REPARENT: _person(people.People.reparent),
}  # fmt: skip
