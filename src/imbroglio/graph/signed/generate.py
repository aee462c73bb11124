"""Signed graphs made by chance, with a split planted in them: for tests, measurements and a first run of the loops."""

from __future__ import annotations

from typing import Any

import numpy as np

from imbroglio.graph.signed.graph import Ints, SignedGraph


def planted(actors: int, ties: int, wrong: float, seed: int = 0) -> tuple[SignedGraph, Ints]:
    """A graph of about so many ties between actors of two equal factions, and the split.

    Ties join pairs at chance; a share `wrong` of them has the sign that contradicts the split.
    """
    rng = np.random.default_rng(seed)
    side = np.where(rng.permutation(actors) % 2, 1, -1)
    one, two = rng.integers(0, actors, (2, ties))
    return _signed(actors, one, two, side, wrong, rng)


def with_degrees(degrees: Any, wrong: float, seed: int = 0) -> tuple[SignedGraph, Ints]:
    """The same with given numbers of ties an actor (configuration model: Molloy & Reed 1995); loops and doubles go."""
    rng = np.random.default_rng(seed)
    stubs = rng.permutation(np.repeat(np.arange(len(degrees)), degrees))
    stubs = stubs[: len(stubs) // 2 * 2]
    side = np.where(rng.permutation(len(degrees)) % 2, 1, -1)
    return _signed(len(degrees), stubs[::2], stubs[1::2], side, wrong, rng)


def grouped(groups: int, size: int, density: float, wrong: float, seed: int = 0) -> tuple[SignedGraph, Ints]:
    """The same with ties inside groups only, each pair of a group with the chance `density`: many triangles."""
    rng = np.random.default_rng(seed)
    actors = groups * size
    one, two = np.triu_indices(size, 1)
    kept = [np.nonzero(rng.random(len(one)) < density)[0] for _ in range(groups)]
    place, shift = np.concatenate(kept), np.repeat(np.arange(groups) * size, [len(own) for own in kept])
    side, name = np.where(rng.permutation(actors) % 2, 1, -1), rng.permutation(actors)
    return _signed(actors, name[one[place] + shift], name[two[place] + shift], side, wrong, rng)


def heavy_tailed(actors: int, ties: int, exponent: float = 2.1, seed: int = 0) -> Ints:
    """Numbers of ties as in a web of trust: most actors have one or two, a few very many (a cut Zipf law)."""
    rng = np.random.default_rng(seed)
    drawn = np.minimum(rng.zipf(exponent, actors), actors // 10 + 1).astype(np.int64)
    made: Ints = np.maximum((drawn * (2 * ties / drawn.sum())).round().astype(np.int64), 1)
    return made


def small() -> SignedGraph:
    """A small graph on which every loop has work to do: far from a split, with weights and many triangles."""
    graph, _ = planted(12, 60, wrong=0.5)
    return SignedGraph(graph.names, graph.one, graph.two, graph.weight * (1 + np.arange(len(graph)) % 3))


def _signed(
    actors: int, one: Ints, two: Ints, side: Ints, wrong: float, rng: np.random.Generator
) -> tuple[SignedGraph, Ints]:
    low, high = np.minimum(one, two), np.maximum(one, two)
    pairs = np.unique(low[low < high] * actors + high[low < high])
    low, high = pairs // actors, pairs % actors
    sign = np.where(rng.random(len(low)) < wrong, -1, 1) * side[low] * side[high]
    return SignedGraph.from_arrays(tuple(range(actors)), low, high, sign.astype(np.int64)), side
