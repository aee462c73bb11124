"""Blocks: parts of a graph that hang together even without any one actor (Hopcroft & Tarjan 1973).

Every cycle lies in one block, so that each can be split for itself: two blocks share one actor at most, and a block's
split may be turned round as a whole to agree on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Block = list[tuple[int, int]]


def blocks(ties: Mapping[int, Mapping[int, object]]) -> Iterator[Block]:
    """The ties of each block, blocks farther from the root of a search before nearer ones."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    for root in ties:
        if root not in number and ties[root]:
            yield from _below(root, ties, number, low)


def _below(
    root: int, ties: Mapping[int, Mapping[int, object]], number: dict[int, int], low: dict[int, int]
) -> Iterator[Block]:
    number[root] = low[root] = len(number)
    path, seen = [(root, root, iter(ties[root]))], Block()
    while path:
        actor, parent, others = path[-1]
        for other in others:
            if other not in number:
                number[other] = low[other] = len(number)
                seen.append((actor, other))
                path.append((other, actor, iter(ties[other])))
                break
            if other != parent and number[other] < number[actor]:
                seen.append((actor, other))
                low[actor] = min(low[actor], number[other])
        else:
            path.pop()
            if path:
                low[parent] = min(low[parent], low[actor])
                if low[actor] >= number[parent]:
                    cut = _last(seen, (parent, actor))
                    yield seen[cut:]
                    del seen[cut:]


def _last(seen: Block, tie: tuple[int, int]) -> int:
    place = len(seen) - 1
    while seen[place] != tie:
        place -= 1
    return place


def joined(sides: list[dict[int, int]]) -> dict[int, int]:
    """One split from those of the blocks, given in the order of `blocks`; each is turned round where it has to be."""
    whole: dict[int, int] = {}
    for side in reversed(sides):
        turn = next((whole[actor] * own for actor, own in side.items() if actor in whole), 1)
        whole |= {actor: turn * own for actor, own in side.items()}
    return whole
