"""Names and running text cut into comparable pieces, so that spelling and tokenization do not hide a name.

"Kata'ib", "Kata ' ib" and "Kataib" are one piece; "al-Nusra", "al - Nusra" and "Al Nusra" are two; "U.S." is "us"
written in capitals. Letter case is kept beside each piece, because "IS" and "is" are two words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from imbroglio.knowledge import load

APOSTROPHES = "'’‘`´ʼʻʿʾ"
_HYPHENS = frozenset("-‐‑–/")
_CUT = re.compile(rf"[^\W_]+(?:\.(?=[^\W_]|$)[^\W_]*)*|[{APOSTROPHES}]")
_LETTERS = str.maketrans(dict(zip("ıøØłŁđĐəƏðÞ", "ioOlLdDeEdT", strict=True)) | {"ß": "ss", "æ": "ae", "Æ": "AE"})


Joint = Literal["open", "apostrophe", "stop"]


class Piece(NamedTuple):
    """A comparable part of a text: `key` to look up, `raw` with its letter case, the tokens it spans."""

    key: str
    raw: str
    start: int  # the token it begins in; -1 when it begins inside one
    end: int  # one past the token it ends in; -1 when it ends inside one
    joint: Joint = "open"  # what stands between it and the next piece: nothing that counts, an apostrophe, a stop


def fold(text: str) -> str:
    """Without diacritics and with plain Latin letters; case stays."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """Spellings that count as one: defence and defense, el- and al-."""
    return dict(load.data("spelling.yaml")["spellings"])


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Nouns that may be written small inside a name: "Quds force"."""
    return frozenset(load.data("spelling.yaml")["generic"])


@lru_cache(maxsize=50_000)
def _cut(word: str) -> tuple[str, ...]:
    """The parts of one word, apostrophes included, dots left out: "Shi'ite" → ("Shi", "'", "ite")."""
    return tuple("'" if p in APOSTROPHES else p.replace(".", "") for p in _CUT.findall(fold(word.replace("&", "and"))))


def pieces(words: Sequence[str]) -> list[Piece]:
    """The pieces of a sentence, in order."""
    same = spellings()
    found: list[Piece] = []
    for index, word in enumerate(words):
        parts = _cut(word)
        named = [i for i, part in enumerate(parts) if part != "'"]
        if found and parts[:1] == ("'",):  # "'s", or an apostrophe alone
            found[-1] = found[-1]._replace(joint="apostrophe")
        elif found and not parts and word not in _HYPHENS:  # comma, bracket, quotation mark …
            found[-1] = found[-1]._replace(joint="stop")
        for i in named:
            key = parts[i].lower()
            start = index if i == named[0] else -1
            end = index + 1 if i == named[-1] else -1
            joint: Joint = "apostrophe" if parts[i + 1 : i + 2] == ("'",) else "open"
            found.append(Piece(same.get(key, key), parts[i], start, end, joint))
    return found


def same_case(name: str, text: str, *, first: bool) -> bool:
    """Whether the letter case of a piece of text lets it be the piece of a name.

    Capitals inside a name are kept (acronyms), a small letter may be anything ("army", "Army"), and a capital wants a
    capital unless the piece is a generic noun ("Quds force") or an article ("al-Nusra", "Al-Nusra").
    """
    if name == text or name[:1].islower() or (text.isupper() and not name.isupper()):
        return True
    if (name.isupper() and len(name) > 1) or (text[1:].lower() != text[1:] and name[1:].islower()):
        return False  # "ISIs" of "the ISI's men" is no "Isis"
    if text[:1].islower():
        low = text.lower()
        return low in {"al", "el", "the"} or (not first and low in generic())
    return True
