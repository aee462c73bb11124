"""A description that takes up what was spoken of before: "the movement", "both countries", "the prime minister"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS, carries, fronted, speaks
from imbroglio.actors.described.counted import SIDES
from imbroglio.actors.described.make import ARMED, Found
from imbroglio.actors.described.phrases import INDEFINITE, Phrase
from imbroglio.actors.harm import acting_on
from imbroglio.actors.patrons import clients
from imbroglio.actors.reference import FARTHEST, Seen
from imbroglio.knowledge.inflection import plural
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

LEAGUES = frozenset({ActorKind.UMBRELLA, ActorKind.INTERNATIONAL})
TAKEN_UP = {"firm": frozenset({ActorKind.OTHER}), "outlet": frozenset({ActorKind.MEDIA})}
REACH_NAMED, REACH_DESCRIBED = 4, 2  # sentences back to a named, a described group


def earlier_mention(linker: Linker, phrase: Phrase) -> Found | None:
    """What a phrase without owner takes up again: same head noun, part of a name, or the last actor of its kind."""
    if phrase.determiner in INDEFINITE or (phrase.numeral and not phrase.definite) or phrase.restricted:
        return None
    same = any(linker.tree.lower[k] == "same" for k in linker.tree.kids(phrase.head, "amod"))
    if same and phrase.determiner == "the":
        return None  # "both are part of the same coalition"
    word = linker.tree.lower[phrase.head]
    if phrase.noun.use == "office" and not phrase.plural and (person := linker.people.titled(phrase.head)):
        return Found((person,), f"called {word} elsewhere in the text")
    nearest = _last_of_kind(linker, phrase) if phrase.definite else None
    reach = REACH_NAMED if nearest and phrase.noun.use == "collective" else FARTHEST  # "the group" may be any
    for one in linker.discourse.back(phrase.head, lambda one: _same_word(linker, phrase, one), reach):
        if nearest is None or not _any_group(linker, phrase, one, nearest):
            return Found(one.actors, f"last {word}")
    return Found(nearest.actors, f"last actor of kind {nearest.kind}") if nearest is not None else None


def _any_group(linker: Linker, phrase: Phrase, called: Seen, nearest: Seen) -> bool:
    """Whether "the group" is the nearest band, not a "Group" of experts or one of an earlier sentence."""
    here = linker.tree.sentence[phrase.head]
    if linker.tree.lemma[phrase.head] not in words("any_group") or called.sentence >= nearest.sentence:
        return False
    if not called.named:  # as "the group" above was, before another became the subject
        return nearest.named and nearest.main and nearest.sentence >= here - 1
    return nearest.sentence == here or (called.kind not in ARMED and not speaks(linker.tree, phrase.head))


def of_country(linker: Linker, phrase: Phrase, state: str) -> Found | None:
    """ "Hezbollah fired rockets. *The Lebanese group* said": the group from there that was last named."""
    if not phrase.definite or phrase.before or phrase.plural or phrase.noun.word not in words("any_group"):
        return None
    for one in linker.discourse.back(phrase.head, lambda one: one.named and one.kind in BANDS, REACH_NAMED):
        if len(one.actors) == 1 and linker.actors[one.actors[0]].country == state:
            return Found(one.actors, "last named group from there")
    return None


def of_sort(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Hamas fired rockets. *The Islamist group* said": the last named one; the words before tell its sort."""
    tree = linker.tree
    if not phrase.definite or phrase.plural or phrase.restricted or phrase.led or phrase.stance:
        return None
    if tree.lemma[phrase.head] not in words("told_by_sort"):
        return None
    armed = phrase.core != phrase.head or any(tree.lower[k] in words("bearing") for k in tree.kids(phrase.head, "amod"))
    if not armed and all(word.lower() in words("communal") for word in phrase.before):
        return None  # "the ethnic group" is a people
    one = _last_of_kind(linker, phrase)
    return Found(one.actors, "last named group") if one is not None and one.named and one.kind in BANDS else None


