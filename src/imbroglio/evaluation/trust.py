"""Whether a claim's trust is the share of such claims that are right: the reliability table.

Expected calibration error: Naeini, Cooper & Hauskrecht (2015); Brier (1950) for the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like trust: how many, their mean trust, and the share of them that is right."""

    low: float
    high: float
    count: int
    trust: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """`sure_precision` is the share of claims of trust 0.9 and more that is right, `sure_recall` the share of the
    labelled claims that they cover; None where there are none."""

    bins: list[Bin]
    brier: float
    error: float
    sure_precision: float | None
    sure_recall: float | None


def reliability(judged: Sequence[tuple[float, bool]], asked: int) -> Reliability | None:
    """From (trust, right) of each extracted claim and the number of labelled claims; None without claims."""
    if not judged:
        return None
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(trust, hit) for trust, hit in judged if low <= trust < high]
        if inside:
            mean = sum(trust for trust, _ in inside) / len(inside)
            bins.append(Bin(low, min(high, 1.0), len(inside), mean, sum(hit for _, hit in inside) / len(inside)))
    sure = [hit for trust, hit in judged if trust >= SURE]
    return Reliability(
        bins,
        brier=sum((trust - hit) ** 2 for trust, hit in judged) / len(judged),
        error=sum(b.count * abs(b.trust - b.right) for b in bins) / len(judged),
        sure_precision=sum(sure) / len(sure) if sure else None,
        sure_recall=sum(sure) / asked if sure and asked else None,
    )
