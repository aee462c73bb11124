"""Against its own rule: a norm, and deeds that meet its description."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.analysis.wording import deed, listed, named
from imbroglio.knowledge.load import data
from imbroglio.model import ActorKind, Claim, Finding, Norm, Relation

PRIOR = 1.0


def against_own_rule(situation: Situation) -> Iterator[Finding]:
    """One finding for each rule that forbids something which somebody bound by it is said to do (or the reverse:
    obliges to something that is said not to happen)."""
    for norm in situation.norms:
        deeds: list[Claim] = []
        grounds: list[Claim] = []
        ways: list[tuple[list[Claim], ...]] = []
        doers: list[str] = []
        for claim in situation.sure:
            reasons = _breaks(situation, norm, claim)
            if reasons is not None:
                deeds.append(claim)
                grounds += reasons
                ways.append(([claim], reasons))
                doers += [actor for actor in situation.parties(claim)[1:] if actor not in doers]
        if deeds:
            yield _told(situation, norm, deeds, grounds, doers, ways)


def _told(
    situation: Situation,
    norm: Norm,
    deeds: list[Claim],
    grounds: list[Claim],
    targets: list[str],
    ways: list[tuple[list[Claim], ...]],
) -> Finding:
    bound = norm.bound.actor if norm.bound else deeds[0].subject.actor
    who = situation.stands_for(bound)
    authority = f"{norm.authority} {norm.mode}" if norm.authority else f"a rule {norm.mode}"
    rule = f"{authority} {named(situation, bound)} to {_deeds(norm)} {norm.toward}"
    target = situation.parties(max(deeds, key=weight))[1]
    text = f"{rule}, yet {deed(situation, deeds, who, target)}"
    others = [named(situation, other) for other in targets if other != target]
    if others:
        text += f" (likewise {listed(others)})"
    if grounds:
        ground = grounds[0]
        text += f", and {deed(situation, [ground], *situation.parties(ground))}"
    place = situation.theatre(deeds)
    actors = (who, *targets)
    return finding(situation, "against its own rule", PRIOR, text, actors, (deeds, grounds), place, (norm,), ways)


def _deeds(norm: Norm) -> str:
    verbs = data("wording.yaml")["verbs"]
    return listed([verbs[relation][1] for relation in norm.relations], "or")


def _breaks(situation: Situation, norm: Norm, claim: Claim) -> list[Claim] | None:
    """The further claims by which a deed meets the rule's description; None if it does not."""
    wrong = "yes" if norm.mode == "forbids" else "no" if norm.mode == "obliges" else None
    if claim.polarity != wrong or FIRMNESS[claim.firmness] < FIRMNESS["planned"]:
        return None
    if claim.relation not in norm.relations or not _bound(situation, norm, claim.subject.actor):
        return None
    if claim.document == norm.document and norm.quote.contains(claim.cue):
        return None  # the rule itself
    if norm.toward_country and situation.kind(situation.parties(claim)[1]) is ActorKind.STATE:
        return None  # "Iraqi groups" are not Iraq
    return _meets(situation, norm, claim.object.actor, claim)


def _bound(situation: Situation, norm: Norm, actor: str) -> bool:
    """The bound actor, its parts, and the state that acts through it."""
    if norm.bound is None:
        return True
    bound = norm.bound.actor
    return actor == bound or bound in situation.affiliations.wholes(actor) or situation.stands_for(bound) == actor


def _meets(situation: Situation, norm: Norm, actor: str, claim: Claim) -> list[Claim] | None:
    """Country and affiliation of the object, itself or through what it is part of; each with the claims that say so."""
    described = norm.toward_party.actor if norm.toward_party else None
    around = (actor, *situation.affiliations.umbrellas(actor))
    if described in around:
        return []
    if norm.toward_country is None and norm.toward_tied_to is None:
        return None if norm.toward else []  # words that nobody could read as a description match nobody
    if norm.toward_country and not any(_of(situation, one, norm.toward_country, claim) for one in around):
        return None
    if norm.toward_tied_to is None:
        return []
    patron = situation.stands_for(norm.toward_tied_to.actor)
    grounds: list[Claim] = []
    for one in around:
        if ties := _ties(situation, one, patron):
            grounds += [*situation.affiliations.chain(actor, one), *ties]
    return list(dict.fromkeys(grounds)) or None


def _of(situation: Situation, actor: str, country: str, claim: Claim) -> bool:
    """Of the country by what is known, or by where the deed is said to happen for a group that only words describe."""
    found = situation.actors.get(actor)
    if found and found.country:
        return found.country == country
    place = situation.places.country(situation.place(claim))
    state = situation.actors.get(country)
    return bool(found and found.described and state and place == state.name)


def _ties(situation: Situation, actor: str, patron: str) -> list[Claim]:
    """Support between the two in any form, ties included; membership too."""
    found = situation.supports.get((patron, actor), []) + situation.supports.get((actor, patron), [])
    member = [c for c in situation.sure if c.relation == Relation.PART_OF and situation.parties(c) == (actor, patron)]
    return found + member
