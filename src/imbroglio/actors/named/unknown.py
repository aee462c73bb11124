"""Links of names that the registry does not know: places of the gazetteer, invented states, new actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from imbroglio.actors.named.find import Name, text_of
from imbroglio.actors.named.kinds import head_noun, is_state, kind_of
from imbroglio.actors.named.links import Link, argues, modifies
from imbroglio.actors.nouns import noun_of
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind, Relation
from imbroglio.model import Name as ActorName

FEW = 200  # actors among which states are looked for; bounds what a long text costs
SHORTEST = 4  # letters of a state's name that is known by its adjective
ENDINGS = ("ian", "ean", "ese", "an", "ish", "i")  # of adjectives of countries
TAILS = ("", "a", "ia", "e", "o", "y")  # what a name may have where its adjective has an ending
CLASSICAL = ("os", "as", "us", "es")  # the same of names that a person may have: Tarvos (the Tarvan army)
ARMED = frozenset({"organ", "government", "force", "fighter", "office"})  # uses of nouns for what states have
SURE = {"ian": 1, "ean": 1, "ese": 3}  # endings that make a state by themselves, and the letters to cut: Tolvia(n)


def unknown(tree: Tree, actors: dict[str, Actor], name: Name, words_of: Mapping[str, list[Name]]) -> Link | None:
    """The link of a name that was not met before; None for things that are no actors.

    Adds invented states to `actors`; `words_of` gives the names of the text by each word.
    """
    if name.end - name.start == 1 and tree.lower[name.start] in words("continental"):
        return None  # "the European diplomat" is no state's
    if tree.case(name.head) == "as" and any(tree.lower[k] in {"a", "an"} for k in tree.kids(name.head, "det")):
        return None  # "designated as a Foreign Terrorist Organization" is a label
    invented = _adjective(tree, actors, name, words_of)
    if invented is not None:
        return invented
    alone = name.end - name.start == 1 and name.title is None and head_noun(tree, name) is None
    tied = name.end + 1 < len(tree) and tree.words[name.end] == "-" and tree.words[name.end + 1].islower()  # "X-backed"
    thing = name.label == "EVENT" or (name.label == "MISC" and modifies(tree, name.head))
    thing = thing and alone and not tied and not argues(tree, name.head)
    stormy = tree.words[name.start] in words("storms") and name.end - name.start > 1
    made = alone and not tied and _make_of(tree, name, words_of)
    made = made or (alone and tree.pos[name.head] == "ADV")  # "1. Strongly condemns"
    if thing or stormy or made or _is_event(tree, name) or _is_office(tree, name):
        return None
    return _place(tree, actors, name) or _new(tree, actors, name, words_of)


def _is_event(tree: Tree, name: Name) -> bool:
    """ "The Treaty of Nyanzi", wherever the name is cut; "Operation Sweep", in which others act."""
    first, size, events = tree.words[name.start], name.end - name.start, words("events")
    signed = size > 2 and first in events and tree.lower[name.start + 1] == "of"
    place = tree.case(name.head) == "of" and tree.words[tree.head[name.head]] in events
    numbered = any(tree.pos[i] == "NUM" for i in range(name.start + 1, min(name.end + 1, len(tree))))
    decreed = numbered and any(word in words("decrees") for word in tree.words[name.start : name.end])
    return signed or place or decreed or (first == "Operation" and size > 1) or tree.words[name.end - 1] in events


def _is_office(tree: Tree, name: Name) -> bool:
    """ "The *Special Representative* of the Secretary-General": whoever holds it, and no body of that name."""
    plain = all(word in words("general") for word in tree.words[name.start : name.end - 1])
    return plain and name.end - name.start > 1 and tree.lower[name.end - 1] in words("sent_out")


def _make_of(tree: Tree, name: Name, words_of: Mapping[str, list[Name]]) -> bool:
    """Whether the name is one of arms, "Taurus missiles", and nowhere in the text one by itself."""
    heads = [(one.head, tree.head[one.head]) for one in words_of.get(tree.lower[name.head], [name])]
    return all(
        modifies(tree, i) and is_machine(tree, k) and not tree.dep[k].startswith("nsubj")
        for i, k in heads
    )  # fmt: skip


def is_machine(tree: Tree, token: int) -> bool:
    """Arms that some name: "missiles", "armoured vehicles"."""
    noun = tree.noun(token)
    known = load_lexicon().things.get(tree.lemma[token]) is Relation.ARMS and tree.pos[token] == "NOUN"
    return known or (noun is not None and noun.group == "machines")


def _new(tree: Tree, actors: dict[str, Actor], name: Name, words_of: Mapping[str, list[Name]]) -> Link:
    """An actor or place of its own; a state if the text says so of any of its names."""
    text, same = text_of(tree, name), alike(tree, name, words_of)
    kind = kind_of(tree, name, same)
    if name.end - name.start == 1 and any(is_state(tree, one) for one in same):
        kind = ActorKind.STATE
    if kind in {ActorKind.PERSON, ActorKind.OTHER} and name.title is None and _has_adjective(tree, name, words_of):
        kind = ActorKind.STATE
    if kind is ActorKind.STATE:
        text = text.removeprefix("Republic of ").removeprefix("the ")
    ident = ("place:" if kind is ActorKind.PLACE else "") + slug(text)
    if kind is ActorKind.PERSON and name.title is not None:
        borne = tree.words[name.title] in words("honorifics") and name.title == name.start - 1  # "Datu Esmer Ampal"
        if name.end - name.start == 1 or borne:
            text = f"{tree.words[name.title]} {text}"
        ident = ident if borne and name.end - name.start > 1 else slug(text)
    country = ident if kind is ActorKind.STATE else None
    made = actors.get(ident) or Actor(ident, text, kind, country, names=(ActorName(text, "preferred"),))
    return Link(made, "name", "place name" if kind is ActorKind.PLACE else "new name")


def is_short_of_state(short: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """ "Kigezi" of "Kigezi Republic" or "Kigezi People's Republic", "Melhan" of "Kingdom of Melhan"."""
    opens, closes = noun_of(longer[0], longer[0]), noun_of(longer[-1], longer[-1])
    before = closes is not None and closes.use == "polity" and longer[: len(short)] == short
    behind = opens is not None and opens.use == "polity" and longer[1] == "of" and longer[-len(short) :] == short
    bare = len(short) == 1 and any(noun and noun.use == "polity" and noun.word == short[0] for noun in (opens, closes))
    return before or behind or bare  # "the Emirate"


def _has_adjective(tree: Tree, name: Name, words_of: Mapping[str, list[Name]]) -> bool:
    """ "Tirka", where the text has a "*Tirkan* National Gendarmerie"."""
    base = tree.lower[name.start]
    if name.end - name.start > 1 or len(base) < SHORTEST:
        return False
    longer = (one for tail in ("n", "an", "ian", "i") for one in islice(words_of.get(base + tail, ()), FEW))
    nouns = (tree.noun(one.end - 1) for one in longer if one.end - one.start > 1 and tree.lower[one.start] != base)
    return any(noun is not None and (noun.use in {"organ", "government"} or noun.group == "units") for noun in nouns)


def alike(tree: Tree, name: Name, words_of: Mapping[str, list[Name]]) -> list[Name]:
    """Where the text has the same words for a name, if it has no title."""
    if name.title is not None:
        return []
    mine = tree.lower[name.start : name.end]
    found = words_of.get(tree.lower[name.head], ())
    return [one for one in islice(found, FEW) if tree.lower[one.start : one.end] == mine]


def _place(tree: Tree, actors: dict[str, Actor], name: Name) -> Link | None:
    """A town or province of the gazetteer, in a country that the text speaks of if there are several."""
    if name.title is not None or (name.label in {"PERSON", "ORG"} and _acts(tree, name.head)):
        return None
    text, gazetteer = tree.text(name.start, name.end), load_gazetteer()
    states = [a.id for a in islice(actors.values(), FEW) if a.kind is ActorKind.STATE]
    near = (place for state in states if (place := gazetteer.find(text, state)) and place.country == state)
    found = next(near, None) or gazetteer.find(text)
    if found is None or found.kind == "country":
        return None
    shorter = set(text.lower().split()) <= set(found.name.lower().split())  # "Shabwa", not "Shabwa province"
    made = Actor("place:" + slug(found.name), text if shorter else found.name, ActorKind.PLACE, country=found.country)
    return Link(made, "name", "place in gazetteer")


def _acts(tree: Tree, head: int) -> bool:
    """Whether somebody called like a town does something: not in "Goma was shelled", "Goma fell", "Goma is theirs"."""
    verb = tree.head[head]
    return tree.dep[head] == "nsubj" and tree.pos[verb] == "VERB" and tree.lemma[verb] not in words("towns_do")


def _adjective(tree: Tree, actors: dict[str, Actor], name: Name, words_of: Mapping[str, list[Name]]) -> Link | None:
    """ "Velmarkian" goes with a "Velmark" in the text; a lone "Tolvian" is taken for the adjective of a state."""
    head, word = name.head, tree.lower[name.head]
    if tree.number[head] == "plural" or word.endswith(("ans", "is")):
        word = word.removesuffix("s")  # "the Melhanis"
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) > 2), None)
    if name.end - name.start != 1 or ending is None:
        return None
    adjective = tree.pos[head] == "ADJ" or modifies(tree, head)
    republic = _of_republic(actors, word)
    if republic is not None:
        return Link(republic, "demonym" if adjective else "noun", f"adjective of {republic.name}")
    owned = tree.noun(tree.head[head]) if modifies(tree, head) else None
    tails = (*TAILS, *CLASSICAL) if owned is not None and owned.use in ARMED else TAILS
    for base in _bases(tree, word, ending, tails, words_of):
        state = _state(actors, base, word.capitalize())
        return Link(state, "demonym" if adjective else "noun", f"adjective of {base}")
    ruled = words("rulers") | words("ministers") | words("equals") | {"ambassador"}
    of_state = owned is not None and (owned.use in {"organ", "government"} or owned.word in ruled)  # "the Dravian army"
    of_state = of_state or (owned is not None and owned.use == "force" and name.label != "PERSON")  # "Belarian drones"
    of_state = of_state or _before_ruler(tree, name.end) or (name.label != "PERSON" and _is_tied(tree, name.end))
    if (tree.pos[head] == "ADJ" or of_state) and ending in SURE:
        state = _state(actors, tree.words[head][: -SURE[ending]], tree.words[head])
        return Link(state, "demonym", "adjective of an unknown state")
    return None


def _of_republic(actors: Mapping[str, Actor], word: str) -> Actor | None:
    """ "Kigezian", where the text has a "Kigezi Republic" and no plain "Kigezi"."""
    bases = {word.removesuffix(e) + tail for e in ENDINGS if word.endswith(e) for tail in TAILS} - {word}
    states = (a for a in islice(actors.values(), FEW) if a.kind is ActorKind.STATE and " " in a.name)
    named = ((state, tuple(state.name.lower().split())) for state in states)
    return next((state for state, name in named if any(is_short_of_state((b,), name) for b in bases)), None)


def _is_tied(tree: Tree, i: int) -> bool:
    """ "*Tolvian*-led", "*Tolvian*-backed"."""
    return i + 1 < len(tree) and tree.words[i] == "-" and tree.lower[i + 1] in words("stance")


def _before_ruler(tree: Tree, i: int) -> bool:
    """ "Dravian President X", "Dravian Foreign Minister Y"."""
    while i + 1 < len(tree) and tree.words[i] in words("title_parts"):
        i += 1
    noun = tree.noun(i) if i < len(tree) and tree.capital(i) else None
    return noun is not None and noun.use == "office" and noun.word in words("rulers") | words("ministers")


def _bases(
    tree: Tree, word: str, ending: str, tails: Sequence[str], words_of: Mapping[str, list[Name]]
) -> Iterator[str]:
    """Unknown one-word names of which the word may be the adjective: Velmark, Lorvia (Lorvian), Kandra (Kandri)."""
    stem = word[: -len(ending)]
    for tail in tails if len(stem) >= 3 else ():
        for other in words_of.get(stem + tail, ()):
            if not other.known and other.end - other.start == 1 and stem + tail != word:
                yield tree.words[other.start]
                return


def _state(actors: dict[str, Actor], name: str, adjective: str) -> Actor:
    """A state that only the text knows."""
    names = (ActorName(name, "preferred"), ActorName(adjective, "demonym"))
    made = Actor(slug(name), name, ActorKind.STATE, country=slug(name), names=names)
    actors[made.id] = made
    return made
