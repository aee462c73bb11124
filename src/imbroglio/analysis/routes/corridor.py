"""A corridor, stop by stop: who lets whom pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from imbroglio.analysis.routes.ground import Hold, ground
from imbroglio.analysis.routes.stance import Attitude, attitude
from imbroglio.analysis.situation import Situation
from imbroglio.model import Route

Verdict = Literal["open", "unknown", "contested", "blocked"]
_WORST: tuple[Verdict, ...] = ("open", "unknown", "contested", "blocked")
MOST = 12  # travellers that are asked about where none is named


@dataclass(frozen=True, slots=True)
class Stop:
    """One place for one traveller: each grip on it with how its owner stands to the traveller.

    `missing` says what nobody says.
    """

    place: str
    verdict: Verdict
    grips: tuple[tuple[Hold, Attitude], ...]
    missing: tuple[str, ...] = ()

    @property
    def to_change(self) -> tuple[Hold, ...]:
        """The grips that would have to be broken for the place to be open."""
        return tuple(hold for hold, stance in self.grips if stance.stops)


@dataclass(frozen=True, slots=True)
class Passage:
    """A corridor for one traveller: as good as its worst stop."""

    traveller: str
    verdict: Verdict
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Corridor:
    """Places in order, passages by traveller, and the records that speak of the corridor, if any do."""

    places: tuple[str, ...]
    at: date | None
    passages: tuple[Passage, ...]
    records: tuple[Route, ...] = ()


def corridor(
    situation: Situation,
    places: Sequence[str],
    travellers: Iterable[str] = (),
    at: date | None = None,
    records: Iterable[Route] = (),
) -> Corridor:
    """Whether each traveller (by id; by default all who hold or move on a stop) can pass at the date.

    Raises ValueError for fewer than two places.
    """
    if len(places) < 2:
        raise ValueError("a corridor needs two ends")
    grips = {place: ground(situation, place, at) for place in places}
    asked = dict.fromkeys(situation.stands_for(actor) for actor in travellers)
    if not asked:
        asked = dict.fromkeys(hold.actor for holds in grips.values() for hold in holds)
    passages = []
    for traveller in list(asked)[:MOST]:
        stops = tuple(_stop(situation, place, grips[place], traveller, at) for place in grips)
        worst = max((stop.verdict for stop in stops), key=_WORST.index)
        passages.append(Passage(traveller, worst, stops))
    return Corridor(tuple(grips), at, tuple(passages), tuple(records))


def told_routes(situation: Situation, routes: Iterable[Route], at: date | None = None) -> list[Corridor]:
    """The corridors that documents speak of, each for those who are said to want it."""
    together: dict[tuple[str, ...], list[Route]] = {}
    for route in routes:
        together.setdefault((route.start, *route.through, route.end), []).append(route)
    return [
        corridor(situation, places, [party.actor for route in group for party in route.wanted_by], at, group)
        for places, group in together.items()
        if len(set(places)) > 1
    ]


def _stop(situation: Situation, place: str, holds: list[Hold], traveller: str, at: date | None) -> Stop:
    grips = tuple((hold, attitude(situation, hold.actor, traveller, place, at)) for hold in holds)
    holders = [(hold, stance) for hold, stance in grips if hold.how in ("holds", "governs")]
    silent = tuple(
        f"how {_name(situation, hold.actor)} ({hold.how} {hold.where}) stands to {_name(situation, traveller)}"
        for hold, stance in holders
        if stance.word == "unknown"
    )
    missing = silent if holders else (f"who holds {place}",)
    return Stop(place, _verdict(grips, missing), grips, missing)


def _verdict(grips: Sequence[tuple[Hold, Attitude]], missing: Sequence[str]) -> Verdict:
    """Blocked where enemies hold it and no friend is there; contested where both are, or enemies move on it."""
    with_it = any(stance.lets_pass for _, stance in grips)
    against = any(stance.stops for _, stance in grips)
    held_against = any(stance.stops for hold, stance in grips if hold.how in ("holds", "governs"))
    if against:
        return "blocked" if held_against and not with_it else "contested"
    return "unknown" if missing else "open"


def _name(situation: Situation, actor: str) -> str:
    if actor in situation.actors:
        return situation.actors[actor].name
    known = situation.places.place(actor)
    return known.name if known else actor
