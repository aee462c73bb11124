"""Cue words of firmness and negation, from `cues/stance.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class StanceCues:
    """For each group of words, what it makes of a relation: a firmness, or `no`."""

    governs: dict[str, frozenset[str]]  # lemma -> {"planned", "no", …}
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
    return StanceCues(**{group: _inverted(words) for group, words in data.items()})


def _inverted(groups: dict[str | bool, str]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for value, words in groups.items():
        name = "no" if value is False else str(value)  # YAML reads a bare `no` as false
        for word in words.split():
            out.setdefault(word, set()).add(name)
    return {word: frozenset(values) for word, values in out.items()}
