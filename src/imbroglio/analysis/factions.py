"""Into which two camps the actors of a case fall, and which ties do not fit in.

Every pair's support and hostility is weighed by its claims' trust, each origin counting once (log-odds: what is as
likely misread as not weighs nothing), and the split that contradicts the least weight is found and proven
(`analysis/balance`). A pair that is friend in one place or time and enemy in another is a finding of its own; here its
sides are added up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imbroglio.analysis.balance import Balance, balance
from imbroglio.graph import Affiliations, Level
from imbroglio.graph.signed import SignedGraph
from imbroglio.model import SUPPOSED, Actor, Claim

Pair = tuple[str, str]
GRAIN = 100  # weights are kept to a hundredth
EVEN, SURE = 0.5, 0.99  # what is trusted less counts as even, what is trusted more as sure as this


@dataclass(frozen=True, slots=True)
class Misfit:
    """A tie that contradicts the split: friends in two camps, or enemies in one. `claims` are those of its net sign."""

    one: str
    other: str
    sign: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Factions:
    """`camps` are the two sides, the larger first, each by name; `misfits` the ties that do not fit, the weightiest
    first; `balance` holds index, bound and proof."""

    camps: tuple[tuple[str, ...], tuple[str, ...]]
    misfits: tuple[Misfit, ...]
    balance: Balance


def factions(
    claims: Iterable[Claim], actors: Mapping[str, Actor], level: Level = Level.STATE, seconds: float = 20.0
) -> Factions | None:
    """The two camps of a case's actors, rolled up to `level`; None where no claim has a sign."""
    graph, said = signed(claims, actors, level)
    return told(balance(graph, seconds=seconds), said) if len(graph) else None


def signed(
    claims: Iterable[Claim], actors: Mapping[str, Actor], level: Level = Level.STATE
) -> tuple[SignedGraph, Mapping[Pair, list[Claim]]]:
    """The net ties between actors, rolled up to `level`, and the claims of each pair (ids in alphabetical order)."""
    claims = tuple(claims)
    affiliations = Affiliations(actors, claims)
    said: defaultdict[Pair, list[Claim]] = defaultdict(list)
    for claim in claims:
        one, two = (affiliations.roll(party.actor, level) for party in (claim.subject, claim.object))
        if one != two and claim.relation.sign and claim.polarity == "yes" and claim.firmness not in SUPPOSED:
            said[min(one, two), max(one, two)].append(claim)
    return SignedGraph.of([(*pair, weight) for pair, found in sorted(said.items()) if (weight := _net(found))]), said


def told(found: Balance, said: Mapping[Pair, list[Claim]]) -> Factions:
    """A split in words of actors and claims."""
    graph = found.graph
    camps = tuple(tuple(sorted(map(str, camp))) for camp in found.factions)
    rows = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), graph.frustrated(found.side), strict=True)
    misfits = []
    for a, b, weight, wrong in sorted(rows, key=lambda row: -abs(row[2])):
        if wrong:
            one, two = str(graph.names[a]), str(graph.names[b])
            sign = 1 if weight > 0 else -1
            own = said[min(one, two), max(one, two)]
            misfits.append(Misfit(one, two, sign, tuple(claim for claim in own if claim.relation.sign == sign)))
    return Factions((camps[0], camps[1]), tuple(misfits), found)


def _net(claims: list[Claim]) -> int:
    """Support less hostility, each document's best claim of either sign counting once."""
    best: dict[tuple[str, int], float] = {}
    for claim in claims:
        key = (claim.document, claim.relation.sign)
        best[key] = max(best.get(key, 0.0), _odds(claim.trust))
    return round(GRAIN * sum(sign * weight for (_, sign), weight in best.items()))


def _odds(trust: float) -> float:
    """Log-odds of a claim, none below even."""
    trust = min(max(trust, EVEN), SURE)
    return math.log(trust / (1 - trust))
