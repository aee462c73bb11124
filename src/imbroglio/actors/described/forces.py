"""Whom armed people, machines, bodies and governments stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS, people, reports
from imbroglio.actors.described.foes import foes, subject_of
from imbroglio.actors.described.make import (
    ARMED,
    RULERS,
    Found,
    country_of,
    extent,
    in_full,
    led_by,
    make,
    moved_by,
    of_whomever,
    ruled_by,
    text_of,
)
from imbroglio.actors.described.phrases import INDEFINITE, Phrase
from imbroglio.actors.harm import aiding
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker
    from imbroglio.actors.reference import Seen

REACH_DEED = 12  # sentences back to deeds of the same kind: lists of strikes are long
CAMPAIGNS = frozenset({"offensive", "campaign", "operation"})
OWNING = ARMED | {ActorKind.BODY, ActorKind.INTERNATIONAL}  # kinds that have fighters of their own


def force(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Troops, machines and deeds: their owner, unless words before them make them a side of their own."""
    owner = owners[0] if owners else None
    if owner is not None and owner.kind is ActorKind.STATE and phrase.noun.word == "force" and phrase.before:
        body = linker.registry.body_of(owner.id, " ".join([*phrase.before, "forces"]))
        if body is not None:
            return linker.new(body, "body of a state in registry")
    if (known := forces_of_people(linker, phrase, owner)) is not None:
        return linker.new(known, "forces so called in registry")
    inner = linker.actors_at(phrase.inner) if owner is None and phrase.inner >= 0 else ()
    if inner:
        return Found(inner, f"{text_of(linker, phrase)} of {linker.actors[inner[0]].name}")
    if any(word.lower() in words("sides") for word in phrase.before):
        return make(linker, phrase, owner)
    if phrase.noun.word in CAMPAIGNS and phrase.prefixed and owner is not None and not owner.known:
        return _carried_out(linker, phrase) if owner.kind in {ActorKind.PERSON, ActorKind.PLACE} else None
    acting = [a for a in owners if a.kind is not ActorKind.PLACE]
    person = next((a for a in acting if a.kind is ActorKind.PERSON), None)
    if person is not None:
        called = linker.actors_at(linker.named.get(phrase.head - 1, phrase.head - 1)) if phrase.possessed else ()
        if phrase.noun.group == "units" and called and called[0] != person.id:
            return Found(called, f"{text_of(linker, phrase)} called so")  # "Zhurba's Sparta battalion"
        return led_by(linker, phrase, person)
    if acting:
        whose = in_full(linker, phrase, acting[0]) if acting[0].kind in ARMED else acting[0]
        return Found(tuple(a.id for a in acting), f"{text_of(linker, phrase)} of {whose.name}")
    return make(linker, phrase, owner) if owner is not None else _unowned(linker, phrase)


def forces_of_people(linker: Linker, phrase: Phrase, owner: Actor | None) -> Actor | None:
    """ "A *Tigrayan* unit", "*Kachin* columns": of the group that the registry calls the forces of that people."""
    told = [*(word for word in phrase.before if word.istitle()), *([owner.name] if owner and phrase.prefixed else [])]
    if owner is not None and owner.kind not in {ActorKind.PLACE, ActorKind.POPULATION}:
        return None
    called = (linker.registry.find(f"{word} forces", linker.document.published) for word in told)
    return next((one[0][0] for one in called if len(one) == 1 and one[0][0].kind in BANDS), None)


