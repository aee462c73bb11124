"""Cue words of firmness and negation, from `cues/stance.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from imbroglio.knowledge.inflection import verb_forms
from imbroglio.knowledge.load import data

_INFLECTED = frozenset({"governs", "reports", "ventures", "promises", "proving", "acquitting"})


@dataclass(frozen=True, slots=True)
class StanceCues:
    """For each group of words, what it makes of a relation: a firmness, or `no`."""

    governs: dict[str, frozenset[str]]  # any form of a word, or "form+particle" -> {"planned", "no", …}
    ventures: dict[str, frozenset[str]]  # what is under way, to whose purpose
    reports: dict[str, frozenset[str]]  # verbs of saying, above which nothing bears on the relation
    ranks: dict[str, frozenset[str]]  # "the first to recognise it" has done so
    untrue: dict[str, frozenset[str]]  # what is said of a clause that is not so
    accounts: dict[str, frozenset[str]]  # what tells of a clause, and may be called untrue behind it
    agreeing: dict[str, frozenset[str]]  # what a clause is not that is not so: "not true"
    proofs: dict[str, frozenset[str]]  # what would show that a clause is so
    proving: dict[str, frozenset[str]]  # verbs of what would show it
    acquitting: dict[str, frozenset[str]]  # verbs of what clears somebody of a deed
    disproved: dict[str, frozenset[str]]  # what an account proves that is not so
    adjectives: dict[str, frozenset[str]]  # before a deed: "a possible attack"
    rules: dict[str, frozenset[str]]  # under which something may or may not be done
    doubted: dict[str, frozenset[str]]  # before a party: "suspected militants"
    promises: dict[str, frozenset[str]]  # verbs of giving what is not given yet
    adverbs: dict[str, frozenset[str]]
    auxiliaries: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    determiners: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_stance() -> StanceCues:
    """Read the cues once."""
    groups = data("cues/stance.yaml")
    return StanceCues(**{g: _inverted(words, inflected=g in _INFLECTED) for g, words in groups.items()})


def _inverted(groups: dict[str, str], inflected: bool = False) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for value, words in groups.items():
        for word in words.split():
            lemma, plus, particle = word.partition("+")
            for form in verb_forms(lemma) if inflected else [lemma]:
                out.setdefault(form + plus + particle, set()).add(value)
    return {word: frozenset(values) for word, values in out.items()}
