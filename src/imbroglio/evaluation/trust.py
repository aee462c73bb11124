"""Whether a claim's trust is the share of such claims that are right: the reliability table.

Brier (1950) for the score; Naeini, Cooper & Hauskrecht (2015) for the expected calibration error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from imbroglio.evaluation.gold import Row

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
    """`brier` is the mean squared distance of trust from what is true, `error` the mean distance of a bin's trust from
    the share of it that is right, bins weighed by their size."""

    bins: list[Bin]
    brier: float
    error: float


def trust_of(claim: Row) -> float:
    """The trust of an extracted claim; who gives none is sure."""
    return float(claim.get("trust", 1.0))


def reliability(judged: Sequence[tuple[float, bool]]) -> Reliability | None:
    """From (trust, right) of each extracted claim; None without claims."""
    if not judged:
        return None
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(trust, hit) for trust, hit in judged if low <= trust < high]
        if inside:
            mean = sum(trust for trust, _ in inside) / len(inside)
            bins.append(Bin(low, min(high, 1.0), len(inside), mean, sum(hit for _, hit in inside) / len(inside)))
    return Reliability(
        bins,
        brier=sum((trust - hit) ** 2 for trust, hit in judged) / len(judged),
        error=sum(b.count * abs(b.trust - b.right) for b in bins) / len(judged),
    )