def _unowned(linker: Linker, phrase: Phrase) -> Found | None:
    """ "The soldiers": of the last actor that can have some, else of the country the text is about."""
    thing = phrase.noun.group not in {"people", "units"}
    if phrase.noun.group == "deeds" and (found := _carried_out(linker, phrase)):
        return found
    dep = linker.tree.dep[phrase.head]
    if thing and (not dep.startswith("nsubj") or (dep == "nsubj:pass" and phrase.bare and not phrase.determiner)):
        return None  # "rockets were fired at X", by whomever
    strange = (phrase.determiner in INDEFINITE and not _is_about(phrase)) or (
        phrase.noun.word in words("civil") and not phrase.determiner
    )
    strange = strange or _are_there(linker, phrase)
    if not (strange or phrase.before or phrase.stance or phrase.restricted):  # "diplomats suspect that …" are anyone's
        for one in _holders(linker, phrase):
            return Found(one.actors, f"last actor that can have {text_of(linker, phrase)}")
    if thing:
        return None
    country, why = country_of(linker, phrase)
    states = from_states(linker, phrase) if phrase.plural else []
    if len(states) > 1 and linker.tree.case(phrase.origins[0]) == "from":  # "officials from Japan and China"
        each = [make(linker, phrase, state, reason=why) for state in states]
        return Found(tuple(actor for one in each for actor in one.actors), why)
    return make(linker, phrase, country, reason=why)


def _is_about(phrase: Phrase) -> bool:
    """ "*Some* 4,000 troops": about as many, of whoever has them."""
    return phrase.determiner == "some" and bool(phrase.numeral)


def _are_there(linker: Linker, phrase: Phrase) -> bool:
    """ "Trains *soldiers in Niger*": of where they are, whoever was spoken of before."""
    tree, verb = linker.tree, linker.tree.head[phrase.head]
    helped = tree.dep[phrase.head] == "obj" and tree.lemma[verb] in aiding() and not phrase.determiner
    sited = any(tree.case(k) == "in" for up in (phrase.head, verb) for k in tree.kids(up, "obl", "nmod"))
    return helped and sited and phrase.noun.word in words("regular")


def _holders(linker: Linker, phrase: Phrase) -> Iterator[Seen]:
    """Earlier mentions of whoever can have such forces; of soldiers first, if "the troops" may be these."""
    tree, against = linker.tree, foes(linker, phrase.head)
    kinds = RULERS if phrase.noun.group == "machines" else RULERS | ARMED  # who flies jets is hardly a militia
    if phrase.noun.word in words("regular") and not phrase.definite:
        kinds = RULERS  # "a convoy of soldiers" is no band's, whichever was spoken of
    if phrase.noun.word in words("delegated"):  # "congratulated the team" may be anybody's
        senders = RULERS if tree.dep[phrase.head] == "nsubj" else frozenset()
        kinds = senders | {ActorKind.INTERNATIONAL}
    unit = phrase.noun.group == "units"  # "the elders accuse the regiment"
    apart = unit or tree.case(phrase.head) in {"from", "by", "against"}  # "got rifles from officers", not its own
    beside = linker.discourse.beside(phrase.head) if apart else set()
    one_band = phrase.noun.word == "force" and phrase.definite and not phrase.plural  # "has never armed the force"

    def fits(one: Seen) -> bool:
        weighty = one.weight >= 1 or (one_band and one.kind in BANDS)
        mine = one.kind in kinds and weighty and one.actors not in beside
        gunman = one.use == "fighter" and people(tree, one) and tree.number[one.token] == "singular"
        unarmed = (one.kind is ActorKind.GROUP and one.lemma in words("civil") | words("carrying")) or _is_civil(one)
        return mine and not (gunman or unarmed) and against.isdisjoint(one.actors)

    found = list(linker.discourse.back(phrase.head, fits, 2))
    found = [one for one in found if not one.tells or one.kind in RULERS]
    if one_band:
        found = [one for one in found if one.kind in BANDS] or found
    soldiers = [one for one in found if one.kind in RULERS and one.use == "force" and people(tree, one)]
    return iter(soldiers if phrase.definite and phrase.noun.group == "people" and soldiers else found)


def _is_civil(one: Seen) -> bool:
    """Whether it is a ministry without troops, or whoever is only called somebody's ally."""
    called = one.name.lower().split()
    civil = "ministry" in called and words("armed_ministries").isdisjoint(called)
    return one.use == "relation" or (one.kind is ActorKind.BODY and civil)


