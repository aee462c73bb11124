"""What a report calls a known actor in full, where the registry prefers another form of the name.

"Popular Mobilization Forces" and "Popular Mobilization Units" are one actor; who reads the report looks for the name
that it prints. A case that joins reports goes back to the name that the registry prefers (`case.rows.together`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from imbroglio.actors.nouns import noun_of
from imbroglio.actors.registry import name_pieces
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind

SMALL = 3  # letters that words such as "of" and "the" have in names
_OWN = {ActorKind.STATE, ActorKind.PLACE}  # of these the common name is the better one: "Islamic Republic of Iran"


def as_printed(named: Iterable[tuple[str, Actor]]) -> dict[str, Actor]:
    """Known actors under the name that a text gives them, by id; `named` are its names, in order, and their actors.

    The first full form counts that has words in common with the preferred name, as long as the preferred one itself
    does not stand in the text. Another name altogether, a shorter, a longer and a former one do not: "League of the
    Righteous", "Security Council", "Islamic State of Iraq and the Levant".
    """
    found: dict[str, Actor] = {}
    kept: set[str] = set()
    for text, actor in named:
        if not actor.known or actor.kind in _OWN or actor.id in kept:
            continue
        if text.lower() == actor.name.lower() or _order(text) == _order(actor.name):
            kept.add(actor.id)
            found.pop(actor.id, None)
        elif actor.id not in found and (_is_of_state(text, actor) or (_is_full(text) and _is_form(text, actor))):
            found[actor.id] = replace(actor, name=text)
    return found


def _is_of_state(text: str, actor: Actor) -> bool:
    """ "The Government of Iraq" with a capital, where the preferred name is "Iraqi government"."""
    noun, of, _ = text.partition(" of ")
    known = text.lower() in {one.text.lower() for one in actor.names}
    regular = actor.name.lower().split()[1:] == noun.lower().split()
    return actor.kind is ActorKind.BODY and bool(of) and known and regular and text[0].isupper()


def _is_full(text: str) -> bool:
    """Whether it is a proper name of several words, none of them an acronym or a common noun."""
    raw = [piece.raw for piece in name_pieces(text)]
    own = [word for word in raw if not word[0].islower()]
    acronym = any(word.isupper() and len(word) > 1 for word in own if word.isalpha())
    if len(own) < 2 or acronym or _is_title(own[0]):
        return False
    return all(len(word) <= SMALL for word in raw if word[0].islower())


def _is_title(word: str) -> bool:
    """ "General" before a name."""
    noun = noun_of(word.lower(), word.lower())
    return word in words("titles") or (noun is not None and noun.use == "office")


def _is_form(text: str, actor: Actor) -> bool:
    """Whether it is a form of the preferred name: of a person also a shorter one, and one without what is added in
    brackets to tell namesakes apart."""
    mine, preferred = _words(text), _words(actor.name)
    roles = [name.role for name in actor.names if _words(name.text) == mine]
    if "former" in roles or not (roles or actor.kind is ActorKind.PERSON):
        return False  # other spellings are of persons alone: of a body they are slips
    if mine < preferred:
        apart = "(" in actor.name or actor.name.startswith(f"{text} of ")  # "National Unity Government of Myanmar"
        return actor.kind is ActorKind.PERSON or apart
    return not mine.isdisjoint(preferred) and not mine > preferred


def _words(text: str) -> frozenset[str]:
    return frozenset(_order(text))


def _order(text: str) -> tuple[str, ...]:
    """The words that count, compared as the registry compares them, "Guards" as "Guard"."""
    keys = (piece.key for piece in name_pieces(text) if not piece.raw[0].islower() and piece.key != "al")
    return tuple(key.removesuffix("s") for key in keys)
