"""The letter-case shape of a word, which the uncased encoder cannot see."""

from __future__ import annotations

from functools import lru_cache

NONE, LOWER, TITLE, UPPER, INITIAL, MIXED, NUMBER, CODE, DOTTED, PUNCTUATION = range(10)
COUNT = 10


@lru_cache(maxsize=100_000)
def shape(word: str) -> int:
    """One of `COUNT` shapes: lower, Title, UPPER, I(nitial), miXed, 12.5, F16, U.S., punctuation."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return NUMBER if any(c.isdigit() for c in word) else PUNCTUATION
    if any(c.isdigit() for c in word):
        return CODE
    capitals = sum(c.isupper() for c in letters)
    if not capitals:
        return LOWER
    if len(letters) < len(word) and "." in word:
        return DOTTED
    if capitals == len(letters):
        return INITIAL if capitals == 1 else UPPER
    return TITLE if capitals == 1 and letters[0].isupper() else MIXED
