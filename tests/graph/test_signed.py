"""Signed edge lists and the census of triangles."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imbroglio.errors import GraphError
from imbroglio.graph.signed import SignedGraph, read_edges
from imbroglio.graph.signed.census import balanced_weight, census, triangles
from imbroglio.graph.signed.generate import grouped, heavy_tailed, planted, with_degrees

PAIRS = list(itertools.combinations(range(7), 2))
GRAPHS = st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from([-2, -1, 1, 3])), min_size=1, max_size=21).map(
    lambda rows: SignedGraph.of([(a, b, weight) for (a, b), weight in rows], range(7))
)


def write(folder: Path, text: str) -> Path:
    path = folder / "ties.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_parallel_ties_add_up_in_both_directions(tmp_path: Path) -> None:
    graph = read_edges(write(tmp_path, "source,target,sign,weight\nA,B,+,2\nB,A,1,1.5\nA,C,-,1\nC,A,positive,1\n"))
    assert graph.names == ("A", "B", "C")
    assert [graph.unscaled(w) for w in graph.weight.tolist()] == [3.5]  # A and C cancel out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("source,target,sign\n", "no ties"),
        ("", "no column source, target, sign"),
        ("source,target\nA,B\n", "no column sign"),
        ("source,target,sign\nA,B,?\n", "line 2: the sign '?' is neither"),
        ("source,target,sign\nA,B,+\nA,A,-\n", "line 3: 'A' has a tie to itself"),
        ("source,target,sign\nA,,+\n", "line 2: a tie needs two names"),
        ("source;target;sign\nA;B;+\n", "parted by ';'"),
        ("source,target,sign,sign\nA,B,+,-\n", "the column sign is there twice"),
        ('source,target,sign\nA,"B,+\n', "line 2: 2 cells"),
        ("source,target,sign\nA,B,+\nB,A,-\n", "all ties cancel out"),
        ("source,target,sign,weight\nA,B,+,two\n", "line 2: the weight 'two' is no number"),
        ("source,target,sign,weight\nA,B,+,1e9\nA,C,+,1e-9\n", "differ too much in size"),
        ("source,target,sign,weight\nA,B,+,\n", "line 2: the weight '' is no number"),
        ("source,target,sign,weight\nA,B,+,-2\n", "line 2: the weight '-2' is not above 0"),
        ("source,target,sign,weight\nA,B,+,nan\n", "not above 0"),
        ("source,target,sign,weight\nA,B,+,1e40\n", "too many digits"),
        ("source,target,sign\nA,B\n", "line 2: 2 cells where the header has 3"),
    ],
)
def test_bad_files_are_told_by_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(GraphError, match=told.replace("?", r"\?")):
        read_edges(write(tmp_path, text))


def test_a_missing_file_and_one_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        read_edges(str(tmp_path / "none.csv"))
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(GraphError, match="cannot be read"):
        read_edges(tmp_path / "binary.csv")


def test_weights_are_kept_exactly() -> None:
    graph = SignedGraph.of([("a", "b", 0.1), ("b", "c", -0.25), ("a", "c", Fraction(1, 3))])
    assert sorted(Fraction(int(w), graph.scale) for w in graph.weight) == [
        Fraction(-1, 4),
        Fraction(1, 10),
        Fraction(1, 3),
    ]


@settings(deadline=None)
@given(GRAPHS)
def test_compressed_rows_hold_every_tie_twice(graph: SignedGraph) -> None:
    start, others, ties = graph.csr
    seen = {(a, int(others[i]), int(ties[i])) for a in range(graph.actors) for i in range(start[a], start[a + 1])}
    rows = enumerate(zip(graph.one.tolist(), graph.two.tolist(), strict=True))
    assert seen == {pair for n, (a, b) in rows for pair in ((a, b, n), (b, a, n))}


@settings(max_examples=200, deadline=None)
@given(GRAPHS)
def test_census_against_all_triples(graph: SignedGraph) -> None:
    sign = {
        frozenset(pair): w < 0
        for pair, w in zip(zip(graph.one.tolist(), graph.two.tolist(), strict=True), graph.weight.tolist(), strict=True)
    }
    counts = [0, 0, 0, 0]
    for triple in itertools.combinations(range(graph.actors), 3):
        ties = [frozenset(pair) for pair in itertools.combinations(triple, 2)]
        if all(tie in sign for tie in ties):
            counts[sum(sign[tie] for tie in ties)] += 1
    assert list(census(graph).triangles) == counts


@settings(deadline=None)
@given(GRAPHS)
def test_triangles_are_listed_with_the_odd_one_first(graph: SignedGraph) -> None:
    sign = {}
    for a, b, w in zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True):
        sign[a, b] = sign[b, a] = w < 0
    for negative, count in enumerate(census(graph).triangles):
        listed = triangles(graph, negative).tolist()
        assert len({frozenset(triple) for triple in listed}) == len(listed) == count
        for a, b, c in listed:
            assert sign[a, b] + sign[a, c] + sign[b, c] == negative and sign[a, b] == sign[a, c]


def test_generated_graphs_have_the_split_that_was_planted() -> None:
    graph, side = planted(200, 1000, wrong=0.0, seed=3)
    assert graph.frustration(side) == 0
    graph, side = with_degrees(heavy_tailed(500, 1500, seed=1), wrong=0.1, seed=1)
    assert 0.05 < graph.frustration(side) / len(graph) < 0.15
    again, _ = with_degrees(heavy_tailed(500, 1500, seed=1), wrong=0.1, seed=1)
    assert np.array_equal(graph.weight, again.weight)
    graph, side = grouped(5, 20, density=0.5, wrong=0.0, seed=1)
    assert graph.frustration(side) == 0 and 400 < len(graph) < 550 and census(graph).total > 500


def test_balance_by_weight_counts_the_weakest_tie_of_each_triangle() -> None:
    graph = SignedGraph.of([("a", "b", 3), ("b", "c", -2), ("a", "c", 5), ("c", "d", -4), ("a", "d", -0.5)])
    assert balanced_weight(graph) == 0.5 / 2.5
    assert balanced_weight(SignedGraph.of([("a", "b", 1)])) is None


@settings(deadline=None)
@given(GRAPHS.filter(lambda graph: census(graph).total > 0))
def test_balance_by_weight_is_balance_where_all_weigh_the_same(graph: SignedGraph) -> None:
    even = SignedGraph.from_arrays(graph.names, graph.one, graph.two, np.sign(graph.weight))
    assert balanced_weight(even) == census(graph).balanced


def test_to_networkx_and_back() -> None:
    graph = SignedGraph.of([("a", "b", 2), ("b", "c", -0.5)], ["a", "b", "c", "d"])
    there = graph.to_networkx()
    edges = [(a, b, data["sign"] * data["weight"]) for a, b, data in there.edges(data=True)]
    assert sorted(there.nodes) == ["a", "b", "c", "d"] and sorted(edges) == [("a", "b", 2), ("b", "c", -0.5)]
