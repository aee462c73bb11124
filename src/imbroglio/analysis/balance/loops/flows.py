"""Flows between the ends of ties, and splits that differ by a tie, compiled by numba and kept on disk."""

from __future__ import annotations

from typing import Any

import numpy as np

from imbroglio.graph.signed.compiled import compiled

Array = np.ndarray[Any, Any]


@compiled
def spare_flows(start: Array, others: Array, ties: Array, spare: Array, one: Array, two: Array, target: Array) -> Array:
    """How much can flow between the ends of each tie through what the ties have to `spare`, no more than `target`.

    Shortest augmenting paths (Edmonds & Karp 1972); flow one way along a tie makes room for as much the other way.
    """
    actors, many = len(start) - 1, len(one)
    flow = np.zeros(many, np.int64)
    used = np.zeros(many, np.int64)  # flow from `one` to `two`
    via, queue = np.full(actors, -1, np.int64), np.zeros(actors, np.int64)
    path, touched = np.zeros(actors, np.int64), [0]
    for tie in range(many):
        touched.clear()
        while flow[tie] < target[tie]:
            steps = _augmenting(start, others, ties, spare, used, one, one[tie], two[tie], via, queue, path)
            if not steps:
                break
            most, b = target[tie] - flow[tie], two[tie]
            for i in range(steps):
                t = path[i]
                most = min(most, spare[t] + used[t] if one[t] == b else spare[t] - used[t])
                b = one[t] + two[t] - b
            b = two[tie]
            for i in range(steps):
                t = path[i]
                used[t] += -most if one[t] == b else most
                touched.append(t)
                b = one[t] + two[t] - b
            flow[tie] += most
        for t in touched:
            used[t] = 0
    return flow


@compiled
def _augmenting(
    start: Array, others: Array, ties: Array, spare: Array, used: Array, one: Array, source: int, target: int,
    via: Array, queue: Array, path: Array,
) -> int:  # fmt: skip
    """A shortest path with room, from its end, into `path`; returns its length, 0 where there is none."""
    via[:] = -1
    via[source] = -2
    queue[0] = source
    head, tail = 0, 1
    while head < tail and via[target] == -1:
        a = queue[head]
        head += 1
        for i in range(start[a], start[a + 1]):
            b, t = others[i], ties[i]
            if via[b] == -1 and (spare[t] - used[t] if one[t] == a else spare[t] + used[t]) > 0:
                via[b] = i
                queue[tail] = b
                tail += 1
    steps, b = 0, target
    while via[b] >= 0:
        entry = via[b]
        path[steps] = ties[entry]
        steps += 1
        b = np.searchsorted(start, entry, side="right") - 1
    return steps


@compiled
def moved_costs(start: Array, others: Array, ties: Array, signed: Array, one: Array, two: Array, side: Array) -> Array:
    """What the best split of some found costs beyond `side` if each tie is the other way round.

    One end of the tie is moved, then others as long as that helps, both ends held.
    """
    actors, many = len(start) - 1, len(one)
    best = np.full(many, np.iinfo(np.int64).max)
    work, pull = side.copy(), np.zeros(actors, np.int64)
    for a in range(actors):
        for i in range(start[a], start[a + 1]):
            pull[a] += signed[i] * side[others[i]]
    base = pull.copy()
    moved, waiting = np.zeros(actors, np.bool_), np.zeros(actors, np.bool_)
    for tie in range(many):
        for end in range(2):
            first = one[tie] if end == 0 else two[tie]
            held = two[tie] if end == 0 else one[tie]
            cost, queue, seen = 0, [first], [first]
            head = 0
            while head < len(queue) and head < 20 * actors:
                a = queue[head]
                head += 1
                waiting[a] = False
                gain = pull[a] * work[a]  # what moving costs
                if head > 1 and (gain >= 0 or a in (first, held)):
                    continue
                cost += gain
                work[a] = -work[a]
                moved[a] = True
                for i in range(start[a], start[a + 1]):
                    b = others[i]
                    pull[b] += 2 * signed[i] * work[a]
                    seen.append(b)
                    if not waiting[b]:
                        waiting[b] = True
                        queue.append(b)
            best[tie] = min(best[tie], cost)
            for i in range(start[first], start[first + 1]):  # the other ties that have changed
                b, t = others[i], ties[i]
                if moved[b] != moved[first]:
                    best[t] = min(best[t], cost)
            for a in seen:
                work[a], pull[a], moved[a], waiting[a] = side[a], base[a], False, False
    return best


@compiled
def equal_splits(matrix: Array, most: int) -> Array:
    """Splits that cost as much as the one in which all are on one side, as bits; the last actor stays where it is.

    `matrix` has the signed weights. Splits are met in the order of Gray's code, one actor moving at a time. No more
    than `most` + 1 are given back. A split that costs less raises ValueError.
    """
    actors = len(matrix)
    side, pull = np.ones(actors, np.int64), matrix.sum(axis=1)
    found = np.zeros(most + 1, np.int64)
    count, cost, mask = 1, 0, 0
    for step in range(1, 1 << (actors - 1)):
        a = 0
        while not (step >> a) & 1:
            a += 1
        cost += pull[a] * side[a]
        side[a] = -side[a]
        mask ^= 1 << a
        for b in range(actors):
            pull[b] += 2 * matrix[a, b] * side[a]
        if cost < 0:
            raise ValueError("the split is not the best one")
        if cost == 0:
            if count > most:
                break
            found[count] = mask
            count += 1
    return found[:count]
