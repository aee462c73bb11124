"""Shared client: two rivals support one party."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.wording import deed, listed, named
from imbroglio.model import Claim, Finding

PRIOR = 0.8


def shared_client(situation: Situation) -> Iterator[Finding]:
    """One finding for each pair of rivals, with all the clients they share."""
    for one, other in situation.hostile_pairs():
        if situation.kin(one, other):
            continue
        rivalry = situation.against(one, other)
        shared = _shared(situation, one, other, rivalry)
        if not shared:
            continue
        clients = sorted(shared, key=lambda client: -min(map(len, shared[client])))
        first, second = situation.parties(max(rivalry, key=lambda claim: (not claim.background, claim.trust)))
        names = listed([named(situation, client) for client in clients])
        text = f"{deed(situation, rivalry, first, second)}, yet both stand with {names}"
        ones = [claim for client in clients for claim in shared[client][0]]
        others = [claim for client in clients for claim in shared[client][1]]
        place = situation.theatre(rivalry)
        sides, ways = (ones, others, rivalry), [(*shared[client], rivalry) for client in clients]
        yield finding(situation, "shared client", PRIOR, text, (one, other, *clients), sides, place, ways=ways)


def _shared(
    situation: Situation, one: str, other: str, rivalry: list[Claim]
) -> dict[str, tuple[list[Claim], list[Claim]]]:
    ones, others = situation.clients(one), situation.clients(other)
    found = {}
    for client in sorted(ones.keys() & others.keys()):
        if situation.kin(client, one) or situation.kin(client, other):
            continue
        mine, theirs = situation.meet(ones[client], others[client])
        mine, _ = situation.meet(mine, rivalry)
        if mine and theirs:
            found[client] = (mine, theirs)
    return found
