"""Links of names that the registry knows: states by name, adjective and capital, bodies, groups, people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.harm import harming
from imbroglio.actors.named.find import Name
from imbroglio.actors.named.links import Link, argues, modifies
from imbroglio.actors.named.metonyms import located, struck
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind
from imbroglio.model import Name as ActorName

HYPHENS = frozenset({"-", "‐", "‑"})
ONE = frozenset({"a", "an"})
FIGHTING = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY, ActorKind.STATE})
NOMINAL = frozenset({"nsubj", "obj", "obl", "iobj", "nmod", "root", "conj"})


def known(tree: Tree, registry: Registry, met: Mapping[str, Actor], near: frozenset[str], name: Name) -> Link | None:
    """The link of a registry name; `met` are the actors that the text has named, `near` the states it speaks of."""
    kin = _kin(tree, registry, met, name)
    if kin is not None:
        return kin
    ident, role = _told(tree, registry, name) or _choose(registry, met, near, _in_war(tree, registry, name))
    actor, head = registry.actors[ident], name.head
    if actor.kind is ActorKind.POPULATION and modifies(tree, head) and not _is_theirs(tree, tree.head[head]):
        return None  # "Kurdish forces": says which, is no party
    if role == "demonym":
        return _demonym(tree, name, actor)
    if role == "capital" and (located(tree, head) or struck(tree, head) or _is_band_from(tree, head, actor)):
        place = tree.text(name.start, name.end)
        country = _country_beside(tree, registry, name) or actor.country or actor.id
        return Link(Actor("place:" + slug(place), place, ActorKind.PLACE, country), "name", "capital as a location")
    if role in {"capital", "metonym"}:
        return Link(actor, "metonym", f"{role} that stands for its government" if role == "capital" else "metonym")
    if actor.kind is ActorKind.STATE and located(tree, head):
        return Link(actor, "name", "name in registry, as a location")
    return Link(actor, "name", "acronym in registry" if role == "acronym" else "name in registry")


def _is_band_from(tree: Tree, head: int, actor: Actor) -> bool:
    """ "*Tripoli* militias", where several rule in one country: from there, and of no government."""
    noun = tree.noun(tree.head[head]) if modifies(tree, head) and actor.kind is ActorKind.BODY else None
    return noun is not None and noun.use in {"fighter", "collective", "people"}


def _is_theirs(tree: Tree, token: int) -> bool:
    """ "The Bosnian Serb *leader*", "Kurdish *positions*": of a people, and no part of it."""
    noun = tree.noun(token)
    return tree.lemma[token] in words("of_a_people") or (noun is not None and noun.group == "held")


def _country_beside(tree: Tree, registry: Registry, name: Name) -> str | None:
    """The other country in which a town so called lies, where it is named: "Lebanon's second city, Tripoli"."""
    text, called = tree.text(name.start, name.end), tree.head[name.head]
    beside = [*tree.kids(called, "nmod:poss", "amod"), *tree.kids(name.head, "appos")]
    states = [actor.country for i in beside for actor, _ in registry.find(tree.words[i]) if tree.capital(i)]
    found = [place for state in states if state and (place := load_gazetteer().find(text, state)) is not None]
    return next((place.country for place in found if place.country in states), None)


def _told(tree: Tree, registry: Registry, name: Name) -> tuple[str, str] | None:
    """ "Told AFP", "AA reported": of several bearers of an acronym the one that is told things and reports them."""
    if len(name.known) > 1 and name.head in tree.dateline:  # "MANILA (AFP) –"
        return next((one for one in name.known if registry.actors[one[0]].kind is ActorKind.MEDIA), None)
    governor = tree.lemma[tree.head[name.head]]
    beside = [tree.head[name.head]] if tree.dep[name.head] == "appos" else [*tree.kids(name.head, "nmod")]
    outlet = any(_is_outlet(tree, one) for one in beside)  # "told the news agency AFP"
    told = governor == "tell" or (governor in words("outlets_do") and tree.dep[name.head] == "nsubj")
    if len(name.known) < 2 or not (outlet or (told and argues(tree, name.head))):
        return None
    return next((one for one in name.known if registry.actors[one[0]].kind is ActorKind.MEDIA), None)


def _is_outlet(tree: Tree, token: int) -> bool:
    """ "The *paper* X", "the news *agency* X"."""
    noun = tree.noun(token)
    news = any(tree.lower[k] in words("news") for k in tree.kids(token, "compound"))
    return noun is not None and (noun.use == "outlet" or news)


def _in_war(tree: Tree, registry: Registry, name: Name) -> Name:
    """ "The AA attacked", "killed two RSF men": no outlet is meant, if anybody else bears the name."""
    others = [one for one in name.known if registry.actors[one[0]].kind is not ActorKind.MEDIA]
    token = tree.head[name.head] if modifies(tree, name.head) else name.head
    warlike = argues(tree, token) and tree.lemma[tree.head[token]] in harming()
    return replace(name, known=others) if warlike and others else name


def _choose(registry: Registry, met: Mapping[str, Actor], near: frozenset[str], name: Name) -> tuple[str, str]:
    """One of several bearers of a name: met before, or of a country that the text speaks of, or one that fights."""
    if len(name.known) == 1:
        return name.known[0]
    outlets = [one for one in name.known if registry.actors[one[0]].kind is ActorKind.MEDIA]
    seats = (one for one in name.known if one[1] == "capital" and _rules(registry, met, one[0]))
    if (seat := next(seats, None)) is not None:
        return seat
    for ident, role in (*(one for one in name.known if one not in outlets), *outlets):
        actor = registry.actors[ident]
        if ident in met or (actor.country in near and actor.country != ident):
            return ident, role
    if all(role == "acronym" for _, role in name.known):  # "RSF": the Rapid Support Forces, no reporters
        return min(name.known, key=lambda known: _unlikely(registry.actors[known[0]].kind))
    return name.known[0]


def _rules(registry: Registry, met: Mapping[str, Actor], ident: str) -> bool:
    """Whether one of those who have ruled from a town is named in the text, or his head: "Gaddafi … Tripoli"."""
    body = registry.actors[ident].kind is ActorKind.BODY
    return (body and ident in met) or any(leader in met for leader in registry.leader_of(ident))


def _unlikely(kind: ActorKind) -> int:
    """How seldom a bearer is meant where its country is not spoken of: the ADF of Congo is no Australian force."""
    return 2 if kind not in FIGHTING else 1 if kind is ActorKind.BODY else 0


def elsewhere(registry: Registry, near: frozenset[str], name: Name, text: str) -> bool:
    """Whether a name that many bear, so that the registry marks it, is used in a text about other countries."""
    actors = [registry.actors[ident] for ident, _ in name.known]
    return is_loose(registry, name, text) and not any(one.country is None or one.country in near for one in actors)


def is_loose(registry: Registry, name: Name, text: str) -> bool:
    """Whether many bear a name: the registry adds a country to it, or says so of a band's single word: "Wa"."""
    marked = {actor.id for actor, one in registry.find(text) if one.ambiguous and actor.kind in BANDS}
    marked = marked if " " not in text else set()
    found = [registry.actors[ident] for ident, role in name.known if role != "acronym"]
    many = all(actor.name.endswith(")") or actor.id in marked for actor in found)
    return bool(found) and len(found) == len(name.known) and many


