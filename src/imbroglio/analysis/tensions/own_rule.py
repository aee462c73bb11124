"""Against its own rule: a norm, and deeds that meet its description."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.analysis.wording import deed, listed, named
from imbroglio.knowledge.load import data
from imbroglio.model import ActorKind, Claim, Finding, Norm

PRIOR = 1.0
Broken = tuple[Claim, list[Claim]]
"""A deed, and the further claims by which it meets the rule's description."""


def against_own_rule(situation: Situation) -> Iterator[Finding]:
    """One finding for each rule that forbids something which somebody bound by it is said to do (or the reverse:
    obliges to something that is said not to happen). A rule of which several documents tell is one."""
    alike: dict[Hashable, list[Norm]] = {}
    for norm in situation.norms:
        alike.setdefault(_meaning(norm), []).append(norm)
    for norms in alike.values():
        broken = _broken(situation, norms)
        if broken:
            yield _told(situation, norms, broken)


def _meaning(norm: Norm) -> Hashable:
    """What two documents must agree in to tell of one rule: whom it binds to what, and toward whom."""
    described = (norm.toward_party and norm.toward_party.actor, norm.toward_country)
    tied = norm.toward_tied_to and norm.toward_tied_to.actor
    words = None if any((*described, tied)) else norm.toward
    return norm.mode, norm.authority, norm.bound and norm.bound.actor, norm.relations, described, tied, words


def _broken(situation: Situation, norms: Sequence[Norm]) -> list[Broken]:
    """The deeds, in the order of reading."""
    norm, found = norms[0], []
    bound = cache(lambda actor: _bound(situation, norm, actor))
    meets = cache(lambda actor, place: _meets(situation, norm, actor, place))
    for relation in norm.relations:
        for (subject, object_), deeds in situation.deeds.get(relation, {}).items():
            if not bound(subject):
                continue
            for number, claim in deeds:
                reasons = meets(object_, situation.place(claim))
                if reasons is not None and _against(situation, norms, claim):
                    found.append((number, claim, reasons))
    return [(claim, reasons) for _, claim, reasons in sorted(found, key=lambda deed: deed[0])]


def _told(situation: Situation, norms: Sequence[Norm], broken: list[Broken]) -> Finding:
    norm, deeds = norms[0], [claim for claim, _ in broken]
    grounds = list({id(ground): ground for _, reasons in broken for ground in reasons}.values())
    bound = norm.bound.actor if norm.bound else deeds[0].subject.actor
    who = situation.stands_for(bound)
    authority = f"{norm.authority} {norm.mode}" if norm.authority else f"a rule {norm.mode}"
    rule = f"{authority} {named(situation, bound)} to {_deeds(norm)} {norm.toward}"
    target = situation.parties(max(deeds, key=weight))[1]
    text = f"{rule}, yet {deed(situation, deeds, who, target)}"
    targets = list(dict.fromkeys(situation.parties(claim)[1] for claim in deeds))
    others = [named(situation, other) for other in targets if other != target]
    if others:
        text += f" (likewise {listed(others)})"
    if grounds:
        text += f", and {deed(situation, grounds[:1], *situation.parties(grounds[0]))}"
    ways = [([claim], reasons) for claim, reasons in broken]
    actors, sides = (who, *targets), (deeds, grounds)
    return finding(
        situation, "against its own rule", PRIOR, text, actors, sides, situation.theatre(deeds), tuple(norms), ways
    )


def _deeds(norm: Norm) -> str:
    verbs = data("wording.yaml")["verbs"]
    return listed([verbs[relation][1] for relation in norm.relations], "or")


def _against(situation: Situation, norms: Sequence[Norm], claim: Claim) -> bool:
    """Whether a claim says that what the rule forbids was done, or that what it obliges to was not."""
    norm = norms[0]
    wrong = "yes" if norm.mode == "forbids" else "no" if norm.mode == "obliges" else None
    if claim.polarity != wrong or FIRMNESS[claim.firmness] < FIRMNESS["planned"]:
        return False
    if any(claim.document == one.document and one.quote.contains(claim.cue) for one in norms):
        return False  # the rule itself
    # "Iraqi groups" are not Iraq
    return not (norm.toward_country and situation.kind(situation.parties(claim)[1]) is ActorKind.STATE)


def _bound(situation: Situation, norm: Norm, actor: str) -> bool:
    """The bound actor, its parts, and the state that acts through it."""
    if norm.bound is None:
        return True
    bound = norm.bound.actor
    return actor == bound or bound in situation.affiliations.wholes(actor) or situation.stands_for(bound) == actor


def _meets(situation: Situation, norm: Norm, actor: str, place: str | None) -> list[Claim] | None:
    """Country and affiliation of the object, itself or through what it is part of; each with the claims that say so."""
    described = norm.toward_party.actor if norm.toward_party else None
    around = (actor, *situation.affiliations.umbrellas(actor))
    if described in around:
        return []
    if norm.toward_country is None and norm.toward_tied_to is None:
        return None if norm.toward else []  # words that nobody could read as a description match nobody
    if norm.toward_country and not any(_of(situation, one, norm.toward_country, place) for one in around):
        return None
    if norm.toward_tied_to is None:
        return []
    patron = situation.stands_for(norm.toward_tied_to.actor)
    grounds: list[Claim] = []
    for one in around:
        if ties := _ties(situation, one, patron):
            grounds += [*situation.affiliations.chain(actor, one), *ties]
    return list(dict.fromkeys(grounds)) or None


def _of(situation: Situation, actor: str, country: str, place: str | None) -> bool:
    """Of the country by what is known, or by where the deed is said to happen for a group that only words describe."""
    found = situation.actors.get(actor)
    if found and found.country:
        return found.country == country
    theatre = situation.places.country(place)
    state = situation.actors.get(country)
    return bool(found and found.described and state and theatre == state.name)


def _ties(situation: Situation, actor: str, patron: str) -> list[Claim]:
    """Support between the two in any form, ties included; membership too."""
    found = situation.supports.get((patron, actor), []) + situation.supports.get((actor, patron), [])
    return found + situation.memberships.get((actor, patron), [])
