"""Words of time and of change, from `cues/time.yaml` and `cues/trend.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.load import data
from imbroglio.model.claim import Trend

Drift = Literal["past", "present", "future"]


@dataclass(slots=True)
class TimeWords:
    """Lists of `time.yaml`: adverbs by the tense they impose, calendar words by their number."""

    adverbs: dict[str, Drift] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    seasons: dict[str, tuple[int, int]] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()


@dataclass(slots=True)
class TrendWords:
    """Words of `trend.yaml`, each with the change it says; verbs may carry a particle ("step+up"), phrases stand
    between spaces (" no longer ")."""

    verbs: dict[str, Trend] = field(default_factory=dict)
    by_themselves: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    modifiers: dict[str, Trend] = field(default_factory=dict)
    phrases: tuple[tuple[str, Trend], ...] = ()


@lru_cache(maxsize=1)
def load_time() -> TimeWords:
    """Read the words of time once."""
    raw = data("cues/time.yaml")
    words = TimeWords()
    drifts: tuple[Drift, ...] = ("past", "present", "future")
    for drift in drifts:
        words.adverbs.update(dict.fromkeys(raw[drift].split(), drift))
    words.units = {noun: unit for unit, nouns in raw["units"].items() for noun in nouns.split()}
    words.months = {m: n for n, m in enumerate(raw["months"].split(), 1)}
    words.months.update({m: n for n, m in enumerate(raw["short_months"].split(), 1)})
    words.weekdays = {d: n for n, d in enumerate(raw["weekdays"].split())}
    words.seasons = {name: (first, last) for name, (first, last) in raw["seasons"].items()}
    words.days = raw["days"]
    words.numbers = dict(raw["numbers"])
    for name in ("openers", "states", "lasting", "ahead", "former"):
        setattr(words, name, frozenset(raw[name].split()))
    return words


@lru_cache(maxsize=1)
def load_trend() -> TrendWords:
    """Read the words of change once. Raises `KnowledgeError` if one word is said to do two things."""
    words = TrendWords()
    phrases = []
    raw = dict(data("cues/trend.yaml"))
    words.by_themselves, words.others = (frozenset(raw.pop(name).split()) for name in ("by_themselves", "others"))
    for trend, entry in raw.items():
        change = cast(Trend, trend)
        for group, store in (("verbs", words.verbs), ("adverbs", words.modifiers), ("adjectives", words.modifiers)):
            for word in str(entry.get(group) or "").strip("[]").split():
                if store.setdefault(word, change) != change:
                    raise KnowledgeError(f"cues/trend.yaml: {word!r} stands under {store[word]} and {trend}; keep one")
        phrases += [(f" {phrase} ", change) for phrase in entry.get("phrases") or ()]
    words.phrases = tuple(phrases)
    return words


@lru_cache(maxsize=1)
def calendar() -> frozenset[str]:
    """Words that make a phrase one of time: "Monday", "weeks", "spring"."""
    words = load_time()
    units = (*words.units, *(f"{unit}s" for unit in words.units))
    return frozenset([*units, *words.months, *words.weekdays, *words.seasons, *words.days])