def sent_along(linker: Linker, phrase: Phrase) -> Found | None:
    """Whose "troops" are that somebody sends: "promised to send *troops*", "put *soldiers* on the border".

    Or that he has somewhere: "has *troops* in Congo".
    """
    tree, (verb, actors) = linker.tree, moved_by(linker, phrase.head)
    if tree.dep[phrase.head] == "compound":
        return None  # "sent *the rebels* guns"
    kept = tree.lemma[verb] in words("keeping") and any(
        tree.case(k) in {"in", "on", "at", "near"} for up in (phrase.head, verb) for k in tree.kids(up, "obl", "nmod")
    )
    actors = tuple(dict.fromkeys(_state_of_head(linker, actor) for actor in actors))
    sends = kept or tree.lower[verb] in load_lexicon().sending
    any_of_them = not (phrase.definite or phrase.before or phrase.stance)
    armed = phrase.noun.group in {"people", "units"} and phrase.noun.word not in words("civil")
    kinds = {linker.actors[actor].kind for actor in actors}
    if not actors or not (sends and any_of_them and armed and kinds <= OWNING | RULERS):
        return None
    return Found(actors, f"{text_of(linker, phrase)} sent by {linker.actors[actors[0]].name}")


def _state_of_head(linker: Linker, actor: str) -> str:
    """The state of a president who sends soldiers; others stay who they are."""
    one = linker.actors[actor]
    state = ruled_by(linker, one) if one.kind is ActorKind.PERSON else None
    return linker.keep([state])[0] if state is not None else actor


def _carried_out(linker: Linker, phrase: Phrase) -> Found | None:
    """ "The coalition conducted 23 strikes": they are its strikes, and so are the strikes that follow."""
    tree, deed = linker.tree, text_of(linker, phrase)
    verb = tree.head[phrase.head]
    if tree.dep[phrase.head] == "obj" and tree.lower[verb] in load_lexicon().light:
        subject = next(tree.kids(verb, "nsubj"), None)
        actors = linker.actors_at(subject) if subject is not None else ()
        return Found(actors, f"{deed} of {linker.actors[actors[0]].name}") if len(actors) == 1 else None
    new = phrase.noun.word in CAMPAIGNS and phrase.determiner in INDEFINITE
    if not tree.dep[phrase.head].startswith("nsubj") or new:
        return None
    lemma = tree.lemma[phrase.head]
    for one in linker.discourse.back(phrase.head, lambda one: one.lemma == lemma, REACH_DEED):
        return Found(one.actors, f"last {deed}")
    return None


def is_campaign(tree: Tree, token: int) -> bool:
    """ "*Operation* Hadin Kai": the name of what somebody does."""
    named = token + 1 < len(tree) and tree.words[token] == "Operation" and tree.pos[token + 1] == "PROPN"
    return named and tree.dep[token + 1] in {"flat", "compound", "appos"} and tree.capital(token + 1)


def campaign(linker: Linker, phrase: Phrase) -> Found | None:
    """A named operation stands for whoever the text says has begun it, and for nobody else."""
    tree, head = linker.tree, phrase.head
    for token in range(head):
        if tree.lower[token : token + 2] == tree.lower[head : head + 2] and (actors := linker.actors_at(token)):
            return Found(actors, f"operation of {linker.actors[actors[0]].name}")
    verb = tree.head[head]
    subject = next(tree.kids(verb, "nsubj"), None) if tree.dep[head] == "obj" else None
    begun = subject is not None and tree.lower[verb] in load_lexicon().light
    actors = linker.actors_at(subject) if subject is not None and begun else ()
    return Found(actors, f"operation of {linker.actors[actors[0]].name}") if len(actors) == 1 else None


