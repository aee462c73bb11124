"""The normal form of a described group: country, what sets it apart, head noun. Stance and number are left out."""

from __future__ import annotations

from imbroglio.actors.nouns import peoples, spellings
from imbroglio.knowledge.load import words
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind


def demonym(state: Actor) -> str:
    """The adjective of a state: "Syrian"; its name where none is known."""
    return next((n.text for n in state.names if n.role == "demonym"), state.name)


def modifier(word: str, adjective: bool = False) -> str | None:
    """How the normal form writes a word before the noun; None for what it leaves out, most adjectives among it."""
    low = word.lower()
    if adjective and word.islower() and low not in words("kept") and low not in spellings():
        return None
    if low in words("drop") or not low[:1].isalpha():
        return None
    if low.startswith(("anti-", "pro-")) and low.partition("-")[2] not in {"government", "regime"}:
        return None
    capital = word.isupper() or (word[:1].isupper() and low not in words("directions"))
    return peoples().get(low, word) if capital else spellings().get(low, low)


def described(
    kind: ActorKind,
    noun: str,
    lemma: str,
    before: tuple[str, ...] = (),
    *,
    country: str | None = None,
    adjective: str = "",
    of: str = "",
    where: str = "",
) -> Actor:
    """The actor that a description stands for: "Iraqi" + ("Shiite",) + "militias", "allies" of "Jordan", "bank" "in X".

    The lemma makes the id, so that "rebel" and "rebels" are one.
    """
    others = [w for w in before if w.lower() != adjective.lower()]
    first = words("directions") | words("gone")
    front = [w for w in others if w in first] if adjective else []  # "eastern Libyan militias"
    parts = [*front, *[adjective] * bool(adjective), *(w for w in others if w not in front)]
    tail = f" of {of}" if of else f" {where}" if where else ""
    prefix = "place:" if kind is ActorKind.PLACE else ""
    name = " ".join([*parts, noun]) + tail
    normal = [spellings().get(part.lower(), part) for part in parts]  # "Shia" and "Shi'ite" militias are one
    return Actor(prefix + slug(" ".join([*normal, lemma]) + tail), name, kind, country=country, described=True)
