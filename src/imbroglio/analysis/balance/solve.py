"""The frustration index of a graph: reduced, cut into blocks, split, bounded, and put together again."""

from __future__ import annotations

import math
import time
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np

from imbroglio.analysis.balance.branch import Search
from imbroglio.analysis.balance.certificate import Certificate, Lattice, Leaf, proven
from imbroglio.analysis.balance.covering import Covering
from imbroglio.analysis.balance.heuristic import descended, packed, split
from imbroglio.analysis.balance.reduce import SHIFT, Core, reduced
from imbroglio.graph.signed.blocks import blocks, joined
from imbroglio.graph.signed.generate import small
from imbroglio.graph.signed.graph import Ints, SignedGraph

REDUCED = 300_000  # ties above which a graph is split by the heuristic alone
LEAST = 0.02  # seconds that a block gets even when the time is up
COMPILING = 600.0  # seconds, more than compiling takes on any machine
COUNTING = 1.0  # seconds that counting may take where index and proof took less; else as long as they


@dataclass(frozen=True)
class Balance:
    """`frustration` is the weight of ties that contradict `side` (1 or -1 an actor), `lower_bound` what no split goes
    below; `proven` if the two are one. `source` says where the bound comes from, `proofs` hold the blocks of the core
    with their certificates. `optimal_splits` counts the best splits, a split and its mirror image being one; None where
    it was not counted. `seconds` is what the split and its proof took once the loops were loaded (`load`);
    `bound_seconds` what a bound took that does not come with the split, of a graph too large for proofs."""

    graph: SignedGraph
    side: Ints
    frustration: int | float
    lower_bound: int | float
    proven: bool
    optimal_splits: int | None
    source: str
    seconds: float
    bound_seconds: float = 0.0
    proofs: tuple[tuple[SignedGraph, Certificate], ...] = ()

    @property
    def factions(self) -> tuple[list[Hashable], list[Hashable]]:
        """The actors of either side, the larger side first."""
        return self.graph.camps(self.side)

    @property
    def frustrated(self) -> list[tuple[Hashable, Hashable]]:
        """The ties that contradict the split."""
        return self.graph.contradicting(self.side)


@cache
def load() -> float:
    """Load the solver and the loops, the first time on a machine compile these, and say in how many seconds.

    `balance` does so before its clock starts.
    """
    from imbroglio.analysis.balance.splits import best_splits

    started, graph = time.monotonic(), small()
    side, *_ = _by_blocks(graph, 0, started + COMPILING)
    best_splits(graph, side, seconds=COMPILING)
    return time.monotonic() - started


def balance(graph: SignedGraph, *, seconds: float = 20.0, seed: int = 0, count: bool = True) -> Balance:
    """The frustration index, exactly if `seconds` allow; otherwise the best split found and a valid lower bound.

    `count` also counts the optimal splits, where that takes about as long again; `best_splits` takes the time that it
    needs. Deterministic for a `seed`, as long as the time does not run out.
    """
    load()
    graph.csr  # noqa: B018, laid out once for all that is asked of it
    started = time.monotonic()
    if len(graph) > REDUCED:
        return _large(graph, seed, started, started + seconds)
    side, lower, source, proofs = _by_blocks(graph, seed, started + seconds)
    found, took, splits = graph.frustration(side), time.monotonic() - started, None
    lower = min(found, Lattice.of(graph).up(lower))
    if count and found == lower:
        from imbroglio.analysis.balance.splits import best_splits

        splits = best_splits(graph, side, seconds=min(seconds - took, max(took, COUNTING))).count
    return Balance(
        graph, side, graph.unscaled(found), graph.unscaled(lower), found == lower, splits, source, took, proofs=proofs
    )


def _large(graph: SignedGraph, seed: int, started: float, deadline: float) -> Balance:
    """Split and bound of a graph that is too large for more."""
    from imbroglio.analysis.balance.loops.packing import packed_weight

    side = split(graph, seed)
    found, took = graph.frustration(side), time.monotonic() - started
    cycles = packed(graph, graph.frustrated(side), deadline)
    lower = packed_weight(*cycles, graph.one, graph.two, graph.weight)
    if lower < 0:
        raise AssertionError("a packing does not stand the check")
    lower = min(found, Lattice.of(graph).up(lower))
    source = "cycles that share no weight, checked in whole numbers"
    bounding = time.monotonic() - started - took
    return Balance(
        graph, side, graph.unscaled(found), graph.unscaled(lower), found == lower, None, source, took, bounding
    )


def _by_blocks(
    graph: SignedGraph, seed: int, deadline: float
) -> tuple[Ints, int, str, tuple[tuple[SignedGraph, Certificate], ...]]:
    """Split and bound of a graph that is worth reducing, each block of its core for itself."""
    core = reduced(range(graph.actors), zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), strict=True))
    parts = list(_parts(core))
    sides: list[dict[int, int]] = [{}] * len(parts)
    lower, proofs, branched = core.certain, [], False
    left = sum(map(len, parts))
    for n in sorted(range(len(parts)), key=lambda n: len(parts[n])):
        now = time.monotonic()
        share = max(LEAST, (deadline - now) * len(parts[n]) / left)
        left -= len(parts[n])
        best, certificate = solve_block(parts[n], seed, now + share)
        sides[n] = dict(zip(parts[n].names, best.tolist(), strict=True))  # type: ignore[arg-type]
        lower += proven(parts[n], certificate)
        proofs.append((parts[n], certificate))
        branched |= not isinstance(certificate.tree, Leaf)
    side = dict.fromkeys(core.ties, 1) | joined(sides)
    core.extend(side)
    found = np.array([side[actor] for actor in range(graph.actors)], np.int64)
    source = "cycles, each with a frustrated tie" if proofs else "reduction alone"
    source += ", in cases" * branched + ", checked in whole numbers"
    return descended(graph, found), math.ceil(Fraction(lower, 1 << SHIFT)), source, tuple(proofs)


def _parts(core: Core) -> Iterator[SignedGraph]:
    """The blocks of the core, as graphs whose names are the actors' numbers."""
    for block in blocks(core.ties):
        yield SignedGraph.of((a, b, core.ties[a][b]) for a, b in block)


def solve_block(graph: SignedGraph, seed: int, deadline: float) -> tuple[Ints, Certificate]:
    """A split of one block, and what proves that there is none much better."""
    side = split(graph, seed)
    if not graph.frustration(side):
        return side, Certificate((), Leaf({}))
    search = Search(Covering(graph), side, deadline, seed)
    certificate = search.run()
    return search.side, certificate
