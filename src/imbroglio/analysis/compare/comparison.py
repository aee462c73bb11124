"""Two bodies of claims held against each other: what only one says, what both say, where they disagree.

The bodies are what two outlets print, what is told of two periods, or what two cases hold. Bodies and leaders count as
what they act for; a tie is said by both if both speak of the same class of relation the same way round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from imbroglio.analysis.compare.clashes import Clash, clashes
from imbroglio.analysis.moments import FIRM
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.weight import weight
from imbroglio.model import Claim, RelationClass

Key = tuple[str, str, RelationClass, str]  # subject, object, class, polarity


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one pair in one class. `polarity` is `no` for denials."""

    subject: str
    object: str
    klass: RelationClass
    polarity: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What only the first says, only the second, both (the claims of the first before those of the second); clashes."""

    only_first: tuple[Said, ...]
    only_second: tuple[Said, ...]
    both: tuple[Said, ...]
    clashes: tuple[Clash, ...]


def compare(
    situation: Situation, first: Iterable[Claim], second: Iterable[Claim], timeless: bool = False
) -> Comparison:
    """Both bodies, whose claims the situation holds, compared; the weightiest of each list first.

    Claims whose times lie far apart do not clash, unless `timeless`: then it is the times that are compared.
    """
    ones, others = list(first), list(second)
    known = _keys(situation, ones), _keys(situation, others)
    groups = _said(situation, ones), _said(situation, others)
    only = [
        tuple(said for said in own if not _keys(situation, said.claims) & keys)
        for own, keys in zip(groups, reversed(known), strict=True)
    ]
    shared = {_key(said): said for said in groups[1]}
    both = []
    for said in groups[0]:
        if said not in only[0]:
            further = shared.get(_key(said))
            both.append(replace(said, claims=said.claims + further.claims) if further else said)
    return Comparison(only[0], only[1], tuple(both), tuple(clashes(situation, ones, others, timeless)))


def _said(situation: Situation, claims: Iterable[Claim]) -> list[Said]:
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if key := next(iter(_keys(situation, [claim])), None):
            groups[(*situation.parties(claim), *key[2:])].append(claim)
    found = [Said(*key, tuple(own)) for key, own in groups.items()]
    return sorted(found, key=lambda said: -sum(map(weight, said.claims)))


def _keys(situation: Situation, claims: Iterable[Claim]) -> set[Key]:
    """What the claims say; relations without a direction are said both ways round."""
    keys: set[Key] = set()
    for claim in claims:
        one, other = situation.parties(claim)
        if one != other and claim.firmness in FIRM:
            keys.add((one, other, claim.relation.klass, claim.polarity))
            if claim.relation.symmetric:
                keys.add((other, one, claim.relation.klass, claim.polarity))
    return keys


def _key(said: Said) -> Key:
    return said.subject, said.object, said.klass, said.polarity
