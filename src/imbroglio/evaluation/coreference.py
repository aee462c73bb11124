"""Scores of coreference: which mentions are the same.

MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and entity CEAF (Luo 2005) as F1, and their mean, the CoNLL score
(Pradhan et al. 2014). An entity is a set of mentions; entities of one mention are left out, as in OntoNotes.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

Entities = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numerators and denominators of recall and precision, which add up over documents."""

    recall: tuple[float, float]
    precision: tuple[float, float]

    def __add__(self, other: Counts) -> Counts:
        def add(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
            return a[0] + b[0], a[1] + b[1]

        return Counts(add(self.recall, other.recall), add(self.precision, other.precision))

    @property
    def f1(self) -> float:
        recall, precision = (top / bottom if bottom else 0.0 for top, bottom in (self.recall, self.precision))
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def muc(gold: Entities, found: Entities) -> Counts:
    """Links: how many of an entity's mentions need no further link."""
    return Counts(_links(gold, found), _links(found, gold))


def b_cubed(gold: Entities, found: Entities) -> Counts:
    """Mentions: what share of each one's entity is found with it."""
    return Counts(_mentions(gold, found), _mentions(found, gold))


def ceaf(gold: Entities, found: Entities) -> Counts:
    """Entities: the best one-to-one alignment by φ₄, `2 |g ∩ f| / (|g| + |f|)`."""
    if not gold or not found:
        return Counts((0.0, len(gold)), (0.0, len(found)))
    likeness = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    total = _best_assignment(likeness)
    return Counts((total, len(gold)), (total, len(found)))


def _links(keys: Entities, responses: Entities) -> tuple[float, float]:
    of = {mention: n for n, entity in enumerate(responses) for mention in entity}
    kept = 0
    for entity in keys:
        alone = sum(mention not in of for mention in entity)
        kept += len(entity) - alone - len({of[m] for m in entity if m in of})
    return float(kept), float(sum(len(entity) - 1 for entity in keys))


def _mentions(keys: Entities, responses: Entities) -> tuple[float, float]:
    of = {mention: entity for entity in responses for mention in entity}
    shares = [len(entity & of[m]) / len(entity) for entity in keys for m in entity if m in of]
    return float(sum(shares)), float(sum(map(len, keys)))


def _best_assignment(likeness: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return float(likeness[rows, columns].sum())
