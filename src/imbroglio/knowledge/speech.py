"""Reporting verbs, nouns and phrases, from `cues/speech.yaml`; the file explains its own terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.inflection import verb_forms
from imbroglio.knowledge.load import data, nouns

CONTENTS = ("clause", "question", "infinitive", "gerund", "object", "of", "as")


@dataclass(frozen=True, slots=True)
class Manner:
    """A class of reporting words: what content they take and what reporting with them means."""

    name: str
    content: tuple[str, ...] = ("clause",)
    voice: bool = False
    clause_voice: bool = False
    hedged: bool = False
    denied: bool = False
    only_passive: bool = False
    unnamed: bool = False
    by_texts: bool = False
    of_matters: bool = False
    of_deeds: bool = False
    of_others: bool = False


SAID = Manner("said", ("clause",), voice=True)


@dataclass(frozen=True, slots=True)
class Sense:
    """One reporting use of a verb, with the particle and preposition that it needs."""

    manner: Manner
    particle: str | None = None
    preposition: str | None = None


@dataclass
class Speech:
    """All reporting words, indexed by lemma."""

    verbs: dict[str, list[Sense]] = field(default_factory=dict)
    nouns: dict[str, Manner] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    outlet_endings: frozenset[str] = frozenset()
    relayed: frozenset[str] = frozenset()
    citing: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    viewpoints: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    resuming: frozenset[str] = frozenset()
    in_turn: frozenset[str] = frozenset()  # any form of verbs
    mute: frozenset[str] = frozenset()  # things that are said to go on, but say nothing: "air strikes continued"
    stances: dict[str, frozenset[str]] = field(default_factory=dict)  # nouns with what leads to their content
    hearsay: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    attitudes: frozenset[str] = frozenset()
    hedging_adverbs: frozenset[str] = frozenset()
    hedging_adjectives: frozenset[str] = frozenset()

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Nouns for whoever and whatever can have said something."""
        return self.people | self.bodies | self.texts | self.outlets

    def denies(self, verb: str) -> bool:
        """Whether a verb, by its lemma, may turn down what somebody says: "deny", "reject"."""
        return any(sense.manner.denied for sense in self.verbs.get(verb, ()))


@lru_cache(maxsize=1)
def load_speech() -> Speech:
    """Read the reporting words once. Raises `KnowledgeError` on an unknown kind of content or term."""
    raw = data("cues/speech.yaml")
    speech = Speech(prepositions=frozenset(raw["prepositions"]))
    for name, entry in raw["classes"].items():
        manner = _manner(name, {k: v for k, v in entry.items() if k != "verbs"})
        for word in entry["verbs"].split():
            rest, _, preposition = word.partition("~")
            lemma, _, particle = rest.partition("+")
            speech.verbs.setdefault(lemma, []).append(Sense(manner, particle or None, preposition or None))
    for name, words in raw["nouns"].items():
        manner = Manner(name, voice=True, hedged=name == "hedged", denied=name == "denied")
        speech.nouns.update(dict.fromkeys(words.split(), manner))
    for name in (
        "texts",
        "people",
        "bodies",
        "relayed",
        "citing",
        "viewpoints",
        "carriers",
        "issuing",
        "inserted",
        "statements",
        "resuming",
        "attitudes",
        "matters",
        "hearsay",
    ):
        setattr(speech, name, frozenset(raw[name].split()))
    speech.in_turn = frozenset(form for word in raw["in_turn"].split() for form in verb_forms(word))
    for word in raw["stances"].split():
        noun, *prepositions = word.split("~")
        speech.stances[noun] = frozenset(prepositions)
    speech.mute = nouns("forces", "machines", "deeds")
    speech.outlets = frozenset(raw["outlets"]["nouns"].split())
    speech.outlet_endings = frozenset(raw["outlets"]["name_ends"].split())
    speech.hedging_adverbs = frozenset(raw["hedges"]["adverbs"].split())
    speech.hedging_adjectives = frozenset(raw["hedges"]["adjectives"].split())
    return speech


def _manner(name: str, entry: dict[str, Any]) -> Manner:
    content = tuple(entry.pop("content"))
    if unknown := set(content) - set(CONTENTS):
        raise KnowledgeError(f"cues/speech.yaml: {name}: no such content {sorted(unknown)}; use one of {CONTENTS}")
    try:
        return Manner(name, content, **entry)
    except TypeError as e:
        raise KnowledgeError(f"cues/speech.yaml: {name}: {e}; see the terms at the top of the file") from None
