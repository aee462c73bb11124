"""Small graphs, and what all their splits say."""

from __future__ import annotations

import itertools
from functools import cached_property

import numpy as np
from hypothesis import strategies as st

from imbroglio.graph.signed import SignedGraph

PAIRS = list(itertools.combinations(range(8), 2))
ROWS = st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from([-3, -1, 1, 2])), min_size=1, max_size=28)
SMALL = ROWS.map(lambda rows: SignedGraph.of([(a, b, weight) for (a, b), weight in rows])).filter(len)


class Every:
    """All splits of a graph, each once of the two mirror images."""

    def __init__(self, graph: SignedGraph) -> None:
        self.graph = graph
        self.sides = [np.array([1, *side]) for side in itertools.product([1, -1], repeat=graph.actors - 1)]

    @cached_property
    def costs(self) -> list[int]:
        return [self.graph.frustration(side) for side in self.sides]

    @property
    def least(self) -> int:
        return min(self.costs)

    @property
    def best(self) -> list[np.ndarray]:
        return [side for side, cost in zip(self.sides, self.costs, strict=True) if cost == self.least]


def tied(graph: SignedGraph) -> int:
    """How many actors have ties."""
    return len(np.unique(np.concatenate([graph.one, graph.two])))


def with_weight(graph: SignedGraph, tie: int, weight: int) -> SignedGraph:
    changed = graph.weight.copy()
    changed[tie] = weight
    return SignedGraph.from_arrays(graph.names, graph.one, graph.two, changed)
