"""Cut the actors into groups small enough for one table, so that a case on several wars gives a table for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

Pair = tuple[str, str]


def clusters(weights: Mapping[Pair, float], size: int, most: int) -> list[list[str]]:
    """Groups of up to `size` actors that have most to do with each other; at most `most` of them, the weightiest first.

    `weights` says how much binds each unordered pair. A group grows from the heaviest pair that no group holds yet, one
    actor at a time: the one whose ties are heavy and mostly inside. An actor may stand in several groups. Pairs left
    over, and groups of two beside larger ones, are in none.
    """
    left = {pair: weight for pair, weight in weights.items() if weight > 0}
    groups: list[list[str]] = []
    while left and len(groups) < most:
        group = _grown(max(left, key=lambda pair: (left[pair], pair)), left, size)
        if len(group) > 2 or not groups:
            groups.append(group)
        left = {pair: weight for pair, weight in left.items() if not set(pair) <= set(group)}
    return groups


def _grown(start: Pair, weights: Mapping[Pair, float], size: int) -> list[str]:
    total = _totals(weights)
    group = sorted(start, key=lambda actor: (-total[actor], actor))
    while len(group) < size:
        across = {pair: w for pair, w in weights.items() if len(set(pair) & set(group)) == 1}
        inside = _totals(across)
        partners = Counter(actor for pair in across for actor in pair)
        joining = [a for a in inside if a not in group and _belongs(inside[a] / total[a], partners[a])]
        if not joining:
            break
        group.append(max(joining, key=lambda actor: (inside[actor] ** 2 / total[actor], actor)))
    return group


def _belongs(share: float, partners: int) -> bool:
    """Bound mostly to the group, or less to it but to several in it: a power is in many wars, its clients in one."""
    return share >= 1 / 2 or partners >= 3 or (share >= 1 / 3 and partners == 2)


def _totals(weights: Mapping[Pair, float]) -> dict[str, float]:
    total: dict[str, float] = {}
    for pair, weight in weights.items():
        for actor in pair:
            total[actor] = total.get(actor, 0.0) + weight
    return total
