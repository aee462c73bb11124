"""What would resolve a finding: which claims, if wrong, leave nothing of it.

A finding holds in one or more *ways*; a way stands on several sides at once, and each side on any one of its claims. So
a way falls with all the claims of one side, and the finding with all its ways: the sets looked for are the least
hitting sets of the ways (R. Reiter, "A theory of diagnosis from first principles", 1987).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imbroglio.model import Claim

Way = Sequence[Sequence[Claim]]
Order = tuple[str, tuple[int, int, int, int], str, str, str]

BREADTH = 32  # sets that are carried on from way to way; more would only be larger
MOST = 3  # sets that a finding tells
LARGEST = 50  # claims in a set that is carried on; that more of them are wrong resolves nothing


def resolving(ways: Iterable[Way]) -> tuple[tuple[Claim, ...], ...]:
    """Sets of claims without which no way is left, the smallest first; of equal size, those of least trust first.

    None is told where more than `LARGEST` claims would have to be wrong.
    """
    told = [[side for side in way if side] for way in ways]
    claims = sorted({id(claim): claim for way in told for side in way for claim in side}.values(), key=_order)
    number = {id(claim): n for n, claim in enumerate(claims)}
    trust = [claim.trust for claim in claims]
    found: list[frozenset[int]] = [frozenset()]
    for way in told:
        if not way:
            return ()
        sides = [frozenset(number[id(claim)] for claim in side) for side in way]
        longer = {one if any(side <= one for side in sides) else one | side for one in found for side in sides}
        found = _least((one for one in longer if len(one) <= LARGEST), trust)[:BREADTH]
    sets = (tuple(claims[n] for n in sorted(one)) for one in found if one)
    return tuple(sets)[:MOST]


def _least(sets: Iterable[frozenset[int]], trust: Sequence[float]) -> list[frozenset[int]]:
    """Those that contain no other, the smallest first."""

    def rank(one: frozenset[int]) -> tuple[int, float, list[int]]:
        return len(one), round(sum(trust[n] for n in one), 9), sorted(one)

    kept: list[frozenset[int]] = []
    for one in sorted(sets, key=rank):
        if not any(other <= one for other in kept):
            kept.append(one)
    return kept


def _order(claim: Claim) -> Order:
    """No two claims have the same, so that sets come in the same order in every run; "they" may be several actors."""
    where = claim.quote.start, claim.cue.start, claim.subject.span.start, claim.object.span.start
    return claim.document, where, claim.relation, claim.subject.actor, claim.object.actor
