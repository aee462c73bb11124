"""The frustration index: by brute force on small graphs, by identities on larger ones."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from imbroglio.analysis.balance import balance
from imbroglio.analysis.balance.cycles import certified, is_unbalanced
from imbroglio.analysis.balance.heuristic import split
from imbroglio.analysis.balance.reduce import SHIFT, reduced
from imbroglio.cli import commands
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.generate import planted

PAIRS = list(itertools.combinations(range(8), 2))
EDGES = st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from([-3, -1, 1, 2])), min_size=1, max_size=28)


def made(rows: list[tuple[tuple[int, int], int]]) -> SignedGraph:
    return SignedGraph.of([(a, b, weight) for (a, b), weight in rows])


def all_splits(graph: SignedGraph) -> list[int]:
    """The frustration of every split, each once of the two mirror images."""
    sides = itertools.product([1, -1], repeat=graph.actors - 1)
    return [graph.frustration(np.array([1, *side])) for side in sides]


@settings(max_examples=300, deadline=None)
@given(EDGES)
def test_against_all_splits(rows: list[tuple[tuple[int, int], int]]) -> None:
    graph = made(rows)
    if not len(graph):
        return
    ties = np.concatenate([graph.one, graph.two])
    found, every = balance(graph), all_splits(graph)
    assert found.proven and found.frustration == found.lower_bound == min(every)
    assert graph.frustration(found.side) == found.frustration
    if len(np.unique(ties)) == graph.actors:  # nobody whose ties cancelled out
        assert found.optimal_splits == every.count(min(every))


@settings(max_examples=100, deadline=None)
@given(EDGES)
def test_reduction_keeps_the_frustration_and_can_be_undone(rows: list[tuple[tuple[int, int], int]]) -> None:
    graph = made(rows)
    edges = list(zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True))
    core = reduced(range(graph.actors), edges)
    assert all(len(own) > 3 or not own for own in core.ties.values()) or core.taken
    left = SignedGraph.of(core.edges(), sorted(core.ties))
    best = min(all_splits(left)) if left.actors else 0
    assert best + core.certain == min(all_splits(graph)) << SHIFT


@pytest.mark.parametrize("seed", range(4))
def test_what_cannot_change_the_index(seed: int) -> None:
    graph, _ = planted(60, 240, wrong=0.12, seed=seed)
    found = balance(graph, count=False)
    rng = np.random.default_rng(seed)
    turned = rng.choice([1, -1], graph.actors)  # an actor's ties all change sign: switching
    switched = SignedGraph.from_arrays(
        graph.names, graph.one, graph.two, graph.weight * turned[graph.one] * turned[graph.two]
    )
    order = rng.permutation(graph.actors)
    renamed = SignedGraph.from_arrays(graph.names, order[graph.one], order[graph.two], graph.weight)
    tripled = SignedGraph.from_arrays(graph.names, graph.one, graph.two, graph.weight * 3)
    assert found.proven
    assert balance(switched, count=False).frustration == found.frustration
    assert balance(renamed, count=False).frustration == found.frustration
    assert balance(tripled, count=False).frustration == 3 * found.frustration


def test_a_planted_split_is_found_at_least() -> None:
    graph, side = planted(5_000, 40_000, wrong=0.05, seed=1)
    found = split(graph, seed=1)
    assert graph.frustration(found) <= graph.frustration(side)
    assert np.array_equal(found, split(graph, seed=1))


def test_a_bound_holds_when_the_time_is_up() -> None:
    graph, side = planted(150, 900, wrong=0.5, seed=2)
    found = balance(graph, seconds=0.3, count=False)
    assert found.lower_bound <= found.frustration <= graph.frustration(side)
    assert found.proven == (found.lower_bound == found.frustration)


def test_a_certificate_is_checked() -> None:
    graph = SignedGraph.of([("a", "b", 1), ("b", "c", 1), ("a", "c", -1), ("c", "d", 1)])
    triangle = (0, 1, 2)
    assert is_unbalanced(graph, triangle) and not is_unbalanced(graph, (0, 1, 3))
    assert certified(graph, [triangle], [1.0]) == 1
    assert certified(graph, [triangle, triangle], [1.0, 1.0]) == 1  # more than the ties can carry
    assert certified(graph, [(0, 1, 3)], [1.0]) == 0


def test_the_command(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "ties.csv"
    path.write_text("source,target,sign\nA,B,+\nB,C,+\nA,C,-\nD,E,-\n", encoding="utf-8")
    run = CliRunner().invoke(commands, ["balance", str(path), "--format", "json"])
    answer = json.loads(run.stdout)
    assert (answer["frustration"], answer["lower_bound"], answer["proven"], answer["optimal_splits"]) == (1, 1, True, 6)
    assert sorted(map(len, answer["factions"])) in ([1, 4], [2, 3])
    text = CliRunner().invoke(commands, ["balance", str(path)]).stdout
    assert "frustration 1 (proven" in text and "6 splits are as good" in text
    counts = json.loads(CliRunner().invoke(commands, ["census", str(path), "--format", "json"]).stdout)
    assert counts["triangles"] == {"0": 0, "1": 1, "2": 0, "3": 0} and counts["balanced"] == 0.0
    assert "0.00% of the triangles are balanced" in CliRunner().invoke(commands, ["census", str(path)]).stdout
    bad = CliRunner().invoke(commands, ["balance", str(tmp_path / "none.csv")])
    assert bad.exit_code == 2 and "no such file" in bad.stderr
