"""Smaller graphs with the same frustration, exactly.

An actor with one tie never frustrates it. One with a tie that weighs no less than its others together agrees with that
tie in some best split: the two become one. One with three ties is replaced by a triangle of its neighbours
(star-triangle). Parallel ties of opposite sign cost the lesser of the two whatever the split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SHIFT = 16  # weights are kept in units of 2**-SHIFT: each star-triangle may halve one
Ties = dict[int, dict[int, int]]  # actor -> neighbour -> signed weight


@dataclass
class Core:
    """What is left, the frustration that is certain already, and how to extend a split of it to all actors."""

    ties: Ties = field(default_factory=dict)
    certain: int = 0
    taken: list[tuple[int, list[tuple[int, int]]]] = field(default_factory=list)

    def add(self, a: int, b: int, weight: int) -> None:
        old = self.ties[a].get(b, 0)
        if old * weight < 0:
            self.certain += min(abs(old), abs(weight))
        self.ties[a][b] = self.ties[b][a] = old + weight
        if not old + weight:
            del self.ties[a][b], self.ties[b][a]

    def extend(self, side: dict[int, int]) -> None:
        """Give the actors that were taken out the side that costs least."""
        for actor, ties in reversed(self.taken):
            side[actor] = 1 if sum(weight * side[other] for other, weight in ties) >= 0 else -1

    def edges(self) -> list[tuple[int, int, int]]:
        return [(a, b, w) for a, own in self.ties.items() for b, w in own.items() if a < b]


def reduced(actors: Iterable[int], edges: Iterable[tuple[int, int, int]]) -> Core:
    """The core of a graph; weights of the core are in units of 2**-SHIFT."""
    core = Core({actor: {} for actor in actors})
    for a, b, weight in edges:
        core.add(a, b, weight << SHIFT)
    waiting = list(core.ties)
    while waiting:
        actor = waiting.pop()
        if core.ties.get(actor):
            waiting += _take_out(core, actor)
    return core


def _take_out(core: Core, actor: int) -> list[int]:
    """Take the actor out, if that can be done; returns those whose ties have changed."""
    own = list(core.ties[actor].items())
    heavy = max(own, key=lambda tie: abs(tie[1]))
    if 2 * abs(heavy[1]) >= sum(abs(weight) for _, weight in own):
        new = _merged(own, heavy)
    elif len(own) == 3 and (star := _star(own)) is not None:
        new = star
    else:
        return []
    del core.ties[actor]
    for other, _ in own:
        del core.ties[other][actor]
    core.taken.append((actor, own))
    for (a, b), weight in new.items():
        if weight:
            core.add(a, b, weight)
    return [other for other, _ in own]


def _merged(own: list[tuple[int, int]], heavy: tuple[int, int]) -> Mapping[tuple[int, int], int]:
    """The actor's other ties, as ties of the one that it agrees with."""
    into, by = heavy
    return {(into, other): weight if by > 0 else -weight for other, weight in own if other != into}


def _star(own: list[tuple[int, int]]) -> Mapping[tuple[int, int], int] | None:
    """The triangle that costs as much for every split of the three neighbours; None where halves would be lost."""
    total = sum(abs(w) for _, w in own)
    cost = [min(abs(w), total - abs(w)) for _, w in own]  # when that neighbour alone pulls the other way
    if sum(cost) % 2:
        return None
    triangle = {}
    for i, j, k in ((0, 1, 2), (0, 2, 1), (1, 2, 0)):
        sign = 1 if (own[i][1] > 0) == (own[j][1] > 0) else -1
        triangle[own[i][0], own[j][0]] = sign * (cost[i] + cost[j] - cost[k]) // 2
    return triangle
