"""More than two factions, by brute force on small graphs; and a classic of the literature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imbroglio.analysis.balance import balance, divide
from imbroglio.graph.signed import SignedGraph, read_edges
from imbroglio.graph.signed.census import census
from imbroglio.graph.signed.generate import planted
from tests.analysis.balance.graphs import SMALL, tied

TRIBES = Path(__file__).parents[3] / "examples" / "tribes.csv"


def divisions(actors: int, k: int) -> Iterator[list[int]]:
    """All divisions into k factions at most, each once whatever the factions are called."""
    if not actors:
        yield []
        return
    for label in divisions(actors - 1, k):
        yield from ([*label, own] for own in range(min(k, max(label, default=-1) + 2)))


@settings(max_examples=60, deadline=None)
@given(SMALL.filter(lambda graph: tied(graph) == graph.actors <= 7), st.integers(2, 4))
def test_against_all_divisions(graph: SignedGraph, k: int) -> None:
    costs = [graph.frustration(np.array(label)) for label in divisions(graph.actors, k)]
    found = divide(graph, k)
    assert found.proven and found.frustration == found.lower_bound == min(costs)
    assert found.optimal_splits == costs.count(min(costs))
    assert graph.frustration(found.label) == found.frustration and len(found.factions) <= k


def test_two_factions_are_those_of_balance() -> None:
    graph, _ = planted(30, 90, wrong=0.15, seed=1)
    two, split = divide(graph, 2), balance(graph)
    assert (two.frustration, two.optimal_splits) == (split.frustration, split.optimal_splits)


def test_a_large_graph_is_bounded() -> None:
    graph, _ = planted(300, 1500, wrong=0.1, seed=1)
    found = divide(graph, 3)
    assert 0 < found.lower_bound <= found.frustration <= balance(graph, count=False).frustration
    assert not found.proven and found.optimal_splits is None


def test_the_search_stops_when_the_time_is_up() -> None:
    rng = np.random.default_rng(1)
    one, two = np.triu_indices(60, 1)
    graph = SignedGraph.from_arrays(tuple(range(60)), one, two, rng.choice([-1, 1], len(one)))
    found = divide(graph, 4, seconds=0.2)
    assert not found.proven and found.lower_bound < found.frustration


def test_one_faction_is_no_division() -> None:
    with pytest.raises(ValueError, match="two factions at least"):
        divide(SignedGraph.of([("a", "b", 1)]), 1)


def test_reads_highland_tribes() -> None:
    """Index, splits and triangles as in Doreian & Mrvar (1996) and Aref & Wilson (2018)."""
    graph = read_edges(TRIBES)
    assert (graph.actors, len(graph), int((graph.weight < 0).sum())) == (16, 58, 29)
    two, three = balance(graph), divide(graph, 3)
    assert (two.frustration, two.proven, two.optimal_splits) == (7, True, 1)
    assert (three.frustration, three.proven, three.optimal_splits) == (2, True, 1)
    assert sorted(map(len, three.factions)) == [4, 5, 7]
    counted = census(graph)
    assert counted.balanced is not None and round(100 * counted.balanced, 2) == 86.76
