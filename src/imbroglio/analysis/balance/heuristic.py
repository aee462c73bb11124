"""Good splits without proof: a breadth-first tree, descent, and annealing; the same for the same seed."""

from __future__ import annotations

import numpy as np

from imbroglio.graph.signed.graph import Ints, SignedGraph

ANNEALED = 200_000  # ties above which descent alone has to do
SWEEPS, STARTS = 60, 4
SMALL = 3_000  # ties up to which more is tried


def split(graph: SignedGraph, seed: int = 0) -> Ints:
    """Sides (1 or -1) of a split of low frustration."""
    from imbroglio.graph.signed.kernels import anneal, descend, spread

    start, others, ties = graph.csr
    weight, queue = graph.weight[ties], np.arange(max(graph.actors, 1), dtype=np.int64)
    best = np.zeros(graph.actors, np.int64)
    for root in range(graph.actors):
        if best[root] == 0:
            spread(start, others, weight, best, root, queue)
    queue[:] = np.arange(len(queue))
    descend(start, others, weight, best, queue)
    if len(graph) > ANNEALED or not len(graph):
        return best
    least = graph.frustration(best)
    hot = float(np.abs(graph.weight).mean()) * 2
    starts, sweeps = (3 * STARTS, 4 * SWEEPS) if len(graph) <= SMALL else (STARTS, SWEEPS)
    for n in range(starts):
        side = best.copy()
        anneal(start, others, weight, side, seed * starts + n, sweeps, hot)
        queue[:] = np.arange(len(queue))
        descend(start, others, weight, side, queue)
        if (found := graph.frustration(side)) < least:
            best, least = side, found
    return best
