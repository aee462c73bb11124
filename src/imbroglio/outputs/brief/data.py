"""What a brief is made of. Texts are as found, hostile ones included: renderers clean and escape what they print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from imbroglio.outputs.tables import Piece

LINES = 40  # a section tells no more than this, and says how much it leaves out

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a line rests on, with offsets `[start, end)` into the document's stored text.

    `says` is the claim in short, empty where the words carry a record or nothing settled.
    """

    number: int
    document: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    source: str
    says: str = ""
    particulars: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement, the numbers of its quotes, how many further claims say the same, and what is told under it."""

    text: str
    quotes: tuple[int, ...] = ()
    more: int = 0
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A question and its answers; `about` says in a sentence how to read them."""

    title: str
    about: str
    lines: tuple[Line, ...]


def section(title: str, about: str, items: Sequence[T], tell: Callable[[T], Line], most: int = LINES) -> Section:
    """A section of one line an item, cut at `most`."""
    if len(items) > most:
        about = f"{about} {len(items) - most} further ones are left out.".strip()
    return Section(title, about, tuple(dict.fromkeys(map(tell, items[:most]))))


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of a row's actor toward a column's: `+`, `−`, `±` for both, `○` for neither."""

    glyph: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors' names, and the cells that are not empty by (row, column)."""

    names: tuple[str, ...]
    cells: Mapping[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it; sections without a line are left out."""

    documents: Section
    matrices: tuple[Matrix, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
