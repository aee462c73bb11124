"""Cue words of firmness and negation, from `cues/stance.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from imbroglio.knowledge.inflection import verb_forms


@dataclass(frozen=True, slots=True)
class StanceCues:
    """For each group of words, what it makes of a relation: a firmness, or `no`."""

    governs: dict[str, frozenset[str]]  # any form of a word, or "form+particle" -> {"planned", "no", …}
    reports: dict[str, frozenset[str]]  # verbs of saying, above which nothing bears on the relation
    adverbs: dict[str, frozenset[str]]
    auxiliaries: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    determiners: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_stance() -> StanceCues:
    """Read the cues once."""
    import yaml

    text = files("imbroglio.knowledge").joinpath("cues/stance.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return StanceCues(**{g: _inverted(words, inflected=g in ("governs", "reports")) for g, words in data.items()})


def _inverted(groups: dict[str | bool, str], inflected: bool = False) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for value, words in groups.items():
        name = "no" if value is False else str(value)  # YAML reads a bare `no` as false
        for word in words.split():
            lemma, plus, particle = word.partition("+")
            for form in verb_forms(lemma) if inflected else [lemma]:
                out.setdefault(form + plus + particle, set()).add(name)
    return {word: frozenset(values) for word, values in out.items()}
