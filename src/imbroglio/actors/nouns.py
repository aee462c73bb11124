"""What common nouns say of the kind of an actor; the words are data in `knowledge/nouns`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from imbroglio.knowledge import load
from imbroglio.model import ActorKind

FILES = (
    "forces", "fighters", "organs", "governments", "offices", "relations", "collectives", "parties", "peoples", "firms",
    "media", "polities", "places", "programmes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """One common noun: how it is used, the kind of what it describes and of a name with this head, its group of words.

    `use` is one of force, fighter, organ, government, office, relation, collective, people, firm, outlet, polity, place
    and programme; the files explain them.
    """

    word: str
    use: str
    kind: ActorKind
    named: ActorKind
    group: str  # the heading in the file: "people", "machines", "arms" …


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """All nouns by lemma; a word in two files has the use of the earlier file of `FILES`."""
    found: dict[str, Noun] = {}
    for name in FILES:
        content = load.data(f"nouns/{name}.yaml")
        for group, words in content["nouns"].items():
            for word in words.split():
                kinds = ActorKind(content["kind"]), ActorKind(content["named"])
                found.setdefault(word.lower(), Noun(word, content["use"], *kinds, group))
    return found


@lru_cache(maxsize=20_000)
def noun_of(lemma: str, lower: str) -> Noun | None:
    """The noun that a word is a form of, whatever the lemmatizer made of it: "gunmen" is "gunman"."""
    table = nouns()
    found = table.get(lemma) or table.get(lower)
    if found is None and lower.endswith("men"):
        found = table.get(lower[:-3] + "man")
    if found is None and lower.endswith("ies"):
        found = table.get(lower[:-3] + "y")
    if found is None and lower.endswith("s"):
        found = table.get(lower[:-1]) or (table.get(lower[:-2]) if lower.endswith("es") else None)
    return found


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """Words, in lower case, that the normal form writes in one way: "shi'ite" is "Shiite"."""
    return dict(load.data("nouns/lists.yaml")["same"])


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """Names of peoples, in lower case, as the normal form spells them: "yezidi" is "Yazidi"."""
    return dict(load.data("nouns/lists.yaml")["same_people"])
