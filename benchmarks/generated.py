"""Cases of any size, made by dice: who backs and fights whom among invented actors, in sentences of three words.

The same seed gives the same case. Few actors have most of what is said, as in real archives (Pareto); places are real
ones, so that theatres have countries.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from imbroglio.case import Case
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.model import (
    FIRMNESS,
    Actor,
    ActorKind,
    Agreement,
    Bond,
    Claim,
    Document,
    Interval,
    Name,
    Norm,
    Party,
    Place,
    Quotation,
    Reading,
    Relation,
    Route,
    Span,
    Speaker,
)  # fmt: skip

FIRST = date(2012, 1, 1)
DAYS = 3650
OUTLETS = ("The Levant Ledger", "Northern Courier", "Great Lakes Monitor", "Mekong Observer", None)
SPEAKERS = ("officials", "a rebel commander", "diplomats")  # nobody whom one could tell apart
_HEADS, _TAILS = (
    "Bar Cor Dal Fen Gor Hel Jar Kel Lom Mor Nar Pel Ror Sar Tol Ver".split(),
    "a e i o u an en or is".split(),
)
_KINDS = (
    (ActorKind.STATE, 15), (ActorKind.BODY, 15), (ActorKind.PERSON, 6), (ActorKind.UMBRELLA, 5), (ActorKind.GROUP, 42),
    (ActorKind.MEDIA, 4), (ActorKind.POPULATION, 5), (ActorKind.OTHER, 8),
)  # fmt: skip
_TITLES = {
    ActorKind.BODY: "Ministry of {}", ActorKind.PERSON: "General {}", ActorKind.UMBRELLA: "{} Front",
    ActorKind.GROUP: "{} Brigade", ActorKind.MEDIA: "{} Herald", ActorKind.POPULATION: "people of {}",
}  # fmt: skip
_WEIGHTS = {Relation.ARMS: 5, Relation.FIGHTS: 8, Relation.BACKS: 5, Relation.OPPOSES: 4, Relation.FUNDS: 3}


def fill(case: Case, documents: int, actors: int = 200, claims: int = 10, seed: int = 1) -> Case:
    """Puts so many documents of about so many claims into the case, and returns it."""
    dice = random.Random(seed)
    people = cast(actors, dice)
    places = sorted(load_gazetteer().places.values(), key=lambda place: place.id)
    places = [place for place in places if place.kind != "region"][:: max(1, 1200 // 40)]
    for number in range(documents):
        document, reading = report(number, people, places, claims, dice)
        case.add(document, reading, "generated")
    return case


def cast(count: int, dice: random.Random) -> list[Actor]:
    """So many actors, each kind in its share: bodies and persons of states, brigades of fronts."""
    words = [f"{head}{tail}{end}" for head, tail, end in product(_HEADS, _TAILS, ("nia", "land", "stan", "ur", "mar"))]
    dice.shuffle(words)
    made: list[Actor] = []
    kinds = [ActorKind.STATE, ActorKind.UMBRELLA, *dice.choices(*zip(*_KINDS, strict=True), k=max(count - 2, 0))]
    for number, kind in enumerate(kinds):
        word = words[number % len(words)] + ("" if number < len(words) else f" {number // len(words) + 1}")
        name = _TITLES.get(kind, "{}").format(word)
        states = [a.id for a in made if a.kind is ActorKind.STATE]
        wholes = [a.id for a in made if a.kind is ActorKind.UMBRELLA]
        country = dice.choice(states) if states and kind is not ActorKind.STATE else None
        bonds: tuple[Bond, ...] = ()
        if country and kind in (ActorKind.BODY, ActorKind.PERSON):
            bonds = (Bond("leads" if kind is ActorKind.PERSON else "part_of", country),)
        elif kind is ActorKind.GROUP and wholes and dice.random() < 0.4:
            bonds = (Bond("part_of", dice.choice(wholes)),)
        names = (Name(name, "preferred"), Name(f"{word[:3].upper()}{number}", "acronym"))
        id = name.lower().replace(" ", "-")
        made.append(Actor(id, name, kind, country, names, bonds, known=dice.random() < 0.7))
    return made


def report(
    number: int, people: Sequence[Actor], places: Sequence[Place], claims: int, dice: random.Random
) -> tuple[Document, Reading]:
    """One document and what is read in it."""
    text, found = f"Report {number}.\n", []
    used: dict[str, Actor] = {}
    id = f"report-{number:05}"
    for sentence in range(dice.randint(max(claims // 2, 1), claims * 3 // 2)):
        one, two = _somebody(people, dice), _somebody(people, dice)
        if one is two:
            continue
        relation = _relation(dice)
        start, cue = len(text), relation.value.replace("_", " ")
        begin = start + len(one.name) + 1
        text += f"{one.name} {cue} {two.name} again. "
        spans = Span(start, begin - 1), Span(begin, begin + len(cue)), Span(begin + len(cue) + 1, len(text) - 8)
        parties = (Party(a.id, a.name, s, "name in registry") for a, s in ((one, spans[0]), (two, spans[2])))
        subject, object_ = parties
        claim = Claim(id, subject, relation, object_, Span(start, len(text) - 2), spans[1], sentence=sentence)
        found.append(replace(claim, **_circumstances(people, places, dice)))
        used |= {one.id: one, two.id: two}
    day = FIRST + timedelta(dice.randrange(DAYS)) if dice.random() < 0.95 else None
    title = f"Report {number} from the {dice.choice(('front', 'capital', 'border'))}"
    hash = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id, text, hash, dice.choice(OUTLETS), day, title, f"https://news.example.org/{number}")
    return document, _reading(document, tuple(found), tuple({**{a.id: a for a in people[:2]}, **used}.values()), dice)


def _reading(document: Document, claims: tuple[Claim, ...], actors: tuple[Actor, ...], dice: random.Random) -> Reading:
    """The claims, who says them, and now and then a truce, a rule or a route."""
    said = [c for c in claims if c.said_by]
    quotations = tuple(Quotation((c.quote,), speaker=c.said_by[-1]) for c in said)
    first = claims[0] if claims and dice.random() < 0.1 else None
    if first is None:
        return Reading(document.id, claims, quotations, actors=actors)
    deeds = (Relation.ARMS, Relation.FUNDS)
    route = Route(document.id, "Tehran", "Beirut", ("Iraq", "Syria"), first.quote, (first.subject,))
    return Reading(
        document.id, claims, quotations, actors=actors, routes=(route,),
        agreements=(Agreement(document.id, "ceasefire", (first.subject, first.object), (), first.quote),),
        norms=(
            Norm(document.id, "forbids", "the law", first.subject, deeds, first.object.name, first.quote, first.object),
        ),
    )  # fmt: skip


def _circumstances(people: Sequence[Actor], places: Sequence[Place], dice: random.Random) -> dict[str, Any]:
    """Where, when, how firmly, according to whom."""
    made: dict[str, Any] = {"trust": round(dice.betavariate(5, 2), 3), "construction": "generated"}
    if dice.random() < 0.6:
        place = dice.choice(places)
        made |= {"place": place.name, "place_id": place.id}
    made["firmness"] = dice.choices(FIRMNESS, (75, 12, 7, 4, 2))[0]
    made["polarity"] = "no" if dice.random() < 0.08 else "yes"
    made["background"] = dice.random() < 0.2
    start = FIRST + timedelta(dice.randrange(DAYS))
    end = start + timedelta(dice.randrange(1, 400)) if dice.random() < 0.5 else None
    dated: dict[str, Any] = (
        {"start": start, "end": end, "basis": "stated", "precise": dice.random() < 0.5} if dice.random() < 0.4 else {}
    )
    made["when"] = Interval(tense=dice.choice(("past", "present", "future")), **dated)
    if dice.random() < 0.4:
        actor = _somebody(people, dice)
        nobody = Speaker(dice.choice(SPEAKERS), anonymous=True)
        made["said_by"] = dice.choice(
            ((Speaker(actor.name, actor.id),), (nobody,), (Speaker(actor.name, actor.id), nobody))
        )
    if dice.random() < 0.05:
        channel = _somebody(people, dice)
        made |= {"via": channel.name, "via_actor": channel.id}
    return made


def _somebody(people: Sequence[Actor], dice: random.Random) -> Actor:
    return people[
        min(int(dice.paretovariate(0.7) - 1), len(people) - 1) if dice.random() < 0.8 else dice.randrange(len(people))
    ]


def _relation(dice: random.Random) -> Relation:
    return dice.choices(tuple(Relation), [_WEIGHTS.get(relation, 1) for relation in Relation])[0]
