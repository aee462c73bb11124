"""How two actors stand to each other over time: runs of days of one state, and the turns between them.

Theatres are kept apart: what is said of one place is no change of what was said of another. Nothing is averaged; a day
on which both friendship and hostility are told is of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from imbroglio.analysis.moments import FIRM, Moment, moment
from imbroglio.analysis.situation import Situation
from imbroglio.model import Claim

Pair = tuple[str, str]
ENDED = 0
WORDS: dict[frozenset[int], str] = {
    frozenset({1}): "with",
    frozenset({-1}): "against",
    frozenset({1, -1}): "both",
    frozenset({ENDED}): "ended",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive moments at which the same is told of a pair (ids in alphabetical order) in a theatre, or in none.

    `signs` are those told: 1, -1 or both; 0 alone where support or hostility is said to have ended.
    """

    pair: Pair
    theatre: str | None
    signs: frozenset[int]
    start: Moment
    end: Moment
    claims: tuple[Claim, ...]

    @property
    def word(self) -> str:
        """`with`, `against`, `both` or `ended`."""
        return WORDS[self.signs]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change from one run to the next. `first` are those whose deeds are the first told of the new state."""

    before: Run
    after: Run
    first: tuple[str, ...]


def runs(situation: Situation, claims: Iterable[Claim]) -> list[Run]:
    """All runs of all pairs that the dated claims speak of, by pair and theatre, then in order of time."""
    told: dict[Pair, list[Claim]] = defaultdict(list)
    for claim in claims:
        one, other = situation.parties(claim)
        if one != other and claim.relation.sign and claim.polarity == "yes" and claim.firmness in FIRM:
            when = moment(claim, situation.documents)
            if when and when.rank < 2:
                told[min(one, other), max(one, other)].append(claim)
    found: list[Run] = []
    for pair in sorted(told):
        for theatre, own in _theatres(situation, told[pair]).items():
            found += _runs(situation, pair, theatre, own)
    return found


def turns(found: Iterable[Run], situation: Situation) -> list[Turn]:
    """The changes between consecutive runs of a pair and theatre, the earliest first, each once."""
    lines: dict[tuple[Pair, str | None], list[Run]] = defaultdict(list)
    for run in found:
        lines[run.pair, run.theatre].append(run)
    made = [Turn(a, b, _movers(situation, b)) for line in lines.values() for a, b in pairwise(line)]
    once = {(turn.before.claims, turn.after.claims): turn for turn in reversed(made)}
    return sorted(once.values(), key=lambda turn: (turn.after.start, turn.after.pair, turn.after.theatre or ""))


def _theatres(situation: Situation, claims: list[Claim]) -> Mapping[str | None, list[Claim]]:
    """Claims by country; those without a place may be of any, so they stand in each."""
    lands = [situation.places.country(situation.place(claim)) for claim in claims]
    named = sorted({land for land in lands if land})
    if not named:
        return {None: claims}
    return {land: [claim for claim, own in zip(claims, lands, strict=True) if own in (None, land)] for land in named}


def _runs(situation: Situation, pair: Pair, theatre: str | None, claims: list[Claim]) -> list[Run]:
    days: dict[Moment, list[Claim]] = defaultdict(list)
    for claim in claims:
        if when := moment(claim, situation.documents):
            days[when].append(claim)
    found: list[Run] = []
    for when in sorted(days):
        signs = _signs(days[when])
        if found and found[-1].signs == signs:
            last = found.pop()
            found.append(Run(pair, theatre, signs, last.start, when, (*last.claims, *days[when])))
        else:
            found.append(Run(pair, theatre, signs, when, when, tuple(days[when])))
    return found


def _signs(claims: Iterable[Claim]) -> frozenset[int]:
    signs = {ENDED if claim.trend == "stop" else claim.sign for claim in claims}
    return frozenset(signs - {ENDED} or signs)


def _movers(situation: Situation, run: Run) -> tuple[str, ...]:
    """Who acts in the claims of the run's first moment that make it what it is; both, where an act is mutual."""
    opening = [claim for claim in run.claims if moment(claim, situation.documents) == run.start]
    movers: dict[str, None] = {}
    for claim in opening:
        one, other = situation.parties(claim)
        movers |= dict.fromkeys((one, other) if claim.relation.symmetric else (one,))
    return tuple(movers)
