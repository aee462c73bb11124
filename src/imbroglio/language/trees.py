"""Dependency trees from arc scores: the best tree with one root and no cycle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def decode(scores: Array) -> list[int]:
    """The best heads of a sentence.

    `scores[d, h]` scores word `d` (from 0) under head `h`, where 0 is the root and `h` the word `h - 1`. Returns one
    head a word in the same numbering. The plain maximum is taken where it is a tree; else the maximum spanning
    arborescence (Chu & Liu 1965, Edmonds 1967), with root arcs made so dear that only one is used (Stanojević & Cohen
    2021).
    """
    size = len(scores)
    scores = np.array(scores, dtype=np.float64)
    scores[np.arange(size), np.arange(1, size + 1)] = -np.inf
    heads = scores.argmax(axis=1).tolist()
    if is_tree(heads):
        return heads
    finite = scores[np.isfinite(scores)]
    scores[:, 0] -= (finite.max() - finite.min() + 1.0) * size
    square = np.full((size + 1, size + 1), -np.inf)
    square[1:] = scores
    return _arborescence(square)[1:]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether `heads` (0 the root, else word number from 1) form a tree with exactly one root."""
    return sum(head == 0 for head in heads) == 1 and not _cycle([0, *heads])


def _cycle(heads: Sequence[int]) -> list[int]:
    """The nodes of one cycle, empty if there is none; node 0 is the root."""
    state = [0] * len(heads)  # 0 unseen, else the walk that saw it
    for start in range(1, len(heads)):
        node = start
        while node and not state[node]:
            state[node] = start
            node = heads[node]
        if node and state[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _arborescence(scores: Array) -> list[int]:
    """Best head of each node, node 0 the root; `scores[d, h]`. Contracts one cycle at a time."""
    heads = scores.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    ring, outside = np.array(cycle), np.flatnonzero(~inside)
    kept = scores[cycle, [heads[node] for node in cycle]]
    into = scores[np.ix_(ring, outside)] - kept[:, None]  # what breaking the cycle at each node costs
    out_of = scores[np.ix_(outside, ring)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)  # the cycle is its last node
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    found = _arborescence(small)
    entry = outside[found[-1]]
    for place, node in enumerate(outside):
        if found[place] == len(outside):
            heads[node] = cycle[int(out_of[place].argmax())]
        else:
            heads[node] = int(outside[found[place]])
    heads[cycle[int(into[:, found[-1]].argmax())]] = int(entry)
    heads[0] = 0
    return heads
