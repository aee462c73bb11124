"""A description that takes up what was spoken of before: "the movement", "both countries", "the prime minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS, speaks
from imbroglio.actors.described.foes import counted_by
from imbroglio.actors.described.make import ARMED, Found
from imbroglio.actors.described.nearest import backers, last_of_kind
from imbroglio.actors.described.phrases import INDEFINITE, Phrase
from imbroglio.actors.reference import FARTHEST, Seen
from imbroglio.knowledge.inflection import plural
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

NONE = frozenset({"any", "no"})
REACH_NEAREST = 4  # sentences back to a group that was called so, where another is nearer
COUNTABLE = frozenset({"people", "groups", "organisations", "heads", "ranks", "others", "rule", "special", "polities"})


def earlier_mention(linker: Linker, phrase: Phrase) -> Found | None:
    """What a phrase without owner takes up again: same head noun, part of a name, or the last actor of its kind."""
    if phrase.determiner in INDEFINITE or (phrase.numeral and not phrase.definite) or phrase.restricted:
        return None
    if phrase.plural and not phrase.determiner and phrase.head != counted_by(linker.tree, phrase.head):
        return None  # "thousands of soldiers" are not those of before
    same = any(linker.tree.lower[k] == "same" for k in linker.tree.kids(phrase.head, "amod"))
    if same and phrase.determiner == "the":
        return None  # "both are part of the same coalition"
    word = linker.tree.lower[phrase.head]
    if phrase.noun.use == "office" and not phrase.plural and (person := linker.people.titled(phrase.head)):
        return Found((person,), f"called {word} elsewhere in the text")
    nearest = last_of_kind(linker, phrase) if phrase.definite else None
    near = nearest is not None and phrase.noun.use == "collective" and phrase.noun.group != "leagues"
    reach = REACH_NEAREST if near else FARTHEST  # "the group" may be any
    for one in linker.discourse.back(phrase.head, lambda one: _same_word(linker, phrase, one), reach):
        if nearest is None or not _any_group(linker, phrase, one, nearest):
            return Found(one.actors, f"last {word}")
    return Found(nearest.actors, f"last actor of kind {nearest.kind}") if nearest is not None else None


def _any_group(linker: Linker, phrase: Phrase, called: Seen, nearest: Seen) -> bool:
    """Whether "the group" is the nearest band, not a "Group" of experts or one of an earlier sentence."""
    here = linker.tree.sentence[phrase.head]
    if linker.tree.lemma[phrase.head] not in words("any_group") or called.sentence >= nearest.sentence:
        return False
    if linker.tree.capital(phrase.head) and not linker.tree.first(phrase.head):
        return False  # "the *Group*" is a name
    if not called.named:  # as "the group" above was, before another became the subject
        near = nearest.named and nearest.sentence >= here - 1
        return near and (nearest.main or _is_new_topic(linker, called, nearest))
    return nearest.sentence == here or (called.kind not in ARMED and not speaks(linker.tree, phrase.head))


def _is_new_topic(linker: Linker, called: Seen, nearest: Seen) -> bool:
    """Whether a band has been the subject since "the group" was another, which was not named again."""
    since = [one for one in linker.discourse.seen if one.sentence > called.sentence]
    told = any(one.actors == nearest.actors and linker.tree.dep[one.token] == "nsubj" for one in since)
    return told and not any(one.actors == called.actors for one in since)


def of_country(linker: Linker, phrase: Phrase, state: str) -> Found | None:
    """ "Hezbollah fired rockets. *The Lebanese group* said": the group from there that was last named."""
    if not phrase.definite or phrase.before or phrase.plural or phrase.noun.word not in words("any_group"):
        return None
    for one in linker.discourse.back(phrase.head, lambda one: one.named and one.kind in BANDS, REACH_NEAREST):
        if len(one.actors) == 1 and linker.actors[one.actors[0]].country == state:
            return Found(one.actors, "last named group from there")
    return None


def of_sort(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Hamas fired rockets. *The Islamist group* said": the last named one; the words before tell its sort."""
    tree = linker.tree
    if not phrase.definite or phrase.plural or phrase.restricted or phrase.led:
        return None
    if tree.lemma[phrase.head] not in words("told_by_sort"):
        return None
    armed = phrase.core != phrase.head or any(tree.lower[k] in words("bearing") for k in tree.kids(phrase.head, "amod"))
    if phrase.stance and (phrase.backers or not armed):
        return None
    if not armed and all(word.lower() in words("communal") for word in phrase.before):
        return None  # "the ethnic group" is a people
    one = last_of_kind(linker, phrase)
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
    if not _as_many(linker, phrase, one):
        return False
    if phrase.noun.use == "government" and one.use == "government":
        return True
    if not phrase.plural and one.plural and one.form == "description" and lemma in words("any_group"):
        return False  # "the group" is not "several of the groups"
    if one.form == "description" and not NONE.isdisjoint(
        linker.tree.lower[k] for k in linker.tree.kids(one.token, "det")
    ):
        return False  # nor one of "supports no armed group"
    if one.lemma == lemma:
        return phrase.plural or not one.plural or one.named or phrase.noun.use != "organ"  # "the army" is not "armies"
    if lemma == "agency" and one.kind is ActorKind.BODY:
        called = {one.lemma, *one.name.lower().split(), *linker.actors[one.actors[0]].name.lower().split()}
        return not called.isdisjoint(words("agencies"))
    if phrase.noun.group == "arms" and word.islower() and one.kind in BANDS:
        return False  # "the army" is the state's, whatever "Liberation Army" was spoken of
    several = phrase.plural and (phrase.noun.use == "collective" or phrase.noun.group == "groups")
    called = {word.lower(), plural(lemma) if phrase.noun.group == "units" else word.lower() if several else lemma}
    return one.named and not called.isdisjoint(one.name.lower().split())


def _as_many(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether number lets it be the same: "the junta" is not three of them, "officers" are not one of before."""
    if not phrase.plural:
        return one.named or len(one.actors) == 1 or not one.plural
    single = one.form == "description" and linker.tree.number[one.token] == "singular"
    return not (single and len(one.actors) == 1 and phrase.noun.group in COUNTABLE)


def _backed_alike(linker: Linker, phrase: Phrase, one: Seen) -> bool:
    """Whether "X-backed" groups may be those spoken of before: of them no other backer was named."""
    if not phrase.stance:
        return True
    mine = backers(linker, phrase)
    known = {backer for actor in one.actors for backer in linker.backed.get(actor, ())}
    if one.kind not in ARMED or one.named:
        return False
    return bool(mine & known) or not known or not mine


def backed_before(linker: Linker, phrase: Phrase) -> Found | None:
    """ "The U.S.-backed forces" are the last group that was said to be backed by the same."""
    mine = backers(linker, phrase) if phrase.definite else set()
    groups = {"fighter", "collective", "force"}
    for one in linker.discourse.back(phrase.head, lambda one: one.use in groups):
        if any(mine & linker.backed.get(actor, set()) for actor in one.actors):
            return Found(one.actors, f"last group backed by {', '.join(sorted(linker.actors[a].name for a in mine))}")
    return None
