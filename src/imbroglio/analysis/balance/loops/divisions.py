"""Divisions into several factions, searched by loops that numba compiles and keeps on disk."""

from __future__ import annotations

from typing import Any

import numpy as np

from imbroglio.graph.signed.compiled import compiled

Array = np.ndarray[Any, Any]


@compiled
def descend_divisions(start: Array, others: Array, weight: Array, k: int, seed: int, kicks: int) -> Array:
    """The best of some divisions that no move of one actor makes better; each starts from the best, shaken."""
    np.random.seed(seed)
    actors = len(start) - 1
    label, best = np.random.randint(0, k, actors), np.zeros(actors, np.int64)
    pull = np.zeros((actors, k), np.int64)  # signed weight of the ties into each faction
    least = 0
    for kick in range(kicks):
        pull[:] = 0
        cost = 0
        for a in range(actors):
            for i in range(start[a], start[a + 1]):
                pull[a, label[others[i]]] += weight[i]
            cost -= int(pull[a, label[a]])  # twice the frustration, but for a constant
        moving = True
        while moving:
            moving = False
            for a in range(actors):
                own, to = label[a], np.argmax(pull[a])
                if pull[a, to] > pull[a, own]:
                    cost -= 2 * int(pull[a, to] - pull[a, own])
                    label[a] = to
                    moving = True
                    for i in range(start[a], start[a + 1]):
                        pull[others[i], own] -= weight[i]
                        pull[others[i], to] += weight[i]
        if kick == 0 or cost <= least:
            best[:], least = label, cost
        label[:] = best
        share = (0.05, 0.15, 0.4, 1.0)[kick % 4]
        for a in range(actors):
            if np.random.random() < share:
                label[a] = np.random.randint(0, k)
    return best


@compiled
def search(
    matrix: Array, k: int, doll: Array, every: bool, state: Array, work: Array, cost: Array, best: Array, result: Array,
    steps: int,
) -> bool:  # fmt: skip
    """Depth first through all divisions, actors in their order; True when done, False after so many steps, to go on.

    `doll[i]` is the least cost among the actors from i on (from 1), `work[i, a, f]` the cost of actor a's ties to the
    first i actors if it joins faction f, `cost[i]` that among the first i. `result` holds the least cost, the number of
    best divisions and how deep the search is. With `every` all best divisions are counted, else one is looked for that
    costs less than or as much as `result[0]`.
    """
    n = len(matrix)
    deep = result[2]
    while steps:
        steps -= 1
        if deep < 0:
            return True
        used = 0
        for a in range(deep):
            used = max(used, state[a] + 1)
        state[deep] += 1
        if deep == n or state[deep] >= min(k, used + 1):
            if deep < n:
                state[deep] = -1
            deep -= 1
            continue
        own = state[deep]
        cost[deep + 1] = cost[deep] + work[deep, deep, own]
        bound = cost[deep + 1] + doll[deep + 1]
        for a in range(deep + 1, n):
            least = np.int64(1 << 62)
            for f in range(k):
                more = max(0, -matrix[deep, a]) if f == own else max(0, matrix[deep, a])
                work[deep + 1, a, f] = work[deep, a, f] + more
                least = min(least, work[deep + 1, a, f])
            bound += least
        if bound > result[0] or (bound == result[0] and result[1] > 0 and not every):
            continue
        deep += 1
        if deep == n:
            if cost[n] < result[0]:
                result[0], result[1] = cost[n], 0
            if result[1] == 0:
                best[:] = state[:n]
            result[1] += 1
            deep -= 1
    result[2] = deep
    return False
