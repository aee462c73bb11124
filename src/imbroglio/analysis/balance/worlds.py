"""How sure the figures are: worlds in which each piece of evidence is true or not, as likely as it is.

Pieces that rest on one root stand or fall together: in each world the root has one luck, and a piece is true where its
chance is above it. In every world the ties are added up anew and split; an interval says in which range a figure lies
in so many of the worlds. Splits are searched for, not proven, in each world; some worlds are solved exactly as well,
and how many of them the search had missed is told.
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.analysis.balance.heuristic import split
from imbroglio.analysis.balance.solve import balance
from imbroglio.graph.signed.graph import Ints, SignedGraph, Weight, whole

LEVEL = 0.9
KICKS = 8  # the search in a world ends after so many shaken restarts in vain
CHECKED = 50  # worlds that are solved exactly as well
EXACT_SECONDS = 0.5  # for one of those


@dataclass(frozen=True, slots=True)
class Piece:
    """Evidence for a tie: signed weight, how likely it is to be true (0 to 1), and on what root it rests, if it shares
    one with others."""

    one: Hashable
    two: Hashable
    weight: Weight
    chance: float
    root: Hashable = None


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Worlds:
    """`graph` has the ties of the world in which all pieces are true, those that cancel out there included with weight
    0; arrays by tie follow its order. `frustration` (in units of 1 / `graph.scale`) and `balanced` (the share of
    balanced triangles, not a number where there are none) have an entry a world, `sides` a row a world. `present`,
    `positive` and `frustrated` are the shares of worlds in which each tie is there, is positive, is frustrated. Of
    `checked` worlds that were solved exactly, the search had missed the best split in `missed`."""

    graph: SignedGraph
    frustration: Ints
    balanced: Any
    sides: Any
    present: Any
    positive: Any
    frustrated: Any
    checked: int
    missed: int
    seconds: float

    def index(self, level: float = LEVEL) -> Interval:
        """The frustration index, in the units of the input."""
        return interval(self.frustration / self.graph.scale, level)

    def degree(self, level: float = LEVEL) -> Interval | None:
        """The share of balanced triangles; None where no world has any."""
        known = self.balanced[~np.isnan(self.balanced)]
        return interval(known, level) if len(known) else None

    def together(self, one: Hashable, two: Hashable) -> float:
        """The share of worlds in which two actors are on one side."""
        a, b = self.graph.names.index(one), self.graph.names.index(two)
        return float((self.sides[:, a] == self.sides[:, b]).mean())


def interval(values: Any, level: float = LEVEL) -> Interval:
    """The median and the range in which the middle `level` of the values lie."""
    low, median, high = np.quantile(values, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return Interval(float(low), float(median), float(high))


def sample(pieces: Iterable[Piece], *, worlds: int = 10_000, seed: int = 0) -> Worlds:
    """Draw so many worlds; the same for the same seed.

    Raises ValueError for a tie from an actor to itself, a chance outside 0 to 1, no pieces, or fewer than one world.
    """
    from imbroglio.analysis.balance.loops.drawing import draw, listed_triangles

    started = time.monotonic()
    pieces = list(pieces)
    if not pieces or worlds < 1:
        raise ValueError("nothing to draw: worlds need one piece of evidence at least, and one world")
    graph, place, weight = _pairs(pieces)
    chance = np.array([piece.chance for piece in pieces], float)
    if not ((chance >= 0) & (chance <= 1)).all():
        raise ValueError("a chance lies between 0 and 1")
    roots: dict[Hashable, int] = {}
    own = [("alone", n) if piece.root is None else ("root", piece.root) for n, piece in enumerate(pieces)]
    luck = np.array([roots.setdefault(root, len(roots)) for root in own])
    start, others, ties = graph.csr
    triangles = listed_triangles(start, others, ties)
    base = split(graph, seed)
    drawn = draw(
        start, others, ties, graph.one, graph.two, place, weight, chance, luck, len(roots), triangles, base, worlds,
        seed, KICKS,
    )  # fmt: skip
    sides, weights, frustration, balanced = drawn
    wrong = ((sides[:, graph.one] == sides[:, graph.two]) == (weights < 0)) & (weights != 0)
    checked, missed = _checked(graph, weights, frustration)
    return Worlds(
        graph, frustration, balanced, sides, (weights != 0).mean(axis=0), (weights > 0).mean(axis=0),
        wrong.mean(axis=0), checked, missed, time.monotonic() - started,
    )  # fmt: skip


def _pairs(pieces: list[Piece]) -> tuple[SignedGraph, Ints, Ints]:
    """All pairs of which there is evidence, the tie of each piece, and its whole weight."""
    number: dict[Hashable, int] = {}
    ends = np.array([sorted(number.setdefault(name, len(number)) for name in (p.one, p.two)) for p in pieces], np.int64)
    if (ends[:, 0] == ends[:, 1]).any():
        raise ValueError("a piece of evidence ties an actor to itself")
    weight, scale = whole([piece.weight for piece in pieces])
    key, place = np.unique(ends[:, 0] * len(number) + ends[:, 1], return_inverse=True)
    total = np.zeros(len(key), np.int64)
    np.add.at(total, place, weight)
    return SignedGraph(tuple(number), key // len(number), key % len(number), total, scale), place, weight


def _checked(graph: SignedGraph, weights: Any, frustration: Ints) -> tuple[int, int]:
    """How many worlds were solved exactly, and in how many of those the search had found no best split."""
    checked, missed = 0, 0
    for world in np.linspace(0, len(frustration) - 1, min(CHECKED, len(frustration))).astype(int):
        own = SignedGraph.from_arrays(graph.names, graph.one, graph.two, weights[world].astype(np.int64))
        found = balance(own, seconds=EXACT_SECONDS, count=False)
        if found.proven:
            checked += 1
            missed += int(found.frustration * own.scale < frustration[world])
    return checked, missed
