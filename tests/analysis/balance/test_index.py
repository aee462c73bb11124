"""The frustration index: by brute force on small graphs, by identities on larger ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from imbroglio.analysis.balance import balance
from imbroglio.analysis.balance.branch import Search
from imbroglio.analysis.balance.certificate import proven
from imbroglio.analysis.balance.covering import Answer, Covering
from imbroglio.analysis.balance.heuristic import split
from imbroglio.analysis.balance.reduce import SHIFT, reduced
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.generate import heavy_tailed, planted, with_degrees
from tests.analysis.balance.graphs import SMALL, Every, tied


@settings(max_examples=1000, deadline=None)
@given(SMALL)
def test_against_all_splits(graph: SignedGraph) -> None:
    found = balance(graph, count=False)
    assert found.proven and found.frustration == found.lower_bound == Every(graph).least
    assert graph.frustration(found.side) == found.frustration


@settings(max_examples=100, deadline=None)
@given(SMALL)
def test_count_against_all_splits(graph: SignedGraph) -> None:
    nobody = graph.actors - tied(graph)  # ties that cancelled out
    assert balance(graph).optimal_splits == len(Every(graph).best) >> nobody


@settings(max_examples=200, deadline=None)
@given(SMALL)
def test_reduction_keeps_the_frustration_and_can_be_undone(graph: SignedGraph) -> None:
    edges = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True)
    core = reduced(range(graph.actors), edges)
    left = SignedGraph.of(core.edges(), sorted(core.ties))
    every = Every(left)
    assert every.least + core.certain == Every(graph).least << SHIFT
    side = dict(zip(left.names, every.best[0].tolist(), strict=True))
    core.extend(side)
    assert graph.frustration(np.array([side[actor] for actor in range(graph.actors)])) == Every(graph).least


@pytest.mark.parametrize("seed", range(4))
def test_what_cannot_change_the_index(seed: int) -> None:
    graph, _ = planted(120, 480, wrong=0.12, seed=seed)
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


def test_two_graphs_on_one_actor_add_up() -> None:
    one, other = planted(40, 160, wrong=0.2, seed=1)[0], planted(40, 160, wrong=0.2, seed=2)[0]
    joined = SignedGraph.from_arrays(
        tuple(range(79)),
        np.concatenate([one.one, other.one + 39]),
        np.concatenate([one.two, other.two + 39]),
        np.concatenate([one.weight, other.weight]),
    )
    parts = [balance(graph, count=False).frustration for graph in (one, other, joined)]
    assert parts[2] == parts[0] + parts[1]


def test_cases_are_told_apart_where_cycles_are_not_enough() -> None:
    rng = np.random.default_rng(300)
    one, two = np.triu_indices(31, 1)
    kept = rng.permutation(len(one))[:300]
    sign = np.where(rng.random(300) < 0.5, -1, 1)
    graph = SignedGraph.from_arrays(tuple(range(31)), one[kept], two[kept], sign)
    found = balance(graph, count=False, seconds=30)
    assert found.proven and "in cases" in found.source
    assert all(proven(part, certificate) for part, certificate in found.proofs)


def test_a_web_of_trust_is_proven() -> None:
    graph, side = with_degrees(heavy_tailed(1_500, 3_300, seed=2), wrong=0.12, seed=2)
    found = balance(graph, count=False)
    assert found.proven and found.frustration <= graph.frustration(side)


def test_a_planted_split_is_found_at_least() -> None:
    graph, side = planted(5_000, 40_000, wrong=0.05, seed=1)
    found = split(graph, seed=1)
    assert graph.frustration(found) <= graph.frustration(side)
    assert np.array_equal(found, split(graph, seed=1))


@pytest.mark.parametrize("seconds", [0.001, 0.3])
def test_a_bound_holds_when_the_time_is_up(seconds: float) -> None:
    graph, side = planted(150, 900, wrong=0.5, seed=2)
    found = balance(graph, seconds=seconds, count=False)
    assert found.lower_bound < found.frustration <= graph.frustration(side) and not found.proven


@pytest.mark.parametrize("answers", [1, 3, 5])
def test_the_last_program_counts_when_the_time_is_up(answers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    graph, _ = planted(150, 900, wrong=0.5, seed=2)
    solve, values = Covering.solve, list[float]()

    def until_then(self: Covering, deadline: float) -> Answer | None:
        answer = solve(self, deadline) if len(values) < answers else None
        values.extend([answer.value] if answer else [])
        return answer

    monkeypatch.setattr(Covering, "solve", until_then)
    certificate = Search(Covering(graph), split(graph), np.inf).run()
    assert proven(graph, certificate) >= max(values) - 1e-3 * graph.scale
