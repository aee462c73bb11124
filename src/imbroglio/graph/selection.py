"""Which claims to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from imbroglio.graph.affiliation import Affiliations, Level
from imbroglio.graph.order import period
from imbroglio.graph.places import PlaceTree
from imbroglio.model import Claim, Document, RelationClass


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; an empty or None field keeps everything.

    `place` keeps claims said to hold in it or in a part of it; `start` and `end` keep claims that may hold on some day
    between them (a claim of unknown time may); `actors` keeps claims with such a party, bodies counted as their state.
    """

    place: str | None = None
    start: date | None = None
    end: date | None = None
    firmness: frozenset[str] = frozenset()
    classes: frozenset[RelationClass] = frozenset()
    actors: frozenset[str] = frozenset()
    trust: float = 0.0
    background: bool = True


def select(
    claims: Iterable[Claim],
    selection: Selection,
    documents: Mapping[str, Document],
    places: PlaceTree | None = None,
    affiliations: Affiliations | None = None,
) -> list[Claim]:
    """The claims that the selection keeps, in their order."""
    tree = places or PlaceTree()
    return [
        claim
        for claim in claims
        if (not selection.place or tree.within(claim.place_id or claim.place, selection.place))
        and _may_hold(claim, selection, documents)
        and (not selection.firmness or claim.firmness in selection.firmness)
        and (not selection.classes or claim.relation.klass in selection.classes)
        and (not selection.actors or _involved(claim, affiliations) & selection.actors)
        and claim.trust >= selection.trust
        and (selection.background or not claim.background)
    ]


def _may_hold(claim: Claim, selection: Selection, documents: Mapping[str, Document]) -> bool:
    start, end = period(claim, documents)
    return not (selection.start and end and end < selection.start) and not (
        selection.end and start and start > selection.end
    )


def _involved(claim: Claim, affiliations: Affiliations | None) -> set[str]:
    parties = {claim.subject.actor, claim.object.actor}
    if affiliations:
        parties |= {affiliations.roll(actor, level) for actor in set(parties) for level in Level}
    return parties
