"""Triangles by their number of negative ties, in one pass.

Each tie is directed from the actor with fewer ties to the one with more, so that no list of successors is long; each
triangle is met once, where the successors of two neighbours intersect (Chiba & Nishizeki 1985; Latapy 2008).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache

import numpy as np

from imbroglio.graph.signed.graph import Ints, SignedGraph

SHARES = 64  # into which the work is cut; more than there are cores, so that all have enough to do


@cache
def load() -> float:
    """Load the loops, the first time on a machine compile them, and say in how many seconds: no clock need count it."""
    from imbroglio.graph.signed.generate import small

    started = time.monotonic()
    census(small())
    balanced_weight(small())
    return time.monotonic() - started


@dataclass(frozen=True, slots=True)
class Census:
    """`triangles[k]` counts the triangles with k negative ties; balanced are those with none or two."""

    triangles: tuple[int, int, int, int]

    @property
    def total(self) -> int:
        return sum(self.triangles)

    @property
    def balanced(self) -> float | None:
        """The share of balanced triangles (Cartwright & Harary 1956); None where there is no triangle."""
        return (self.triangles[0] + self.triangles[2]) / self.total if self.total else None


def census(graph: SignedGraph) -> Census:
    """Count all triangles of a graph."""
    from imbroglio.graph.signed.kernels import count_triangles, successors

    negative = (graph.weight < 0).astype(np.int8)
    counts = count_triangles(*successors(graph.one, graph.two, negative, graph.actors), SHARES)
    return Census(tuple(int(n) for n in counts))  # type: ignore[arg-type]


def balanced_weight(graph: SignedGraph) -> float | None:
    """The share of balanced triangles, each weighing as much as its weakest tie; None where there is no triangle."""
    from imbroglio.graph.signed.kernels import weigh_triangles

    if len(np.unique(np.abs(graph.weight))) == 1:
        return census(graph).balanced
    balanced, total = weigh_triangles(*graph.csr, graph.weight)
    return balanced / total if total else None


def triangles(graph: SignedGraph, negative: int) -> Ints:
    """All triangles with so many negative ties (0 to 3), by the numbers of their actors, three a row.

    First stands the actor whose two ties have one sign where the third tie has the other: with one negative tie, the
    one that stands with two enemies; with two, the common enemy of two friends.
    """
    from imbroglio.graph.signed.kernels import list_triangles

    start, others, ties = graph.csr
    own = (graph.weight < 0).astype(np.int8)[ties]
    listed: Ints = list_triangles(start, others, own, negative, census(graph).triangles[negative])
    return listed
