"""Whom office holders, allies, organisations, peoples, firms, countries and places stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.described.beside import note_side
from imbroglio.actors.described.forces import force, forces_of_people, from_states
from imbroglio.actors.described.make import (
    ARMED,
    LED,
    RULERS,
    Found,
    country_of,
    group_of,
    home_of,
    in_full,
    make,
    text_of,
)
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.described.states import states_beside
from imbroglio.actors.described.voice import voice
from imbroglio.actors.normal import demonym
from imbroglio.knowledge.load import words
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

FEW = 12  # groups of a text whose foes are looked for
NEAR = frozenset({"near", "around", "outside"})
MOST = 200  # actors of a text among which a state is looked for; bounds what a long text costs
NEAR_LINES = 2  # sentences back to the country that "the country" is
PARTS = frozenset({"wing", "faction", "splinter", "branch", "offshoot", "cell", "remnant", "half", "part", "affiliate"})


def office(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A person by office; officers and envoys act for their state, "his men" for their group."""
    owner = owners[0] if owners else None
    if owner is not None and owner.kind is not ActorKind.PLACE and _acts_for(phrase, owner):
        return force(linker, phrase, owners)
    if phrase.noun.word in words("equals") and (equal := _equal(linker, phrase, owners)) is not None:
        return equal
    states = [a for a in owners if a.kind is ActorKind.STATE] or ([] if owners else from_states(linker, phrase))
    if phrase.plural and len(states) > 1:  # "the Kenyan and Ugandan presidents" are two
        each = [office(linker, replace(phrase, plural=False), [state]) for state in states]
        return Found(tuple(a for one in each if one for a in one.actors), "known by office only")
    person = linker.people.titled(phrase.head) if owner is not None and not phrase.plural else None
    if owner is not None and person is not None and linker.people.sides.get(person) == owner.id:
        return Found((person,), "holds the office in the text")
    rules = owner is not None and phrase.inner < 0 and phrase.noun.word in words("rulers")  # no "rebel leader"
    ruler = linker.people.ruler(owner) if owner is not None and rules else None
    if ruler is not None and not phrase.plural:
        return Found((ruler,), "leads it, by the registry, and is named in the text")
    if owner is None and (chief := _chief(linker, phrase)) is not None:
        return Found((chief,), "the only one named who leads such")
    alone = owner is None and phrase.definite and not phrase.plural and phrase.inner < 0
    if alone and (called := linker.people.called(phrase.head)) is not None:
        return Found((called,), "called so elsewhere in the text")
    if alone and linker.tree.capital(phrase.head) and phrase.noun.word in words("of_a_cabinet"):
        owner = voice(linker)  # "the Foreign Secretary", in a statement of his own government
    kind = ActorKind.OTHER if phrase.plural else ActorKind.PERSON
    found = make(linker, phrase, owner, kind, "known by office only")
    note_side(linker, phrase, found.actors[0])
    if owners and owners[0].kind in RULERS | {ActorKind.INTERNATIONAL} and _goes_abroad(linker, phrase):
        linker.abroad[found.actors[0]] = owners[0].id
    return found


def _chief(linker: Linker, phrase: Phrase) -> str | None:
    """ "Jonas Savimbi said … *The rebel leader* …": the only person spoken of so far who leads a band."""
    tree, registry = linker.tree, linker.registry
    inner = tree.noun(phrase.inner) if phrase.inner >= 0 else None
    sort = inner is not None and inner.use == "fighter" and phrase.noun.word in words("rulers")
    if not sort or not phrase.definite or phrase.plural:
        return None
    persons = [a for a in linker.discourse.counts if linker.actors[a].kind is ActorKind.PERSON]
    sides = {a: [linker.people.sides.get(a), *(b.target for b in registry.bonds(a, None, "leads"))] for a in persons}
    chiefs = [a for a in persons if any(_is_band(linker, side) for side in sides[a])]
    return chiefs[0] if len(chiefs) == 1 else None


