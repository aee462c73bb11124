"""Where two bodies of claims say opposite things of one pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from imbroglio.analysis.moments import FIRM
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.disagree import contradicts
from imbroglio.model import Claim

Kind = Literal["sign", "denial"]
KINDS: tuple[Kind, ...] = ("sign", "denial")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actors of whom the two bodies say opposite things at one time and place: of other sign, or yes and no."""

    one: str
    other: str
    kind: Kind
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]


def clashes(situation: Situation, first: list[Claim], second: list[Claim], timeless: bool) -> Iterator[Clash]:
    """All clashes, by pair. What both bodies say both ways is none, nor are claims whose times lie far apart, unless
    `timeless`."""
    bodies = [_pairs(situation, claims) for claims in (first, second)]
    for pair in sorted(bodies[0].keys() & bodies[1].keys()):
        ones, others = bodies[0][pair], bodies[1][pair]
        for kind in KINDS:
            said = [{_mark(situation, claim, kind) for claim in own} for own in (ones, others)]
            met = [
                (a, b)
                for a, b in product(ones, others)
                if _against(situation, a, b, kind)
                and not (_mark(situation, a, kind) in said[1] and _mark(situation, b, kind) in said[0])
                and not situation.apart(a, b)
                and (timeless or situation.near(a, b))
            ]
            if met:
                left, right = (tuple(dict.fromkeys(side)) for side in zip(*met, strict=True))
                yield Clash(*pair, kind, left, right)


def _mark(situation: Situation, claim: Claim, kind: Kind) -> object:
    """What a claim says, as far as the kind of clash goes."""
    return claim.sign if kind == "sign" else (situation.parties(claim), claim.relation.klass, claim.polarity)


def _pairs(situation: Situation, claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        one, other = situation.parties(claim)
        if one != other and claim.firmness in FIRM and claim.trend != "stop":
            found[min(one, other), max(one, other)].append(claim)
    return found


def _against(situation: Situation, a: Claim, b: Claim, kind: Kind) -> bool:
    if kind == "sign":
        return a.sign * b.sign < 0
    same_way = situation.parties(a) == situation.parties(b) or a.relation.symmetric
    yes, no = (a, b) if b.polarity == "no" else (b, a)
    return same_way and yes.polarity == "yes" != no.polarity and contradicts(yes.relation, no.relation)
