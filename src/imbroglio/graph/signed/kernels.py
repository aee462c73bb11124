"""Loops that Python would crawl through, compiled by numba and kept on disk."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

Array = np.ndarray[Any, Any]


@njit(cache=True, parallel=True, nogil=True)
def count_triangles(start: Array, others: Array, negative: Array) -> Array:
    """Triangles by number of negative ties. `others` are successors in ascending order, `start` their rows."""
    actors = len(start) - 1
    counts = np.zeros((actors, 4), np.int64)
    for a in prange(actors):
        own = np.zeros(4, np.int64)
        for i in range(start[a], start[a + 1]):
            b = others[i]
            x, y = i + 1, start[b]
            while x < start[a + 1] and y < start[b + 1]:
                if others[x] < others[y]:
                    x += 1
                elif others[x] > others[y]:
                    y += 1
                else:
                    own[negative[i] + negative[x] + negative[y]] += 1
                    x += 1
                    y += 1
        counts[a] = own
    total: Array = counts.sum(axis=0)
    return total


@njit(cache=True, nogil=True)
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


@njit(cache=True, nogil=True)
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


@njit(cache=True, nogil=True)
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


@njit(cache=True, nogil=True)
def pack_triangles(start: Array, others: Array, ties: Array, negative: Array, left: Array) -> int:
    """Greedy packing of unbalanced triangles: each takes the least of what is `left` of its ties' weights."""
    packed = 0
    for a in range(len(start) - 1):
        for i in range(start[a], start[a + 1]):
            b = others[i]
            x, y = i + 1, start[b]
            while x < start[a + 1] and y < start[b + 1] and left[ties[i]] > 0:
                if others[x] < others[y]:
                    x += 1
                elif others[x] > others[y]:
                    y += 1
                else:
                    if (negative[i] + negative[x] + negative[y]) % 2:
                        least = min(left[ties[i]], left[ties[x]], left[ties[y]])
                        left[ties[i]] -= least
                        left[ties[x]] -= least
                        left[ties[y]] -= least
                        packed += least
                    x += 1
                    y += 1
    return packed
