"""The frustration index of a graph: reduced, split, bounded, and put together again."""

from __future__ import annotations

import math
import time
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from imbroglio.analysis.balance import cycles, exact
from imbroglio.analysis.balance.heuristic import split
from imbroglio.analysis.balance.reduce import SHIFT, Core, reduced
from imbroglio.graph.signed.graph import Ints, SignedGraph

REDUCED = 300_000  # ties above which a graph is split by the heuristic alone
CYCLES_SHARE = 0.7  # of the time, for the bound from cycles; the rest is for branching
MOST_SPLITS, COUNTED = 64, 1_000  # optimal splits that are counted; ties of a graph in which they are


@dataclass(frozen=True)
class Balance:
    """`frustration` is the weight of ties that contradict `side` (1 or -1 an actor), `lower_bound` what no split goes
    below; `proven` if the two are one. `optimal_splits` counts the best splits, a split and its mirror image being one;
    None where it was not counted. `source` says where the bound comes from."""

    graph: SignedGraph
    side: Ints
    frustration: int | float
    lower_bound: int | float
    proven: bool
    optimal_splits: int | None
    source: str
    seconds: float

    @property
    def factions(self) -> tuple[list[Hashable], list[Hashable]]:
        """The actors of either side, the larger side first."""
        sides = [[name for name, s in zip(self.graph.names, self.side, strict=True) if s == sign] for sign in (1, -1)]
        return tuple(sorted(sides, key=len, reverse=True))  # type: ignore[return-value]

    @property
    def frustrated(self) -> list[tuple[Hashable, Hashable]]:
        """The ties that contradict the split."""
        wrong = self.graph.frustrated(self.side)
        return [
            (self.graph.names[a], self.graph.names[b])
            for a, b in zip(self.graph.one[wrong].tolist(), self.graph.two[wrong].tolist(), strict=True)
        ]


def balance(graph: SignedGraph, *, seconds: float = 20.0, seed: int = 0, count: bool = True) -> Balance:
    """The frustration index, exactly if `seconds` allow; otherwise the best split found and a valid lower bound.

    `count` also counts the optimal splits of a graph of up to a thousand ties. Deterministic for a `seed`, as long as
    the time does not run out.
    """
    started = time.monotonic()
    deadline = started + seconds
    if len(graph) > REDUCED:
        side = split(graph, seed)
        lower, source = _packed(graph, deadline)
    else:
        side, lower, source = _by_parts(graph, seed, deadline)
    found = graph.frustration(side)
    lower = min(found, lower)
    splits = None
    if count and found == lower and len(graph) <= COUNTED:
        splits = count_splits(graph, side, deadline)
    return Balance(
        graph, side, graph.unscaled(found), graph.unscaled(lower), found == lower, splits, source,
        time.monotonic() - started,
    )  # fmt: skip


def _packed(graph: SignedGraph, deadline: float) -> tuple[int, str]:
    return cycles.packed_triangles(graph), "triangles without a common tie"


def _by_parts(graph: SignedGraph, seed: int, deadline: float) -> tuple[Ints, int, str]:
    """Split and bound of a graph that is worth reducing, each connected part of its core for itself."""
    core = reduced(range(graph.actors), zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True))
    side = dict.fromkeys(core.ties, 1)
    lower = Fraction(core.certain, 1 << SHIFT)
    sources = set()
    parts = sorted(_parts(core), key=len)
    for n, part in enumerate(parts):
        left = max(deadline - time.monotonic(), 0.05)
        best, bound, source = _part(part, seed, time.monotonic() + left / (len(parts) - n) * 1.0)
        side |= dict(zip(part.names, best.tolist(), strict=True))  # type: ignore[arg-type]
        lower += Fraction(bound, 1 << SHIFT)
        sources.add(source)
    core.extend(side)
    found = np.array([side[actor] for actor in range(graph.actors)], np.int64)
    return found, math.ceil(lower), " and ".join(sorted(sources)) or "reduction"


def _parts(core: Core) -> Iterator[SignedGraph]:
    """The connected parts of the core that have ties, as graphs whose names are the actors' numbers."""
    seen: set[int] = set()
    for root in core.ties:
        if root in seen or not core.ties[root]:
            continue
        part, waiting = [], [root]
        seen.add(root)
        while waiting:
            actor = waiting.pop()
            part.append(actor)
            new = core.ties[actor].keys() - seen
            seen |= new
            waiting += new
        yield SignedGraph.of(((a, b, w) for a in part for b, w in core.ties[a].items() if a < b), part)


def _part(part: SignedGraph, seed: int, deadline: float) -> tuple[Ints, int, str]:
    side = split(part, seed)
    found = part.frustration(side)
    if found == 0:
        return side, 0, "a split without frustration"
    now = time.monotonic()
    lower, tight = cycles.bound(part, side, now + CYCLES_SHARE * (deadline - now))
    if lower >= found:
        return side, found, "cycles, each with a frustrated tie, checked in whole numbers"
    left = deadline - time.monotonic()
    if left > 0.01:
        solved = exact.solve(part, side, left, tight)
        side = solved.side
        if solved.lower > lower:
            return side, min(solved.lower, part.frustration(side)), "branch and bound (HiGHS)"
    return side, lower, "cycles, each with a frustrated tie, checked in whole numbers"


def count_splits(graph: SignedGraph, side: Ints, deadline: float) -> int | None:
    """How many splits are as good as `side`, which must be optimal; None if there are more than can be counted."""
    connected = list(_connected(graph))
    total = 2 ** (len(connected) - 1) if connected else 1
    for part in connected:
        own = side[np.array(part.names, np.int64)]
        known, least = [own], part.frustration(own)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or len(known) > MOST_SPLITS:
                return None
            further = exact.solve(part, own, left, without=known)
            if not further.proven:
                return None
            if further.lower > least or part.frustration(further.side) > least:
                break
            known.append(further.side)
        total *= len(known)
    return total


def _connected(graph: SignedGraph) -> Iterator[SignedGraph]:
    core = Core({actor: {} for actor in range(graph.actors)})
    for a, b, w in zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True):
        core.add(a, b, w)
    yield from _parts(core)
