"""Margins, and what follows from them: status of ties, removals, turns, all best splits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from imbroglio.analysis.balance import balance
from imbroglio.analysis.balance.margins import margins
from imbroglio.analysis.balance.splits import best_splits
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.generate import planted
from tests.analysis.balance.graphs import SMALL, Every, tied, with_weight


@settings(max_examples=150, deadline=None)
@given(SMALL)
def test_against_all_splits(graph: SignedGraph) -> None:
    found, every = margins(graph, balance(graph, count=False).side), Every(graph)
    wrong = np.array([graph.frustrated(side) for side in every.best])
    status = np.where(wrong.all(axis=0), "all", np.where(wrong.any(axis=0), "some", "none")).tolist()
    assert found.exact.all() and found.index == every.least and found.status == status
    for tie, weight in enumerate(graph.weight.tolist()):
        assert found.turned[tie] == Every(with_weight(graph, tie, -weight)).least
        assert found.removed[tie] == min(cost - abs(weight) * wrong for cost, wrong in _costs(every, tie))


def _costs(every: Every, tie: int) -> list[tuple[int, bool]]:
    pairs = zip(every.sides, every.costs, strict=True)
    return [(cost, bool(every.graph.frustrated(side)[tie])) for side, cost in pairs]


@pytest.mark.parametrize("seed", range(2))
def test_against_solving_anew(seed: int) -> None:
    graph, _ = planted(80, 260, wrong=0.15, seed=seed)
    found = margins(graph, balance(graph, count=False).side)
    assert found.exact.all()
    for tie in range(0, len(graph), 13):
        turned = balance(with_weight(graph, tie, -int(graph.weight[tie])), count=False)
        removed = balance(with_weight(graph, tie, 0), count=False)
        assert (turned.frustration, removed.frustration) == (found.turned[tie], found.removed[tie])


def test_a_split_that_is_not_best_is_noticed() -> None:
    graph = SignedGraph.of([("a", "b", 1), ("b", "c", 1), ("a", "c", 1)])
    with pytest.raises(ValueError, match="not the best"):
        margins(graph, np.array([1, 1, -1]))


@settings(max_examples=150, deadline=None)
@given(SMALL)
def test_all_best_splits(graph: SignedGraph) -> None:
    every = Every(graph)
    found = best_splits(graph, every.best[0])
    listed = [tuple((side * side[0]).tolist()) for side in found.listed()]
    assert found.count == len(listed) == len(set(listed)) == len(every.best) >> (graph.actors - tied(graph))
    assert set(listed) <= {tuple(side.tolist()) for side in every.best}
    bound = found.bound
    for side in every.best:
        stands = side * found.side
        assert all(len(set(stands[bound == number].tolist())) == 1 for number in set(bound.tolist()))


def test_a_connected_graph_lists_every_best_split_once() -> None:
    graph, _ = planted(40, 130, wrong=0.25, seed=3)
    found = best_splits(graph, balance(graph, count=False).side)
    listed = {tuple((side * side[0]).tolist()) for side in found.listed()}
    assert len(listed) == found.count
    assert {graph.frustration(np.array(side)) for side in listed} == {found.margins.index}


def test_what_best_splits_share() -> None:
    # a and b are bound, c stands between them and d by equal ties
    graph = SignedGraph.of([("a", "b", 3), ("a", "c", 1), ("c", "d", 1), ("b", "d", -3)])
    found = best_splits(graph, balance(graph, count=False).side)
    assert found.count == 2 and [sorted(own) for own in found.shared] == [["a", "b", "d"]]
    assert found.margins.status == ["none", "some", "none", "some"]
