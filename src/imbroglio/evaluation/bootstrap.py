"""How far a score may be off by the choice of documents: the percentile bootstrap.

Efron & Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13; documents are drawn, not claims, since the
claims of one document are right and wrong together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

DRAWS, SEED, LEVEL = 1000, 7, 0.95
Array = np.ndarray[Any, Any]


def interval(
    counts: Array, statistic: Callable[[Array], Array], draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """The 95 % interval of a statistic of summed counts.

    `counts` has a row a document; `statistic` makes of sums `(draw, column)` one number a draw.
    """
    if not len(counts) or not draws:
        return (0.0, 0.0)
    drawn = np.random.default_rng(seed).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=draws)
    low, high = np.quantile(statistic(drawn @ counts), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def f1(sums: Array) -> Array:
    """F1 of columns (right, extracted, labelled)."""
    return np.asarray(2 * sums[..., 0] / np.maximum(sums[..., 1] + sums[..., 2], 1))


def share(sums: Array) -> Array:
    """Share of columns (right, all)."""
    return np.asarray(sums[..., 0] / np.maximum(sums[..., 1], 1))
