"""Unbalanced cycles as shortest paths, compiled by numba and kept on disk.

A cycle with an odd number of negative ties is a path in the signed double cover from an actor to its mirror image: a
friendly tie stays on its level of the cover, a hostile one changes it (Barahona & Mahjoub 1986).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from imbroglio.graph.signed.compiled import compiled

Array = np.ndarray[Any, Any]


@compiled
def _push(keys: Array, nodes: Array, size: int, key: float, node: int) -> int:
    i = size
    while i > 0 and keys[(i - 1) // 2] > key:
        keys[i], nodes[i] = keys[(i - 1) // 2], nodes[(i - 1) // 2]
        i = (i - 1) // 2
    keys[i], nodes[i] = key, node
    return size + 1


@compiled
def _pop(keys: Array, nodes: Array, size: int) -> int:
    """Take the least entry off; it is left at the end."""
    first_key, first = keys[0], nodes[0]
    size -= 1
    key, node = keys[size], nodes[size]
    i = 0
    while 2 * i + 1 < size:
        child = 2 * i + 1
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= key:
            break
        keys[i], nodes[i] = keys[child], nodes[child]
        i = child
    keys[i], nodes[i] = key, node
    keys[size], nodes[size] = first_key, first
    return size


@compiled
def _shortest(
    start: Array, others: Array, ties: Array, changes: Array, length: Array, source: int, target: int, limit: float,
    distance: Array, via: Array, keys: Array, nodes: Array, touched: Array,
) -> int:  # fmt: skip
    """Dijkstra in the double cover (node 2 × actor + level) until `target` or `limit`; returns how many were touched.

    `via[node]` is the entry of `others` that leads to it. `distance` must be infinite everywhere before.
    """
    distance[source] = 0.0
    touched[0] = source
    many, size = 1, _push(keys, nodes, 0, 0.0, source)
    while size:
        size = _pop(keys, nodes, size)
        key, node = keys[size], nodes[size]
        if key > distance[node]:
            continue
        if node == target:
            break
        for i in range(start[node // 2], start[node // 2 + 1]):
            tie = ties[i]
            step = key + length[tie]
            to = 2 * others[i] + ((node & 1) ^ changes[tie])
            if step < limit and step < distance[to]:
                if distance[to] == np.inf:
                    touched[many] = to
                    many += 1
                distance[to] = step
                via[to] = i
                size = _push(keys, nodes, size, step, to)
    return many


@compiled
def _walk(ends: Array, ties: Array, changes: Array, via: Array, source: int, target: int, walk: Array) -> int:
    """The ties of the path to `target`, from its end; returns how many."""
    node, many = target, 0
    while node != source:
        tie = ties[via[node]]
        walk[many] = tie
        many += 1
        node = 2 * (ends[tie, 0] + ends[tie, 1] - node // 2) + ((node & 1) ^ changes[tie])
    return many


@compiled
def odd_cycles(
    start: Array, others: Array, ties: Array, ends: Array, changes: Array, length: Array, sources: Array, limit: float,
    most: int,
) -> tuple[Array, Array]:  # fmt: skip
    """The shortest unbalanced cycle through each source, if shorter than `limit`; at most `most` ties in all.

    Returns the tie numbers one cycle after the other, and where each cycle begins. `ends` are the two actors of each
    tie, `changes` is 1 for a tie that changes the level. A closed walk is cut to the simple cycle in it.
    """
    actors, entries = len(start) - 1, len(others)
    distance, via = np.full(2 * actors, np.inf), np.zeros(2 * actors, np.int64)
    keys, nodes = np.zeros(2 * entries + 2), np.zeros(2 * entries + 2, np.int64)
    touched, walk = np.zeros(2 * actors, np.int64), np.zeros(2 * actors + 1, np.int64)
    place = np.full(actors, -1, np.int64)
    found, starts = np.empty(most, np.int64), np.zeros(len(sources) + 1, np.int64)
    count, filled = 0, 0
    for at in range(len(sources)):
        source = int(sources[at])
        many = _shortest(
            start, others, ties, changes, length, 2 * source, 2 * source + 1, limit, distance, via, keys, nodes, touched
        )
        if distance[2 * source + 1] < np.inf:
            steps = _walk(ends, ties, changes, via, 2 * source, 2 * source + 1, walk)
            first, last, actor = 0, steps, source
            place[actor] = 0
            for i in range(steps):
                actor = int(ends[walk[i], 0] + ends[walk[i], 1] - actor)
                if place[actor] >= 0:
                    first, last = int(place[actor]), i + 1
                    break
                place[actor] = i + 1
            actor = source
            place[actor] = -1
            for i in range(steps):
                actor = int(ends[walk[i], 0] + ends[walk[i], 1] - actor)
                place[actor] = -1
            if filled + last - first <= most:
                for i in range(first, last):
                    found[filled] = walk[i]
                    filled += 1
                count += 1
                starts[count] = filled
        for i in range(many):
            distance[touched[i]] = np.inf
    return found[:filled], starts[: count + 1]


@compiled
def detours(
    start: Array, others: Array, ties: Array, ends: Array, weight: Array, bad: Array, length: Array, growth: float,
    most: int,
) -> tuple[Array, Array]:  # fmt: skip
    """Cycles through the frustrated ties of a split that share other ties little (Garg & Könemann 1998).

    Closes each frustrated tie in `bad` by the shortest path by `length`, which is infinite for all frustrated ties; a
    tie grows longer, in place, with each cycle it is in. The answer is as of `odd_cycles`.
    """
    actors, entries = len(start) - 1, len(others)
    distance, via = np.full(2 * actors, np.inf), np.zeros(2 * actors, np.int64)
    keys, nodes = np.zeros(2 * entries + 2), np.zeros(2 * entries + 2, np.int64)
    touched, walk = np.zeros(2 * actors, np.int64), np.zeros(2 * actors + 1, np.int64)
    level = np.zeros(len(weight), np.int64)
    found, starts = np.empty(most, np.int64), np.zeros(len(bad) + 1, np.int64)
    count, filled = 0, 0
    for tie in bad:
        source, target = 2 * int(ends[tie, 0]), 2 * int(ends[tie, 1])
        many = _shortest(
            start, others, ties, level, length, source, target, np.inf, distance, via, keys, nodes, touched
        )
        if distance[target] < np.inf:
            steps = _walk(ends, ties, level, via, source, target, walk)
            for i in range(steps):
                length[walk[i]] *= 1.0 + growth * weight[tie] / weight[walk[i]]
            if filled + steps < most:
                found[filled : filled + steps] = walk[:steps]
                found[filled + steps] = tie
                filled += steps + 1
                count += 1
                starts[count] = filled
        distance[touched[:many]] = np.inf
    return found[:filled], starts[: count + 1]


@compiled
def spanning_split(ends: Array, changes: Array, order: Array, actors: int) -> Array:
    """The split that agrees with the first ties in `order` that close no cycle (Kruskal 1956): 1 or -1 an actor."""
    parent, parity = np.arange(actors), np.zeros(actors, np.int64)
    for tie in order:
        root = np.zeros(2, np.int64)
        odd = np.zeros(2, np.int64)
        for k in range(2):
            node = ends[tie, k]
            while parent[node] != node:
                odd[k] ^= parity[node]
                node = parent[node]
            root[k] = node
        if root[0] != root[1]:
            parent[root[0]] = root[1]
            parity[root[0]] = odd[0] ^ odd[1] ^ changes[tie]
    side = np.zeros(actors, np.int64)
    for actor in range(actors):
        node, odd_one = actor, 0
        while parent[node] != node:
            odd_one ^= parity[node]
            node = parent[node]
        side[actor] = 1 - 2 * odd_one
    return side
