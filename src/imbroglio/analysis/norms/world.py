"""What descriptions ask of a case: who bears a name, who is part of what, who is tied to whom by how many steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from imbroglio.actors.registry import Registry
from imbroglio.analysis.norms.match import Match
from imbroglio.analysis.situation import Situation
from imbroglio.model import Actor, Agreement, Claim, Relation

Edges = dict[str, dict[str, list[Claim]]]
_LOOSE = frozenset({Relation.AGREES_WITH})
_STRUCTURE = frozenset({Relation.PART_OF, Relation.LEADS})


@dataclass
class World:
    """A case as rules see it. `agreement` is the one whose parties a rule speaks of, while it is checked; `matches`
    keeps what descriptions said of actors."""

    situation: Situation
    agreement: Agreement | None = None
    _names: dict[str, frozenset[str]] = field(default_factory=dict)
    _edges: dict[tuple[frozenset[Relation], bool], Edges] = field(default_factory=dict)
    matches: dict[tuple[Any, str], Match] = field(default_factory=dict)
    _own: Registry | None = None

    def under(self, agreement: Agreement | None) -> World:
        """The same case, asked about one agreement."""
        return replace(self, agreement=agreement, matches={})

    def name(self, actor: str) -> str:
        found = self.situation.actors.get(actor)
        return found.name if found else actor

    def actor(self, id: str) -> Actor | None:
        return self.situation.actors.get(id) or Registry.load().get(id)

    def ids(self, name: str) -> frozenset[str]:
        """The ids of all that bear the name, in the case or in the registry; empty if nobody does."""
        if name not in self._names:
            if self._own is None:
                self._own = Registry.of(list(self.situation.actors.values()))
            plain = name.casefold()
            found = {actor.id for registry in (self._own, Registry.load()) for actor, _ in registry.find(name)}
            found |= {a.id for a in self.situation.actors.values() if plain in (a.id, a.name.casefold())}
            self._names[name] = frozenset(found)
        return self._names[name]

    def stands_for(self, actor: str, ids: Collection[str]) -> bool:
        """Whether the actor is one of these, acts for one, or is a part of one that is no armed group."""
        return actor in ids or self.situation.stands_for(actor) in ids

    def membership(self, actor: str, wholes: Collection[str]) -> tuple[Claim, ...] | None:
        """The claims that make the actor part of one of the wholes, by any steps; none where it is known without."""
        return self.path(actor, wholes, 8, frozenset({Relation.PART_OF}), upward=True)

    def affiliation(
        self, actor: str, targets: Collection[str], steps: int, by: frozenset[Relation]
    ) -> tuple[Claim, ...] | None:
        """The claims that tie the actor, or an armed umbrella that it is part of, to a target in so many steps."""
        for one in (actor, *self.situation.affiliations.umbrellas(actor)):
            claims = self.path(one, targets, steps, by)
            if claims is not None:
                return (*self.situation.affiliations.chain(actor, one), *claims)
        return None

    def path(
        self, actor: str, targets: Collection[str], steps: int, by: frozenset[Relation], *, upward: bool = False
    ) -> tuple[Claim, ...] | None:
        """The claims along the shortest way of at most so many ties to a target; None where there is none.

        Ties are support in any form (truces left out), membership and leadership, either way round; `by` narrows them.
        """
        edges = self._tied(by, upward)
        goals = set(targets) | {self.situation.stands_for(target) for target in targets}
        queue: deque[tuple[str, tuple[Claim, ...], int]] = deque([(self.situation.stands_for(actor), (), 0)])
        if upward:
            queue = deque([(actor, (), 0)])
        seen = {queue[0][0]}
        while queue:
            here, claims, taken = queue.popleft()
            if taken and here in goals:
                return claims
            for near, said in edges.get(here, {}).items() if taken < steps else ():
                if near not in seen:
                    seen.add(near)
                    best = max(said, key=lambda claim: claim.trust, default=None)
                    queue.append((near, (*claims, best) if best else claims, taken + 1))
        return None

    def _tied(self, by: frozenset[Relation], upward: bool) -> Edges:
        if (by, upward) not in self._edges:
            self._edges[by, upward] = self._made(by, upward)
        return self._edges[by, upward]

    def _made(self, by: frozenset[Relation], upward: bool) -> Edges:
        edges: Edges = {}
        for claim in self._standing():
            if by and claim.relation not in by:
                continue
            ends = (claim.subject.actor, claim.object.actor) if upward else self.situation.parties(claim)
            for one, two in (ends,) if upward else (ends, ends[::-1]):
                if one != two:
                    edges.setdefault(one, {}).setdefault(two, []).append(claim)
        for actor in self.situation.actors.values():
            for bond in actor.bonds:
                if bond.kind != "renamed" and bond.target and (not by or Relation(bond.kind) in by):
                    edges.setdefault(actor.id, {}).setdefault(bond.target, [])
                    if not upward:
                        edges.setdefault(bond.target, {}).setdefault(actor.id, [])
        return edges

    def _standing(self) -> Iterable[Claim]:
        """Claims that tie: affirmed, neither supposed nor ended."""
        for claim in self.situation.sure:
            ties = (claim.relation.sign > 0 and claim.relation not in _LOOSE) or claim.relation in _STRUCTURE
            if ties and claim.polarity == "yes" and claim.firmness in ("fact", "hedged") and claim.trend != "stop":
                yield claim
