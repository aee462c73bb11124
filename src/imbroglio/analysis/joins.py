"""What joins the documents: the actors and ties that more than one of them speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.analysis.situation import Situation
from imbroglio.model import ActorKind, Claim, RelationClass

_NO_PARTY = (ActorKind.PLACE, ActorKind.MEDIA)


@dataclass(frozen=True, slots=True)
class Join:
    """An actor (`object` None) or a tie that at least two documents speak of; `roots` counts independent roots."""

    subject: str
    object: str | None
    klass: RelationClass | None
    documents: tuple[str, ...]
    claims: tuple[Claim, ...]
    roots: int


def joins(situation: Situation) -> list[Join]:
    """Ties first, then actors, those in most documents and with most claims first. Bodies count as their state."""
    ties: dict[tuple[str, str, RelationClass], list[Claim]] = {}
    actors: dict[str, list[Claim]] = {}
    for claim in situation.claims:
        subject, object_ = situation.parties(claim)
        vague = _anybody(situation, subject) or _anybody(situation, object_)
        if claim.polarity == "yes" and subject != object_ and not claim.background and not vague:
            ties.setdefault((subject, object_, claim.relation.klass), []).append(claim)
        for actor in {subject, object_}:
            if situation.kind(actor) not in _NO_PARTY and not _anybody(situation, actor):
                actors.setdefault(actor, []).append(claim)
    found = [_join(situation, *key, claims) for key, claims in ties.items()]
    found += [_join(situation, actor, None, None, claims) for actor, claims in actors.items()]
    kept = [join for join in found if len(join.documents) > 1]
    return sorted(kept, key=lambda join: (join.object is None, -len(join.documents), -len(join.claims), join.subject))


def _join(
    situation: Situation, subject: str, object_: str | None, klass: RelationClass | None, claims: list[Claim]
) -> Join:
    documents = tuple(dict.fromkeys(claim.document for claim in claims))
    roots = situation.roots.count(claims)
    return Join(subject, object_, klass, documents, tuple(claims), roots)


def _anybody(situation: Situation, actor: str) -> bool:
    """ "Men" and "rebels" of two documents need not be the same."""
    found = situation.actors.get(actor)
    return bool(found and found.described and " " not in found.name)