def _is_band(linker: Linker, side: str | None) -> bool:
    one = (linker.actors.get(side) or linker.registry.get(side)) if side else None
    return one is not None and one.kind in BANDS


def _acts_for(phrase: Phrase, owner: Actor) -> bool:
    """Whether those who hold an office act for whoever has them: "Turkish colonels", "*commanders* of the Front".

    Retired ones act for themselves.
    """
    men = phrase.plural and phrase.noun.word in {"man", "woman"}
    chiefs = phrase.plural and phrase.noun.word in words("chiefs") and owner.kind in BANDS and not owner.described
    gone = not words("gone").isdisjoint(word.lower() for word in phrase.before)
    ranks = phrase.noun.group == "ranks" and phrase.prefixed
    return not gone and (men or ranks or (chiefs and phrase.inner < 0))


def _goes_abroad(linker: Linker, phrase: Phrase) -> bool:
    """ "The Thai *foreign minister*", who is not named: in what he does abroad he is his state."""
    field = linker.tree.lower[phrase.head - 1] if phrase.head else ""
    return phrase.noun.word in {"minister", "secretary"} and field in words("abroad")


def _equal(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "His *Turkish* counterpart" is Turkey."""
    held = linker.actors_at(phrase.pronoun) if phrase.pronoun >= 0 else ()
    states = [a for a in owners if a.kind is ActorKind.STATE and a.id not in held]
    return Found((states[0].id,), f"{text_of(linker, phrase)} from {states[0].name}") if len(states) == 1 else None


def relation(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "allies of X": a party of its own; "its American partners" are the United States, where a state has them."""
    held = linker.actors_at(phrase.pronoun) if phrase.pronoun >= 0 else ()
    if phrase.noun.word in words("equals") and (equal := _equal(linker, phrase, owners)) is not None:
        return equal
    named = _who_they_are(linker, phrase, [a for a in owners if a.id not in held])
    if named:
        return Found(tuple(a.id for a in named), f"{text_of(linker, phrase)} from {named[0].name}")
    states = [a for a in owners if a.kind is ActorKind.STATE and a.id not in held]
    official = any(linker.state(ident) for ident in held if linker.actors[ident].kind not in ARMED)
    if phrase.pronoun >= 0 and states and (official or not held):
        return Found(tuple(a.id for a in states), f"{text_of(linker, phrase)} from {states[0].name}")
    owner = owners[0] if owners else None
    if owner is None:
        return make(linker, phrase, None)
    country = [demonym(a) for a in states if a is not owner]  # "its Iraqi allies", who are not Iraq's, of a militia
    text = " ".join([*phrase.before, *country, text_of(linker, phrase), "of", owner.name])
    return linker.new(Actor(slug(text), text, ActorKind.OTHER, described=True), f"described by {owner.name}")


def _who_they_are(linker: Linker, phrase: Phrase, told: list[Actor]) -> list[Actor]:
    """ "Its *Peshmerga* partners", "*Somali and Puntland* partners", "its allies from the *Orsha League*"."""
    if phrase.pronoun < 0 and not phrase.possessed:
        sorted_ = len(told) > 1 or (len(told) == 1 and told[0].kind in BANDS and not told[0].described)
        fellows = words("fellows") if len(told) > 1 else {"partner"}  # "SDF partners" are the SDF, "SDF allies" others
        return told if phrase.prefixed and sorted_ and phrase.noun.word in fellows else []
    tree = linker.tree
    tokens = [token for token in phrase.owners if not tree.possessive(token) and token < phrase.head]
    tokens += [token for token in phrase.origins if tree.case(token) == "from"]
    found = [linker.actors[i] for token in tokens for i in linker.actors_at(token)]
    return [a for a in found if a.kind in ARMED | {ActorKind.BODY} and not a.described]


def collective(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """An organisation: the group that its name says ("the Badr militia"), else one of its own."""
    if phrase.led:
        known = linker.registry.find(f"{phrase.led} {text_of(linker, phrase)}", linker.document.published)
        if known:
            return linker.new(known[0][0], "name in registry")
    if phrase.noun.word in LED and phrase.definite and not owners:
        named = (linker.registry.find(f"{phrase.noun.word} against {a.name}") for a in _groups_named(linker))
        for coalition in filter(None, named):
            return linker.new(coalition[0][0], "known by whom it stands against, and the text names them")
    if phrase.noun.word == "front" and owners and owners[0].kind is ActorKind.PLACE:
        return Found((owners[0].id,), "front at the place")
    if phrase.noun.word == "front" and phrase.bare and _is_line(linker, phrase.head):
        return None
    group = next((a for a in owners if a.kind in ARMED), None)
    leader = next((a for a in owners if a.kind is ActorKind.PERSON), None)
    led = group_of(linker, leader) if leader and phrase.noun.word in words("persons_groups") else None
    if leader is not None and led is not None:
        return linker.new(led, f"{text_of(linker, phrase)} of {leader.name}")
    if group is not None and (branch := _branch(linker, phrase, owners, group)) is not None:
        return linker.new(branch, f"{text_of(linker, phrase)} of {group.name}, in registry")
    if group is not None and phrase.noun.word not in PARTS:
        return Found((group.id,), f"{text_of(linker, phrase)} called {in_full(linker, phrase, group).name}")
    return make(linker, phrase, owners[0] if owners else None)


def _branch(linker: Linker, phrase: Phrase, owners: Sequence[Actor], group: Actor) -> Actor | None:
    """ "Islamic State's branch *in Somalia*", "its *Yemeni* affiliate": what the registry calls by group and place."""
    placed = [linker.actors[ident] for token in phrase.origins for ident in linker.actors_at(token)]
    grounds = [one.name for one in (*placed, *owners) if one.kind in {ActorKind.STATE, ActorKind.PLACE}]
    called = (f"{name.text} in {ground}" for ground in grounds for name in group.names)
    found = (linker.registry.find(text, linker.document.published) for text in called)
    return next((known[0][0] for known in found if known), None)


def _is_line(linker: Linker, token: int) -> bool:
    """ "Near *the front*", "sent to the front": where a war is fought."""
    tree = linker.tree
    return tree.words[token].islower() and tree.case(token) in {"near", "at", "to", "from", "along", "behind", "on"}


def _held(linker: Linker, phrase: Phrase, noun: str) -> Found | None:
    """ "ISIL-held territory in Syria", by the name of who holds it and of where it lies."""
    holders = [linker.actors[a] for token in phrase.backers for a in linker.actors_at(token)]
    grounds = [linker.actors[a] for token in phrase.origins for a in linker.actors_at(token)]
    if not holders:
        return None
    text = f"{holders[0].name}-{phrase.led.rpartition('-')[2]} {noun}"
    case = linker.tree.case(phrase.origins[0]) if phrase.origins else ""
    text += f" {case if case in NEAR else 'in'} {grounds[0].name}" if grounds else ""
    country = grounds[0].country if grounds else None
    made = Actor("place:" + slug(text), text, ActorKind.PLACE, country=country, described=True)
    return linker.new(made, f"held by {holders[0].name}")


def _groups_named(linker: Linker) -> Iterator[Actor]:
    """Armed groups that the text names, a few."""
    named = (a for a in linker.actors.values() if a.kind is ActorKind.GROUP and not a.described)
    return islice(named, FEW)


def people(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A people or community, a party of its own."""
    return make(linker, phrase, owners[0] if owners else None, reason="people or community")


def plain(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Firms, outlets, programmes: an actor of its own where something sets it apart; a report is whoever wrote it."""
    if phrase.noun.group == "publications" and (author := _author(linker, phrase)) is not None:
        return author
    said_more = any(child > phrase.head for child in linker.tree.kids(phrase.head, "acl", "nmod"))
    if phrase.bare and not phrase.definite and not said_more:
        return None
    return make(linker, phrase, owners[0] if owners else None)


def _author(linker: Linker, phrase: Phrase) -> Found | None:
    """ "A report *by Amnesty* accuses Chad"; one "from Kabul" only says where it comes from."""
    tree = linker.tree
    for child in tree.kids(phrase.head, "nmod"):
        actors = linker.actors_at(linker.named.get(child, child)) if tree.case(child) in {"by", "from"} else ()
        author = linker.actors[actors[0]] if actors else None
        if author is not None and (tree.case(child) == "by" or author.kind not in {ActorKind.PLACE, ActorKind.STATE}):
            return Found(actors, f"{text_of(linker, phrase)} by {author.name}")
    return None


def polity(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "the country" alone is where the text is set, "the Emirate" whatever has that in its name."""
    called = _called(linker, phrase.noun.word) if phrase.bare and not phrase.plural else None
    if called is not None and (phrase.definite or linker.tree.capital(phrase.head)):
        return Found((called.id,), f"{text_of(linker, phrase)} called {called.name}")
    if phrase.bare and phrase.definite and not phrase.plural and phrase.noun.word in words("any_state"):
        country, why = country_of(linker, phrase)
        return linker.new(country, why) if country else _spoken_of(linker, phrase)
    state = next((a for a in owners if a.kind is ActorKind.STATE), None)
    persons = phrase.possessed and owners and owners[0].kind is ActorKind.PERSON
    if state is None and (phrase.pronoun >= 0 or persons) and owners and owners[0].kind is not ActorKind.PLACE:
        state = home_of(linker, owners[0])  # "his country", "Zhurba's republic"
    if state is not None and not phrase.plural:
        return linker.new(state, f"{text_of(linker, phrase)} of {state.name}")
    region = next((a for a in owners if a.kind is ActorKind.PLACE), None)
    if region is not None and not phrase.plural:  # "Kwara state" is a place, "the Donetsk republic" a party
        return place(linker, phrase, owners) if phrase.noun.word == "state" else make(linker, phrase, region)
    return make(linker, phrase, None)


def _called(linker: Linker, noun: str) -> Actor | None:
    """The only state of the text that has the noun in its name, if there is one."""
    states = (a for a in islice(linker.actors.values(), MOST) if a.kind is ActorKind.STATE)
    found = [a for a in states if noun in a.name.lower().split()]
    return found[0] if len(found) == 1 else None


def _spoken_of(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Lebanon mourned. Syrian troops entered *the country*": the only state of the last line that has some."""
    beside = states_beside(linker, phrase)
    states: dict[str, int] = {}
    for one in linker.discourse.back(phrase.head, lambda one: one.kind in RULERS, NEAR_LINES):
        if states and one.sentence < min(states.values()):
            break
        here = (state for actor in one.actors if (state := linker.state(actor)) is not None)
        states |= {state.id: one.sentence for state in here if state.id not in beside}
    found = linker.state(next(iter(states))) if len(states) == 1 else None
    return linker.new(found, "last country") if found is not None else None


def place(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A place by its name and kind: "Aleppo province", "the Syrian border"; a post or camp stands for who holds it."""
    owner, noun = owners[0] if owners else None, text_of(linker, phrase)
    if owner is not None and phrase.noun.group == "held" and owner.kind in RULERS | ARMED:
        return Found((owner.id,), f"{noun} of {owner.name}")
    if phrase.noun.group == "held" and (known := forces_of_people(linker, phrase, owner)) is not None:
        return linker.new(known, f"{noun} of forces so called in registry")
    if phrase.led and (owner is None or owner.kind is ActorKind.PLACE) and (held := _held(linker, phrase, noun)):
        return held
    if owner is None or owner.kind is ActorKind.STATE:
        return make(linker, phrase, owner, ActorKind.PLACE, "described place")
    text = f"{owner.name} {noun}" if owner.kind is ActorKind.PLACE else f"{noun} of {owner.name}"
    made = Actor("place:" + slug(text), text, ActorKind.PLACE, country=owner.country, described=True)
    return linker.new(made, "described place")
