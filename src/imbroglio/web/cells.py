"""Sums up the claims of many pairs at once: sign, independent roots, and what the picture of a cell says about them.

Claims come as positions of a book with the number of the group that each belongs to, from 0 to `many` - 1.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from imbroglio.model import FIRMNESS, RelationClass
from imbroglio.web.book import Book
from imbroglio.web.columns import CLASSES, Ints, paired, parted
from imbroglio.web.shapes.views import Glyph, Sum

Array = NDArray[Any]

GLYPHS: tuple[Glyph, ...] = ("±", "+", "−", "·", "○")
_TALK = CLASSES.index(RelationClass.TALK)
_FACT = FIRMNESS.index("fact")


def summed(book: Book, places: Ints) -> Sum:
    """The sum of the claims at these positions."""
    return sums(book, places, np.zeros(len(places), np.int32), 1)[0]


def sums(book: Book, places: Array, group: Array, many: int) -> list[Sum]:
    """The sum of each group of claims; no group is empty."""
    columns = book.columns
    yes = columns["yes"][places] != 0
    signed = columns["sign"][places]
    plus, minus = yes & (signed > 0), yes & (signed < 0)
    counted = (signed != 0) | ~_any(group, signed != 0, many)[group]
    theatre = book.theatre_codes[columns["place"][places]]
    told = {
        "glyph": _glyphs(plus, minus, columns["klass"][places] == _TALK, group, many),
        "roots": roots(book, places, group, many).tolist(),
        "plus": roots(book, places[plus], group[plus], many).tolist(),
        "minus": roots(book, places[minus], group[minus], many).tolist(),
        "claims": np.bincount(group, minlength=many).tolist(),
        "theatres": _distinct(group[theatre > 0], theatre[theatre > 0], many).tolist(),
        "split": _split(theatre, plus, minus, group, many).tolist(),
        "disagree": _disagree(book, places, theatre, group, many).tolist(),
        "presupposed": (~_any(group, counted & (columns["background"][places] == 0), many)).tolist(),
        "hedged": firmless(book, places[counted], group[counted], many).tolist(),
        "denied": np.bincount(group[~yes], minlength=many).tolist(),
    }
    return [dict(zip(told, row, strict=True)) for row in zip(*told.values(), strict=True)]  # type: ignore[misc]


def firmless(book: Book, places: Array, group: Array, many: int) -> Array:
    """Whether no claim of a group says what it says as a fact."""
    return ~_any(group, book.columns["firmness"][places] == _FACT, many)


def roots(book: Book, places: Array, group: Array, many: int) -> Array:
    """Independent roots among the claims of each group: see `graph.roots`, which this follows on columns."""
    columns = book.columns
    origins, first, own = np.unique(paired(group, columns["origin"][places]), return_index=True, return_inverse=True)
    words = columns["words"][places]
    long = words != book.columns.vocabulary.words.of.get("", -1)
    texts, said = np.unique(paired(group[long], words[long]), return_inverse=True)
    links = np.unique(own[long] * max(len(texts), 1) + said)
    if len(links) > len(texts):  # a text that several origins have makes one of them
        first = first[_firsts(len(origins), len(texts), links)]
    return np.bincount(group[first], minlength=many)


def _firsts(origins: int, texts: int, links: Array) -> Array:
    """The first origin of each lot that shared texts join."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ends = links // texts, origins + links % texts
    joined = coo_array((np.ones(len(links), bool), ends), shape=(origins + texts, origins + texts))
    _, label = connected_components(joined, directed=False)
    return np.unique(label[:origins], return_index=True)[1]


def _glyphs(plus: Array, minus: Array, talk: Array, group: Array, many: int) -> list[Glyph]:
    friendly, hostile, more = (_any(group, which, many) for which in (plus, minus, ~talk))
    kind = np.select([friendly & hostile, friendly, hostile, ~more], [0, 1, 2, 3], 4)
    return [GLYPHS[n] for n in kind.tolist()]


def _split(theatre: Array, plus: Array, minus: Array, group: Array, many: int) -> Array:
    """One theatre has support alone and another hostility alone."""
    pairs = paired(group, theatre)
    friendly, hostile = (np.unique(pairs[which & (theatre > 0)]) for which in (plus, minus))
    alone = (parted(np.setdiff1d(a, b, assume_unique=True))[0] for a, b in ((friendly, hostile), (hostile, friendly)))
    ours, theirs = (np.bincount(one, minlength=many) > 0 for one in alone)
    return ours & theirs


def _disagree(book: Book, places: Array, theatre: Array, group: Array, many: int) -> Array:
    """A root denies what another affirms, or two say the opposite of one theatre."""
    columns = book.columns
    sign, yes = columns["sign"][places], columns["yes"][places] != 0
    origin, klass = columns["origin"][places], columns["klass"][places]
    some = sign != 0
    denied = _opposed(paired(group, klass)[some], yes[some], origin[some], many)
    said = some & yes
    return denied | _opposed(paired(group, theatre)[said], sign[said] > 0, origin[said], many)


def _opposed(pairs: Array, side: Array, origin: Array, many: int) -> Array:
    """By group: whether about one thing (`pairs` of both) both sides are taken, and not by one origin alone."""
    things, thing = np.unique(pairs, return_inverse=True)
    both = _any(thing, side, len(things)) & _any(thing, ~side, len(things))
    found = things[both & (_distinct(thing, origin, len(things)) > 1)]
    return np.bincount(parted(found)[0], minlength=many) > 0


def _any(group: Array, which: Array, many: int) -> Array:
    return np.bincount(group[which], minlength=many) > 0


def _distinct(group: Array, code: Array, many: int) -> Array:
    """How many codes each group has."""
    return np.bincount(parted(np.unique(paired(group, code)))[0], minlength=many)
