"""The same census of signed triangles by other libraries, where they are installed; each gives counts and seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import combinations

import numpy as np

from imbroglio.graph.signed import SignedGraph

Counts = tuple[int, int, int, int]


def by_igraph(graph: SignedGraph) -> tuple[Counts, float] | None:
    """All triangles listed, then their signs looked up."""
    try:
        import igraph
    except ImportError:
        return None
    other = igraph.Graph(n=graph.actors, edges=np.stack([graph.one, graph.two], axis=1))
    key, negative = graph.one * graph.actors + graph.two, (graph.weight < 0).astype(np.int64)
    started = time.perf_counter()
    listed = other.list_triangles()
    seconds = time.perf_counter() - started  # igraph's own share only
    counts = np.zeros(4, np.int64)
    for first in range(0, len(listed), 1_000_000):
        part = np.sort(np.array(listed[first : first + 1_000_000], np.int64), axis=1)
        pairs = [part[:, a] * graph.actors + part[:, b] for a, b in combinations(range(3), 2)]
        counts += np.bincount(sum(negative[np.searchsorted(key, pair)] for pair in pairs), minlength=4)
    return (int(counts[0]), int(counts[1]), int(counts[2]), int(counts[3])), seconds


def by_scipy(graph: SignedGraph) -> tuple[Counts, float] | None:
    """Products of sparse matrices: of all ties, of the signs, of the positive and of the negative ties alone."""
    from scipy.sparse import csr_array

    ends = (np.concatenate([graph.one, graph.two]), np.concatenate([graph.two, graph.one]))
    sign = np.tile(np.sign(graph.weight), 2)
    whole = csr_array((sign, ends), shape=(graph.actors, graph.actors))
    started = time.perf_counter()
    parts = (abs(whole), whole, whole > 0, whole < 0)
    sums = [int(((part.astype(np.int64) @ part).multiply(part)).sum()) // 6 for part in parts]
    seconds = time.perf_counter() - started
    total, product, none, three = sums
    two = (total + product) // 2 - none  # the balanced ones but for those without a negative tie
    return (none, total - none - two - three, two, three), seconds


CENSUS: dict[str, Callable[[SignedGraph], tuple[Counts, float] | None]] = {
    "igraph's listing": by_igraph,
    "scipy's products": by_scipy,
}
