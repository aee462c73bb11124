"""Datelines: place, day and agency before a dispatch, as in "TUNIS, May 3 (AFP) —", no part of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from imbroglio.knowledge.time import load_time

DASHES = frozenset({"—", "–", "--", "-"})
LONGEST = 16  # words that a dateline may have
_SMALL = 3  # letters that the small words in names of places have: "Republic of the Congo"
_NAME = 5  # words of a town and a country that are not in capitals, at most
_FIRST = frozenset({"The", "A", "An", "When", "As", "After", "In", "At", "On", "It", "With"})
_OPENING = frozenset("\"'“‘(")


def dateline(words: Sequence[str], spaced: Sequence[bool]) -> int:
    """The number of words, dash included, that the dateline at the beginning of `words` has; 0 where there is none.

    `spaced` tells of each word whether white space follows. A dateline is in capitals, names a day or ends with the
    agency in brackets, and a sentence begins behind it; behind the agency a colon does for the dash. Where one more
    dash follows, the two may enclose a remark ("NATO - Kyiv says - is late"): then a comma, a bracket or a number must
    stand in what is taken for a dateline.
    """
    dash = _dash(words, spaced, 0, LONGEST)
    if not 0 < dash < len(words) - 1 or not _opens(words[dash + 1]):
        return 0
    before, capitals = words[:dash], words[0].isupper() and len(_town(words)) > 2
    marked = capitals or before[-1] == ")" or _is_dated(before) or _is_town(words, dash)
    if any(word.islower() and len(word) > _SMALL for word in before) or not marked:
        return 0
    sure = any(word in {",", ")"} or word.isdecimal() for word in before)
    return dash + 1 if sure or not _dash(words, spaced, dash + 1, len(words)) else 0


def _is_dated(before: Sequence[str]) -> bool:
    """ "Addis Ababa, 14 January 1978 —"."""
    months = load_time().months
    day = any(word.isdecimal() for word in before) and any(word.lower().rstrip(".") in months for word in before)
    return day and before[0][0].isupper() and "," in before


def _is_town(words: Sequence[str], dash: int) -> bool:
    """ "Puerto Lindo —": some capitalised words and a long dash, behind which a sentence begins with a small word."""
    capitals = all(word[0].isupper() or word == "," for word in words[:dash])
    long_dash = words[dash] in {"—", "–"} and words[dash + 1] in _FIRST
    return capitals and long_dash and dash <= _NAME and not _dash(words, [True] * len(words), dash + 1, len(words))


def _town(words: Sequence[str]) -> str:
    """The letters of the words in capitals that open it: "EL FASHER" begins with a small word."""
    return "".join(takewhile(str.isupper, words))


def _dash(words: Sequence[str], spaced: Sequence[bool], start: int, stop: int) -> int:
    """The first dash between words in a range (or colon behind a bracket), before a full stop; 0 for none."""
    for i in range(max(start, 1), min(stop, len(words))):
        if words[i] in DASHES and (spaced[i - 1] or spaced[i]):
            return i
        if words[i] == ":" and words[i - 1] == ")":
            return i
        if start and words[i] == ".":
            return 0
    return 0


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0].isdecimal() or word[0] in _OPENING
