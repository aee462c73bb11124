"""What there is between two given parties, one answer."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.model import Claim, Relation, RelationClass, Span
from imbroglio.model.claim import Firmness

ATTITUDES = frozenset({RelationClass.SUPPORTS, RelationClass.OPPOSES, RelationClass.TALK})


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one party bears on the other, with the words that say so.

    `klass` is what it comes to: aid that is cut off is `opposes`, a siege that is lifted `supports`. `relation` is the
    word of the contract, None where only the words around the parties speak. `trust` is the reader's own, from 0 to 1,
    and lower than that of a claim wherever something had to be assumed; `why` says what.
    """

    klass: RelationClass
    relation: Relation | None
    quote: Span
    trust: float
    firmness: Firmness
    why: str


def comes_to(claim: Claim, ended: bool) -> RelationClass:
    """The class of a claim with its denial, its end and its decline taken into account; ground gained is against.

    `ended` says that the relation word itself means an end ("lifted the sanctions"); a verb that stops something is
    often the hostile word itself ("halted aid to X"), which ends nothing hostile.
    """
    klass = claim.relation.klass
    if claim.relation is Relation.ADVANCES_ON and claim.trend != "stop":
        return RelationClass.OPPOSES
    if claim.relation.sign > 0 or klass is RelationClass.TALK:
        if claim.polarity == "no" or claim.trend in ("stop", "less"):
            return RelationClass.OPPOSES
    elif klass is RelationClass.OPPOSES and ended and claim.polarity == "yes":
        return RelationClass.SUPPORTS
    return klass
