"""Proof by HiGHS: the XOR formulation with clauses for unbalanced cycles (Aref, Mason & Wilson 2020)."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.analysis.balance.solver import make_solver
from imbroglio.graph.signed.graph import Ints, SignedGraph

MOST_TRIANGLES = 60_000


@dataclass(frozen=True, slots=True)
class Bound:
    """A split, a valid lower bound on the frustration, and whether the solver closed the gap."""

    side: Ints
    lower: int
    proven: bool


def solve(
    graph: SignedGraph,
    side: Ints,
    seconds: float,
    cycles: Sequence[Sequence[int]] = (),
    without: Sequence[Ints] = (),
) -> Bound:
    """The least frustrated split, starting from `side`; `without` forbids splits that are known already.

    `cycles` are unbalanced ones, as tie numbers: each has a frustrated tie, which tightens the model.

    The bound is HiGHS's own, rounded down to a whole number after a margin for its tolerance; the split's frustration
    is counted anew in whole numbers.
    """
    import highspy

    started = time.monotonic()
    solver = make_solver()
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)  # costs are whole numbers without a common divisor
    unit = math.gcd(*np.abs(graph.weight).tolist())
    rows = _Rows(graph, unit)
    rows.ties()
    rows.cycles(cycles or unbalanced_triangles(graph))
    for known in without:
        rows.forbid(known)
    solver.passModel(rows.model(highspy))
    if not without:
        solution = highspy.HighsSolution()
        solution.col_value = (
            np.concatenate([side != side[_anchor(graph)], graph.frustrated(side)]).astype(float).tolist()
        )
        solver.setSolution(solution)
    solver.setOptionValue("time_limit", max(seconds - (time.monotonic() - started), 0.01))
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Bound(side, int(np.abs(graph.weight).sum()) + 1, True)
    lower = max(0, unit * math.ceil(info.mip_dual_bound - 1e-6)) if math.isfinite(info.mip_dual_bound) else 0
    values = np.array(solver.getSolution().col_value[: graph.actors])
    if len(values) == graph.actors and math.isfinite(info.objective_function_value):
        found = np.where(values > 0.5, -1, 1)
        side = found if without or graph.frustration(found) < graph.frustration(side) else side
    return Bound(side, lower, status == highspy.HighsModelStatus.kOptimal)


class _Rows:
    """The model's rows. Columns are the actors' sides (0 or 1), then whether each tie is frustrated."""

    def __init__(self, graph: SignedGraph, unit: int) -> None:
        self.graph, self.unit = graph, unit
        self.lower: list[float] = []
        self.start: list[int] = [0]
        self.index: list[int] = []
        self.value: list[float] = []

    def row(self, least: float, index: Sequence[int], value: Sequence[float]) -> None:
        self.lower.append(least)
        self.index += index
        self.value += value
        self.start.append(len(self.index))

    def ties(self) -> None:
        """A tie of friends is frustrated if their sides differ, one of enemies if they do not."""
        n = self.graph.actors
        for i, (a, b, w) in enumerate(
            zip(self.graph.one.tolist(), self.graph.two.tolist(), self.graph.weight.tolist(), strict=True)
        ):
            if w > 0:
                self.row(0, [n + i, a, b], [1, -1, 1])
                self.row(0, [n + i, a, b], [1, 1, -1])
            else:
                self.row(1, [n + i, a, b], [1, 1, 1])
                self.row(-1, [n + i, a, b], [1, -1, -1])

    def cycles(self, cycles: Sequence[Sequence[int]]) -> None:
        """One tie of an unbalanced cycle is frustrated in every split."""
        n = self.graph.actors
        for ties in cycles:
            self.row(1, [n + i for i in ties], [1.0] * len(ties))

    def forbid(self, side: Ints) -> None:
        """Neither this split nor its mirror image; the first actor's side is fixed, so that one row is enough."""
        same = side == side[_anchor(self.graph)]
        index = list(range(self.graph.actors))
        self.row(1 - float((~same).sum()), index, np.where(same, 1.0, -1.0).tolist())

    def model(self, highspy: Any) -> Any:
        graph, n = self.graph, self.graph.actors
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = n + len(graph), len(self.lower)
        model.col_cost_ = np.concatenate([np.zeros(n), np.abs(graph.weight) // self.unit]).astype(float)
        upper = np.ones(n + len(graph))
        upper[_anchor(graph)] = 0.0
        model.col_lower_, model.col_upper_ = np.zeros(n + len(graph)), upper
        model.row_lower_ = np.array(self.lower)
        model.row_upper_ = np.full(len(self.lower), highspy.kHighsInf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = np.array(self.start), np.array(self.index)
        model.a_matrix_.value_ = np.array(self.value, float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * n + [highspy.HighsVarType.kContinuous] * len(graph)
        return model


def _anchor(graph: SignedGraph) -> int:
    """The actor with most ties, whose side is fixed."""
    return int(np.argmax(np.bincount(np.concatenate([graph.one, graph.two]), minlength=max(graph.actors, 1))))


def unbalanced_triangles(graph: SignedGraph) -> list[tuple[int, int, int]]:
    """Triangles with one or three negative ties, as tie numbers; at most `MOST_TRIANGLES`."""
    later: dict[int, dict[int, int]] = {}
    for i, (a, b) in enumerate(zip(graph.one.tolist(), graph.two.tolist(), strict=True)):
        later.setdefault(a, {})[b] = i
    negative = (graph.weight < 0).tolist()
    found = []
    for own in later.values():
        for b, i in own.items():
            for c, j in later.get(b, {}).items():
                k = own.get(c)
                if k is not None and (negative[i] + negative[j] + negative[k]) % 2:
                    found.append((i, j, k))
                    if len(found) >= MOST_TRIANGLES:
                        return found
    return found
