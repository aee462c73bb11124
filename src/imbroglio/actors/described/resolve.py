"""Who a described group is: "Russian bombers" are Russia, "Shiite militias" an actor of its own, "the movement" the last one named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imbroglio.actors.normal import demonym, described, slug
from imbroglio.actors.nouns import words
from imbroglio.actors.phrases import INDEFINITE, Phrase, compound_noun
from imbroglio.actors.reference import Seen
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

ARMED = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.OTHER})
SPLIT = frozenset(["wing", "faction", "splinter", "branch", "offshoot", "unit", "cell", "remnant", "half", "part"])
SETTLED = frozenset({"fighter", "force", "organ", "government"})  # uses that take the country the text is about
RULERS = frozenset({ActorKind.STATE, ActorKind.BODY})
PHRASE_KINDS = {
    "group": ARMED | {ActorKind.BODY}, "country": frozenset({ActorKind.STATE}), "place": frozenset({ActorKind.PLACE}),
    "firm": frozenset({ActorKind.OTHER}), "outlet": frozenset({ActorKind.MEDIA}),
}  # fmt: skip


class Found(NamedTuple):
    """Actor ids, and the reason in words."""

    actors: tuple[str, ...]
    reason: str


def resolve(linker: Linker, phrase: Phrase) -> Found | None:
    """The actors a phrase stands for; None if it stands for none."""
    same = _beside_name(linker, phrase)
    if same is not None:
        return same
    counted = _counted(linker, phrase)
    if counted is not None:
        return counted
    owners = [linker.actors[a] for token in phrase.owners for a in linker.actors_at(token)]
    owners = list(dict.fromkeys(owners))
    if phrase.noun.use in {"government", "organ"} and not owners:
        owners = _rulers_in(linker, phrase)
    if not owners and not phrase.before and not phrase.led:
        earlier = earlier_mention(linker, phrase)
        if earlier is not None:
            return earlier
    return _RULES[phrase.noun.use](linker, phrase, owners)


def _beside_name(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Badr leader Hadi al-Amiri", "its ally Russia", "X, the leader of Y", "a programme known as the MOC"."""
    tree, head = linker.tree, phrase.head
    governor = tree.head[head]
    if tree.dep[head].partition(":")[0] in {"appos", "compound", "flat"} or tree.dep[head] == "nmod:desc":
        if (governor in linker.named and not tree.possessive(head)) and (
            tree.dep[head] != "compound" or phrase.noun.use == "office"
        ):
            actors = linker.actors_at(linker.named[governor])
            if actors and _agree(linker, phrase, actors):
                _note_office(linker, phrase, actors)
                return Found(actors, "said of the name beside it")
    for child in (
        *tree.kids(head, "appos"),
        *tree.kids(head, "flat"),
        *(c for c in tree.children[head] if tree.dep[c] == "nmod:desc"),
    ):
        if child in linker.named and child > head:
            actors = linker.actors_at(linker.named[child])
            if actors and _agree(linker, phrase, actors):
                _note_office(linker, phrase, actors)
                return Found(actors, "named beside it")
    for clause in tree.kids(head, "acl"):
        if tree.lower[clause] in {"known", "called", "dubbed", "named", "nicknamed"}:
            for child in tree.children[clause]:
                if child in linker.named and child > clause:
                    return Found(linker.actors_at(linker.named[child]), "named by the clause after it")
    if phrase.noun.use in {"place", "polity"}:
        for child in tree.children[head]:
            if child in linker.named and (
                tree.case(child) == "of" or (child < head and tree.dep[child].startswith("compound"))
            ):
                actors = linker.actors_at(linker.named[child])
                kinds = {linker.actors[a].kind for a in actors}
                if kinds == {ActorKind.PLACE} and tree.lemma[head] in {
                    "city",
                    "town",
                    "village",
                    "province",
                    "district",
                    "region",
                    "capital",
                    "island",
                    "port",
                }:
                    return Found(actors, "named place")
    return None


