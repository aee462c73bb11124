"""How an actor stands to others at a date, and what is different at another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from imbroglio.analysis.moments import lasts, moment
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.timeline.events import involved
from imbroglio.analysis.timeline.runs import runs
from imbroglio.model import Claim, RelationClass

_STATES = (RelationClass.STRUCTURE, RelationClass.PLACE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What was last told by a date. `word` is `with`, `against`, `both` or `ended`, or the relation itself for
    memberships, leaders and ground; `as_of` is the day it was last told of."""

    one: str
    other: str
    word: str
    theatre: str | None
    as_of: date | None
    claims: tuple[Claim, ...]

    @property
    def key(self) -> tuple[str, str, str | None, bool]:
        """What it is about, whatever is said of it."""
        stance = self.word in ("with", "against", "both", "ended")
        return self.one, self.other, self.theatre if stance else self.word, stance


@dataclass(frozen=True, slots=True)
class Shift:
    """The same thing at two dates; None where nothing was told of it yet, or it no longer held."""

    before: Standing | None
    after: Standing | None


def standings(situation: Situation, ones: Collection[str], others: Collection[str], at: date) -> list[Standing]:
    """How the ones stood to the others (to everybody, where there are none) at the date: stances first."""
    claims = involved(situation, ones, others)
    latest: dict[tuple[tuple[str, str], str | None], Standing] = {}
    for run in runs(situation, [claim for claim in claims if _by(situation, claim, at)]):
        latest[run.pair, run.theatre] = Standing(*run.pair, run.word, run.theatre, run.end.day, run.claims)
    return [*_without_repeats(latest.values()), *_states(situation, claims, at)]


def shifts(before: Iterable[Standing], after: Iterable[Standing]) -> list[Shift]:
    """What is different between the standings of two dates."""
    first, second = ({one.key: one for one in standing} for standing in (before, after))
    found = []
    for key in dict.fromkeys([*first, *second]):
        one, other = first.get(key), second.get(key)
        if one is None or other is None or one.word != other.word:
            found.append(Shift(one, other))
    return found


def _by(situation: Situation, claim: Claim, at: date) -> bool:
    """Dated, and of that day or before."""
    when = moment(claim, situation.documents)
    return when is not None and when.day <= at


def _without_repeats(found: Iterable[Standing]) -> list[Standing]:
    """Claims without a place stand in every theatre; those alone are told once, without any."""
    kept: dict[tuple[str, str, tuple[Claim, ...]], Standing] = {}
    for one in found:
        kept.setdefault((one.one, one.other, one.claims), one)
    return list(kept.values())


def _states(situation: Situation, claims: Iterable[Claim], at: date) -> list[Standing]:
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.relation.klass not in _STATES or claim.polarity == "no" or claim.trend == "stop":
            continue
        if _by(situation, claim, at) and lasts(claim, at, situation.documents):
            groups.setdefault((*situation.parties(claim), claim.relation.value), []).append(claim)
    found = []
    for (one, other, relation), group in groups.items():
        days = [when.day for claim in group if (when := moment(claim, situation.documents))]
        found.append(Standing(one, other, relation, None, max(days, default=None), tuple(group)))
    return found
