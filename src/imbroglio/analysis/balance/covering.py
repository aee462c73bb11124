"""The linear program of unbalanced cycles: frustrate the least weight so that every such cycle has a frustrated tie.

Cycles are added as they are missed. The first ones run through the frustrated ties of a good split and share as little
as possible; they alone prove most graphs with factions in them. Further ones are the shortest through each actor.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from imbroglio.analysis.balance.certificate import GRAIN, Cycle, Fork, Lattice, Leaf, least
from imbroglio.analysis.balance.heuristic import packed
from imbroglio.analysis.balance.solver import make_solver
from imbroglio.graph.signed.graph import Ints, SignedGraph

SHORT, BLUR, EXTRA = 1e-6, 0.03, 1e-7
MOST = 4_000_000  # ties of all cycles that one search gives back
AT_ONCE = 500  # frustrated ties that are closed before the time is looked at


@dataclass(frozen=True)
class Answer:
    """Value of the program, of each tie, and the weights of the cycles (its dual)."""

    value: float
    ties: Any
    packing: Any


class Covering:
    """The program of one graph; columns are its ties, rows `cycles`."""

    def __init__(self, graph: SignedGraph) -> None:
        self.graph, self.lattice = graph, Lattice.of(graph)
        self.weight: list[int] = np.abs(graph.weight).tolist()
        self.unit = math.gcd(*self.weight)
        self.ends = np.stack([graph.one, graph.two], axis=1)
        self.changes = (graph.weight < 0).astype(np.int64)
        self.cycles: list[Cycle] = []
        self.root = Leaf({})  # the best weighting of cycles without any tie fixed
        self._known: set[Cycle] = set()
        self._chance = np.random.default_rng(0)
        self._rows = 0  # cycles that the solver knows

    @cached_property
    def _solver(self) -> Any:
        import highspy

        model, ties = highspy.HighsLp(), len(self.graph)
        model.num_col_, model.num_row_ = ties, 0
        model.col_cost_ = np.array(self.weight, float) / self.unit
        model.col_lower_, model.col_upper_ = np.zeros(ties), np.ones(ties)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.zeros(1, np.int32)
        solver = make_solver()
        solver.setOptionValue("run_crossover", "off")  # a certificate needs no vertex, and inner points cut deeper
        solver.passModel(model)
        return solver

    def pack(self, side: Ints) -> Leaf:
        """Add cycles through the ties that `side` frustrates, each weighed by what it can have for itself."""
        flat, starts, taken = packed(self.graph, self.graph.frustrated(side))
        first = len(self.cycles)
        self._add_flat(flat, starts, ())
        number = {cycle.ties: n for n, cycle in enumerate(self.cycles[first:], first)}
        bounds = starts.tolist()
        units = ((taken // self.unit) * GRAIN).tolist()
        packing: dict[int, int] = {}
        for (a, b), share in zip(pairwise(bounds), units, strict=True):
            cycle = number[tuple(sorted(flat[a:b].tolist()))]
            packing[cycle] = packing.get(cycle, 0) + share
        return Leaf(packing)

    def seed(self, side: Ints, rounds: int, growth: float, deadline: float) -> int:
        """Add cycles through the ties that `side` frustrates, as far as the time allows; returns how many are new."""
        from imbroglio.analysis.balance.loops.paths import detours

        start, others, ties = self.graph.csr
        whole = np.array(self.weight, np.int64) // self.unit
        wrong = self.graph.frustrated(side)
        length, added = np.where(wrong, np.inf, 1.0 / whole), 0
        for _ in range(rounds):
            for bad in np.array_split(np.flatnonzero(wrong), range(AT_ONCE, int(wrong.sum()), AT_ONCE)):
                if time.monotonic() > deadline:
                    return added
                added += self._add_flat(*detours(start, others, ties, self.ends, whole, bad, length, growth, MOST), ())
        return added

    def separate(self, values: Any, fixed: Mapping[int, int], sources: Ints | None = None) -> int:
        """Add cycles that the answer does not cover; returns how many. Where exact search gives few, nearly shortest
        ones are added as well."""
        from imbroglio.analysis.balance.loops.paths import odd_cycles

        start, others, ties = self.graph.csr
        sources = np.arange(self.graph.actors) if sources is None else sources
        turned = [tie for tie, value in fixed.items() if value]
        length, changes = np.maximum(values, 0.0) + EXTRA, self.changes.copy()
        length[turned], changes[turned] = EXTRA, 1 - changes[turned]
        short = length.copy()
        added = 0
        for blur in (0.0, BLUR, 3 * BLUR):
            if blur:
                short = length + self._chance.random(len(length)) * blur
            limit = 1 - SHORT + 3 * blur
            found = odd_cycles(start, others, ties, self.ends, changes, short, sources, limit, MOST)
            new = self._add_flat(*found, turned, length)
            added += new
            if not new or added > len(sources) // 2:
                break
        return added

    def _add_flat(self, flat: Ints, starts: Ints, turned: Iterable[int], length: Any = None) -> int:
        turns = frozenset(turned)
        new: dict[Cycle, None] = {}
        ties = flat.tolist()
        bounds = starts.tolist()
        for first, last in pairwise(bounds):
            own = tuple(sorted(ties[first:last]))
            if length is not None and sum(length[tie] for tie in own) >= 1 - SHORT:
                continue
            cycle = Cycle(own, tuple(tie for tie in own if tie in turns) if turns else ())
            if cycle not in self._known:
                new[cycle] = None
        self.add(new)
        return len(new)

    def add(self, cycles: Iterable[Cycle]) -> None:
        rows = [cycle for cycle in cycles if cycle not in self._known]
        self._known.update(rows)
        self.cycles += rows

    def _tell(self) -> None:
        """Let the solver know the cycles that are new."""
        rows, self._rows = self.cycles[self._rows :], len(self.cycles)
        if not rows:
            return
        sizes = np.array([len(row.ties) for row in rows])
        index = np.concatenate([np.array(row.ties, np.int32) for row in rows]).astype(np.int32)
        value = [-1.0 if tie in row.turned else 1.0 for row in rows for tie in row.ties]
        start = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
        lower = np.array([1.0 - len(row.turned) for row in rows])
        many = len(rows)
        self._solver.addRows(many, lower, np.full(many, np.inf), len(index), start, index, np.array(value))

    def trim(self, many: int) -> None:
        """Forget all cycles but the first so many."""
        if many < len(self.cycles):
            if self._rows > many:
                self._solver.deleteRows(self._rows - many, np.arange(many, self._rows, dtype=np.int32))
                self._rows = many
            self._known.difference_update(self.cycles[many:])
            del self.cycles[many:]

    def fix(self, tie: int, value: int | None) -> None:
        """Say that a tie is frustrated (1) or not (0), or take that back (None)."""
        lower, upper = (0.0, 1.0) if value is None else (float(value), float(value))
        self._solver.changeColBounds(tie, lower, upper)

    def solve(self, deadline: float) -> Answer | None:
        """The optimum over the cycles so far; None when the time is up."""
        import highspy

        self._tell()
        for solver in ("ipm", "simplex"):  # the second where the first fails
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            self._solver.setOptionValue("solver", solver)
            self._solver.setOptionValue("time_limit", self._solver.getRunTime() + left)
            self._solver.run()
            if self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
                solution = self._solver.getSolution()
                value = self._solver.getInfo().objective_function_value * self.unit
                return Answer(value, np.array(solution.col_value), np.array(solution.row_dual))
        return None

    def leaf(self, packing: Any) -> Leaf:
        """The weights of the cycles in whole units, rounded down."""
        units = np.floor(np.maximum(packing, 0.0) * GRAIN).astype(np.int64)
        rows = np.nonzero(units)[0]
        return Leaf(dict(zip(rows.tolist(), units[rows].tolist(), strict=True)))

    def least(self, tree: Leaf | Fork, fixed: Mapping[int, int]) -> int:
        """What a tree of cases proves where some ties are fixed, exactly."""
        return least(self.weight, self.lattice, self.cycles, tree, fixed)