def _note_office(linker: Linker, phrase: Phrase, actors: tuple[str, ...]) -> None:
    """Remember the office of a person, and for whom it is held."""
    if (
        phrase.noun.use not in {"office", "force", "fighter"}
        or len(actors) != 1
        or linker.actors[actors[0]].kind is not ActorKind.PERSON
    ):
        return
    linker.bears(actors[0], phrase.head)
    for owner in phrase.owners:
        for ident in linker.actors_at(owner):
            if ident != actors[0]:
                linker.sides.setdefault(actors[0], ident)


def _agree(linker: Linker, phrase: Phrase, actors: tuple[str, ...]) -> bool:
    """Whether a description of this kind can be said of the actors."""
    kinds = {linker.actors[a].kind for a in actors}
    use = phrase.noun.use
    if use == "office":
        return kinds <= {ActorKind.PERSON}
    if use == "place":
        return kinds <= {ActorKind.PLACE, ActorKind.STATE}
    if use in {"force", "people"}:
        return ActorKind.PERSON not in kinds or not phrase.plural
    return True


def _counted(linker: Linker, phrase: Phrase) -> Found | None:
    """ "both countries", "the two sides", "all three groups"."""
    count = {"both": 2, "two": 2, "three": 3, "2": 2, "3": 3}.get(phrase.numeral)
    if count is None or phrase.owners or not phrase.plural or not (phrase.definite or phrase.numeral == "both"):
        return None
    use = phrase.noun.use
    kinds = (
        PHRASE_KINDS["country"]
        if use in {"polity", "government"}
        else PHRASE_KINDS["place"]
        if use == "place"
        else None
    )
    if use == "office":
        kinds = frozenset({ActorKind.PERSON})
    if kinds is None:
        kinds = RULERS | ARMED if phrase.noun.word in {"side", "army", "party", "force"} else ARMED
    found = linker.discourse.pair(phrase.head, lambda one: one.kind in kinds, count)
    return Found(found, f"last {count} of their kind") if found else None


def earlier_mention(linker: Linker, phrase: Phrase) -> Found | None:
    """What a phrase without owner takes up again: same head noun, part of a name, or the last actor of its kind."""
    if phrase.determiner in INDEFINITE or (phrase.numeral and not phrase.definite) or phrase.restricted:
        return None
    tree, lemma = linker.tree, tree_lemma(linker, phrase)
    if phrase.noun.use == "office" and not phrase.plural and (person := linker.titled(phrase.head)):
        return Found((person,), f"called {tree.lower[phrase.head]} elsewhere in the text")

    def named_so(one: Seen) -> bool:
        last = one.name.lower().split()
        if linker.discourse.bound(phrase.head, one.token):
            return False
        if phrase.noun.use == "government" and one.use == "government":
            return True
        return one.lemma == lemma or (one.named and bool(last) and (lemma in last or tree.lower[phrase.head] in last))

    for one in linker.discourse.back(phrase.head, named_so):
        return Found(one.actors, f"last {tree.lower[phrase.head]}")
    kinds = _kinds_for(phrase)
    if kinds and phrase.definite:

        def fits(one: Seen) -> bool:
            return one.kind in kinds and len(one.actors) == 1 and not linker.discourse.bound(phrase.head, one.token)

        for one in linker.discourse.back(phrase.head, lambda one: one.named and fits(one), 4):
            return Found(one.actors, f"last actor of kind {one.kind}")
        for one in linker.discourse.back(
            phrase.head, lambda one: one.use in {"fighter", "collective"} and fits(one), 2
        ):
            return Found(one.actors, f"last actor of kind {one.kind}")
    return None


def tree_lemma(linker: Linker, phrase: Phrase) -> str:
    return linker.tree.lemma[phrase.head]


