"""Certificates: what they prove, and that false ones prove nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imbroglio.analysis.balance.certificate import GRAIN, Certificate, Cycle, Fork, Lattice, Leaf, is_unbalanced, proven
from imbroglio.graph.signed import SignedGraph
from tests.analysis.balance.graphs import SMALL, Every

TRIANGLE = SignedGraph.of([("a", "b", 1), ("b", "c", 1), ("a", "c", -1), ("c", "d", 1)])
AB, AC, BC, CD = range(4)


@pytest.mark.parametrize(
    ("cycle", "fits"),
    [
        (Cycle((AB, AC, BC)), True),
        (Cycle((AB, AC, CD)), False),  # no cycle
        (Cycle((AB, AC, BC), (AB,)), False),  # balanced once a sign is turned
        (Cycle((AB, AC, BC), (AB, BC)), True),
        (Cycle((AB, AC, BC), (CD, AB)), False),
        (Cycle((AB, AC, BC, BC, BC)), False),
        (Cycle(()), False),
    ],
)
def test_what_is_an_unbalanced_cycle(cycle: Cycle, fits: bool) -> None:
    assert is_unbalanced(TRIANGLE, cycle) == fits


def test_what_a_weighting_proves() -> None:
    cycles = (Cycle((AB, AC, BC)),)
    assert proven(TRIANGLE, Certificate(cycles, Leaf({0: GRAIN}))) == 1
    assert proven(TRIANGLE, Certificate(cycles, Leaf({0: 5 * GRAIN}))) == 0  # more than the ties can carry is paid
    assert proven(TRIANGLE, Certificate(cycles, Leaf({0: 1}))) == 1  # frustration is whole
    assert proven(TRIANGLE, Certificate(cycles, Leaf({}))) == 0
    with pytest.raises(ValueError, match="no unbalanced cycle"):
        proven(TRIANGLE, Certificate((Cycle((AB, AC, CD)),), Leaf({0: GRAIN})))


def test_the_weakest_case_counts() -> None:
    cycles = (Cycle((AB, AC, BC)),)
    assert proven(TRIANGLE, Certificate(cycles, Fork(AB, Leaf({0: GRAIN}), Leaf({})))) == 1
    assert proven(TRIANGLE, Certificate(cycles, Fork(AB, Leaf({}), Leaf({0: GRAIN})))) == 0


@settings(max_examples=200, deadline=None)
@given(SMALL, st.lists(st.tuples(st.sets(st.integers(0, 27)), st.sets(st.integers(0, 27)), st.integers(0, 3 * GRAIN))))
def test_no_certificate_proves_too_much(graph: SignedGraph, rows: list[tuple[set[int], set[int], int]]) -> None:
    cycles, packing = [], {}
    for ties, turned, share in rows:
        cycle = Cycle(tuple(t for t in ties if t < len(graph)), tuple(t for t in ties & turned if t < len(graph)))
        if is_unbalanced(graph, cycle):
            packing[len(cycles)] = share
            cycles.append(cycle)
    assert proven(graph, Certificate(tuple(cycles), Leaf(packing))) <= Every(graph).least


@settings(max_examples=200, deadline=None)
@given(SMALL)
def test_all_frustrations_lie_on_the_lattice(graph: SignedGraph) -> None:
    lattice = Lattice.of(graph)
    assert all(lattice.up(cost) == cost for cost in Every(graph).costs)
