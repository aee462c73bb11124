"""Lower bounds from cycles: of every cycle with an odd number of negative ties, one tie at least is frustrated.

The linear program that covers all such cycles at least weight is solved by adding the cycles that its answer leaves
uncovered; they are shortest paths in the signed double cover, from an actor to its mirror image (Barahona & Mahjoub
1986). Its dual packs cycles into the ties' weights; that packing, rounded to fractions and checked in exact
arithmetic, is the certificate.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np

from imbroglio.analysis.balance.exact import unbalanced_triangles
from imbroglio.analysis.balance.solver import make_solver
from imbroglio.graph.signed.graph import Ints, SignedGraph

ROUNDS, FEW, CHUNK = 400, 2_000, 256
SHORT, BLUR = 1e-6, 0.02
Cycle = tuple[int, ...]  # tie numbers


def packed_triangles(graph: SignedGraph) -> int:
    """A quick bound for large graphs: triangles that share no weight."""
    from imbroglio.graph.signed.census import directed
    from imbroglio.graph.signed.kernels import pack_triangles

    start, others, ties, negative = directed(graph)
    return int(pack_triangles(start, others, ties, negative, np.abs(graph.weight)))


def bound(graph: SignedGraph, side: Ints, deadline: float) -> tuple[int, list[Cycle]]:
    """A certified lower bound on the frustration, and the cycles that hold it up; stops where it meets `side`."""
    import highspy

    cycles = dict.fromkeys(tuple(sorted(t)) for t in unbalanced_triangles(graph)[: 20 * FEW])
    found, best = graph.frustration(side), 0
    tight: list[Cycle] = []
    rng = np.random.default_rng(0)
    solver = _program(graph, highspy)
    _add(solver, list(cycles))
    for _ in range(ROUNDS):
        solver.setOptionValue("time_limit", max(deadline - time.monotonic(), 0.01))
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            break
        solution = solver.getSolution()
        best = max(best, certified(graph, list(cycles), solution.row_dual))
        tight = [c for c, share in zip(cycles, solution.row_dual, strict=True) if share > 1e-9]
        if best >= found:
            break
        value = np.array(solution.col_value)
        new = dict.fromkeys(c for c in _uncovered(graph, value, deadline) if c not in cycles)
        if 0 < len(new) < FEW // 10:  # other cycles of nearly the same length
            blurred = value + rng.random(len(value)) * BLUR
            new |= dict.fromkeys(c for c in _uncovered(graph, blurred, deadline) if c not in cycles)
        if not new or time.monotonic() > deadline:
            break
        cycles |= dict.fromkeys(new)
        _add(solver, list(new))
    return min(best, found), tight


def certified(graph: SignedGraph, cycles: Sequence[Cycle], packing: Sequence[float]) -> int:
    """The bound that a packing of cycles proves, in whole numbers; 0 if a cycle is not what it should be.

    The packing is scaled down until no tie carries more than its weight; frustration is a multiple of the weights'
    common divisor, so that the bound may be rounded up to one.
    """
    weight = [abs(w) for w in graph.weight.tolist()]
    load: defaultdict[int, Fraction] = defaultdict(Fraction)
    total = Fraction(0)
    for cycle, share in zip(cycles, packing, strict=False):
        if share <= 0:
            continue
        if not is_unbalanced(graph, cycle):
            return 0
        exact = Fraction(share).limit_denominator(1 << 20)
        total += exact
        for tie in cycle:
            load[tie] += exact
    excess = max([Fraction(1), *(carried / weight[tie] for tie, carried in load.items())])
    unit = math.gcd(*weight)
    return unit * math.ceil(total / excess / unit - Fraction(1, 10**4)) if total else 0


def is_unbalanced(graph: SignedGraph, cycle: Cycle) -> bool:
    """Whether the ties form closed walks, each actor on an even number of them, with an odd number of negative ones."""
    degree: defaultdict[int, int] = defaultdict(int)
    for tie in cycle:
        degree[int(graph.one[tie])] += 1
        degree[int(graph.two[tie])] += 1
    negative = sum(int(graph.weight[tie]) < 0 for tie in cycle)
    return len(set(cycle)) == len(cycle) and negative % 2 == 1 and all(n % 2 == 0 for n in degree.values())


def _program(graph: SignedGraph, highspy: Any) -> Any:
    solver = make_solver()
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(graph), 0
    model.col_cost_ = np.abs(graph.weight).astype(float)
    model.col_lower_, model.col_upper_ = np.zeros(len(graph)), np.full(len(graph), highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.zeros(1, np.int32)
    solver.passModel(model)
    return solver


def _add(solver: Any, cycles: Sequence[Cycle]) -> None:
    if not cycles:
        return
    sizes = np.array([len(c) for c in cycles])
    index = np.concatenate([np.array(c, np.int32) for c in cycles]).astype(np.int32)
    start = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
    many = len(cycles)
    solver.addRows(many, np.ones(many), np.full(many, np.inf), len(index), start, index, np.ones(len(index)))


def _uncovered(graph: SignedGraph, value: Any, deadline: float) -> Iterator[Cycle]:
    """Unbalanced cycles whose ties' values sum to less than 1, the shortest through each actor."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    n, length = graph.actors, np.maximum(value, 0.0) + 1e-7
    positive = graph.weight > 0
    to = np.where(positive, 0, n)
    rows = np.concatenate([graph.one, graph.one + n, graph.two + to, graph.two + n - to])
    columns = np.concatenate([graph.two + to, graph.two + n - to, graph.one, graph.one + n])
    cover = csr_matrix((np.tile(length, 4), (rows, columns)), shape=(2 * n, 2 * n))
    tie = {(a, b): i for i, (a, b) in enumerate(zip(graph.one.tolist(), graph.two.tolist(), strict=True))}
    given: set[Cycle] = set()
    for first in range(0, n, CHUNK):
        sources = np.arange(first, min(first + CHUNK, n))
        distance, before = dijkstra(cover, indices=sources, limit=1.0 - SHORT, return_predecessors=True)
        for row, actor in enumerate(sources.tolist()):
            if np.isfinite(distance[row, actor + n]):
                cycle = _cycle(before[row], actor, n, tie, graph)
                if cycle and cycle not in given:
                    given.add(cycle)
                    yield cycle
        if len(given) >= FEW or time.monotonic() > deadline:
            return


def _cycle(before: Any, actor: int, n: int, tie: dict[tuple[int, int], int], graph: SignedGraph) -> Cycle | None:
    """The simple unbalanced cycle on a walk from an actor to its mirror image."""
    walk, node = [actor], int(before[actor + n])
    while node != actor and node >= 0:
        walk.append(node % n)
        node = int(before[node])
    walk.append(actor)
    path: list[int] = []
    place: dict[int, int] = {}
    for stop in walk:
        if stop in place:
            loop = [*path[place[stop] :], stop]
            ties = [tie[min(a, b), max(a, b)] for a, b in pairwise(loop)]
            if sum(int(graph.weight[t]) < 0 for t in ties) % 2 and len(set(ties)) == len(ties):
                return tuple(sorted(ties))
            for gone in path[place[stop] + 1 :]:
                del place[gone]
            path = path[: place[stop] + 1]
        else:
            place[stop] = len(path)
            path.append(stop)
    return None
