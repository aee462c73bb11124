"""What is told of an actor, or of a pair, in order of time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from imbroglio.analysis.changes import Change, changes
from imbroglio.analysis.moments import Moment, moment
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.timeline.runs import Run, Turn, runs, turns
from imbroglio.model import SUPPOSED, Claim, Relation


@dataclass(frozen=True, slots=True)
class Event:
    """One relation told of one moment; `when` is None where nothing dates it."""

    when: Moment | None
    subject: str
    relation: Relation
    object: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time, undated ones last; `runs` and `turns` of alignment; `told` are changes in the words
    themselves (more, less, begun, ended, then and now)."""

    events: tuple[Event, ...]
    runs: tuple[Run, ...]
    turns: tuple[Turn, ...]
    told: tuple[Change, ...]


def timeline(situation: Situation, ones: Collection[str], others: Collection[str] = ()) -> Timeline:
    """The timeline of an actor, or of what is said between two; each given by the ids that stand for it.

    Bodies and leaders count as what they act for. What is merely supposed or demanded is left out.
    """
    claims = [claim for claim in involved(situation, ones, others) if claim.firmness not in SUPPOSED]
    found = runs(situation, claims)
    mine = set(claims)
    told = [change for change in changes(situation) if mine & {*change.before, *change.after}]
    return Timeline(_events(situation, claims), tuple(found), tuple(turns(found, situation)), tuple(told))


def involved(situation: Situation, ones: Collection[str], others: Collection[str] = ()) -> list[Claim]:
    """The sure claims with one of the ones, and with one of the others where there are any, on the other side."""
    first, second = ({situation.stands_for(id) for id in ids} | set(ids) for ids in (ones, others))
    found = []
    for claim in situation.sure:
        a, b = situation.parties(claim)
        if a != b and ((a in first and (b in second or not second)) or (b in first and (a in second or not second))):
            found.append(claim)
    return found


def _events(situation: Situation, claims: Iterable[Claim]) -> tuple[Event, ...]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        when = moment(claim, situation.documents)
        own = (
            when,
            *situation.parties(claim),
            claim.relation,
            claim.polarity,
            claim.trend,
            claim.firmness,
            claim.place,
        )
        groups.setdefault(own, []).append(claim)
    events = []
    for group in groups.values():
        subject, object_ = situation.parties(group[0])
        when = moment(group[0], situation.documents)
        events.append(Event(when, subject, group[0].relation, object_, tuple(group)))
    return tuple(sorted(events, key=lambda event: (event.when is None, event.when or ())))
