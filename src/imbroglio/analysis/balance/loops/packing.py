"""Cycles that share no weight, packed greedily: a quick bound for graphs of any size, compiled by numba.

Each frustrated tie of a split is closed by short paths of ties that are not; what a cycle takes of its ties' weights is
gone for the others. Each cycle costs any split as much as it has taken.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from imbroglio.graph.signed.compiled import compiled

Array = np.ndarray[Any, Any]
LENGTHS = np.array([2, 3, 4, 5, 6, 8, 12, 24, 1 << 30])  # of the paths, short ones first
VISITED = 20_000  # actors that one search may look at


@compiled
def pack(
    start: Array, others: Array, ties: Array, left: Array, one: Array, two: Array, wrong: Array, bad: Array,
    length: int, visited: int,
) -> tuple[Array, Array, Array]:  # fmt: skip
    """Cycles through the ties `bad` with paths of at most `length`, one by one; where each ends, what it takes.

    A cycle is its frustrated tie (`wrong`), then the path from that tie's `one` to its `two`. What cycles take is gone
    from what the ties have `left`.
    """
    actors = len(start) - 1
    seen, via = np.zeros(actors, np.int64), np.zeros(actors, np.int64)
    queue = np.zeros((2, actors + 1), np.int64)
    flat, ends, taken = [0], [0], [0]
    flat.pop(), ends.pop(), taken.pop()
    stamp = 0
    for tie in bad:
        while left[tie] > 0:
            stamp += 1
            met = _meet(start, others, ties, left, wrong, one[tie], two[tie], length, visited, stamp, seen, via, queue)
            if met < 0:
                break
            first = len(flat)
            flat.append(int(tie))
            a, b = one[met], two[met]
            if seen[a] != stamp:
                a, b = b, a
            while a != one[tie]:
                flat.append(int(via[a]))
                a = one[via[a]] + two[via[a]] - a
            flat[first + 1 :] = flat[first + 1 :][::-1]
            flat.append(met)
            while b != two[tie]:
                flat.append(int(via[b]))
                b = one[via[b]] + two[via[b]] - b
            least = left[tie]
            for i in range(first, len(flat)):
                least = min(least, left[flat[i]])
            for i in range(first, len(flat)):
                left[flat[i]] -= least
            ends.append(len(flat))
            taken.append(int(least))
    return np.array(flat, dtype=np.int64), np.array(ends, dtype=np.int64), np.array(taken, dtype=np.int64)


@compiled
def _meet(
    start: Array, others: Array, ties: Array, left: Array, wrong: Array, source: int, target: int, length: int,
    visited: int, stamp: int, seen: Array, via: Array, queue: Array,
) -> int:  # fmt: skip
    """The tie at which searches from both ends meet, -1 if they do not; `via` leads back from both of its actors.

    `seen` is `stamp` for what is reached from `source`, -`stamp` for what is from `target`.
    """
    seen[source], seen[target] = stamp, -stamp
    queue[0, 0], queue[1, 0] = source, target
    low, high = np.zeros(2, np.int64), np.ones(2, np.int64)
    steps = 1
    while low[0] < high[0] and low[1] < high[1] and steps <= length and high[0] + high[1] < visited:
        k = 0 if high[0] - low[0] <= high[1] - low[1] else 1
        own = stamp if k == 0 else -stamp
        last = high[k]
        for at in range(low[k], last):
            a = queue[k, at]
            for i in range(start[a], start[a + 1]):
                b, t = others[i], ties[i]
                if left[t] <= 0 or wrong[t] or seen[b] == own:
                    continue
                if seen[b] == -own:
                    return int(t)
                seen[b] = own
                via[b] = t
                queue[k, high[k]] = b
                high[k] += 1
        low[k] = last
        steps += 1
    return -1


@compiled
def packed_weight(flat: Array, starts: Array, taken: Array, one: Array, two: Array, weight: Array) -> int:
    """The bound that packed cycles prove, or -1 where something is wrong with them: checked from the start."""
    left = np.abs(weight)
    total = 0
    for k in range(len(taken)):
        first = flat[starts[k]]
        actor, sign = one[first], np.sign(weight[first])
        for i in range(starts[k] + 1, starts[k + 1]):
            tie = flat[i]
            if actor != one[tie] and actor != two[tie]:
                return -1
            actor = one[tie] + two[tie] - actor
            sign *= np.sign(weight[tie])
        if actor != two[first] or sign != -1 or taken[k] < 0:
            return -1
        for i in range(starts[k], starts[k + 1]):
            left[flat[i]] -= taken[k]
            if left[flat[i]] < 0:
                return -1
        total += taken[k]
    return total
