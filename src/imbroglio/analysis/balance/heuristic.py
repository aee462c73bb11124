"""Good splits without proof: a breadth-first tree, descent, and annealing; the same for the same seed."""

from __future__ import annotations

import itertools
import math
import time
from typing import Any

import numpy as np

from imbroglio.graph.signed.graph import Ints, SignedGraph

ANNEALED = 200_000  # ties above which descent alone has to do
QUICK, THOROUGH = (2, 60), (12, 240)  # starts and sweeps of the annealing
AT_ONCE = 20_000  # ties that cycles are packed around between looks at the clock
SMALL = 3_000  # ties up to which thorough is worth it


def split(graph: SignedGraph, seed: int = 0, thorough: bool = False) -> Ints:
    """Sides (1 or -1) of a split of low frustration."""
    from imbroglio.graph.signed.kernels import anneal, spread

    start, others, ties = graph.csr
    weight, queue = graph.weight[ties], np.arange(max(graph.actors, 1), dtype=np.int64)
    best = np.zeros(graph.actors, np.int64)
    for root in range(graph.actors):
        if best[root] == 0:
            spread(start, others, weight, best, root, queue)
    best = descended(graph, best)
    if len(graph) > ANNEALED or not len(graph):
        return best
    least = graph.frustration(best)
    hot = float(np.abs(graph.weight).mean()) * 2
    starts, sweeps = THOROUGH if thorough and len(graph) <= SMALL else QUICK
    for n in range(starts):
        side = best.copy()
        anneal(start, others, weight, side, seed * starts + n, sweeps, hot)
        side = descended(graph, side)
        if (found := graph.frustration(side)) < least:
            best, least = side, found
    return best


def packed(graph: SignedGraph, wrong: Any, deadline: float = math.inf) -> tuple[Ints, Ints, Ints]:
    """Cycles that share no weight, packed around the ties that are `wrong`, short ones first, as far as time allows.

    The cycles one after the other, where each begins and the last ends, and what each takes: see `packing`.
    """
    from imbroglio.analysis.balance.loops.packing import LENGTHS, VISITED, pack

    start, others, ties = graph.csr
    left, bad = np.abs(graph.weight), np.flatnonzero(wrong)
    flat, starts, taken = [np.zeros(0, np.int64)], [np.zeros(1, np.int64)], [np.zeros(0, np.int64)]
    for length, own in itertools.product(LENGTHS, np.array_split(bad, range(AT_ONCE, len(bad), AT_ONCE))):
        if time.monotonic() > deadline:
            break
        cycles, ends, took = pack(start, others, ties, left, graph.one, graph.two, wrong, own, length, VISITED)
        if len(took):
            flat.append(cycles)
            starts.append(starts[-1][-1] + ends)
            taken.append(took)
    return np.concatenate(flat), np.concatenate(starts), np.concatenate(taken)


def descended(graph: SignedGraph, side: Ints, weight: Ints | None = None) -> Ints:
    """The split after all moves of one actor that help; in place. `weight` may stand in for the ties' own."""
    from imbroglio.graph.signed.kernels import descend

    start, others, ties = graph.csr
    signed = (graph.weight if weight is None else weight)[ties]
    descend(start, others, signed, side, np.arange(max(graph.actors, 1), dtype=np.int64))
    return side
