"""Cycles packed greedily: a bound for graphs of any size, checked from the start."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from imbroglio.analysis.balance import solve
from imbroglio.analysis.balance.heuristic import packed, split
from imbroglio.analysis.balance.loops.packing import packed_weight
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.generate import planted
from tests.analysis.balance.graphs import SMALL, Every


@settings(max_examples=200, deadline=None)
@given(SMALL)
def test_a_packing_stands_the_check_and_proves_no_more_than_is_so(graph: SignedGraph) -> None:
    cycles = packed(graph, graph.frustrated(split(graph)))
    assert 0 <= packed_weight(*cycles, graph.one, graph.two, graph.weight) <= Every(graph).least


def test_false_packings_are_refused() -> None:
    graph = SignedGraph.of([("a", "b", 1), ("b", "c", 1), ("a", "c", -1), ("c", "d", 1)])
    flat, starts, taken = packed(graph, graph.frustrated(np.ones(4, np.int64)))
    assert (flat.tolist(), taken.tolist()) == ([1, 0, 2], [1])

    def weight(flat: list[int], taken: int) -> int:
        return packed_weight(np.array(flat), starts, np.array([taken]), graph.one, graph.two, graph.weight)

    assert weight([1, 0, 2], 1) == 1
    assert weight([1, 0, 2], 2) == weight([1, 0, 3], 1) == weight([1, 0, 2], -1) == -1
    balanced = SignedGraph.of([("a", "b", 1), ("b", "c", 1), ("a", "c", 1)])
    assert packed_weight(flat, starts, taken, balanced.one, balanced.two, balanced.weight) == -1


def test_a_large_graph_is_split_and_bounded(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(solve, "REDUCED", 1_000)
    graph, side = planted(2_000, 40_000, wrong=0.05, seed=1)
    found = solve.balance(graph, count=False)
    assert found.frustration <= graph.frustration(side)
    assert 0.95 * found.frustration <= found.lower_bound <= found.frustration
    assert found.source.startswith("cycles that share no weight")
