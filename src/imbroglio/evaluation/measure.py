"""One number of the score card: counts a document, a formula over their sums, and how far choice of text may sway it.

Documents are drawn with replacement and the formula is applied to the sums of each draw (Efron & Tibshirani, *An
Introduction to the Bootstrap*, 1993, chapter 13: the percentile interval). Documents are drawn and not claims, since
the claims of one document are right and wrong together. Two readings of the same documents are compared on the same
draws (the paired bootstrap, Koehn 2004), which sees much smaller differences than the two intervals would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Formula = Callable[[Array], Array]  # of sums in the last axis

DRAWS, SEED, LEVEL = 1000, 7, 0.95


def ratio(top: Array, bottom: Array) -> Array:
    """Top over bottom; 0 where there is nothing to divide by."""
    top, bottom = np.asarray(top, float), np.asarray(bottom, float)
    return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)


def share(sums: Array) -> Array:
    """Of columns (right, all)."""
    return ratio(sums[..., 0], sums[..., 1])


def precision(sums: Array) -> Array:
    """Of columns (right, found, labelled)."""
    return ratio(sums[..., 0], sums[..., 1])


def recall(sums: Array) -> Array:
    """Of columns (right, found, labelled)."""
    return ratio(sums[..., 0], sums[..., 2])


def f1(sums: Array) -> Array:
    """Of columns (right, found, labelled): the harmonic mean of precision and recall."""
    p, r = precision(sums), recall(sums)
    return ratio(2 * p * r, p + r)


@dataclass(frozen=True, slots=True)
class Measure:
    """`counts` has a row a document; the last column counts the labelled cases."""

    counts: Array
    formula: Formula

    @staticmethod
    def of(rows: Sequence[Sequence[float]], formula: Formula) -> Measure:
        width = 2 if formula is share else 3
        return Measure(np.array(rows, float).reshape(-1, len(rows[0]) if rows else width), formula)

    def under(self, formula: Formula) -> Measure:
        """Another number of the same counts."""
        return Measure(self.counts, formula)

    @property
    def sums(self) -> Array:
        return np.asarray(self.counts.sum(axis=0))

    @property
    def value(self) -> float:
        return float(self.formula(self.sums))

    @property
    def cases(self) -> int:
        """How many labelled cases the number rests on; for precision, how many found ones."""
        return int(self.sums[1] if self.formula is precision else self.sums[-1])

    def interval(self, draws: int = DRAWS, seed: int = SEED) -> tuple[float, float] | None:
        """The 95 % interval; None without draws, or where there is one document to draw from."""
        if draws < 1 or len(self.counts) < 2:
            return None
        ends = np.quantile(self.formula(self._drawn(draws, seed) @ self.counts), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return float(ends[0]), float(ends[1])

    def change(self, before: Array, draws: int = DRAWS, seed: int = SEED) -> tuple[float, float]:
        """The 95 % interval of how much the number has risen since these counts of the same documents."""
        drawn = self._drawn(draws, seed)
        rises = self.formula(drawn @ self.counts) - self.formula(drawn @ before)
        ends = np.quantile(rises, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return float(ends[0]), float(ends[1])

    def _drawn(self, draws: int, seed: int) -> Array:
        """How often each document is in each draw."""
        size = len(self.counts)
        return np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=draws)

    def as_data(self, draws: int = DRAWS, seed: int = SEED) -> dict[str, Any]:
        """For JSON: value, number of cases, interval."""
        ends = self.interval(draws, seed)
        interval = [round(end, 4) for end in ends] if ends else None
        return {"value": round(self.value, 4), "cases": self.cases, "interval": interval}


Measures = Mapping[str, Measure]
