"""Which state "the kingdom", "the superpower" and "the country" of a new sentence are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.actors.described.make import RULERS, Found
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.reference import Seen
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

REACH = 8  # sentences back to a state of that sort
LISTED = {"emirate": "emirates", "superpower": "superpowers"}


def states_beside(linker: Linker, phrase: Phrase) -> set[str]:
    """The states of whoever the clause says is another."""
    return {state.id for a in linker.discourse.actors_beside(phrase.head) if (state := linker.state(a)) is not None}


def state_again(linker: Linker, phrase: Phrase) -> Found | None:
    """The state that a bare noun for one takes up, by its sort or as who goes on acting."""
    if phrase.noun.use != "polity" or not (phrase.definite and phrase.bare) or phrase.plural or phrase.restricted:
        return None
    if phrase.noun.word in words("any_state"):
        return _goes_on(linker, phrase)
    return _of_its_sort(linker, phrase)


def _goes_on(linker: Linker, phrase: Phrase) -> Found | None:
    """ "*Ecuador* said so. *The country* asked": the subject of the sentence before, as subject of what is done."""
    tree, line = linker.tree, linker.tree.sentence[phrase.head] - 1
    verb = tree.head[phrase.head]
    if tree.dep[phrase.head] != "nsubj" or tree.dep[verb] != "root" or tree.pos[verb] != "VERB":
        return None
    for one in linker.discourse.back(phrase.head, lambda one: one.main and one.sentence == line, 1):
        same = one.kind is ActorKind.STATE and one.named and len(one.actors) == 1
        return Found(one.actors, "subject of the sentence before") if same else None
    return None


def _of_its_sort(linker: Linker, phrase: Phrase) -> Found | None:
    """ "*Saudi Arabia* and the Houthis talk. *The kingdom* …": the last that is one."""
    beside = states_beside(linker, phrase)

    def fits(one: Seen) -> bool:
        state = linker.state(one.actors[0]) if one.kind in RULERS and len(one.actors) == 1 else None
        return state is not None and state.id not in beside and _is_one(state, phrase.noun.word)

    for one in linker.discourse.back(phrase.head, fits, REACH):
        state = linker.state(one.actors[0])
        return linker.new(state, f"last {phrase.noun.word}") if state is not None else None
    return None


def _is_one(state: Actor, word: str) -> bool:
    """Whether a state is a kingdom, by its full name; of emirates and superpowers there are lists."""
    if word in LISTED:
        return state.id in words(LISTED[word])
    return any(word in name.text.lower().split() for name in state.names)
