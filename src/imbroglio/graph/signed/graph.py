"""An undirected signed graph with whole weights, as arrays."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any, cast

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
Weight = int | float | Fraction | Decimal
LARGEST = 2**40  # of a scaled weight, so that sums of millions stay exact


@dataclass(frozen=True, eq=False)
class SignedGraph:
    """Actors and the net tie of each pair that has one.

    `one[i] < two[i]` are the actors of tie i by number, `weight[i]` its signed weight, never 0, in units of
    1 / `scale`; ties are sorted by their actors. `names` are the actors.
    """

    names: tuple[Hashable, ...]
    one: Ints
    two: Ints
    weight: Ints
    scale: int = 1

    @staticmethod
    def of(edges: Iterable[tuple[Hashable, Hashable, Weight]], names: Sequence[Hashable] = ()) -> SignedGraph:
        """From (actor, actor, signed weight); direction does not count and parallel ties add up.

        Weights that are no whole numbers are scaled until they are, without rounding. `names` puts actors in an order
        and may hold some without ties. Raises ValueError for a tie from an actor to itself and for weights that differ
        in size too much to be added exactly.
        """
        number = {name: n for n, name in enumerate(names)}
        rows = []
        for one, two, weight in edges:
            if one == two:
                raise ValueError(f"{one!r} has a tie to itself")
            rows.append((number.setdefault(one, len(number)), number.setdefault(two, len(number)), weight))
        weights, scale = whole([weight for _, _, weight in rows])
        ends = np.array([row[:2] for row in rows], np.int64).reshape(-1, 2)
        return SignedGraph.from_arrays(tuple(number), ends[:, 0], ends[:, 1], weights, scale)

    @staticmethod
    def from_arrays(names: Sequence[Hashable], one: Ints, two: Ints, weight: Ints, scale: int = 1) -> SignedGraph:
        """From arrays of actor numbers and whole signed weights; parallel ties add up, ties of net weight 0 vanish."""
        low, high = np.minimum(one, two), np.maximum(one, two)
        key, place = np.unique(low * max(len(names), 1) + high, return_inverse=True)
        total = np.zeros(len(key), np.int64)
        np.add.at(total, place, weight)
        kept = total != 0
        key, total = key[kept], total[kept]
        return SignedGraph(tuple(names), key // max(len(names), 1), key % max(len(names), 1), total, scale)

    def __len__(self) -> int:
        """The number of ties."""
        return len(self.weight)

    @property
    def actors(self) -> int:
        return len(self.names)

    @cached_property
    def csr(self) -> tuple[Ints, Ints, Ints]:
        """Compressed rows: where each actor's ties begin, their other ends in order, and the number of each tie."""
        from imbroglio.graph.signed.kernels import compressed

        return compressed(self.one, self.two, self.actors)

    def camps(self, side: Ints) -> tuple[list[Hashable], list[Hashable]]:
        """The actors of either side of a split (1 or -1 an actor), the larger side first."""
        one, two = ([name for name, own in zip(self.names, side, strict=True) if own == sign] for sign in (1, -1))
        return (two, one) if len(two) > len(one) else (one, two)

    def frustrated(self, side: Ints) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which ties contradict a split: friends on two sides, enemies on one. `side` is one number an actor."""
        return cast("np.ndarray[Any, np.dtype[np.bool_]]", (side[self.one] == side[self.two]) == (self.weight < 0))

    def contradicting(self, side: Ints) -> list[tuple[Hashable, Hashable]]:
        """The ties that contradict a split, by the names of their ends."""
        wrong = self.frustrated(side)
        ends = zip(self.one[wrong].tolist(), self.two[wrong].tolist(), strict=True)
        return [(self.names[a], self.names[b]) for a, b in ends]

    def frustration(self, side: Ints) -> int:
        """The weight of the ties that contradict a split, in units of 1 / `scale`; exact."""
        return int(np.abs(self.weight[self.frustrated(side)]).sum())

    def unscaled(self, weight: Fraction | int) -> int | float:
        """A weight in the units of the input."""
        value = Fraction(weight) / self.scale
        return int(value) if value.denominator == 1 else float(value)

    def to_networkx(self) -> Any:
        """A networkx graph with `sign` and `weight` on each edge; needs networkx."""
        import networkx

        graph = networkx.Graph()
        graph.add_nodes_from(self.names)
        for a, b, w in zip(self.one.tolist(), self.two.tolist(), self.weight.tolist(), strict=True):
            graph.add_edge(self.names[a], self.names[b], sign=1 if w > 0 else -1, weight=self.unscaled(abs(w)))
        return graph


def whole(weights: Sequence[Weight]) -> tuple[Ints, int]:
    """Weights scaled until they are whole, without rounding, and by what. Raises ValueError where that cannot be."""
    if all(type(weight) is int for weight in weights):
        return np.array(weights, np.int64), 1
    exact = [Fraction(str(weight)) if isinstance(weight, float) else Fraction(weight) for weight in weights]
    scale = lcm(*(value.denominator for value in exact))
    if any(abs(value * scale) > LARGEST for value in exact):
        raise ValueError("weights differ too much in size and digits to be added exactly; round them")
    return np.array([int(value * scale) for value in exact], np.int64), scale
