"""What kinds of parties a relation can join: nobody arms a town, and only places are entered and held."""

from __future__ import annotations

from imbroglio.model import ActorKind, Relation, RelationClass

_PLACES = frozenset({ActorKind.PLACE, ActorKind.STATE})
_BESIEGED = frozenset({Relation.COERCES})  # a town can be besieged


def selects(relation: Relation, subject: ActorKind | None, object_: ActorKind | None) -> bool:
    """Whether the relation can hold between parties of these kinds; an unknown kind is not ruled out."""
    if subject is ActorKind.PLACE:
        return False
    if relation is Relation.SAME_AS and (subject is ActorKind.PERSON) != (object_ is ActorKind.PERSON):
        return False  # nobody is a group
    if relation is Relation.LEADS and object_ is ActorKind.PERSON:
        return False  # "Putin's minister Shoigu"
    if relation is Relation.DEPLOYS_TO and subject is ActorKind.PERSON:
        return False  # whoever flies somewhere brings no army
    if relation.klass is RelationClass.PLACE:
        return object_ is None or object_ in _PLACES
    if object_ is ActorKind.PLACE:
        return relation in _BESIEGED or relation is Relation.FIGHTS
    if object_ is ActorKind.PROGRAMME and relation in _FORCE | _HOSTILE:
        return False  # a plan is attacked in words only
    if ActorKind.MEDIA in (subject, object_):
        return relation not in _FORCE | {Relation.SHELTERS}
    return True


_HOSTILE = frozenset({Relation.COERCES, Relation.THREATENS})
_FORCE = frozenset({Relation.FIGHTS, Relation.ARMS, Relation.FIGHTS_FOR, Relation.FIGHTS_ALONGSIDE, Relation.ASSISTS})
