"""The best split of a graph that differs a little from one whose best split is known.

Where a single tie has lost weight, is gone or has its sign turned, the index follows from that tie's margin without
solving (see `balance.margins`): with index L, weight w and margin m, a tie in peace that keeps v of its weight leaves
min(L, L + m - (w - v)), a frustrated one L - (w - v). Otherwise the new graph is solved. The old split is kept wherever
it is as good as the new one; else, of the best splits, the one that moves the fewest actors is chosen.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

import numpy as np

from imbroglio.analysis.balance import Balance, balance, margins
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.graph import Ints

MARGINS = "the margin of the tie, without solving"
_ANCHOR = ("where they were",)  # no actor has such a name
Ties = dict[tuple[Hashable, Hashable], int]


@dataclass(frozen=True, slots=True)
class Resplit:
    """`index` is known beforehand where the tie's margin gives it, in units of 1 / the graph's scale."""

    balance: Balance
    by_margins: bool


def resplit(before: Balance, graph: SignedGraph, seconds: float = 20.0) -> Resplit:
    """The best split of the new graph."""
    index = index_by_margin(before, graph, seconds)
    kept = _kept(before, graph)
    if index is not None and kept is not None and graph.frustration(kept) == index:
        value = graph.unscaled(index)
        return Resplit(Balance(graph, kept, value, value, True, None, MARGINS, 0.0), True)
    found = balance(graph, seconds=seconds)
    if index is not None and found.proven and found.frustration != graph.unscaled(index):
        raise AssertionError("the margin of a tie and the solver disagree")
    best = graph.frustration(found.side)
    if kept is None or graph.frustration(kept) != best:
        kept = _nearest(before, graph, seconds)
    if graph.frustration(kept) == best:
        found = replace(found, side=kept)
    return Resplit(found, index is not None)


def _nearest(before: Balance, graph: SignedGraph, seconds: float) -> Ints:
    """Of the best splits the one nearest to the old: the best split of a graph in which a tie too light to matter binds
    every actor to where it was."""
    side = dict(zip(before.graph.names, before.side.tolist(), strict=True))
    heavy = graph.actors + 1
    rows = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True)
    ties = [(graph.names[a], graph.names[b], weight * heavy) for a, b, weight in rows]
    light = [(_ANCHOR, name, side[name]) for name in graph.names if name in side]
    bound = balance(SignedGraph.of([*ties, *light], names=graph.names), seconds=seconds, count=False)
    return bound.side[: graph.actors]


def index_by_margin(before: Balance, graph: SignedGraph, seconds: float) -> int | None:
    """The index of the new graph, if one tie alone is weaker, gone or turned; None where the margin does not tell."""
    change = _single(before.graph, graph)
    if change is None or not before.proven or before.graph.scale != graph.scale:
        return None
    tie, left = change
    known = margins(before.graph, before.side, seconds=seconds)
    if not known.exact[tie]:
        return None
    weight = int(before.graph.weight[tie])
    if left == -weight:
        return int(known.turned[tie])
    lost = abs(weight) - abs(left)
    if left * weight < 0 or lost < 0:
        return None
    if known.frustrated[tie]:
        return known.index - lost
    return known.index + min(0, int(known.upper[tie]) - lost)


def _single(one: SignedGraph, other: SignedGraph) -> tuple[int, int] | None:
    """The one tie that differs, by its number in the first graph, and its weight in the second."""
    first, second = _ties(one), _ties(other)
    different = [pair for pair in first if first[pair] != second.get(pair)]
    if len(different) != 1 or second.keys() - first.keys():
        return None
    return list(first).index(different[0]), second.get(different[0], 0)


def _ties(graph: SignedGraph) -> Ties:
    """The weights by the names of both ends, in the order of the ties."""
    rows = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True)
    named = ((sorted((graph.names[a], graph.names[b]), key=str), weight) for a, b, weight in rows)
    return {(one, two): weight for (one, two), weight in named}


def _kept(before: Balance, graph: SignedGraph) -> Ints | None:
    """The old sides of the new graph's actors; None if some are new."""
    side = dict(zip(before.graph.names, before.side.tolist(), strict=True))
    if not all(name in side for name in graph.names):
        return None
    return np.array([side[name] for name in graph.names], np.int64)