def _kinds_for(phrase: Phrase) -> frozenset[ActorKind]:
    """The kinds that a definite noun can take up."""
    use, word = phrase.noun.use, phrase.noun.word
    if use in {"fighter", "collective"} and word not in {"side", "camp"}:
        return ARMED
    if use == "place" and phrase.noun.group == "settlements":
        return PHRASE_KINDS["place"]
    return PHRASE_KINDS.get(use, frozenset())


def _rulers_in(linker: Linker, phrase: Phrase) -> list[Actor]:
    """The state of "the government in Tripoli", "authorities in Belaria"."""
    found = []
    for token in phrase.origins:
        for ident in linker.actors_at(token):
            actor = linker.actors[ident]
            state = (
                actor
                if actor.kind is ActorKind.STATE
                else linker.registry.get(actor.country or "")
                if actor.kind is ActorKind.PLACE
                else None
            )
            found += [state] if state else []
    return found


def _text(linker: Linker, phrase: Phrase) -> str:
    word = linker.tree.words[phrase.head]
    return word if word.isupper() else word.lower()


def _make(
    linker: Linker, phrase: Phrase, owner: Actor | None, kind: ActorKind | None = None, *, reason: str = ""
) -> Found:
    """An actor of its own for the description, with its country from the owner, its origin or the text around."""
    kind = kind or phrase.noun.kind
    lemma, text = tree_lemma(linker, phrase), _text(linker, phrase)
    before = tuple(
        ([phrase.led] if phrase.led and phrase.noun.word in {"coalition", "alliance"} else []) + list(phrase.before)
    )
    if owner is not None and owner.kind is ActorKind.STATE:
        actor = described(
            kind, text, lemma=lemma, before=before, country=owner, adjective=demonym(linker.registry, owner)
        )
        return linker.new(actor, reason or "described group")
    if owner is not None:
        if phrase.prefixed and owner.kind is not ActorKind.PERSON:
            made = described(kind, text, lemma=lemma, before=(owner.name, *before))
        else:
            made = described(kind, text, lemma=lemma, before=before, of=owner.name)
        state = linker.registry.get(owner.country or "")
        return linker.new(
            replace_country(made, state.id if state else owner.country), reason or f"described by {owner.name}"
        )
    country, why = _country(linker, phrase)
    if country is not None and phrase.noun.use in SETTLED:
        actor = described(
            kind, text, lemma=lemma, before=before, country=country, adjective=demonym(linker.registry, country)
        )
        return linker.new(actor, why)
    return linker.new(described(kind, text, lemma=lemma, before=before), reason or "described, of unknown country")


def replace_country(actor: Actor, country: str | None) -> Actor:
    from dataclasses import replace

    return replace(actor, country=country)


def _country(linker: Linker, phrase: Phrase) -> tuple[Actor | None, str]:
    """Whose country a description without owner is of."""
    for token in phrase.origins:
        for ident in linker.actors_at(token):
            state = linker.state(ident)
            if state is not None:
                return state, "country of the place beside it"
    least = 2.0 if phrase.noun.use == "fighter" else 0.0
    ident = linker.theatre.at(phrase.head, linker.tree.sentence[phrase.head], least)
    return (
        (linker.actors.get(ident) or linker.registry.get(ident), "country the text is about") if ident else (None, "")
    )


