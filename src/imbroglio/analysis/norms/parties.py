"""The descriptions that others are made of: by name, kind, country, membership, affiliation, list, agreement."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.analysis.norms.match import NO, YES, Match
from imbroglio.analysis.norms.world import World
from imbroglio.analysis.wording import listed
from imbroglio.model import ActorKind, Relation

CLOSED = frozenset({ActorKind.STATE, ActorKind.MEDIA, ActorKind.PLACE, ActorKind.INTERNATIONAL})
"""Kinds of actors that are part of nothing but what is known of them."""


@dataclass(frozen=True, slots=True)
class Named:
    """The actor of this name, those that act for it, and its parts."""

    name: str

    @property
    def words(self) -> str:
        return self.name

    def match(self, world: World, actor: str) -> Match:
        return is_one(world, actor, world.ids(self.name))


@dataclass(frozen=True, slots=True)
class These:
    """Actors by id, as records have them."""

    ids: frozenset[str]
    words: str

    def match(self, world: World, actor: str) -> Match:
        return is_one(world, actor, self.ids)


@dataclass(frozen=True, slots=True)
class OfKind:
    """Of one of these kinds, itself or what it acts for: an army is a body, and acts for a state."""

    kinds: frozenset[ActorKind]

    @property
    def words(self) -> str:
        return listed(sorted(self.kinds), "or")

    def match(self, world: World, actor: str) -> Match:
        found = [world.actor(id) for id in (actor, world.situation.stands_for(actor))]
        kinds = {one.kind if one else ActorKind.OTHER for one in found}
        if kinds & self.kinds:
            return YES
        return Match(None, (), (f"what kind of actor {world.name(actor)} is",)) if ActorKind.OTHER in kinds else NO


@dataclass(frozen=True, slots=True)
class OfCountry:
    """Of a state: itself, its bodies, and who is known to come from there."""

    name: str
    ids: frozenset[str]

    @property
    def words(self) -> str:
        return f"of {self.name}"

    def match(self, world: World, actor: str) -> Match:
        found = world.actor(actor)
        if world.stands_for(actor, self.ids) or (found and found.country in self.ids):
            return YES
        if found is None or (found.country is None and found.kind not in CLOSED):
            return Match(None, (), (f"which country {world.name(actor)} is of",))
        return NO


@dataclass(frozen=True, slots=True)
class MemberOf:
    """Part of an umbrella, by any number of steps."""

    name: str

    @property
    def words(self) -> str:
        return f"part of {self.name}"

    def match(self, world: World, actor: str) -> Match:
        wholes = world.ids(self.name)
        claims = world.membership(actor, wholes) if wholes else None
        if claims is not None:
            return Match(True, claims)
        return _open(world, actor, f"whether {world.name(actor)} is part of {self.name}")


@dataclass(frozen=True, slots=True)
class Affiliated:
    """Tied to somebody by support, membership or leadership in at most `depth` steps, itself or by an armed umbrella
    that it is part of; `by` narrows the relations."""

    name: str
    depth: int = 1
    by: frozenset[Relation] = frozenset()
    ids: frozenset[str] = frozenset()  # instead of the name, where a record knows better

    @property
    def words(self) -> str:
        return f"tied to {self.name}" + (f" by up to {self.depth} steps" if self.depth > 1 else "")

    def match(self, world: World, actor: str) -> Match:
        targets = self.ids or world.ids(self.name)
        if not targets:
            return Match(None, (), (f"who {self.name} is",))
        if world.stands_for(actor, targets):
            return YES
        claims = world.affiliation(actor, targets, self.depth, self.by)
        if claims is not None:
            return Match(True, claims)
        return _open(world, actor, f"whether {world.name(actor)} is tied to {self.name}", closed=frozenset())


@dataclass(frozen=True, slots=True)
class Listed:
    """On a list of names, or part of one that is. A list says of everybody whether they are on it."""

    title: str
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"listed in {self.title}"

    def match(self, world: World, actor: str) -> Match:
        return is_one(world, actor, frozenset(id for name in self.names for id in world.ids(name)))


@dataclass(frozen=True, slots=True)
class PartyTo:
    """In the agreement that the rule is checked for; `left_out` for those whom it leaves out."""

    kind: str
    left_out: bool = False

    @property
    def words(self) -> str:
        return f"left out of the {self.kind}" if self.left_out else f"party to the {self.kind}"

    def match(self, world: World, actor: str) -> Match:
        if world.agreement is None:
            return Match(None, (), (f"a {self.kind}: none is told of",))
        parties = world.agreement.excluded if self.left_out else world.agreement.parties
        ids = {party.actor for party in parties}
        return is_one(world, actor, frozenset(ids | {world.situation.stands_for(id) for id in ids}))


def is_one(world: World, actor: str, ids: frozenset[str]) -> Match:
    """One of these, acting for one, or part of one."""
    if world.stands_for(actor, ids):
        return YES
    claims = world.membership(actor, ids)
    return NO if claims is None else Match(True, claims)


def _open(world: World, actor: str, gap: str, closed: frozenset[ActorKind] = CLOSED) -> Match:
    """Not said, which is no for kinds of actors of whom it would be known."""
    found = world.actor(actor)
    return NO if found and found.kind in closed else Match(None, (), (gap,))
