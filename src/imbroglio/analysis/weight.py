"""How much a claim weighs, and how much a set of claims on one side of a finding weighs.

The factors order findings and choose evidence; they are judgements, not probabilities: a firm statement before a hedged
one, an assertion before a presupposition, a deed before a stance before words, two independent roots before one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from math import prod

from imbroglio.graph import Roots
from imbroglio.model import Claim, Relation

FIRMNESS = {"fact": 1.0, "hedged": 0.7, "planned": 0.5, "hypothetical": 0.2, "norm": 0.0}
BACKGROUND = 0.6
STANCE = 0.8
WORDS = 0.4
_WORDS = frozenset({Relation.ACCUSES, Relation.ENDORSES, Relation.THREATENS, Relation.AGREES_WITH, Relation.TIED_TO})


def weight(claim: Claim) -> float:
    """The weight of one claim, in [0, 1]."""
    deed = 1.0 if claim.relation.material else WORDS if claim.relation in _WORDS else STANCE
    return FIRMNESS[claim.firmness] * (BACKGROUND if claim.background else 1.0) * deed * claim.trust


def best(claims: Iterable[Claim], limit: int = 4) -> tuple[Claim, ...]:
    """The weightiest claims, in that order; what one document repeats comes after what others add."""
    ranked = sorted(dict.fromkeys(claims), key=lambda claim: (-weight(claim), claim.document, claim.quote))
    first: dict[str, Claim] = {}
    for claim in ranked:
        first.setdefault(claim.document, claim)
    chosen = list(first.values())[:limit]
    further = (claim for claim in ranked if claim is not first[claim.document])
    return tuple(chosen + list(islice(further, limit - len(chosen))))


def score(sides: Sequence[Sequence[Claim]], roots: Roots, prior: float) -> float:
    """The rank of a finding: the geometric mean of its sides, times what such findings are worth (`prior`)."""
    strengths = [_strength(side, roots) for side in sides]
    return round(prior * prod(strengths) ** (1 / len(strengths)), 4) if strengths else 0.0


def _strength(side: Sequence[Claim], roots: Roots) -> float:
    return max(map(weight, side), default=0.0) * (1 + 0.2 * min(roots.count(side) - 1, 3))