def _force(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Troops, machines and deeds: their owner, unless words before them make them a side of their own."""
    own = [w for w in phrase.before if w.lower() in words().sides]
    if phrase.noun.word == "force" and phrase.before and owners and owners[0].kind is ActorKind.STATE:
        body = linker.registry.body_of(owners[0].id, " ".join([*phrase.before, "forces"]))
        if body is not None:
            return linker.new(body, "body of a state in registry")
    if owners and not own:
        acting = [a for a in owners if a.kind is not ActorKind.PLACE]
        persons = [a for a in acting if a.kind is ActorKind.PERSON]
        if persons:
            return _led_by(linker, phrase, persons[0])
        if acting:
            return Found(tuple(a.id for a in acting), f"{_text(linker, phrase)} of {acting[0].name}")
        return _make(linker, phrase, owners[0])
    if own:
        return _make(linker, phrase, owners[0] if owners else None)
    if phrase.noun.group in {"machines", "deeds"} and not phrase.definite:
        return None
    country, why = _country(linker, phrase)
    for one in linker.discourse.back(phrase.head, lambda one: one.kind in RULERS | ARMED and one.weight >= 1, 2):
        if phrase.determiner not in INDEFINITE and not phrase.before:
            return Found(one.actors, f"last actor that has {_text(linker, phrase)}")
    return _make(linker, phrase, country, reason=why) if phrase.noun.group in {"people", "units"} else None


def _led_by(linker: Linker, phrase: Phrase, person: Actor) -> Found:
    """ "Assad's troops": what the person leads, a state's government forces, else forces of that person."""
    for bond in linker.registry.bonds(person.id, linker.document.published, "leads"):
        led = linker.registry.get(bond.target)
        if led is not None and led.kind is ActorKind.STATE:
            body = linker.registry.body_of(led.id, "government forces") or led
            return linker.new(body, f"forces of {person.name}, who leads {led.name}")
        if led is not None:
            return linker.new(led, f"led by {person.name}")
    return _make(linker, phrase, person)


def _fighter(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Irregulars: the group that owns them, else a group of its own."""
    groups = [a for a in owners if a.kind in ARMED or a.kind is ActorKind.BODY or a.kind is ActorKind.INTERNATIONAL]
    if groups:
        return Found(tuple(a.id for a in groups), f"{_text(linker, phrase)} of {groups[0].name}")
    person = next((a for a in owners if a.kind is ActorKind.PERSON), None)
    if person is not None:
        return _led_by(linker, phrase, person)
    states = [a for a in owners if a.kind is ActorKind.STATE]
    if len(states) > 1:
        made = [_make(linker, phrase, s) for s in states]
        return Found(tuple(i for m in made for i in m.actors), made[0].reason)
    return _make(linker, phrase, owners[0] if owners else None)


def _organ(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """An army, a ministry: the known body of its state, else one of its own."""
    tree = linker.tree
    states = [linker.state(a.id) or a for a in owners if a.kind in RULERS or a.kind is ActorKind.PERSON]
    owner = states[0] if states else owners[0] if owners else None
    reason = f"{_text(linker, phrase)} of {owner.name}" if owner else ""
    if owner is None:
        owner, reason = _country(linker, phrase)
    if owner is not None and owner.kind is ActorKind.STATE:
        body = linker.registry.body_of(owner.id, compound_noun(tree, phrase.head)) or linker.registry.body_of(
            owner.id, tree_lemma(linker, phrase)
        )
        if body is not None:
            return linker.new(body, f"{reason}, body of a state in registry")
    return _make(linker, phrase, owner, reason=reason)


def _government(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A government: of its state, of the state its leader leads, or a group that governs."""
    tree = linker.tree
    owner = owners[0] if owners else None
    if owner is not None and owner.kind is ActorKind.PERSON:
        led = next(
            (
                linker.registry.get(b.target)
                for b in linker.registry.bonds(owner.id, linker.document.published, "leads")
            ),
            None,
        )
        owner = (linker.state(led.id) if led else None) or owner
    if owner is not None and owner.kind in ARMED:
        return Found((owner.id,), f"{_text(linker, phrase)} of {owner.name}")
    if owner is None:
        owner, _ = _country(linker, phrase)
    if owner is not None and owner.kind is ActorKind.STATE:
        kept = [w for w in phrase.before if w[:1].islower()]
        body = linker.registry.body_of(owner.id, " ".join([*kept, tree.lower[phrase.head]])) or (
            None if kept else linker.registry.body_of(owner.id, "government")
        )
        if body is not None:
            return linker.new(body, f"government of {owner.name}")
    return _make(linker, phrase, owner)


def _office(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A person by office; officers and envoys act for their state, "his men" for their group."""
    several = phrase.plural and phrase.noun.word in {"man", "woman"}
    if (
        owners
        and owners[0].kind is not ActorKind.PLACE
        and (several or (phrase.noun.group == "ranks" and phrase.prefixed))
    ):
        return _force(linker, phrase, owners)
    if (
        owners
        and not phrase.plural
        and (person := linker.titled(phrase.head))
        and linker.sides.get(person) == owners[0].id
    ):
        return Found((person,), "holds the office in the text")
    found = _make(
        linker,
        phrase,
        owners[0] if owners else None,
        ActorKind.PERSON if not phrase.plural else ActorKind.OTHER,
        reason="unnamed",
    )
    if owners:
        linker.sides.setdefault(found.actors[0], owners[0].id)
    return found


def _relation(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "allies of X": a party of its own."""
    if not owners:
        return _make(linker, phrase, None)
    held = linker.actors_at(phrase.article) if phrase.article >= 0 else ()
    states = [a for a in owners if a.kind is ActorKind.STATE and a.id not in held]
    if phrase.article >= 0 and states and phrase.prefixed:
        return Found(
            tuple(a.id for a in states), f"{_text(linker, phrase)} from {states[0].name}"
        )  # "its American partners"
    owner = owners[0]
    actor = described(
        ActorKind.OTHER, _text(linker, phrase), lemma=tree_lemma(linker, phrase), before=phrase.before, of=owner.name
    )
    return linker.new(actor, f"described by {owner.name}")


def _collective(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """An organisation: the group that its name says ("the Badr militia"), else one of its own."""
    if phrase.led:
        known = linker.registry.find(f"{phrase.led} {_text(linker, phrase)}", linker.document.published)
        if known:
            return linker.new(known[0][0], "name in registry")
    groups = [a for a in owners if a.kind in ARMED]
    if groups and phrase.noun.word not in SPLIT and linker.tree.lemma[phrase.head] not in SPLIT:
        return Found((groups[0].id,), f"{_text(linker, phrase)} called {groups[0].name}")
    return _make(linker, phrase, owners[0] if owners else None)


def _people(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    return _make(linker, phrase, owners[0] if owners else None, reason="people or community")


def _plain(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """Firms, outlets, programmes: an actor of its own where something sets it apart."""
    if phrase.bare and not phrase.definite:
        return None
    return _make(linker, phrase, owners[0] if owners else None)


def _polity(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "the country" alone is where the text is set."""
    if phrase.bare and phrase.definite:
        country, why = _country(linker, phrase)
        return Found((country.id,), why) if country else None
    states = [a for a in owners if a.kind is ActorKind.STATE]
    return (
        Found((states[0].id,), f"{_text(linker, phrase)} of {states[0].name}")
        if states and not phrase.plural
        else _make(linker, phrase, None)
    )


def _place(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """A place by its name and kind: "Aleppo province", "the Syrian border"; a post or camp stands for who holds it."""
    owner = owners[0] if owners else None
    if owner is not None and phrase.noun.group == "held" and owner.kind in RULERS | ARMED:
        return Found((owner.id,), f"{_text(linker, phrase)} of {owner.name}")
    if owner is not None and owner.kind is not ActorKind.STATE:
        text = (
            f"{owner.name} {_text(linker, phrase)}"
            if owner.kind is ActorKind.PLACE
            else f"{_text(linker, phrase)} of {owner.name}"
        )
        return linker.new(
            Actor("place:" + slug(text), text, ActorKind.PLACE, country=owner.country, described=True),
            "described place",
        )
    return _make(linker, phrase, owner, ActorKind.PLACE, reason="described place")


_RULES = {
    "force": _force, "fighter": _fighter, "organ": _organ, "government": _government, "office": _office, "relation": _relation,
    "collective": _collective, "people": _people, "firm": _plain, "outlet": _plain, "programme": _plain, "polity": _polity, "place": _place,
}  # fmt: skip
