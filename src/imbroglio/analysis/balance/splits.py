"""All best splits: how many, which, and what they share.

Ties that are frustrated in all or in none of the best splits (see `margins`) bind their actors to each other for good.
What is bound becomes one; blocks of what is left are small, as a rule, and are searched in full.
"""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

import numpy as np

from imbroglio.analysis.balance.margins import Margins, margins
from imbroglio.graph.signed.blocks import blocks, joined
from imbroglio.graph.signed.graph import Ints, SignedGraph

SEARCHED = 24  # actors of a block whose splits are all looked at
KEPT = 4096  # best splits of a block that are kept
Ties = dict[int, dict[int, int]]  # class -> class -> signed weight


@dataclass(frozen=True)
class Splits:
    """`bound` is the number of the class that each actor belongs to: actors of one class stand to each other the same
    way in all best splits, as in `side`. `count` is the number of best splits, a split and its mirror image being one
    and actors without ties left out; None where it was not counted. They are made of independent choices: `ways` has,
    for each block of classes, how these can stand to each other, and each of `parts` (of classes that hang together)
    may be turned as a whole against the others."""

    graph: SignedGraph
    side: Ints
    margins: Margins
    bound: Ints
    count: int | None = None
    ways: tuple[tuple[dict[int, int], ...], ...] = ()
    parts: tuple[frozenset[int], ...] = ()

    @property
    def shared(self) -> list[list[Hashable]]:
        """The classes of two or more actors, the largest first."""
        classes: dict[int, list[Hashable]] = {}
        for name, number in zip(self.graph.names, self.bound.tolist(), strict=True):
            classes.setdefault(number, []).append(name)
        return sorted((own for own in classes.values() if len(own) > 1), key=len, reverse=True)

    def listed(self) -> Iterator[Ints]:
        """The best splits one by one, as sides, if they were counted; else the one that is known."""
        classes = dict.fromkeys(self.bound.tolist(), 1)
        turns = itertools.product(*([1], *[[1, -1]] * (len(self.parts) - 1)))
        for turn, ways in itertools.product(turns, itertools.product(*self.ways)):
            stand = classes | joined(list(ways))
            for part, sign in zip(self.parts, turn, strict=False):
                stand |= {number: sign * stand[number] for number in part}
            yield self.side * np.array([stand[number] for number in self.bound.tolist()], np.int64)


def best_splits(graph: SignedGraph, side: Ints, *, seconds: float = 20.0) -> Splits:
    """All splits that are as good as `side`, which must be a best one."""
    deadline = time.monotonic() + seconds
    found = margins(graph, side, seconds=seconds)
    loose = found.upper == 0
    bound = _classes(graph.actors, graph.one[~loose], graph.two[~loose])
    if not found.exact.all():
        return Splits(graph, side, found, bound)
    left = _contracted(graph, side, bound)
    ways = []
    for block in blocks(left):
        own = _ways(left, block, deadline)
        if own is None:
            return Splits(graph, side, found, bound)
        ways.append(own)
    parts = _parts(left)
    count = 2 ** max(len(parts) - 1, 0) * math.prod(map(len, ways))
    return Splits(graph, side, found, bound, count, tuple(ways), parts)


def _contracted(graph: SignedGraph, side: Ints, bound: Ints) -> Ties:
    """The ties between classes, added up, as they are once `side` is taken for one side; of classes that have ties."""
    signed = graph.weight * side[graph.one] * side[graph.two]
    classes: Ties = {}
    for a, b, weight in zip(bound[graph.one].tolist(), bound[graph.two].tolist(), signed.tolist(), strict=True):
        one, two = classes.setdefault(a, {}), classes.setdefault(b, {})
        if a != b:
            one[b] = two[a] = one.get(b, 0) + weight
    return {a: {b: weight for b, weight in own.items() if weight} for a, own in classes.items()}


def _ways(ties: Ties, block: list[tuple[int, int]], deadline: float) -> tuple[dict[int, int], ...] | None:
    """The best splits of a block of classes, around the one in which none is turned; None if there are too many."""
    from imbroglio.analysis.balance.loops.flows import equal_splits

    names = sorted({end for tie in block for end in tie})
    if len(names) > SEARCHED or time.monotonic() > deadline:
        return None
    place = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(names), len(names)), np.int64)
    for a, b in block:
        matrix[place[a], place[b]] = matrix[place[b], place[a]] = ties[a][b]
    masks = equal_splits(matrix, KEPT)
    if len(masks) > KEPT:
        return None
    return tuple({name: 1 - 2 * (mask >> n & 1) for n, name in enumerate(names)} for mask in masks.tolist())


def _parts(ties: Ties) -> tuple[frozenset[int], ...]:
    ends = np.array([(a, b) for a, own in ties.items() for b in own], np.int64).reshape(-1, 2)
    number = _classes(max(ties, default=-1) + 1, ends[:, 0], ends[:, 1])
    parts: dict[int, set[int]] = {}
    for name in ties:
        parts.setdefault(int(number[name]), set()).add(name)
    return tuple(map(frozenset, parts.values()))


def _classes(actors: int, one: Ints, two: Ints) -> Ints:
    """The number of the connected part that each actor is in."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    matrix = coo_array((np.ones(len(one), np.int8), (one, two)), shape=(actors, actors))
    return np.asarray(connected_components(matrix, directed=False)[1], np.int64)
