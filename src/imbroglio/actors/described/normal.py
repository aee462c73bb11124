"""The normal form of a described group: country, what sets it apart, head noun. Stance and number are left out."""

from __future__ import annotations

import re
import unicodedata

from imbroglio.actors.nouns import words
from imbroglio.actors.registry import Registry
from imbroglio.model import Actor, ActorKind

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
PLURALS = {"man": "men", "policeman": "policemen", "gunman": "gunmen", "militiaman": "militiamen"}


def slug(text: str) -> str:
    """An id made of a name: "Farouq Martyrs' Brigade" → `farouq-martyrs-brigade`."""
    plain = (
        unicodedata.normalize("NFKD", text.lower().replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    )
    return _NOT_SLUG.sub("-", plain).strip("-") or "unnamed"


def demonym(registry: Registry, actor: Actor) -> str:
    """The adjective of a state: "Syrian"; the name itself where none is known."""
    found = next((n.text for n in actor.names if n.role == "demonym"), None)
    return found or actor.name


def modifier(word: str, adjective: bool = False) -> str | None:
    """How the normal form writes a word before the noun; None for words that it leaves out, most adjectives among them."""
    low = word.lower()
    if adjective and word.islower() and low not in words().kept and low not in words().same:
        return None
    if low in words().drop or low[:1].isdigit() or not low[:1].isalpha():
        return None
    if low.startswith(("anti-", "pro-")) and low[low.index("-") + 1 :] not in {"government", "regime"}:
        return None
    return words().same.get(
        low, word if word.isupper() or (word[:1].isupper() and low not in words().directions) else low
    )


def described(
    kind: ActorKind,
    noun: str,
    *,
    lemma: str = "",
    before: tuple[str, ...] = (),
    country: Actor | None = None,
    adjective: str = "",
    of: str = "",
) -> Actor:
    """The actor that a description stands for: "Iraqi" + ("Shiite",) + "militias", or "allies" of "Jordan"."""
    parts = [adjective] * bool(adjective) + [w for w in before if w.lower() != adjective.lower()]
    name = " ".join([*parts, noun]) + (f" of {of}" if of else "")
    key = " ".join([*parts, lemma or noun]) + (f" of {of}" if of else "")
    prefix = "place:" if kind is ActorKind.PLACE else ""
    return Actor(
        prefix + slug(key),
        name[:1].upper() + name[1:] if adjective else name,
        kind,
        country=country.id if country else None,
        described=True,
    )