def fighter(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Irregulars: the group that owns them, else a group of its own."""
    groups = [a for a in owners if a.kind in OWNING]
    if groups and _of_where(linker, phrase, groups[0]):
        return make(linker, phrase, groups[0])
    if groups and groups[0].kind is ActorKind.BODY and phrase.noun.word in words("contracted"):
        return make(linker, phrase, linker.state(groups[0].id))  # "Russian military *contractors*" are no army
    if groups and phrase.noun.word in words("apart"):
        return _broken_away(linker, phrase, groups[0])
    if groups:
        return Found(
            tuple(a.id for a in groups), f"{text_of(linker, phrase)} of {in_full(linker, phrase, groups[0]).name}"
        )
    person = next((a for a in owners if a.kind is ActorKind.PERSON), None)
    if person is not None:
        return led_by(linker, phrase, person)
    states = [a for a in owners if a.kind is ActorKind.STATE] or (from_states(linker, phrase) if not owners else [])
    if len(states) > 1:
        made = [make(linker, phrase, state) for state in states]
        return Found(tuple(ident for one in made for ident in one.actors), made[0].reason)
    return make(linker, phrase, owners[0] if owners else None)


def _of_where(linker: Linker, phrase: Phrase, owner: Actor) -> bool:
    """ "The *Skarn* raiders", where nothing else is told of Skarn: it is where they are from, and no band."""
    tree, token = linker.tree, next(iter(phrase.owners), -1)
    if owner.known or owner.described or not phrase.prefixed or phrase.noun.word not in words("raiding"):
        return False
    others = [at for at, (_, link) in linker.links.items() if link.actor.id == owner.id]
    before = all(tree.dep[at] in {"compound", "amod", "nmod"} and tree.head[at] > at for at in others)
    one = token in others and extent(linker, token) == (token, token + 1)  # "Red Tabara rebels" have a name
    return one and before and tree.noun(token) is None


def _broken_away(linker: Linker, phrase: Phrase, group: Actor) -> Found:
    """ "Dissidents of the FARC": no part of it any more, by a name of their own where they have one."""
    known = linker.registry.find(f"{group.name} {text_of(linker, phrase)}", linker.document.published)
    called = (f"{name.text} {text_of(linker, phrase)}" for name in group.names)
    known = known or next(filter(None, (linker.registry.find(text, linker.document.published) for text in called)), [])
    return linker.new(known[0][0], "name in registry") if known else make(linker, phrase, group)


def from_states(linker: Linker, phrase: Phrase) -> list[Actor]:
    """The states of "fighters from Chad and Niger"."""
    found = (linker.state(ident) for token in phrase.origins for ident in linker.actors_at(token))
    return list(dict.fromkeys(state for state in found if state is not None))


def organ(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """An army, a ministry: the known body of its state, else one of its own."""
    if phrase.led.endswith("run"):
        return make(linker, phrase, None)  # "the Houthi-run health ministry" is not the state's
    if owners and owners[0].kind in BANDS and not phrase.plural and phrase.noun.word in words("front_offices"):
        return Found((owners[0].id,), f"{text_of(linker, phrase)} of {owners[0].name}")
    acting = [a for a in owners if a.kind in RULERS or a.kind is ActorKind.PERSON]
    states = [_ruler_of(linker, phrase, a) for a in acting]
    owner = states[0] if states else owners[0] if owners else None
    reason = f"{text_of(linker, phrase)} of {owner.name}" if owner else ""
    if owner is None and (teller := _told_by(linker, phrase)) is not None:
        owner, reason = teller, f"{text_of(linker, phrase)} that its own head tells of"
    if owner is None:
        owner, reason = country_of(linker, phrase)
    one = not phrase.plural or (states and not phrase.before)  # "the ethnic armies of Myanmar" are not its army
    if owner is not None and owner.kind is ActorKind.STATE and one:
        for noun in _bodies(linker, phrase):
            body = linker.registry.body_of(owner.id, noun)
            if body is not None and body.kind is ActorKind.BODY:  # "the national army" is no "Libyan National Army"
                return linker.new(body, f"{reason}, body of a state in registry")
    return make(linker, phrase, owner, reason=reason)


def _told_by(linker: Linker, phrase: Phrase) -> Actor | None:
    """The state of a president who says what "the army" will do."""
    tree, verb = linker.tree, linker.tree.head[phrase.head]
    saying = tree.head[verb]
    told = phrase.noun.group == "arms" and phrase.bare and tree.dep[phrase.head].startswith("nsubj")
    if not told or tree.dep[verb] != "ccomp" or not reports(tree, saying):
        return None
    speaker = subject_of(tree, saying)
    persons = [linker.actors[a] for a in linker.actors_at(speaker)] if speaker is not None else []
    named = [one for one in persons if one.kind is ActorKind.PERSON and one.known]
    return ruled_by(linker, named[0]) if len(named) == 1 else None


def _seated(linker: Linker, phrase: Phrase) -> Actor | None:
    """ "The government *in Tripoli*": who by the registry rules from there, where that is no matter of course."""
    towns = [token for token in phrase.origins if token in linker.links and linker.tree.case(token) in {"in", "at"}]
    names = (linker.tree.text(*extent(linker, town)) for town in towns if not phrase.before and not phrase.plural)
    found = (one for name in names for one in linker.registry.find(name, linker.document.published))
    seats = (actor for actor, name in found if name.role == "capital" and name.end is None)
    return next((actor for actor in seats if actor.kind is ActorKind.BODY), None)


def _bodies(linker: Linker, phrase: Phrase) -> Iterator[str]:
    """What its state may call the body; with a name of its own, the "Hill Liberation Army" is not simply the army."""
    if phrase.owners or not any(word[:1].isupper() for word in phrase.before):
        yield _compound(linker.tree, phrase.head)
        yield linker.tree.lemma[phrase.head]


def _compound(tree: Tree, head: int) -> str:
    """ "foreign ministry", "air force": the noun with the plain words before it that make its kind."""
    words = [
        tree.lower[c]
        for c in tree.children[head]
        if c < head and tree.dep[c].partition(":")[0] in {"compound", "amod"} and tree.words[c].islower()
    ]
    return " ".join([*words, tree.lower[head]])


def _ruler_of(linker: Linker, phrase: Phrase, owner: Actor) -> Actor:
    """Whose an organ is that somebody owns: his state's, but "Haftar's office" is no Libyan one."""
    if owner.kind is not ActorKind.PERSON:
        return linker.state(owner.id) or owner
    personal = phrase.noun.word in words("personal")
    return owner if personal else linker.state(owner.id) or ruled_by(linker, owner) or owner


def government(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A government: of its state, of the state its leader leads, or a group that governs."""
    owner = owners[0] if owners else None
    if owner is not None and owner.kind is ActorKind.PERSON:
        bonds = linker.registry.bonds(owner.id, linker.document.published, "leads")
        ruled = (bond.target for bond in bonds if linker.registry.actors[bond.target].kind in RULERS)
        led = (state for target in ruled if (state := linker.state(target)) is not None)
        owner = next(led, None) or ruled_by(linker, owner) or owner
    strange = owner is not None and owner.kind is ActorKind.OTHER and not (owner.known or owner.described)
    if strange and phrase.prefixed:
        return make(linker, phrase, owner)  # "the *Tamrite* junta", of whatever that is
    if owner is not None and owner.kind in ARMED:
        return Found((owner.id,), f"{text_of(linker, phrase)} of {owner.name}")
    if (seated := _seated(linker, phrase)) is not None:
        return linker.new(seated, f"{text_of(linker, phrase)} that sits there")
    if owner is None and (phrase.led or of_whomever(phrase)):
        return make(linker, phrase, None)  # "the Kurdish-led administration" is not the country's
    if owner is None:
        owner, _ = country_of(linker, phrase)
    if owner is not None and owner.kind is ActorKind.STATE:
        kept = [word for word in phrase.before if word.islower()]
        plain = phrase.noun.group == "rule" and not kept
        noun = "government" if plain else " ".join([*kept, linker.tree.lower[phrase.head]])
        body = linker.registry.body_of(owner.id, noun)
        if body is not None:
            return linker.new(body, f"government of {owner.name}")
    return make(linker, phrase, owner)
