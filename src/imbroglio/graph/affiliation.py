"""Who belongs to whom, and whom an actor acts for: the roll-up, on demand, to state and umbrella.

Same as, part of and leads stay three different things; a roll-up never touches the claims, it only answers for whom
an actor stands at the level that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from imbroglio.model import Actor, ActorKind, Bond, Claim, Relation

_BODIES = (ActorKind.BODY, ActorKind.PERSON)
_GROUPS = (ActorKind.GROUP, ActorKind.UMBRELLA)


class Level(StrEnum):
    """How far to roll up."""

    ACTOR = "actor"  # as named
    STATE = "state"  # government bodies stand for their state, leaders for what they lead, names for one actor
    UMBRELLA = "umbrella"  # and armed groups for the umbrella they belong to


class Affiliations:
    """Part-of, leads and same-as relations from the registry's bonds and from claims, with those claims at hand."""

    def __init__(self, actors: Mapping[str, Actor], claims: Iterable[Claim] = ()) -> None:
        self.actors = actors
        self._rolled: dict[tuple[str, Level, date | None], str] = {}
        self._wholes: dict[tuple[str, date | None], tuple[str, ...]] = {}
        self._umbrellas: dict[tuple[str, date | None], tuple[str, ...]] = {}
        self._dates: dict[str, bool] = {}
        self._claims: dict[tuple[Relation, str, str], list[Claim]] = {}
        for claim in claims:
            if claim.relation in (Relation.PART_OF, Relation.LEADS, Relation.SAME_AS) and _stands(claim):
                key = (claim.relation, claim.subject.actor, claim.object.actor)
                self._claims.setdefault(key, []).append(claim)
        self._objects: dict[tuple[Relation, str], list[str]] = {}
        self._subjects: dict[tuple[Relation, str], list[str]] = {}
        for relation, subject, object_ in self._claims:
            self._objects.setdefault((relation, subject), []).append(object_)
            self._subjects.setdefault((relation, object_), []).append(subject)

    def wholes(self, actor: str, on: date | None = None) -> tuple[str, ...]:
        """All that the actor is part of, directly or through others, nearest first."""
        if (actor, on) not in self._wholes:
            self._wholes[actor, on] = self._find_wholes(actor, on)
        return self._wholes[actor, on]

    def _find_wholes(self, actor: str, on: date | None) -> tuple[str, ...]:
        found: list[str] = []
        queue = [actor]
        while queue:
            for target in self._targets(Relation.PART_OF, queue.pop(0), on):
                if target != actor and target not in found:
                    found.append(target)
                    queue.append(target)
        return tuple(found)

    def umbrellas(self, actor: str, on: date | None = None) -> tuple[str, ...]:
        """The armed groups and umbrellas among an armed group's wholes: never its state."""
        on = on if on and self.dated(actor) else None
        if (actor, on) not in self._umbrellas:
            self._umbrellas[actor, on] = self._find_umbrellas(actor, on)
        return self._umbrellas[actor, on]

    def _find_umbrellas(self, actor: str, on: date | None) -> tuple[str, ...]:
        if self._kind(actor) not in _GROUPS:
            return ()
        wholes = (self._same(whole, on) for whole in self.wholes(actor, on))
        return tuple(dict.fromkeys(whole for whole in wholes if self._kind(whole) in _GROUPS and whole != actor))

    def chain(self, part: str, whole: str) -> tuple[Claim, ...]:
        """The claims that say that `part` is part of `whole`, directly or by one step between; none if bonds say it."""
        direct = self._claims.get((Relation.PART_OF, part, whole), [])
        if direct:
            return tuple(direct)
        for middle in self._objects.get((Relation.PART_OF, part), ()):
            further = self._claims.get((Relation.PART_OF, middle, whole))
            if further:
                return (*self._claims[Relation.PART_OF, part, middle], *further)
        return ()

    def kin(self, one: str, other: str) -> bool:
        """True for an actor and itself, a part and its whole, a body and its state, a leader and what it leads."""
        one, other = self.roll(one, Level.STATE), self.roll(other, Level.STATE)
        return one == other or other in self.umbrellas(one) or one in self.umbrellas(other)

    def roll(self, actor: str, level: Level = Level.STATE, on: date | None = None) -> str:
        """The id of the actor that this one stands for at the level; what stands for others stands for itself."""
        if level == Level.ACTOR:
            return actor
        on = on if on and self.dated(actor) else None
        if (actor, level, on) not in self._rolled:
            self._rolled[actor, level, on] = self._roll(actor, level, on)
        return self._rolled[actor, level, on]

    def _roll(self, actor: str, level: Level, on: date | None) -> str:
        seen = [actor]
        while further := self._step(seen[-1], level, on):
            if further in seen:  # documents make a circle of them: one, always the same, stands for all
                return min(seen[seen.index(further) :])
            seen.append(further)
        return seen[-1]

    def _step(self, actor: str, level: Level, on: date | None) -> str | None:
        further = self._stands_for(actor, on)
        if further is None and level == Level.UMBRELLA and (umbrellas := self.umbrellas(actor, on)):
            return umbrellas[-1]
        return further

    def _stands_for(self, actor: str, on: date | None) -> str | None:
        first = self._same(actor, on)
        if first != actor:
            return first
        kind = self._kind(actor)
        if kind not in _BODIES:
            return None
        relation = Relation.LEADS if kind == ActorKind.PERSON else Relation.PART_OF
        targets = self._targets(relation, actor, on)
        if kind == ActorKind.PERSON:
            targets = targets or self._targets(Relation.PART_OF, actor, on)
        targets = sorted(targets, key=lambda target: self._kind(target) != ActorKind.STATE)
        if targets:
            return targets[0]
        country = self.actors[actor].country if kind == ActorKind.BODY else None
        return country if country in self.actors else None

    def _same(self, actor: str, on: date | None) -> str:
        """The one name among those said to be names of one actor: a registered one, if there is any."""
        alike = [actor, *self._targets(Relation.SAME_AS, actor, on)]
        alike += self._subjects.get((Relation.SAME_AS, actor), [])

        def rank(name: str) -> tuple[bool, bool, str]:
            found = self.actors.get(name)
            return not (found and found.known), self._kind(name) == ActorKind.OTHER, name

        return min(alike, key=rank)

    def dated(self, actor: str) -> bool:
        """Whether the day matters: a dated bond among all that can be reached from the actor by bonds and claims."""
        if actor not in self._dates:
            seen, queue = {actor}, [actor]
            while queue:
                queue = [other for one in queue for other in self._neighbours(one) if other not in seen]
                seen.update(queue)
            bonds = (bond for one in seen if one in self.actors for bond in self.actors[one].bonds)
            self._dates[actor] = any(bond.start or bond.end for bond in bonds)
        return self._dates[actor]

    def _neighbours(self, actor: str) -> set[str]:
        found = {bond.target for bond in self.actors[actor].bonds} if actor in self.actors else set()
        for relation in (Relation.PART_OF, Relation.LEADS, Relation.SAME_AS):
            found.update(self._objects.get((relation, actor), ()))
        return found.union(self._subjects.get((Relation.SAME_AS, actor), ()))

    def _targets(self, relation: Relation, actor: str, on: date | None) -> list[str]:
        bonds = [bond for bond in self.actors[actor].bonds if bond.kind == relation] if actor in self.actors else []
        if settled := [bond for bond in bonds if bond.settled]:
            return [bond.target for bond in settled if bond.target]
        known = [bond.target for bond in bonds if _in_force(bond, on)]
        return list(dict.fromkeys(known + self._objects.get((relation, actor), [])))

    def _kind(self, actor: str) -> ActorKind:
        return self.actors[actor].kind if actor in self.actors else ActorKind.OTHER


def _stands(claim: Claim) -> bool:
    return claim.polarity == "yes" and claim.firmness in ("fact", "hedged") and claim.trend != "stop"


def _in_force(bond: Bond, on: date | None) -> bool:
    return on is None or not ((bond.start and on < bond.start) or (bond.end and on > bond.end))