def _demonym(tree: Tree, name: Name, actor: Actor) -> Link | None:
    """ "Iranian", "the Turks"; not "Chinese-made", "in French", "speaks Arabic"."""
    head, end = name.head, name.end
    if end + 1 < len(tree) and tree.words[end] in HYPHENS and tree.lower[end + 1] in words("craft"):
        return None
    nominal = tree.pos[head] in {"PROPN", "NOUN"} and not modifies(tree, head)
    if nominal and tree.number[head] == "singular" and len(tree.children[head]) < 2:
        governor = tree.lemma[tree.head[head]]
        if tree.case(head) in words("languages_after") or governor in words("languages_of"):
            return None
    if _counted(tree, head) or _is_ethnic(tree, name):
        text = tree.text(name.start - _is_ethnic(tree, name), name.end)
        people = Actor(slug(text), text, ActorKind.POPULATION, country=actor.id, described=True)
        return Link(people, "description", "some people of a state")
    noun = tree.number[head] == "plural" or (nominal and tree.dep[head].partition(":")[0] in NOMINAL)
    return Link(actor, "noun" if noun else "demonym", "demonym in registry")


def _counted(tree: Tree, head: int) -> bool:
    """ "5,000 Syrians", "hundreds of Colombians", "a Libyan": some people, and not their state."""
    if tree.pos[head] not in {"PROPN", "NOUN"} or modifies(tree, head):
        return False
    if any(True for _ in tree.kids(head, "nummod")) or any(tree.lower[k] in ONE for k in tree.kids(head, "det")):
        return True
    if tree.number[head] == "plural" and _is_told_which(tree, head):
        return True
    governor = tree.head[head]
    return tree.case(head) == "of" and tree.lemma[governor] in words("counts")


def _is_ethnic(tree: Tree, name: Name) -> bool:
    """ "Ethnic Albanian officials" are no officials of Albania."""
    return name.start > 0 and tree.lower[name.start - 1] == "ethnic"


def _is_told_which(tree: Tree, head: int) -> bool:
    """ "Russians *who fight for Ukraine*": a clause without a comma says which of them."""
    clauses = (k for k in tree.children[head] if tree.dep[k] in {"acl:relcl", "acl"} and k > head)
    definite = any(tree.lower[k] == "the" for k in tree.kids(head, "det"))
    sort = any(tree.words[k].islower() for k in tree.kids(head, "amod"))  # "young Cubans"
    return not definite and (sort or any("," not in tree.words[head + 1 : k] for k in clauses))


def _kin(tree: Tree, registry: Registry, met: Mapping[str, Actor], name: Name) -> Link | None:
    """ "Haftar's son Saddam": a relative with the same surname, whoever else is called Saddam."""
    before = name.start - 1
    if before < 1 or name.end - name.start != 1 or tree.lower[before] not in words("kin"):
        return None
    surname = _surname(tree, met, before - 1)
    if surname is None:
        return None
    text = f"{tree.words[name.start]} {surname}".strip()
    found = registry.find(text) if surname else ()
    made = found[0][0] if found else Actor(slug(text), text, ActorKind.PERSON, names=(ActorName(text, "preferred"),))
    return Link(made, "name", "named as a relative")


def _surname(tree: Tree, met: Mapping[str, Actor], mark: int) -> str | None:
    """The last name of whoever a relative is of; empty where it is not sure who "he" is, None where nobody is told."""
    theirs = tree.lower[mark] in {"his", "her"}
    owner = mark - 1 - (theirs and tree.lower[mark - 1] == "and")  # "Haftar and his son Saddam"
    if tree.lower[mark] in {"'s", "’s"} or (theirs and owner != mark - 1):
        return tree.words[owner] if owner >= 0 and tree.capital(owner) else None
    persons = [actor.name for actor in met.values() if actor.kind is ActorKind.PERSON] if theirs else []
    return None if not theirs else persons[0].split()[-1] if len(persons) == 1 else ""
