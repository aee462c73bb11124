"""More than two factions: ties within them should be positive, ties between them negative.

Davis (1967) calls a graph clusterable where that can be had in full; Doreian & Mrvar (1996) look for the least weight
of ties that contradict it. With k factions at most it is a harder question than with two, and solved exactly for small
graphs only: parts of the graph from the last actor to all are solved one after the other, each giving the next its
bound (Russian doll search: Verfaillie, Lemaître & Schiex 1996). Else the bound is that of cycles with one negative tie,
of which some tie contradicts every division.
"""

from __future__ import annotations

import math
import time
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from imbroglio.analysis.balance.heuristic import packed
from imbroglio.graph.signed.generate import small
from imbroglio.graph.signed.graph import Ints, SignedGraph

EXACT = 64  # actors up to which exact search is tried
SLICE = 2_000_000  # steps of the search between looks at the clock
KICKS = 200  # restarts of the descent


@dataclass(frozen=True)
class Division:
    """`label` is the faction of each actor, from 0; the other fields are those of a `Balance`. `optimal_splits` counts
    the best divisions into `k` factions at most, whatever these are called."""

    graph: SignedGraph
    k: int
    label: Ints
    frustration: int | float
    lower_bound: int | float
    proven: bool
    optimal_splits: int | None
    source: str
    seconds: float
    bound_seconds: float = 0.0

    @property
    def factions(self) -> tuple[list[Hashable], ...]:
        """The actors of each faction, the largest faction first."""
        own: dict[int, list[Hashable]] = {}
        for name, label in zip(self.graph.names, self.label.tolist(), strict=True):
            own.setdefault(label, []).append(name)
        return tuple(sorted(own.values(), key=len, reverse=True))

    @property
    def frustrated(self) -> list[tuple[Hashable, Hashable]]:
        """The ties that contradict the division."""
        return self.graph.contradicting(self.label)


@cache
def load() -> float:
    """Load the loops, the first time on a machine compile them, and say in how many seconds.

    `divide` does so before its clock starts.
    """
    started, graph = time.monotonic(), small()
    _packed(graph)
    _exact(graph, 3, _descended(graph, 3, 0), math.inf)
    return time.monotonic() - started


def divide(graph: SignedGraph, k: int, *, seconds: float = 20.0, seed: int = 0) -> Division:
    """The division into `k` factions at most that contradicts the least weight, exactly for small graphs.

    Raises ValueError for a `k` below 2.
    """
    if k < 2:
        raise ValueError("a division has two factions at least")
    load()
    started = time.monotonic()
    label, splits = _descended(graph, k, seed), None
    exact = _exact(graph, k, label, started + seconds) if graph.actors <= EXACT else None
    if exact:
        label, splits = exact
    found, took = graph.frustration(label), time.monotonic() - started
    lower, source = found, "search of all divisions"
    if not exact:
        lower = min(found, _packed(graph, started + seconds))
        source = "cycles with one negative tie, checked in whole numbers"
    bounding = time.monotonic() - started - took
    return Division(
        graph, k, label, graph.unscaled(found), graph.unscaled(lower), lower == found, splits, source, took, bounding
    )


def _descended(graph: SignedGraph, k: int, seed: int) -> Ints:
    from imbroglio.analysis.balance.loops.divisions import descend_divisions

    start, others, ties = graph.csr
    kicks = max(1, min(KICKS, 20_000_000 // max(len(graph), 1)))
    label: Ints = descend_divisions(start, others, graph.weight[ties], k, seed, kicks)
    return label


def _packed(graph: SignedGraph, deadline: float = math.inf) -> int:
    from imbroglio.analysis.balance.loops.packing import packed_weight

    return max(0, packed_weight(*packed(graph, graph.weight < 0, deadline), graph.one, graph.two, graph.weight))


def _exact(graph: SignedGraph, k: int, label: Ints, deadline: float) -> tuple[Ints, int] | None:
    """A best division and how many there are; None when the time is up. Actors without ties stay where they are."""
    from imbroglio.analysis.balance.loops.divisions import search

    degree = np.bincount(np.concatenate([graph.one, graph.two]), minlength=graph.actors)
    order = np.argsort(-degree, kind="stable")[: np.count_nonzero(degree)]
    matrix = np.zeros((graph.actors, graph.actors), np.int64)
    matrix[graph.one, graph.two] = matrix[graph.two, graph.one] = graph.weight
    matrix = matrix[np.ix_(order, order)]
    n = len(order)
    doll = np.zeros(n + 1, np.int64)
    best = label.copy()
    count = 1
    for first in range(n - 1, -1, -1):
        ceiling = graph.frustration(label) if first == 0 else int(doll[first + 1] + np.abs(matrix[first, first:]).sum())
        found = _solved(matrix[first:, first:], k, doll[first:], ceiling, first == 0, deadline, search)
        if found is None:
            return None
        doll[first], count = found[0], found[1]
        if first == 0:
            best[order] = found[2]
    return best, count


def _solved(
    matrix: Any, k: int, doll: Ints, ceiling: int, every: bool, deadline: float, search: Any
) -> tuple[int, int, Ints] | None:
    """Least cost, number of best divisions (if `every`) and one of them."""
    n = len(matrix)
    state = np.full(n + 1, -1, np.int64)  # the branch of each actor that is looked at
    best, result = np.zeros(n, np.int64), np.array([ceiling, 0, 0], np.int64)
    work = np.zeros((n + 1, n, k), np.int64)
    cost = np.zeros(n + 1, np.int64)
    while not search(matrix, k, doll, every, state, work, cost, best, result, SLICE):
        if time.monotonic() > deadline:
            return None
    return int(result[0]), int(result[1]), best
