"""Claims, actors and documents made by hand, for the tests of what stands after the reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from imbroglio.analysis import Situation
from imbroglio.graph import PlaceTree
from imbroglio.knowledge.places import Gazetteer
from imbroglio.model import (
    Actor,
    ActorKind,
    Agreement,
    Bond,
    Claim,
    Document,
    Interval,
    Norm,
    Party,
    Place,
    Relation,
    Span,
    Speaker,
)  # fmt: skip

TEXT = "Made for a test. " * 200

_GAZETTEER = Gazetteer()
for _place in (
    Place("north", "Northland", "country"),
    Place("south", "Southland", "country"),
    Place("port", "Port City", "city", parent="south"),
):
    _GAZETTEER.add(_place)

PLACES = PlaceTree(_GAZETTEER)

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("patria", "Patria", ActorKind.STATE, known=True),
        Actor("patrian-army", "Patrian Army", ActorKind.BODY, bonds=(Bond("part_of", "patria"),), known=True),
        Actor("leader", "Ada Leader", ActorKind.PERSON, bonds=(Bond("leads", "patria", end=date(2020, 1, 1)),)),
        Actor("rivalia", "Rivalia", ActorKind.STATE, known=True),
        Actor("thirdland", "Thirdland", ActorKind.STATE, known=True),
        Actor("front", "Free Front", ActorKind.UMBRELLA, "thirdland", known=True),
        Actor("hawks", "Hawks", ActorKind.GROUP, "thirdland", bonds=(Bond("part_of", "front"),), known=True),
        Actor("doves", "Doves", ActorKind.GROUP, "thirdland", bonds=(Bond("part_of", "front"),), known=True),
        Actor("rebels", "northern rebels", ActorKind.GROUP, described=True),
        Actor("guard", "Home Guard", ActorKind.GROUP, "thirdland", known=True),
        Actor("wire", "The Wire", ActorKind.MEDIA, known=True),
        Actor("gazette", "The Gazette", ActorKind.MEDIA, known=True),
    )
}

_count = iter(range(10**9))


def party(actor: str) -> Party:
    return Party(actor, ACTORS[actor].name, Span(0, 1))


def claim(
    subject: str,
    relation: str,
    object_: str,
    *,
    document: str = "one",
    tense: Any = "present",
    said_by: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    at: int | None = None,
    **more: Any,
) -> Claim:
    """A claim in the words of `TEXT`; each has a quote of its own, none that of a norm, unless `at` says where."""
    place = 20 + next(_count) * 20 % 3000 if at is None else at
    span = Span(place, place + 10)
    speakers = tuple(Speaker(ACTORS[s].name if s in ACTORS else s, s if s in ACTORS else None) for s in said_by)
    when = Interval(tense, start=start, end=end)
    return Claim(
        document, party(subject), Relation(relation), party(object_), span, Span(place, place + 4),
        when=when, said_by=speakers, **more,
    )  # fmt: skip


def document(id: str = "one", source: str | None = None, published: date | None = None, text: str = TEXT) -> Document:
    return Document(id, text, id, source, published)


def situation(
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    agreements: Iterable[Agreement] = (),
    norms: Iterable[Norm] = (),
) -> Situation:
    return Situation(tuple(documents) or (document(),), ACTORS, claims, PLACES, agreements, norms)
