"""Loops that Python would crawl through, compiled by numba and kept on disk."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import prange

from imbroglio.graph.signed.compiled import compiled, compiled_parallel

Array = np.ndarray[Any, Any]


@compiled
def compressed(one: Array, two: Array, actors: int) -> tuple[Array, Array, Array]:
    """Compressed rows of ties that are sorted by `one`, then `two`: others in ascending order, and tie numbers."""
    start = np.zeros(actors + 1, np.int64)
    for i in range(len(one)):
        start[one[i] + 1] += 1
        start[two[i] + 1] += 1
    for a in range(actors):
        start[a + 1] += start[a]
    place = start[:-1].copy()
    others, ties = np.empty(2 * len(one), np.int64), np.empty(2 * len(one), np.int64)
    for ends, opposite in ((two, one), (one, two)):  # smaller neighbours first
        for i in range(len(ends)):
            a = ends[i]
            others[place[a]], ties[place[a]] = opposite[i], i
            place[a] += 1
    return start, others, ties


@compiled
def successors(one: Array, two: Array, negative: Array, actors: int) -> tuple[Array, Array]:
    """The others with more ties that each actor has ties to, actors being numbered anew by how many they have.

    Row 2 × a holds those of positive ties, row 2 × a + 1 those of negative ones.
    """
    degree = np.zeros(actors, np.int64)
    for i in range(len(one)):
        degree[one[i]] += 1
        degree[two[i]] += 1
    place = np.zeros(len(one) + 2, np.int64)
    for a in range(actors):
        place[degree[a] + 1] += 1
    for d in range(len(one) + 1):
        place[d + 1] += place[d]
    rank = np.empty(actors, np.int32)
    for a in range(actors):
        rank[a] = place[degree[a]]
        place[degree[a]] += 1
    start = np.zeros(2 * actors + 1, np.int64)
    for i in range(len(one)):
        start[2 * min(rank[one[i]], rank[two[i]]) + negative[i] + 1] += 1
    for row in range(2 * actors):
        start[row + 1] += start[row]
    at, others = start[:-1].copy(), np.empty(len(one), np.int32)
    for i in range(len(one)):
        x, y = rank[one[i]], rank[two[i]]
        row = 2 * min(x, y) + negative[i]
        others[at[row]] = max(x, y)
        at[row] += 1
    return start, others


@compiled_parallel
def count_triangles(start: Array, others: Array, shares: int) -> Array:
    """Triangles by number of negative ties, from `successors`; the actors are dealt out to `shares` that run at once.

    An actor's successors are marked, friends by 1 and enemies by 2**16; the marks met in the rows of its successors add
    up to both counts at once. No row has 2**16 entries, since its actors all have as many ties.
    """
    actors = (len(start) - 1) // 2
    total = np.zeros((shares, 4), np.int64)
    for share in prange(shares):
        mark, own = np.zeros(actors, np.int32), np.zeros(4, np.int64)
        for a in range(share, actors, shares):
            for i in range(start[2 * a], start[2 * a + 1]):
                mark[others[i]] = 1
            for i in range(start[2 * a + 1], start[2 * a + 2]):
                mark[others[i]] = 1 << 16
            for one in range(2):
                for i in range(start[2 * a + one], start[2 * a + one + 1]):
                    for two in range(2):
                        row = 2 * others[i] + two
                        met = 0
                        for j in range(start[row], start[row + 1]):
                            met += mark[others[j]]
                        own[one + two] += met & 0xFFFF
                        own[one + two + 1] += met >> 16
            for i in range(start[2 * a], start[2 * a + 2]):
                mark[others[i]] = 0
        total[share] = own
    counts: Array = total.sum(axis=0)
    return counts


@compiled
def list_triangles(start: Array, others: Array, negative: Array, wanted: int, most: int) -> Array:
    """Triangles with so many negative ties, from compressed rows: three actors each, at most `most` triangles.

    The first actor is the one with two ties of one sign, where the third has the other; `negative` goes with `others`.
    """
    actors = len(start) - 1
    mark, found, filled = np.full(actors, -1, np.int8), np.empty((most, 3), np.int64), 0
    for a in range(actors):
        for i in range(start[a], start[a + 1]):
            mark[others[i]] = negative[i]
        for i in range(start[a], start[a + 1]):
            b = others[i]
            if b > a:
                for j in range(start[b], start[b + 1]):
                    c = others[j]
                    if c > b and mark[c] >= 0 and negative[i] + negative[j] + mark[c] == wanted and filled < most:
                        found[filled] = a, b, c  # the odd tie is that between b and c
                        if negative[i] != negative[j] and mark[c] == negative[j]:
                            found[filled] = c, a, b
                        elif negative[i] == negative[j] and mark[c] != negative[j]:
                            found[filled] = b, a, c
                        filled += 1
        for i in range(start[a], start[a + 1]):
            mark[others[i]] = -1
    return found[:filled]


@compiled
def weigh_triangles(start: Array, others: Array, ties: Array, weight: Array) -> tuple[int, int]:
    """The weights of the balanced triangles and of all, a triangle weighing as much as its weakest tie."""
    actors = len(start) - 1
    at = np.full(actors, -1, np.int64)
    balanced, total = 0, 0
    for a in range(actors):
        for i in range(start[a], start[a + 1]):
            at[others[i]] = ties[i]
        for i in range(start[a], start[a + 1]):
            b = others[i]
            if b < a:
                continue
            for j in range(start[b], start[b + 1]):
                c = others[j]
                if c > b and at[c] >= 0:
                    x, y, z = weight[ties[i]], weight[ties[j]], weight[at[c]]
                    least = min(abs(x), abs(y), abs(z))
                    total += least
                    if np.sign(x) * np.sign(y) * np.sign(z) > 0:
                        balanced += least
        for i in range(start[a], start[a + 1]):
            at[others[i]] = -1
    return balanced, total


@compiled
def descend(start: Array, others: Array, weight: Array, side: Array, queue: Array) -> int:
    """Move actors to the other side (`side` is 1 or -1) while that helps; returns the number of moves.

    `weight` is that of each entry of `others`. A queue of actors whose neighbourhood has changed makes it linear.
    """
    actors = len(start) - 1
    waiting = np.ones(actors, np.bool_)
    head, count, moves = 0, actors, 0
    while count:
        a = queue[head]
        head = (head + 1) % actors
        count -= 1
        waiting[a] = False
        pull = 0
        for i in range(start[a], start[a + 1]):
            pull += weight[i] * side[others[i]]
        if pull * side[a] < 0:
            side[a] = -side[a]
            moves += 1
            for i in range(start[a], start[a + 1]):
                b = others[i]
                if not waiting[b]:
                    waiting[b] = True
                    queue[(head + count) % actors] = b
                    count += 1
    return moves


@compiled
def anneal(start: Array, others: Array, weight: Array, side: Array, seed: int, sweeps: int, hot: float) -> None:
    """Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983) of the split, with a temperature that falls linearly."""
    np.random.seed(seed)
    actors = len(start) - 1
    pull = np.zeros(actors, np.int64)
    for a in range(actors):
        for i in range(start[a], start[a + 1]):
            pull[a] += weight[i] * side[others[i]]
    for sweep in range(sweeps):
        heat = hot * (1.0 - sweep / sweeps) + 1e-9
        for _ in range(actors):
            a = np.random.randint(actors)
            gain = -pull[a] * side[a]  # what turning a round saves, over the frustration's double
            if gain >= 0 or np.random.random() < np.exp(gain / heat):
                side[a] = -side[a]
                for i in range(start[a], start[a + 1]):
                    pull[others[i]] += 2 * weight[i] * side[a]


@compiled
def spread(start: Array, others: Array, weight: Array, side: Array, root: int, queue: Array) -> int:
    """Set the sides of a connected part so that the ties of a breadth-first tree agree; returns its size."""
    side[root] = 1
    queue[0] = root
    head, tail = 0, 1
    while head < tail:
        a = queue[head]
        head += 1
        for i in range(start[a], start[a + 1]):
            b = others[i]
            if side[b] == 0:
                side[b] = side[a] if weight[i] > 0 else -side[a]
                queue[tail] = b
                tail += 1
    return tail