def same_described(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Shiite militias" are the "Iraqi Shiite militias" spoken of before."""
    if phrase.noun.use not in {"fighter", "collective"} or phrase.determiner in INDEFINITE or phrase.numeral:
        return None
    lemma, before = linker.tree.lemma[phrase.core], {word.lower() for word in phrase.before}
    for one in linker.discourse.back(
        phrase.head, lambda one: one.lemma == lemma and _backed_alike(linker, phrase, one)
    ):
        if before <= set(one.name.lower().split()):
            return Found(one.actors, f"last {' '.join([*phrase.before, linker.tree.lower[phrase.head]])}")
    return None


def _same_word(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether the earlier mention has the same head noun, or the noun in its name."""
    lemma, word = linker.tree.lemma[phrase.head], linker.tree.words[phrase.head]
    if linker.discourse.bound(phrase.head, one.token) or not _backed_alike(linker, phrase, one):
        return False
    if phrase.noun.use == "government" and one.use == "government":
        return True
    if one.lemma == lemma:
        return phrase.plural or not one.plural or one.named or phrase.noun.use != "organ"  # "the army" is not "armies"
    if phrase.noun.group == "arms" and word.islower() and one.kind in BANDS:
        return False  # "the army" is the state's, whatever "Liberation Army" was spoken of
    called = {lemma, word.lower(), plural(lemma) if phrase.noun.group == "units" else lemma}
    return one.named and not called.isdisjoint(one.name.lower().split())


def _backed_alike(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether "X-backed" groups may be those spoken of before: of them no other backer was named."""
    if not phrase.stance:
        return True
    mine = backers(linker, phrase)
    known = {backer for actor in one.actors for backer in linker.backed.get(actor, ())}
    if one.kind not in ARMED or one.named:
        return False
    return bool(mine & known) or not known or not mine


def backers(linker: Linker, phrase: Phrase) -> set[str]:
    """The actors behind an "X-backed" group."""
    return {actor for token in phrase.backers for actor in linker.actors_at(token)}


def backed_before(linker: Linker, phrase: Phrase) -> Found | None:
    """ "The U.S.-backed forces" are the last group that was said to be backed by the same."""
    mine = backers(linker, phrase) if phrase.definite else set()
    groups = {"fighter", "collective", "force"}
    for one in linker.discourse.back(phrase.head, lambda one: one.use in groups):
        if any(mine & linker.backed.get(actor, set()) for actor in one.actors):
            return Found(one.actors, f"last group backed by {', '.join(sorted(linker.actors[a].name for a in mine))}")
    return None


def _last_of_kind(linker: Linker, phrase: Phrase) -> Seen | None:
    kinds = _kinds_for(phrase)
    if phrase.plural and phrase.noun.word in SIDES:
        return None  # "the parties", "the sides" are several

    beside = _barred(linker, phrase)

    def fits(one: Seen) -> bool:
        return (
            one.kind in kinds and len(one.actors) == 1 and one.actors not in beside and not _hired(linker, phrase, one)
        )

    mine = backers(linker, phrase)

    def known(one: Seen) -> bool:  # by a name, here or before: "Houthi fighters", "them"
        if mine & set(one.actors) or not (mine & (others := linker.backed.get(one.actors[0], mine)) or not others):
            return False  # "the Iran-backed group" is not Iran, nor one that another backs
        return one.named or (one.form != "demonym" and not linker.actors[one.actors[0]].described)

    near = list(linker.discourse.back(phrase.head, lambda one: fits(one) and known(one), REACH_NAMED))
    near = [one for one in near if not carries(linker.tree, one)] or near
    if phrase.noun.word == "capital":
        near = [one for one in near if any(n.role == "capital" for _, n in linker.registry.find(one.name))] or near
    if not speaks(linker.tree, phrase.head):
        near = [one for one in near if not one.tells] or [one for one in near if phrase.noun.use != "fighter"]
    last = [one for one in near if one.sentence == near[0].sentence]
    mains = (one for one in last if one.main or fronted(linker.tree, one))
    main = next(mains, None) if phrase.noun.use == "collective" else None
    if near:  # "X, a splinter of Y, appeared. The group …" is X
        return main or near[0]
    groups = {"fighter", "collective"}

    def alike(one: Seen) -> bool:
        return one.use in groups and fits(one) and _alike(linker, phrase, one)

    return next(linker.discourse.back(phrase.head, alike, REACH_DESCRIBED), None)


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
    if phrase.noun.use == "fighter" and one.lemma in words("sitting"):
        return False
    told = {linker.tree.lemma[phrase.core], one.lemma}
    return phrase.noun.use != "fighter" or one.use != "fighter" or len(told) == 1 or told <= words("any_fighters")


def _kinds_for(phrase: Phrase) -> frozenset[ActorKind]:
    """The kinds that a definite noun can take up."""
    if phrase.noun.use == "fighter":
        return frozenset() if phrase.noun.word == "opposition" else BANDS
    if phrase.noun.use == "collective":
        if phrase.noun.group == "leagues":
            return LEAGUES
        if phrase.noun.word.startswith("organi"):  # "the organisation" may be one of states
            return ARMED | LEAGUES
        return frozenset() if phrase.noun.word == "side" else ARMED
    if phrase.noun.use == "place":
        return frozenset({ActorKind.PLACE}) if phrase.noun.group == "settlements" else frozenset()
    return TAKEN_UP.get(phrase.noun.use, frozenset())
