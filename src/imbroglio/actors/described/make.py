"""Makes the actor that a description names: with its country, or by its owner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.described.foes import across, foes, meets_band, subject_of
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.harm import aiding, harming
from imbroglio.actors.normal import demonym, described
from imbroglio.actors.theatre import ACTOR, HOME, is_venue
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.inflection import plural
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.model import Actor, ActorKind, Name

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

ARMED = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.OTHER})
LED = frozenset({"coalition", "alliance"})
RULING = ("led", "backed", "run", "installed")  # what is told of a group beside its country; who paid it is not
ACRONYM = 4  # letters; longer words in capitals are from headlines
GUESS, HERE = "country the text is about", "country of the place in the sentence"
GROUPED = frozenset({"force", "fighter", "organ", "government", "collective", "firm"})  # uses of what a name may be
COUNTED = frozenset({"collective", "polity", "place", "firm", "office"})  # uses of what is told apart by how many it is
RULERS = frozenset({ActorKind.STATE, ActorKind.BODY})
CALLED_BY_TOWN = frozenset({"firm", "collective", "outlet", "place"})  # uses of what is called by the town it is of
SEATED = frozenset({"firm", "relation", "office", "collective", "outlet"})
SETTLED = frozenset({"fighter", "force", "organ", "government"})  # uses that take the country the text is about


class Found(NamedTuple):
    """Actor ids, and the reason in words."""

    actors: tuple[str, ...]
    reason: str


def text_of(linker: Linker, phrase: Phrase) -> str:
    """The noun as it is written, capitals of headlines aside; "militias" of "militia groups"."""
    if phrase.core != phrase.head and phrase.noun.use == "collective":
        return linker.tree.text(phrase.core, phrase.head + 1).lower()  # "umbrella group"
    if phrase.core != phrase.head:
        return plural(linker.tree.lemma[phrase.core])
    word = linker.tree.words[phrase.head]
    noun, above = phrase.noun, linker.tree.head[phrase.head]
    inside = linker.tree.dep[phrase.head] == "compound" and linker.tree.pos[above] in {"NOUN", "PROPN"}
    if inside and noun.use == "fighter" and noun.group == "people":
        return plural(noun.word)  # "a rebel commander" leads rebels
    if not phrase.plural and linker.tree.number[phrase.head] == "plural":
        return linker.tree.lemma[phrase.head]  # one of "the Kenyan and Ugandan presidents"
    own = (noun.group == "emblems" and not phrase.before) or (word.isupper() and len(word) <= ACRONYM)  # "the Tigers"
    return word if own else word.lower()


def make(linker: Linker, phrase: Phrase, owner: Actor | None, kind: ActorKind | None = None, reason: str = "") -> Found:
    """An actor of its own for the description, with its country from the owner, its origin or the text around."""
    kind, text, lemma = kind or phrase.noun.kind, text_of(linker, phrase), linker.tree.lemma[phrase.core]
    unit = phrase.noun.use == "force" and not phrase.before
    rule = (phrase.noun.use == "government" or phrase.led.endswith("run")) and owner is None
    led = (phrase.led,) if phrase.led and (unit or rule or phrase.noun.word in LED) else ()
    told = owner.name.lower().split() if owner is not None else ()  # "ethnic" of "ethnic Armenian"
    before = (*led, *(word for word in phrase.before if word not in told))
    why = reason or "described group"
    country = owner if owner is not None and owner.kind is ActorKind.STATE else None
    settled = phrase.noun.use in SETTLED or phrase.noun.word in words("tribes") or _rules_here(phrase)
    if owner is None and settled and not of_whomever(phrase):
        country, why = country_of(linker, phrase)
    if any(_tells_where(word, why) for word in phrase.before):
        country, owner, why = None, None, "described group"
    if country is not None and (owner is None or demonym(country) != country.name or phrase.prefixed):
        kept = before if phrase.led.endswith(RULING) else before[len(led) :]
        made = described(kind, text, lemma, kept, country=country.id, adjective=demonym(country))
        (linker.guessed.add if why == GUESS else linker.guessed.discard)(made.id)
        return linker.new(_shown(linker, phrase, made, country), why)
    if owner is None:
        made = described(kind, text, lemma, before, where=_seat(linker, phrase))
        return linker.new(_shown(linker, phrase, made), reason or "described, of unknown country")
    if _leads(phrase, owner):
        office = owner.kind is ActorKind.PERSON and owner.described
        first = f"{linker.tree.lower[phrase.owners[0]]}'s" if office else owner.name  # "the president's guard"
        made = described(kind, text, lemma, (first, *before))
    else:
        made = described(kind, text, lemma, before, of=owner.name)
    made = _shown(linker, phrase, replace(made, country=owner.country))
    return linker.new(made, reason or f"described by {owner.name}")


def of_whomever(phrase: Phrase) -> bool:
    """ "The two governments", "Western governments": perhaps of other countries than the one the text is about."""
    told = phrase.numeral or (phrase.before and not phrase.determiner)
    return phrase.noun.use == "government" and phrase.plural and bool(told)


def _rules_here(phrase: Phrase) -> bool:
    """ "The president", "the prime minister", of whom nothing says where he rules."""
    ruling = phrase.noun.word in words("elected")
    return ruling and phrase.determiner == "the" and not phrase.plural and phrase.inner < 0 and not phrase.origins


def _shown(linker: Linker, phrase: Phrase, made: Actor, country: Actor | None = None) -> Actor:
    """The actor by all that its name shows, if it is no other by it: "two smaller fronts", "the *ousted* president"."""
    tree, name = linker.tree, made.name if country is None else _of_country(linker, phrase, made, country)
    before = [tree.lower[k] for k in tree.kids(phrase.head, "amod") if k < phrase.head and tree.words[k].islower()]
    said = words("shown") | (words("bearing") if phrase.noun.word in words("armed_ones") else frozenset())
    shown = [word for word in before if word in said]
    apart = phrase.noun.use in COUNTED and phrase.noun.word not in {"side", "party"}
    new = phrase.plural and phrase.numeral.isalpha() and not phrase.definite and apart
    if new and country is None and not phrase.owners and words("compared").issuperset(phrase.before):
        shown.insert(0, phrase.numeral)
    return replace(made, name=" ".join([*shown, name])) if shown or name != made.name else made


def _of_country(linker: Linker, phrase: Phrase, made: Actor, country: Actor) -> str:
    """A name with a country in it, as people write it.

    Who rules a state is "president of Chad", unless the text has a "Chadian president"; a "Riyadh foundation" is that.
    """
    tree, adjective = linker.tree, demonym(country)
    if phrase.noun.word in words("rulers_of_states") and not (phrase.plural or phrase.prefixed):
        return f"{made.name.replace(adjective, '', 1).strip()} of {country.name}"
    town = next((token for token in phrase.owners if _is_town(linker, token, country)), None)
    if town is not None and phrase.noun.use in CALLED_BY_TOWN:
        return made.name.replace(adjective, tree.text(*extent(linker, town)), 1)
    return made.name


def _is_town(linker: Linker, token: int, country: Actor) -> bool:
    """Whether a town stands for its country: "a *Riyadh* foundation"."""
    name = linker.tree.text(*extent(linker, token)) if token in linker.links else ""
    return any(one.text == name and one.role == "capital" for one in country.names)


def extent(linker: Linker, token: int) -> tuple[int, int]:
    """The tokens of the name that a token heads."""
    name, _ = linker.links[token]
    return name.start, name.end


def _seat(linker: Linker, phrase: Phrase) -> str:
    """Where a firm or an office of no country sits: "a bank *in Khartoum*"."""
    if not phrase.origins or phrase.definite or not (phrase.noun.use in SEATED or _is_beyond_states(linker, phrase)):
        return ""
    place = phrase.origins[0]
    actors = linker.actors_at(place) if linker.tree.case(place) == "in" and place in linker.links else ()
    return f"in {linker.tree.text(*extent(linker, place))}" if actors else ""


def _is_beyond_states(linker: Linker, phrase: Phrase) -> bool:
    """ "Insurgents *in Kashmir*": of a region that no state has for its own."""
    place = phrase.origins[0] if phrase.origins and phrase.noun.use == "fighter" else -1
    named = load_gazetteer().find(linker.tree.text(*extent(linker, place))) if place in linker.links else None
    return named is not None and named.country is None


def _tells_where(word: str, why: str) -> bool:
    """Whether a word before the noun says well enough whose a group is: "Amhara militias", "local fighters".

    Kurds of a place that the sentence names are of its country.
    """
    low = word.lower()
    plain = words("faiths") | words("gone") | (words("sides") - words("abroad_too") if why == HERE else frozenset())
    told = low in {"local", "foreign"} and why == GUESS
    return why in {GUESS, HERE} and (told or (word.istitle() and "-" not in word and low not in plain))


def _leads(phrase: Phrase, owner: Actor) -> bool:
    """Whether the owner stands first in the name: "Marib tribes", "Doha channel", but "spokesman of the Front"."""
    if owner.kind is ActorKind.PERSON:  # "the Aidar battalion", "the president's guard"
        theirs = phrase.possessed and phrase.pronoun < 0 and owner.described
        return (phrase.prefixed or theirs) and (phrase.noun.group == "units" or phrase.noun.use in {"organ", "force"})
    if phrase.noun.use in {"office", "relation"}:
        return phrase.prefixed
    bodies = {"organ", "collective", "outlet", "firm", "government"}
    body = phrase.noun.use in bodies and phrase.noun.word != "leadership"
    settled = owner.kind is ActorKind.PLACE and (phrase.noun.use == "fighter" or phrase.noun.word in words("tribes"))
    return phrase.prefixed or (phrase.possessed and body) or settled


def country_of(linker: Linker, phrase: Phrase) -> tuple[Actor | None, str]:
    """Whose country a description without owner is of, and why."""
    if (seat := seat_of(linker, phrase)) is not None:
        return seat, "country of the place beside it"
    if _is_beyond_states(linker, phrase):
        return None, ""
    if phrase.noun.word in words("intruding") or (phrase.pronoun >= 0 and phrase.noun.use == "force"):
        return None, ""  # "our forces", of whoever speaks; "the invaders" are from elsewhere
    before = introduced(linker, phrase)
    if before is not None:
        return before, f"country of the {text_of(linker, phrase)} spoken of before"
    if phrase.noun.use == "force" and (phrase.noun.word in words("civil") or sent_by_state(linker, phrase)):
        return None, ""
    if phrase.noun.use == "organ" and (sender := sender_of(linker, phrase)) is not None:
        return sender, "sent by it"
    if phrase.noun.use == "organ" and (headed := _of_its_head(linker, phrase)) is not None:
        return headed, "country of whoever heads it"
    body = phrase.noun.use in {"organ", "government"}
    ruled = body or _rules_here(phrase)
    others = foes(linker, phrase.head) | (across(linker, phrase.head) if ruled else set()) | _met_in(linker, phrase)
    if phrase.noun.word in words("rebellious"):
        verb, patrons = moved_by(linker, phrase.head)
        others = others | set(patrons if linker.tree.lemma[verb] in aiding() else ())  # no state backs its own rebels
    if (risen := _risen_against(linker, phrase)) is not None:
        return risen, "country whose ruler they fight"
    here = linker.theatre.ground(phrase.head, linker.tree.sentence[phrase.head])
    if here is not None and here not in others:
        return linker.actors.get(here) or linker.registry.get(here), HERE
    if phrase.noun.use in SETTLED:
        others = others | linker.theatre.patrons
    about = _about(linker, phrase, others, 0.0 if body and not _rules_here(phrase) else HOME)
    return (about, GUESS) if about is not None else (None, "")


def _risen_against(linker: Linker, phrase: Phrase) -> Actor | None:
    """The state of a ruler whom rebels fight: "*rebels* fighting Assad"."""
    tree, head = linker.tree, phrase.head
    if phrase.noun.word not in words("rebellious"):
        return None
    deeds = [*tree.kids(head, "acl", "acl:relcl"), *([tree.head[head]] if tree.dep[head] == "nsubj" else [])]
    foes = (k for deed in deeds if tree.lemma[deed] in harming() for k in tree.kids(deed, "obj"))
    fought = (linker.actors[a] for k in foes if tree.pos[k] != "PRON" for a in linker.actors_at(k))
    return next((ruled_by(linker, one) for one in fought if one.kind is ActorKind.PERSON), None)


def _about(linker: Linker, phrase: Phrase, others: set[str], least: float) -> Actor | None:
    """The country the text is about at the phrase; for "the army" one that has an army."""
    registry, but = linker.registry, set(others)
    while (about := linker.theatre.at(phrase.head, linker.tree.sentence[phrase.head], least, but)) is not None:
        if phrase.noun.group != "arms" or registry.get(about) is None or registry.body_of(about, "army"):
            return linker.actors.get(about) or registry.get(about)
        but.add(about)  # "Hamas attacked the crossing, the army said"
    return None


def seat_of(linker: Linker, phrase: Phrase) -> Actor | None:
    """The country of the place beside a description; not of one where its rulers only meet a band."""
    met = _met_in(linker, phrase)
    seats = (token for token in phrase.origins if linker.tree.lemma[token] not in words("borders"))
    places = (ident for token in seats for ident in linker.actors_at(token))  # "militants near the Libyan border"
    return next((state for ident in places if (state := linker.state(ident)) is not None and state.id not in met), None)


def _met_in(linker: Linker, phrase: Phrase) -> set[str]:
    """The country of a venue where a government talks with an armed group, if it is another's by all signs.

    The group's home and what was said before weigh more; without these a capital is taken for the seat. Rebels have
    theirs in a capital only if the text is about its country.
    """
    venue = next((token for token in phrase.origins if is_venue(linker.tree, token)), None)
    states = (linker.state(ident) for ident in (linker.actors_at(venue) if venue is not None else ()))
    state = next((state for state in states if state is not None), None)
    rebels = phrase.noun.use == "fighter"
    ruled = phrase.noun.use == "government" and meets_band(linker, phrase.head)
    if venue is None or state is None or not (rebels or ruled):
        return set()
    name = linker.links[venue][0] if venue in linker.links else None
    called = linker.tree.text(name.start, name.end) if name is not None else ""
    capital = any(one.role == "capital" and one.text == called for one in state.names)
    others = across(linker, phrase.head) if ruled else set()
    about = linker.theatre.at(phrase.head, linker.tree.sentence[phrase.head], ACTOR, but=others)
    seated = about == state.id or (capital and about is None if ruled else not capital)
    return set() if seated else {state.id}


def home_of(linker: Linker, owner: Actor) -> Actor | None:
    """The state of "his country", "its government": whoever owns it speaks for it, leads it or belongs to it."""
    side = linker.people.side(owner.id) if owner.kind is ActorKind.PERSON else None
    return linker.state(side.id if side is not None else linker.people.homes.get(owner.id, owner.id))


def ruled_by(linker: Linker, person: Actor) -> Actor | None:
    """The state of a person who leads it or holds an office in it: of a minister, not of a commander of rebels."""
    side = linker.people.side(person.id)
    return linker.state(side.id) if side is not None and side.kind in RULERS else None


def _of_its_head(linker: Linker, phrase: Phrase) -> Actor | None:
    """The country of the person beside "the army chief"."""
    tree, chief = linker.tree, linker.tree.head[phrase.head]
    noun = tree.noun(chief) if tree.dep[phrase.head] == "compound" else None
    if noun is None or noun.use != "office" or tree.head[chief] == chief:
        return None
    persons = [linker.actors[a] for a in linker.actors_at(chief) if not linker.actors[a].described]
    return linker.state(persons[0].id) if persons and persons[0].kind is ActorKind.PERSON else None


def introduced(linker: Linker, phrase: Phrase) -> Actor | None:
    """The country, not guessed, of groups of this sort that were spoken of before, if all had the same."""
    lemma = linker.tree.lemma[phrase.core]
    if phrase.noun.use != "fighter" or "foreign" in phrase.before:
        return None
    same = linker.discourse.back(phrase.head, lambda one: one.lemma == lemma and len(one.actors) == 1)
    actors = [linker.actors[one.actors[0]] for one in same]
    known = {a.country for a in actors if a.described and a.country and a.id not in linker.guessed}
    return (
        linker.actors.get(ident) or linker.registry.get(ident) if len(known) == 1 and (ident := known.pop()) else None
    )


def sent_by_state(linker: Linker, phrase: Phrase) -> bool:
    """Whether a state has sent them: "Cuba deployed volunteer troops" tells nothing of where they are from."""
    _, actors = moved_by(linker, phrase.head)
    return any(linker.actors[actor].kind in RULERS for actor in actors)


def sender_of(linker: Linker, phrase: Phrase) -> Actor | None:
    """The state that sends them: "Kenya deployed 400 police officers to Haiti"."""
    verb, actors = moved_by(linker, phrase.head)
    sent = linker.tree.lower[verb] in load_lexicon().sending
    return linker.state(actors[0]) if sent and len(actors) == 1 else None


def moved_by(linker: Linker, token: int) -> tuple[int, tuple[str, ...]]:
    """The verb of which the phrase is, or is counted in, the object, and the actors that are its subject."""
    tree = linker.tree
    for _ in range(3):  # "tens of thousands of"
        if tree.dep[token] == "obj":
            subject = subject_of(tree, tree.head[token])
            listed = (subject, *tree.kids(subject, "conj")) if subject is not None else ()
            return tree.head[token], tuple(dict.fromkeys(actor for one in listed for actor in linker.actors_at(one)))
        token = tree.head[token]
    return token, ()


def _names_group(tree: Tree, start: int, end: int) -> bool:
    """Whether a word of a name says what it is: "Desert *Front*"; an emblem does not, "Harti *Shield*"."""
    inside = (tree.noun(i) for i in range(start, end))
    return any(one is not None and one.use in GROUPED and one.group != "emblems" for one in inside)


def in_full(linker: Linker, phrase: Phrase, band: Actor) -> Actor:
    """A band that only the text knows, by its name and the noun that says what it is: "the Grey Lantern *movement*"."""
    tree, token = linker.tree, phrase.owners[0] if phrase.owners else -1
    if token not in linker.links or not phrase.prefixed or phrase.plural or phrase.before:
        return band
    start, end = extent(linker, token)
    told = phrase.noun.word not in words("completing") or _names_group(tree, start, end)
    if band.known or band.described or told or end != phrase.head or tree.text(start, end) != band.name:
        return band
    name = f"{band.name} {tree.lower[phrase.head]}"
    names = (Name(name, "preferred"), *(replace(one, role="alias") for one in band.names))
    linker.actors[band.id] = replace(band, name=name, names=names)
    return linker.actors[band.id]


def led_by(linker: Linker, phrase: Phrase, person: Actor) -> Found:
    """ "Assad's troops": what the person leads, a state's government forces, else forces of that person.

    "A *militia commander*'s men" are the militia's, whatever he came to lead later.
    """
    side = linker.actors.get(linker.people.sides.get(person.id, ""))
    men = phrase.noun.use in {"office", "force", "fighter"}
    theirs = side if men and side is not None and side.kind in BANDS and not side.described else None
    for bond in linker.registry.bonds(person.id, linker.document.published, "leads"):
        led = linker.registry.get(bond.target)
        if led is not None and led.kind is ActorKind.STATE:
            apart = phrase.noun.group == "groups" or phrase.noun.word in words("rebellious")
            if apart or theirs is not None or person.id in linker.people.gone:
                break  # "a militia loyal to the president", "fighters of the former one", are no part of the army
            unarmed = phrase.noun.word in words("civil")  # "envoys of the president"
            body = led if unarmed else linker.registry.body_of(led.id, "government forces") or led
            return linker.new(body, f"forces of {person.name}, who leads {led.name}")
        if led is not None:
            return linker.new(led, f"led by {person.name}")
    if theirs is not None:
        return linker.new(theirs, f"led by {person.name} in the text")
    return make(linker, phrase, person, ActorKind.GROUP if phrase.noun.kind is ActorKind.PERSON else None)


def group_of(linker: Linker, person: Actor) -> Actor | None:
    """The group that a person leads, by the registry, or speaks for in the text: "his movement"."""
    bonds = linker.registry.bonds(person.id, linker.document.published, "leads")
    led = (linker.registry.get(bond.target) for bond in bonds)
    side = linker.people.sides.get(person.id)
    spoken = linker.actors.get(side) if side else None
    return next((a for a in (*led, spoken) if a is not None and a.kind in ARMED), None)
