"""The last actor that a description can be of by its kind: "the group", "the rebels", "the city"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS, carries, fronted, speaks
from imbroglio.actors.described.make import ARMED
from imbroglio.actors.described.phrases import INDEFINITE, Phrase
from imbroglio.actors.described.several import SIDES
from imbroglio.actors.harm import acting_on
from imbroglio.actors.nouns import noun_of
from imbroglio.actors.patrons import clients
from imbroglio.actors.reference import Seen
from imbroglio.knowledge.load import nouns, words
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

LEAGUES = frozenset({ActorKind.UMBRELLA, ActorKind.INTERNATIONAL})
TAKEN_UP = {"firm": frozenset({ActorKind.OTHER}), "outlet": frozenset({ActorKind.MEDIA})}
REACH_NAMED, REACH_DESCRIBED = 4, 2  # sentences back to a named, a described group


def backers(linker: Linker, phrase: Phrase) -> set[str]:
    """The actors behind an "X-backed" group."""
    return {actor for token in phrase.backers for actor in linker.actors_at(token)}


def last_of_kind(linker: Linker, phrase: Phrase) -> Seen | None:
    kinds = _kinds_for(phrase)
    if phrase.plural and phrase.noun.word in SIDES:
        return None  # "the parties", "the sides" are several

    beside = _barred(linker, phrase)
    if (new := _founded(linker, phrase)) is not None and new.actors not in beside:
        return new
    several = phrase.plural and (phrase.noun.use == "collective" or phrase.noun.group == "groups")

    def fits(one: Seen) -> bool:
        party = phrase.noun.word != "party" or _is_called_party(linker, one)
        other = one.actors in beside or _hired(linker, phrase, one) or (several and not _is_several(one))
        other = other or not party or _inquires(phrase, one)
        return one.kind in kinds and len(one.actors) == 1 and not other

    mine = backers(linker, phrase)

    def known(one: Seen) -> bool:  # by a name, here or before: "Houthi fighters", "them"
        if mine & set(one.actors) or not (mine & (others := linker.backed.get(one.actors[0], mine)) or not others):
            return False  # "the Iran-backed group" is not Iran, nor one that another backs
        return one.named or (one.form != "demonym" and not linker.actors[one.actors[0]].described)

    near = list(linker.discourse.back(phrase.head, lambda one: fits(one) and known(one), REACH_NAMED))
    near = [one for one in near if not carries(linker.tree, one)] or near
    if phrase.noun.word == "capital":
        near = [one for one in near if any(n.role == "capital" for _, n in linker.registry.find(one.name))]
    if not speaks(linker.tree, phrase.head):
        near = [one for one in near if not one.tells] or [one for one in near if phrase.noun.use != "fighter"]
    if near:
        return _called_alike(linker, phrase, near) or _main(linker, phrase, near) or near[0]
    groups = {"fighter", "collective"}

    def alike(one: Seen) -> bool:
        return one.use in groups and fits(one) and _alike(linker, phrase, one)

    return next(linker.discourse.back(phrase.head, alike, REACH_DESCRIBED), None)


def _main(linker: Linker, phrase: Phrase, near: Sequence[Seen]) -> Seen | None:
    """ "X, a splinter of Y, appeared. *The group* …" is X: the main subject of the nearest sentence."""
    if phrase.noun.use != "collective" and phrase.noun.group != "groups":
        return None
    last = (one for one in near if one.sentence == near[0].sentence)
    return next((one for one in last if one.main or fronted(linker.tree, one)), None)


def _called_alike(linker: Linker, phrase: Phrase, near: Sequence[Seen]) -> Seen | None:
    """ "Rwanda arms *the rebels*. X fights Y. *The insurgents* …": who was called so, if the nearest is no subject."""
    alike = words("any_fighters")
    subject = any(one.main and (one.actors, one.sentence) == (near[0].actors, near[0].sentence) for one in near)
    if not near or subject or phrase.noun.use != "fighter" or not phrase.plural or phrase.noun.word not in alike:
        return None
    people = nouns("fighters", "people")

    def so(one: Seen) -> bool:
        return one.use == "fighter" and one.lemma in alike & people and linker.tree.number[one.token] == "plural"

    return next((one for one in near if one.actors != near[0].actors and so(one)), None) if not so(near[0]) else None


def _founded(linker: Linker, phrase: Phrase) -> Seen | None:
    """ "The faction has set up *an armed wing*. The army arms *the group*": what the sentence before says is new."""
    tree = linker.tree
    if phrase.plural or phrase.noun.word not in words("told_by_sort"):
        return None

    def fits(one: Seen) -> bool:
        new = tree.dep[one.token] == "obj" and any(tree.lower[k] in INDEFINITE for k in tree.kids(one.token, "det"))
        band = one.use == "collective" or (one.use == "fighter" and one.lemma in nouns("fighters", "groups"))
        return new and band and one.kind in BANDS and tree.lemma[tree.head[one.token]] in words("founding")

    found = next(linker.discourse.back(phrase.head, fits, 1), None)
    if found is None or tree.sentence[found.token] == tree.sentence[phrase.head]:
        return found
    others = linker.discourse.back(phrase.head, lambda one: one.kind in BANDS and one.main and one.token > found.token)
    return found if next(others, None) is None else None


def _is_called_party(linker: Linker, one: Seen) -> bool:
    """Whether "the party" may be the group: no front, but Hezbollah, the Party of God."""
    names = (name.text.lower().split() for actor in one.actors for name in linker.actors[actor].names)
    return one.kind is ActorKind.OTHER or any("party" in name for name in names)


def _inquires(phrase: Phrase, one: Seen) -> bool:
    """ "*The Panel* met Toll. The group gave it no answer": who inquires is no "group"."""
    return phrase.noun.word in words("any_group") and not words("inquiring").isdisjoint(one.name.lower().split())


def _is_several(one: Seen) -> bool:
    """Whether "the militias", "the groups" may be one actor: an umbrella, or what is named in the plural."""
    units = any(noun_of(word, word) for word in one.name.lower().split())  # "Allied Democratic Forces" are one
    return one.kind is ActorKind.UMBRELLA or (one.plural and not units)


def _barred(linker: Linker, phrase: Phrase) -> set[tuple[str, ...]]:
    """Who the clause says is another: the other parties, the groups these lead, and whom an accuser helps himself."""
    beside = linker.discourse.beside(phrase.head)
    if phrase.noun.use != "fighter":
        return beside
    sides = (linker.people.side(actor) for one in beside for actor in one)
    helped = (linker.actors_at(one) for one in clients(linker.tree, phrase.head) if one < phrase.head)
    heads = (one.token for one in linker.discourse.back(phrase.head, lambda one: one.actors in beside, 0))
    led = (linker.actors_at(group) for head in heads for group in _led(linker, head))
    return beside | {(side.id,) for side in sides if side is not None} | {*helped, *led}


def _led(linker: Linker, head: int) -> Iterator[int]:
    """Whom a person leads by a clause about him: "X, who heads *the Column*"."""
    tree = linker.tree
    clauses = (one for one in tree.kids(head, "acl") if tree.lemma[one] in acting_on(Relation.LEADS))
    return (group for one in clauses for group in tree.kids(one, "obj"))


def _hired(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether "the rebels" would be a company of mercenaries, by what it is called."""
    if phrase.noun.word not in words("rebellious"):
        return False
    names = (name.text.lower().split() for actor in one.actors for name in linker.actors[actor].names)
    return any(not words("hired").isdisjoint(name) for name in names)


