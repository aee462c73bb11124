"""What each tie costs the other way round: the margin, from which much follows without solving anew.

A tie that the best split leaves in peace has a least cost at which it could be frustrated, and one that it frustrates a
least cost at which it could not be. That excess over the index is the tie's margin, cut where more would change no
answer: at twice the weight of a tie in peace, at the first step above 0 of a frustrated one. Where the margin is 0, the
tie is frustrated in some best splits and not in others. With index L, weight w and margin m: without the tie the index
is L - w if it is frustrated, else min(L, L + m - w); with its sign turned L - w if it is frustrated, else
min(L + w, L + m - w).

Lower bounds come from the certificate of the index: the weight that its cycles leave on the ties carries further cycles
through the tie, as much as flows between its ends (Ford & Fulkerson 1956). Upper bounds come from splits. Where they
differ, the case is searched.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.analysis.balance.branch import Search
from imbroglio.analysis.balance.certificate import GRAIN, Lattice, Leaf
from imbroglio.analysis.balance.covering import Covering
from imbroglio.graph.signed.blocks import blocks
from imbroglio.graph.signed.graph import Ints, SignedGraph

Bools = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Margins:
    """`frustrated` says which ties the best split `side` contradicts, `lower` and `upper` enclose each tie's margin, in
    units of 1 / `graph.scale`; they are equal where the time sufficed. `index` is that of the graph, in such units."""

    graph: SignedGraph
    side: Ints
    index: int
    frustrated: Bools
    lower: Ints
    upper: Ints

    @property
    def exact(self) -> Bools:
        return np.asarray(self.lower == self.upper)

    @property
    def status(self) -> list[str | None]:
        """Per tie: frustrated in `all` best splits, in `some` or in `none`; None where the time did not suffice."""
        words = np.where(self.frustrated, "all", "none")
        return [
            "some" if high == 0 else str(word) if low > 0 else None
            for word, low, high in zip(words, self.lower.tolist(), self.upper.tolist(), strict=True)
        ]

    @property
    def removed(self) -> Ints:
        """The index without each tie; exact where the margin is."""
        weight = np.abs(self.graph.weight)
        return np.where(self.frustrated, self.index - weight, self.index + np.minimum(0, self.upper - weight))

    @property
    def turned(self) -> Ints:
        """The index with each tie's sign turned; exact where the margin is."""
        weight = np.abs(self.graph.weight)
        return np.where(self.frustrated, self.index - weight, self.index + np.minimum(weight, self.upper - weight))


def margins(graph: SignedGraph, side: Ints, *, seconds: float = 20.0) -> Margins:
    """The margin of every tie around `side`, which must be a best split (as of a proven `Balance`).

    Raises ValueError where a better split turns up.
    """
    deadline = time.monotonic() + seconds
    frustrated = graph.frustrated(side)
    lower, upper = np.zeros(len(graph), np.int64), np.zeros(len(graph), np.int64)
    number = {pair: tie for tie, pair in enumerate(zip(graph.one.tolist(), graph.two.tolist(), strict=True))}
    neighbours: dict[int, dict[int, int]] = {actor: {} for actor in range(graph.actors)}
    for (a, b), tie in number.items():
        neighbours[a][b] = neighbours[b][a] = tie
    parts = [np.array(sorted(neighbours[a][b] for a, b in block), np.int64) for block in blocks(neighbours)]
    left = len(graph)
    for own in sorted(parts, key=len):
        now = time.monotonic()
        part, names = _part(graph, own)
        low, high = _Block(part, side[names], now + max(0.05, (deadline - now) * len(own) / left)).margins()
        lower[own], upper[own] = low, high
        left -= len(own)
    return Margins(graph, side, graph.frustration(side), frustrated, lower, upper)


def _part(graph: SignedGraph, ties: Ints) -> tuple[SignedGraph, Ints]:
    """A graph of some of the ties, in their order, and its actors' numbers in ascending order."""
    names = np.unique(np.concatenate([graph.one[ties], graph.two[ties]]))
    one, two = np.searchsorted(names, graph.one[ties]), np.searchsorted(names, graph.two[ties])
    return SignedGraph(tuple(names.tolist()), one, two, graph.weight[ties], graph.scale), names


