"""Both sides: a patron supports two parties that fight each other, or one that fights another client's patron."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import best
from imbroglio.analysis.wording import deed, done, listed, named, plural, where
from imbroglio.model import Claim, Finding, Relation

PRIOR = 1.0
BY_PATRON = 0.5


class _Support(NamedTuple):
    claims: list[Claim]
    membership: tuple[Claim, ...] = ()  # where the support goes to an umbrella: why it counts for the member
    umbrella: str | None = None


def both_sides(situation: Situation) -> Iterator[Finding]:
    """One finding for each patron and each client of its whom other clients of its fight."""
    for patron in situation.patrons():
        supported = _reach(situation, patron)
        fights = _fights(situation, supported)
        while fights:
            anchor = Counter(actor for pair in fights for actor in pair).most_common()
            most = max(count for _, count in anchor)
            centre = min(actor for actor, count in anchor if count == most)
            if most == 1:  # a single fight: the weaker tie comes second
                centre = max(next(iter(fights)), key=lambda actor: len(supported[actor].claims))
            group = {pair: claims for pair, claims in fights.items() if centre in pair}
            fights = {pair: claims for pair, claims in fights.items() if pair not in group}
            yield _told(situation, patron, centre, supported, group)
        yield from _clients_patron(situation, patron)


def _reach(situation: Situation, patron: str) -> dict[str, _Support]:
    """Direct clients, and members of armed umbrellas that are clients."""
    direct = situation.clients(patron)
    found = {client: _Support(claims) for client, claims in direct.items()}
    for umbrella in direct:
        for member in situation.members.get(umbrella, ()):
            if not situation.kin(member, patron):
                chain = situation.affiliations.chain(member, umbrella)
                found.setdefault(member, _Support(direct[umbrella], chain, umbrella))
    return found


def _fights(situation: Situation, supported: dict[str, _Support]) -> dict[tuple[str, str], list[Claim]]:
    found = {}
    pairs = {(min(a, b), max(a, b)) for a in supported for b in situation.enemies.get(a, ()) if b in supported}
    for one, other in sorted(pairs):
        if situation.kin(one, other):
            continue
        if supported[one].umbrella and supported[other].umbrella:
            continue  # a quarrel inside what the patron supports as a whole
        claims, _ = situation.meet(situation.against(one, other), supported[one].claims)
        claims, _ = situation.meet(claims, supported[other].claims)
        if claims:
            found[one, other] = claims
    return found


def _told(
    situation: Situation,
    patron: str,
    centre: str,
    supported: dict[str, _Support],
    group: dict[tuple[str, str], list[Claim]],
) -> Finding:
    others = [one if other == centre else other for one, other in group]
    hostile = [claim for claims in group.values() for claim in claims]
    others.sort(key=lambda other: -len(supported[other].claims))
    place = situation.theatre(hostile)
    parts = _parts(situation, patron, (centre, *others[:3]), supported)
    quarrel = best(hostile, 1)
    text = f"{named(situation, patron)} {listed(parts)}, yet {deed(situation, quarrel, *situation.parties(quarrel[0]))}"
    sides = (
        supported[centre].claims,
        [claim for actor in others for claim in (*supported[actor].claims, *supported[actor].membership)],
        hostile,
    )
    ways = [_way(supported, *pair, claims) for pair, claims in group.items()]
    actors = (patron, centre, *others)
    return finding(situation, "both sides", PRIOR, text + where(place), actors, sides, place, ways=ways)


def _way(supported: dict[str, _Support], one: str, other: str, hostile: list[Claim]) -> list[Sequence[Claim]]:
    """What one quarrel between clients stands on."""
    ends = supported[one], supported[other]
    return [hostile, *(end.claims for end in ends), *(end.membership for end in ends)]


def _parts(situation: Situation, patron: str, clients: tuple[str, ...], supported: dict[str, _Support]) -> list[str]:
    """What the patron does for each of them; support for an umbrella is told once, with the members it counts for."""
    through: dict[str, list[str]] = {}
    for client in clients:
        members = through.setdefault(supported[client].umbrella or client, [])
        if supported[client].umbrella:
            members.append(client)
    parts = []
    for client, members in through.items():
        claims = situation.clients(patron)[client]
        told = done(situation, claims, patron, client) + where(situation.theatre(best(claims, 1)))
        if members:
            names = listed([named(situation, member) for member in members])
            belongs = "belong" if len(members) > 1 or plural(situation.actors.get(members[0])) else "belongs"
            told += f" (which {names} {belongs} to)"
        parts.append(told)
    return parts


def _clients_patron(situation: Situation, patron: str) -> Iterator[Finding]:
    """The patron's one client fights whoever else supports its other client, without a quarrel of the patron's own."""
    clients = situation.clients(patron)
    for client in sorted(clients):
        for enemy in sorted(situation.enemies.get(client, ())):
            claims = situation.hostile.get((client, enemy), [])
            deeds = [c for c in claims if c.relation == Relation.FIGHTS and not c.background]
            if not deeds or enemy in clients or situation.kin(enemy, patron):
                continue
            if situation.against(patron, enemy):
                continue
            shared = {
                c: s for c, s in situation.clients(enemy).items() if c in clients and not situation.kin(c, client)
            }
            if not shared:
                continue
            friend = max(sorted(shared), key=lambda actor: len(shared[actor]))
            text = (
                f"{deed(situation, clients[client], patron, client)}, yet {deed(situation, deeds, client, enemy)}, and "
                f"{deed(situation, shared[friend], enemy, friend)}, as does {named(situation, patron)}"
            )
            sides = (clients[client], deeds, shared[friend], clients[friend])
            actors = (patron, client, enemy, friend)
            yield finding(situation, "both sides", BY_PATRON, text, actors, sides, situation.theatre(deeds))
