"""Through which channels aid runs: who gives, through what, to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.model import Claim, Relation

AID = frozenset({Relation.ARMS, Relation.FUNDS, Relation.ASSISTS})
_BEHIND = frozenset({Relation.BACKS, Relation.FUNDS, Relation.LEADS, Relation.ASSISTS})
TOLD = AID | _BEHIND
"""The relations that channels are made of; other claims change nothing."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Aid through one programme or go-between (`name`), or given directly (None), with the claims that say so.

    `givers` and `recipients` are actor ids; `behind` are claims that somebody backs, funds or runs the channel itself.
    """

    name: str | None
    givers: tuple[str, ...]
    recipients: tuple[str, ...]
    claims: tuple[Claim, ...]
    behind: tuple[Claim, ...] = ()


def channels(claims: Iterable[Claim]) -> list[Channel]:
    """Named channels first, then direct aid pair by pair; each group by the weight of its claims."""
    named: dict[str, list[Claim]] = {}
    direct: dict[tuple[str, str], list[Claim]] = {}
    behind: dict[str, list[Claim]] = {}  # by actor: claims that somebody backs, funds or runs it
    for claim in claims:
        if claim.relation in _BEHIND and claim.polarity == "yes":
            behind.setdefault(claim.object.actor, []).append(claim)
        if claim.relation not in AID or claim.polarity == "no" or FIRMNESS[claim.firmness] < FIRMNESS["planned"]:
            continue
        if claim.via:
            named.setdefault(claim.via_actor or claim.via.casefold(), []).append(claim)
        else:
            direct.setdefault((claim.subject.actor, claim.object.actor), []).append(claim)
    found = [_channel(group, group[0].via, tuple(behind.get(key, ()))) for key, group in named.items()]
    # aid "to" the programme itself is what stands behind it
    plain = [_channel(group, None) for (_, taker), group in direct.items() if taker not in named]
    return sorted(found, key=_total) + sorted(plain, key=_total)


def _channel(claims: list[Claim], name: str | None, behind: tuple[Claim, ...] = ()) -> Channel:
    givers = dict.fromkeys(claim.subject.actor for claim in (*claims, *behind))
    recipients = dict.fromkeys(claim.object.actor for claim in claims)
    return Channel(name, tuple(givers), tuple(recipients), tuple(claims), behind)


def _total(channel: Channel) -> float:
    """Sums that differ by the rounding of their addends alone are one: Python versions add differently."""
    return -round(sum(map(weight, channel.claims)), 9)