class _Block:
    """One block at work."""

    def __init__(self, graph: SignedGraph, side: Ints, deadline: float) -> None:
        self.graph, self.side, self.deadline = graph, side, deadline
        self.index, self.lattice = graph.frustration(side), Lattice.of(graph)
        self.weight = np.abs(graph.weight)
        self.frustrated = graph.frustrated(side)
        self.most = np.where(self.frustrated, self.lattice.step, self._steps(2 * self.weight))
        self.upper = self.most.copy()
        self.lower = np.zeros(len(graph), np.int64)

    def _steps(self, margin: Ints) -> Ints:
        """Margins rounded up to what the frustration can differ by."""
        return -(-margin // self.lattice.step) * self.lattice.step

    def margins(self) -> tuple[Ints, Ints]:
        if len(self.graph) == 1:  # a bridge can always be had either way, at its weight
            return self.weight, self.weight
        self._upper_from_moves()
        covering = Covering(self.graph)
        certificate = Search(covering, self.side, self.deadline).run()
        self.cycles = len(covering.cycles)
        leaf = certificate.tree if isinstance(certificate.tree, Leaf) else covering.root
        self._lower_from_flow(covering, leaf)
        for tie in np.nonzero(self.lower < self.upper)[0].tolist():
            if time.monotonic() > self.deadline:
                break
            if self.lower[tie] < self.upper[tie]:
                self._search(covering, tie)
        return self.lower, self.upper

    def _upper_from_moves(self) -> None:
        """Splits next to the best one: one end of a tie moved, then descended with the tie held."""
        from imbroglio.analysis.balance.loops.flows import moved_costs

        start, others, ties = self.graph.csr
        signed = self.graph.weight[ties]
        cost = moved_costs(start, others, ties, signed, self.graph.one, self.graph.two, self.side)
        if cost.min() < 0:
            raise ValueError("the split is not the best one")
        self.upper = np.minimum(self.upper, cost)

    def _lower_from_flow(self, covering: Covering, leaf: Leaf) -> None:
        from imbroglio.analysis.balance.loops.flows import spare_flows

        spare = self.weight * GRAIN
        total = 0
        for number, share in leaf.packing.items():
            if covering.cycles[number].turned:
                continue
            total += share * covering.unit
            spare[list(covering.cycles[number].ties)] -= share * covering.unit
        total += int(np.minimum(spare, 0).sum())
        spare = np.where(self.frustrated, 0, np.maximum(spare, 0))
        start, others, ties = self.graph.csr
        short = self.index * GRAIN - total
        target = np.where(self.lower < self.upper, self.upper * GRAIN + short, 0)
        flow = spare_flows(start, others, ties, spare, self.graph.one, self.graph.two, target)
        self.lower = np.maximum(self.lower, np.minimum(self._up(flow - short), self.upper))

    def _up(self, grains: Ints) -> Ints:
        step = self.lattice.step * GRAIN
        return np.maximum(0, -(-grains // step) * self.lattice.step)

    def _search(self, covering: Covering, tie: int) -> None:
        value = 0 if self.frustrated[tie] else 1
        covering.fix(tie, value)
        search = Search(covering, self.side, self.deadline, fixed={tie: value})
        search.found = self.index + int(self.upper[tie])
        before = search.found
        lower, leaf = search.least()
        covering.fix(tie, None)
        self.lower[tie] = max(int(self.lower[tie]), min(lower, search.found) - self.index)
        if search.found < before:
            wrong = self.graph.frustrated(search.side)
            other = wrong != self.frustrated
            self.upper[other] = np.minimum(self.upper[other], search.found - self.index)
        if leaf is not None:  # the same weighting may tell what other ties can spare
            self._lower_from_flow(covering, leaf)
        covering.trim(self.cycles)
