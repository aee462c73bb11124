"""Sums up claims of one pair: sign, independent roots, and what the picture of a cell says about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from imbroglio.model import FIRMNESS, RelationClass
from imbroglio.web.book import Book
from imbroglio.web.columns import CLASSES, Ints
from imbroglio.web.shapes.views import Glyph

_TALK = CLASSES.index(RelationClass.TALK)
_FACT = FIRMNESS.index("fact")


@dataclass(frozen=True, slots=True)
class Sum:
    """What `shapes.Cell` tells of a cell."""

    glyph: Glyph
    roots: int
    plus: int
    minus: int
    claims: int
    theatres: int
    split: bool
    disagree: bool
    presupposed: bool
    hedged: bool
    denied: int


def summed(book: Book, places: Ints) -> Sum:
    """The sum of the claims at these positions."""
    columns = book.columns
    yes = columns["yes"][places] != 0
    sign = np.where(yes, columns["sign"][places], 0)
    plus, minus = places[sign > 0], places[sign < 0]
    signed = places[columns["sign"][places] != 0]
    counted = places if not len(signed) else signed
    theatre = {book.theatres[code] for code in columns["place"][places].tolist()} - {""}
    return Sum(
        glyph=_glyph(len(plus), len(minus), set(columns["klass"][places].tolist())),
        roots=roots(book, places),
        plus=roots(book, plus),
        minus=roots(book, minus),
        claims=len(places),
        theatres=len(theatre),
        split=_split(book, plus, minus),
        disagree=_disagree(book, places, plus, minus),
        presupposed=bool(columns["background"][counted].all()),
        hedged=bool((columns["firmness"][counted] != _FACT).all()),
        denied=int((~yes).sum()),
    )


def _glyph(plus: int, minus: int, classes: set[int]) -> Glyph:
    if plus or minus:
        return "±" if plus and minus else "+" if plus else "−"
    return "·" if classes == {_TALK} else "○"


def roots(book: Book, places: Ints) -> int:
    """Independent roots among the claims: see `graph.roots`, which this follows on columns."""
    if len(places) < 2:
        return len(places)
    pairs = set(zip(book.columns["origin"][places].tolist(), book.columns["words"][places].tolist(), strict=True))
    return _components(
        (origin, words if book.columns.vocabulary.words.names[words] else None) for origin, words in pairs
    )


def _components(pairs: Iterable[tuple[int, int | None]]) -> int:
    """Groups of origins that shared words join."""
    leader: dict[int, int] = {}
    spoken: dict[int, int] = {}

    def top(one: int) -> int:
        while leader[one] != one:
            one = leader[one]
        return one

    for origin, words in pairs:
        leader.setdefault(origin, origin)
        if words is not None:
            leader[top(origin)] = top(spoken.setdefault(words, origin))
    return sum(one == up for one, up in leader.items())


def _split(book: Book, plus: Ints, minus: Ints) -> bool:
    """One theatre has support alone and another hostility alone."""
    if not (len(plus) and len(minus)):
        return False
    friendly, hostile = (_theatres(book, places) for places in (plus, minus))
    return bool(friendly - hostile) and bool(hostile - friendly)


def _disagree(book: Book, places: Ints, plus: Ints, minus: Ints) -> bool:
    """A root denies what another affirms, or two say the opposite of one theatre."""
    columns = book.columns
    signed = places[columns["sign"][places] != 0]
    yes = columns["yes"][signed] != 0
    for relation in set(columns["klass"][signed[~yes]].tolist()):
        same = columns["klass"][signed] == relation
        denying, affirming = _origins(book, signed[same & ~yes]), _origins(book, signed[same & yes])
        if affirming and denying and len(denying | affirming) > 1:
            return True
    here = _by_theatre(book, plus)
    return any(
        len(here[theatre] | origins) > 1 for theatre, origins in _by_theatre(book, minus).items() if theatre in here
    )


def _theatres(book: Book, places: Ints) -> set[str]:
    return {book.theatres[code] for code in book.columns["place"][places].tolist()} - {""}


def _origins(book: Book, places: Ints) -> set[int]:
    return set(book.columns["origin"][places].tolist())


def _by_theatre(book: Book, places: Ints) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    columns = book.columns
    for place, origin in zip(columns["place"][places].tolist(), columns["origin"][places].tolist(), strict=True):
        found.setdefault(book.theatres[place], set()).add(origin)
    return found
