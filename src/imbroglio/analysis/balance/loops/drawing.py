"""Worlds drawn and split, many at once, by loops that numba compiles and keeps on disk."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import prange

from imbroglio.graph.signed.compiled import compiled, compiled_parallel

Array = np.ndarray[Any, Any]


@compiled
def listed_triangles(start: Array, others: Array, ties: Array) -> Array:
    """The three ties of each triangle, from compressed rows."""
    actors = len(start) - 1
    at = np.full(actors, -1, np.int64)
    found = [(0, 0, 0)]
    found.pop()
    for a in range(actors):
        for i in range(start[a], start[a + 1]):
            at[others[i]] = ties[i]
        for i in range(start[a], start[a + 1]):
            b = others[i]
            if b > a:
                for j in range(start[b], start[b + 1]):
                    c = others[j]
                    if c > b and at[c] >= 0:
                        found.append((ties[i], ties[j], at[c]))
        for i in range(start[a], start[a + 1]):
            at[others[i]] = -1
    listed = np.zeros((len(found), 3), np.int64)
    for k in range(len(found)):
        listed[k, 0], listed[k, 1], listed[k, 2] = found[k]
    return listed


@compiled_parallel
def draw(
    start: Array, others: Array, ties: Array, one: Array, two: Array, place: Array, weight: Array, chance: Array,
    luck: Array, roots: int, triangles: Array, base: Array, worlds: int, seed: int, kicks: int,
) -> tuple[Array, Array, Array, Array]:  # fmt: skip
    """Sides, weights of ties, frustration and share of balanced triangles of each world."""
    actors, many = len(start) - 1, len(one)
    sides, weights = np.zeros((worlds, actors), np.int8), np.zeros((worlds, many), np.int64)
    cost, balanced = np.zeros(worlds, np.int64), np.zeros(worlds)
    for world in prange(worlds):
        np.random.seed(seed * 1_000_003 + world)
        fortune = np.random.random(roots)
        own = weights[world]
        for k in range(len(place)):
            if fortune[luck[k]] < chance[k]:
                own[place[k]] += weight[k]
        cost[world] = _settle(start, others, ties, one, two, own, base, kicks, sides[world])
        good, total = 0, 0
        for k in range(len(triangles)):
            sign = np.sign(own[triangles[k, 0]]) * np.sign(own[triangles[k, 1]]) * np.sign(own[triangles[k, 2]])
            total += abs(sign)
            good += sign > 0
        balanced[world] = good / total if total else np.nan
    return sides, weights, cost, balanced


@compiled
def _settle(
    start: Array, others: Array, ties: Array, one: Array, two: Array, weight: Array, base: Array, kicks: int,
    best: Array,
) -> int:  # fmt: skip
    """Improve `base`, then the best split so far, shaken; `best` gets the best. Returns its frustration."""
    actors = len(start) - 1
    side, pull = base.copy(), np.zeros(actors, np.int64)
    order, done = np.zeros(actors, np.int64), np.zeros(actors, np.bool_)
    least, idle, kick = -1, 0, -1
    while idle <= kicks:  # shaken so many times without a better split
        kick += 1
        idle += 1
        if kick:
            share = (0.08, 0.2, 0.5)[kick % 3]
            for a in range(actors):
                side[a] = -best[a] if np.random.random() < share else best[a]
        for a in range(actors):
            pull[a] = 0
            for i in range(start[a], start[a + 1]):
                pull[a] += weight[ties[i]] * side[others[i]]
        while _pass(start, others, ties, weight, side, pull, order, done):
            pass
        cost = 0
        for tie in range(len(one)):
            if weight[tie] * side[one[tie]] * side[two[tie]] < 0:
                cost += abs(weight[tie])
        if least < 0 or cost < least:
            least, idle = cost, 0
            for a in range(actors):
                best[a] = side[a]
            if not cost:
                break
    return least


@compiled
def _pass(
    start: Array, others: Array, ties: Array, weight: Array, side: Array, pull: Array, order: Array, done: Array
) -> bool:
    """Move each actor once, the one that it costs least next, and keep the moves up to where the split is best
    (Kernighan & Lin 1970). True if that is better than before."""
    actors = len(side)
    done[:] = False
    cost, least, kept = 0, 0, 0
    for step in range(actors):
        a, low = -1, 0
        for b in range(actors):
            if not done[b] and (a < 0 or pull[b] * side[b] < low):
                a, low = b, pull[b] * side[b]
        order[step] = a
        done[a] = True
        cost += low
        _move(start, others, ties, weight, side, pull, a)
        if cost < least:
            least, kept = cost, step + 1
    for step in range(kept, actors):
        _move(start, others, ties, weight, side, pull, order[step])
    return kept > 0


@compiled
def _move(start: Array, others: Array, ties: Array, weight: Array, side: Array, pull: Array, actor: int) -> None:
    side[actor] = -side[actor]
    for i in range(start[actor], start[actor + 1]):
        pull[others[i]] += 2 * weight[ties[i]] * side[actor]