def _alike(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether two descriptions of fighters may be of the same ones: "jihadists" are not the "volunteers" of before."""
    if one.lemma in SIDES and one.use == "collective":
        return False  # "on Kabila's side" names nobody
    leagues = one.use == "collective" and one.lemma in nouns("collectives", "leagues")
    if phrase.noun.use == "fighter" and (one.lemma in words("sitting") or leagues):
        return False
    if not words("called_so").isdisjoint((phrase.noun.word, one.lemma)):
        return one.lemma == linker.tree.lemma[phrase.core]
    told = {linker.tree.lemma[phrase.core], one.lemma}
    return phrase.noun.use != "fighter" or one.use != "fighter" or len(told) == 1 or told <= words("any_fighters")


def _kinds_for(phrase: Phrase) -> frozenset[ActorKind]:
    """The kinds that a definite noun can take up."""
    if phrase.noun.word in words("called_so"):
        return frozenset()
    if phrase.noun.use == "fighter":
        return BANDS
    if phrase.noun.use == "collective":
        if phrase.noun.group == "leagues":
            return LEAGUES
        if phrase.noun.word.startswith("organi"):  # "the organisation" may be one of states
            return ARMED | LEAGUES
        return frozenset() if phrase.noun.word == "side" else ARMED
    if phrase.noun.use == "place":
        return frozenset({ActorKind.PLACE}) if phrase.noun.group == "settlements" else frozenset()
    return TAKEN_UP.get(phrase.noun.use, frozenset())
