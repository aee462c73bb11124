"""Triangles by their number of negative ties, in one pass.

Each tie is directed from the actor with fewer ties to the one with more, so that no list of successors is long; each
triangle is met once, where the successors of two neighbours intersect (Chiba & Nishizeki 1985; Latapy 2008).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.graph.signed.graph import SignedGraph


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
    from imbroglio.graph.signed.kernels import count_triangles

    start, others, _, negative = directed(graph)
    return Census(tuple(int(n) for n in count_triangles(start, others, negative)))  # type: ignore[arg-type]


def directed(graph: SignedGraph) -> tuple[Any, Any, Any, Any]:
    """Successors of each actor in the order of degree, as compressed rows: others, their ties, whether those are
    negative."""
    degree = np.bincount(np.concatenate([graph.one, graph.two]), minlength=graph.actors)
    rank = np.empty(graph.actors, np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(graph.actors)
    one, two = rank[graph.one], rank[graph.two]
    low, high = np.minimum(one, two), np.maximum(one, two)
    order = np.lexsort((high, low))
    start = np.zeros(graph.actors + 1, np.int64)
    np.cumsum(np.bincount(low, minlength=graph.actors), out=start[1:])
    return start, high[order].astype(np.int32), order, (graph.weight[order] < 0).astype(np.int8)
