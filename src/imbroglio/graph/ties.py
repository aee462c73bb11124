"""Gather claims into ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from imbroglio.graph.affiliation import Affiliations, Level
from imbroglio.graph.places import PlaceTree
from imbroglio.graph.roots import count_roots
from imbroglio.model import Actor, Claim, Document, RelationClass, Tie
from imbroglio.model.interval import Tense

_Key = tuple[str, str, RelationClass, str | None, Tense]


def gather(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    actors: Mapping[str, Actor],
    level: Level = Level.ACTOR,
    places: PlaceTree | None = None,
) -> list[Tie]:
    """Ties, strongest (most independent roots, then most claims) first.

    A tie holds the claims of one class between one ordered pair in one theatre and tense. Theatres are the places that
    claims name, by their country where the tree of places knows it. Denied claims, and claims between an actor and
    itself (after the roll-up), make no tie.
    """
    claims = tuple(claims)
    affiliations = Affiliations(actors, claims)
    tree = places or PlaceTree()
    gathered: dict[_Key, list[Claim]] = {}
    for claim in claims:
        document = documents.get(claim.document)
        on = document.published if document else None
        subject = affiliations.roll(claim.subject.actor, level, on)
        object_ = affiliations.roll(claim.object.actor, level, on)
        if subject == object_ or claim.polarity == "no":
            continue
        where = claim.place_id or claim.place
        theatre = tree.country(where) or claim.place
        gathered.setdefault((subject, object_, claim.relation.klass, theatre, claim.when.tense), []).append(claim)
    ties = [Tie(*key, tuple(group), count_roots(group, documents, actors)) for key, group in gathered.items()]
    return sorted(ties, key=lambda tie: (-tie.roots, -len(tie.claims)))
