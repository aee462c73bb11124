"""Inflected forms of English words: how a lexicon word is found when a parser guesses a rare lemma wrongly.

Regular spelling rules (Huddleston & Pullum, *The Cambridge Grammar of the English Language*, ch. 18) and a list of
irregular forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from imbroglio.knowledge.load import data

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=1)
def irregular() -> dict[str, tuple[str, ...]]:
    """Irregular forms by lemma, from `irregular.yaml`."""
    return {lemma: tuple(forms.split()) for lemma, forms in data("irregular.yaml").items()}


@lru_cache(maxsize=1)
def past_forms() -> dict[str, frozenset[str]]:
    """The verbs that an irregular form may be of, from `irregular.yaml`: "retook" is of "retake" alone."""
    found: dict[str, set[str]] = {}
    for lemma, forms in irregular().items():
        for form in forms:
            found.setdefault(form, {form} if form in irregular() else set()).add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in found.items()}


def verb_forms(lemma: str) -> Iterator[str]:
    """The third person, past, participles of a verb; both spellings where a final consonant may double."""
    yield lemma
    yield plural(lemma)
    special = irregular().get(lemma)
    if special:
        yield from special
    for stem in _stems(lemma):
        yield stem + "ing"
        if not special:
            yield stem + ("d" if stem.endswith("e") else "ed")


def plural(noun: str) -> str:
    """ "rebels", "armies", "clashes"."""
    if noun.endswith("man") and noun != "german":
        return noun[:-2] + "en"
    if noun.endswith(_SIBILANTS):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _stems(lemma: str) -> Iterator[str]:
    """What stands before "-ed" and "-ing"."""
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        yield lemma[:-1]
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "i"
        yield lemma
    elif _doubles(lemma.replace("qu", "q")):
        yield lemma + lemma[-1]
        yield lemma
    else:
        yield lemma


def _doubles(lemma: str) -> bool:
    """Whether the last letter may double: a consonant behind one vowel, as in "equip", whose "u" is none."""
    return len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
