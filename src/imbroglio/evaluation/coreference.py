"""Scores of coreference: which mentions are the same.

MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and entity CEAF (Luo 2005) as F1, and their mean, the CoNLL score
(Pradhan et al. 2014). An entity is a set of mentions; entities of one mention are left out, as in OntoNotes.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from imbroglio.evaluation.measure import Array, Formula, ratio

Entities = Sequence[frozenset[Hashable]]
Counts = tuple[float, float, float, float]
"""Numerator and denominator of precision, then of recall; they add up over documents."""


def muc(gold: Entities, found: Entities) -> Counts:
    """Links: how many of an entity's mentions need no further link."""
    return (*_links(found, gold), *_links(gold, found))


def b_cubed(gold: Entities, found: Entities) -> Counts:
    """Mentions: what share of each one's entity is found with it."""
    return (*_mentions(found, gold), *_mentions(gold, found))


def ceaf(gold: Entities, found: Entities) -> Counts:
    """Entities: the best one-to-one alignment by φ₄, `2 |g ∩ f| / (|g| + |f|)`."""
    if not gold or not found:
        return 0.0, float(len(found)), 0.0, float(len(gold))
    likeness = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    total = _best_assignment(likeness)
    return total, float(len(found)), total, float(len(gold))


METRICS = {"MUC": muc, "B³": b_cubed, "CEAF": ceaf}


def document_counts(gold: Entities, found: Entities) -> list[float]:
    """The counts of all three of one document, those of CEAF last, so that the entities are the cases."""
    return [count for metric in METRICS.values() for count in metric(gold, found)]


def _f1_at(place: int) -> Formula:
    def formula(sums: Array) -> Array:
        top_p, bottom_p, top_r, bottom_r = (sums[..., 4 * place + k] for k in range(4))
        p, r = ratio(top_p, bottom_p), ratio(top_r, bottom_r)
        return ratio(2 * p * r, p + r)

    return formula


_EACH = {name: _f1_at(place) for place, name in enumerate(METRICS)}


def conll(sums: Array) -> Array:
    """The mean of the three."""
    return np.asarray(sum(formula(sums) for formula in _EACH.values()) / len(_EACH))


CONLL: dict[str, Formula] = {**_EACH, "mean": conll}
"""Formulas over sums of `document_counts`."""


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
