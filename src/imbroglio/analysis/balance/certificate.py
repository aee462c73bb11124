"""Proofs of a lower bound on the frustration, and how they are checked: in whole numbers, without a solver.

Let x be 1 for the ties that a split frustrates and 0 for the others. On a cycle an odd number of x is 1 if an odd
number of its ties is negative. So for ties F of a cycle, turned in sign, that leave it with an odd number of negative
ones: the sum of x over the other ties and of 1 - x over F is 1 at least. Weighting such cycles adds up to a lower bound
on the frustration for *any* weights: what a tie carries beyond its own is simply paid (linear programming duality).
A tree of cases, each with its own weighting, proves what one weighting cannot.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from imbroglio.graph.signed.graph import SignedGraph

GRAIN = 1 << 20  # cycles are weighted in units of the ties' common divisor / GRAIN


@dataclass(frozen=True, slots=True)
class Cycle:
    """A simple cycle by tie numbers, and those of its ties whose sign is taken as turned."""

    ties: tuple[int, ...]
    turned: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One case: by cycle number, how much it is weighed."""

    packing: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Fork:
    """Two cases: the tie is not frustrated, or it is."""

    tie: int
    calm: Leaf | Fork
    frustrated: Leaf | Fork


@dataclass(frozen=True, slots=True)
class Certificate:
    cycles: tuple[Cycle, ...]
    tree: Leaf | Fork


@dataclass(frozen=True, slots=True)
class Lattice:
    """The values that the frustration of a graph's splits can have: `least` + n × `step`."""

    least: int
    step: int

    @staticmethod
    def of(graph: SignedGraph) -> Lattice:
        """All weights are multiples of their divisor; and splits differ by a multiple of twice that where every actor's
        ties sum up to one, since moving actors changes the frustration by the signed weight of the ties cut."""
        if not len(graph):
            return Lattice(0, 1)
        pull = np.zeros(graph.actors, np.int64)
        np.add.at(pull, graph.one, graph.weight)
        np.add.at(pull, graph.two, graph.weight)
        step = math.gcd(*(2 * np.abs(graph.weight)).tolist(), *np.abs(pull).tolist())
        return Lattice(int(-graph.weight[graph.weight < 0].sum()) % step, step)

    def up(self, value: float, scale: int = 1) -> int:
        """The least possible frustration that is not below `value` / `scale`."""
        steps = -((self.least * scale - value) // (self.step * scale))
        return self.least + self.step * max(0, int(steps))


def proven(graph: SignedGraph, certificate: Certificate) -> int:
    """The lower bound that a certificate proves, in units of 1 / `graph.scale`.

    Raises ValueError for a cycle that is not what it should be.
    """
    for cycle in certificate.cycles:
        if not is_unbalanced(graph, cycle):
            raise ValueError(f"no unbalanced cycle: {cycle}")
    weight = np.abs(graph.weight).tolist()
    return least(weight, Lattice.of(graph), certificate.cycles, certificate.tree, {})


def _case(
    weight: Sequence[int], lattice: Lattice, cycles: Sequence[Cycle], leaf: Leaf, fixed: Mapping[int, int]
) -> int:
    """The bound of one case, in which some ties are known to be frustrated (1) or not (0)."""
    unit = math.gcd(*weight)
    load: Counter[int] = Counter()
    total = 0
    for number, share in leaf.packing.items():
        if share <= 0:
            continue
        cycle = cycles[number]
        total += share * (1 - len(cycle.turned))
        for tie in cycle.ties:
            load[tie] += -share if tie in cycle.turned else share
    total *= unit
    for tie, carried in load.items():
        if tie not in fixed:
            total += min(0, weight[tie] * GRAIN - carried * unit)
    for tie, value in fixed.items():
        total += value * (weight[tie] * GRAIN - load[tie] * unit)
    return lattice.up(total, GRAIN)


def least(
    weight: Sequence[int], lattice: Lattice, cycles: Sequence[Cycle], node: Leaf | Fork, fixed: Mapping[int, int]
) -> int:
    """The bound of the weakest case of a tree."""
    if isinstance(node, Leaf):
        return _case(weight, lattice, cycles, node, fixed)
    return min(
        least(weight, lattice, cycles, branch, {**fixed, node.tie: value})
        for value, branch in enumerate((node.calm, node.frustrated))
    )


def is_unbalanced(graph: SignedGraph, cycle: Cycle) -> bool:
    """Whether the ties form closed walks, each actor on an even number of them, and an odd number of them is negative
    after the turn."""
    ends = Counter(int(end) for tie in cycle.ties for end in (graph.one[tie], graph.two[tie]))
    negative = sum(int(graph.weight[tie]) < 0 for tie in cycle.ties) + len(cycle.turned)
    return (
        len(set(cycle.ties)) == len(cycle.ties)
        and set(cycle.turned) <= set(cycle.ties)
        and len(set(cycle.turned)) == len(cycle.turned)
        and negative % 2 == 1
        and all(n % 2 == 0 for n in ends.values())
    )
