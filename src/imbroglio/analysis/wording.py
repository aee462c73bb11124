"""Findings in plain English: names, verbs that agree with them, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.weight import weight
from imbroglio.knowledge.load import data
from imbroglio.model import Actor, ActorKind, Claim

_SINGULAR = (ActorKind.STATE, ActorKind.PERSON, ActorKind.MEDIA, ActorKind.PLACE)


def plural(actor: Actor | None) -> bool:
    """True for "rebels" and "Popular Mobilization Units", false for "United States", "Africa Corps" and "Hamas"."""
    if actor is None or actor.kind in _SINGULAR or not (actor.described or " " in actor.name):
        return False
    return plain_plural(actor.name)


def plain_plural(name: str) -> bool:
    """Whether the last word of a name is a plural."""
    last = name.split()[-1].casefold()
    return last in ("men", "people", "police") or (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "corps"))
    )


def named(situation: Situation, actor: str) -> str:
    """The preferred name, with an article where English wants one."""
    found = situation.actors.get(actor)
    if found is None:
        return actor
    article = found.name.startswith("United ") or (
        found.kind in (ActorKind.BODY, ActorKind.UMBRELLA, ActorKind.GROUP, ActorKind.INTERNATIONAL)
        and not found.described
        and found.name.partition(" of ")[0].split()[-1].casefold() in data("wording.yaml")["article"]
    )
    return f"the {found.name}" if article else found.name


def verb(claim: Claim, many: bool = False) -> str:
    """The claim's relation as a verb, in its tense and firmness: "arms", "armed", "reportedly arms", "means to arm"."""
    one, several, did = data("wording.yaml")["verbs"][claim.relation]
    if claim.firmness == "planned" and claim.relation.material:
        return f"mean to {several}" if many else f"means to {several}"
    found = several if many else one
    if claim.when.tense == "past":
        found = did.replace("was ", "were ") if many else did
    return f"reportedly {found}" if claim.firmness == "hedged" else str(found)


def done(situation: Situation, claims: Iterable[Claim], subject: str, object_: str) -> str:
    """The weightiest of the claims, without its subject: "arms Syrian rebels"."""
    claim = max(claims, key=weight)
    other = _own_name(situation, claim, object_)
    return f"{verb(claim, plural(situation.actors.get(subject)))} {named(situation, other)}"


def deed(situation: Situation, claims: Iterable[Claim], subject: str, object_: str) -> str:
    """The weightiest of the claims as a clause: "the United States arms Syrian rebels".

    A claim that runs the other way without being mutual is told its own way round. Bodies and leaders that were rolled
    up to their state appear as the claim has them.
    """
    claim = max(claims, key=weight)
    if situation.parties(claim)[0] != subject and not claim.relation.symmetric:
        subject, object_ = object_, subject
    first = _own_name(situation, claim, subject)
    return f"{named(situation, first)} {done(situation, [claim], first, object_)}"


def _own_name(situation: Situation, claim: Claim, actor: str) -> str:
    """The party of the claim that stands for the actor."""
    for party, rolled in zip((claim.subject, claim.object), situation.parties(claim), strict=True):
        if rolled == actor:
            return party.actor
    return actor


def listed(words: Sequence[str], last: str = "and") -> str:
    """One, "one and another", or "one, another and a third"; "nobody" for none."""
    if len(words) < 2:
        return words[0] if words else "nobody"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """First letter raised, full stop at the end."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else text + "."


def where(place: str | None) -> str:
    return f" in {place}" if place else ""
