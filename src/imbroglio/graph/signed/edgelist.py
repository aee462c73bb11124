"""Signed edge lists as CSV: columns `source`, `target`, `sign` and, if they have one, `weight`."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from os import PathLike
from pathlib import Path

import numpy as np

from imbroglio.errors import GraphError
from imbroglio.graph.signed.graph import SignedGraph, Weight, whole

SIGNS = {
    **dict.fromkeys(["+", "1", "+1", "1.0", "positive", "pos", "ally", "friend", "support", "supports"], 1),
    **dict.fromkeys(["-", "−", "–", "-1", "−1", "-1.0", "negative", "neg", "enemy", "oppose", "opposes"], -1),
}
NEEDED = ("source", "target", "sign")
MOST_DIGITS = 12
FORM = "the first line must name the columns source,target,sign and, if there are weights, weight"


def read_edges(path: str | PathLike[str]) -> SignedGraph:
    """The graph of a CSV file with a header; parallel ties add up, direction does not count.

    Raises:
        GraphError: the file cannot be read, lacks a column, holds no tie or only ties that cancel out, or a line has an
            empty name, an unknown sign, a weight that is no number above 0, or a tie from an actor to itself; the
            message names the line and says what to do.
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reading = _Reading(path, file)
            graph = reading.graph()
    except FileNotFoundError:
        raise GraphError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: cannot be read as CSV in UTF-8 ({error})") from error
    if not len(graph):
        raise GraphError(f"{path}: all ties cancel out: each pair has as much support as hostility")
    return graph


class _Reading:
    """One file being read: names by number, and the ends of each line's tie."""

    def __init__(self, path: Path, file: Iterable[str]) -> None:
        self.path, self.rows = path, csv.reader(file)
        self.number: dict[str, int] = {}
        self.one, self.two, self.weights = array("q"), array("q"), list[Weight]()

    def graph(self) -> SignedGraph:
        try:
            self._read(*self._columns())
        except csv.Error as error:
            raise self._wrong(f"this is not CSV ({error}); quote names that hold commas or quotes") from error
        if not self.weights:
            raise GraphError(f"{self.path}: no ties; below the header each line is one: source,target,sign[,weight]")
        try:
            weight, scale = whole(self.weights)
        except ValueError as error:
            raise GraphError(f"{self.path}: {error}") from error
        one, two = np.frombuffer(self.one, np.int64), np.frombuffer(self.two, np.int64)
        return SignedGraph.from_arrays(tuple(self.number), one, two, weight, scale)

    def _columns(self) -> tuple[int, int, int, int | None, int]:
        header = [cell.strip().lower() for cell in next(self.rows, [])]
        missing = [name for name in NEEDED if name not in header]
        if missing:
            other = next((mark for mark in (";", "\t", "|") if len(header) == 1 and mark in header[0]), None)
            hint = f"; it seems to be parted by {other!r}, not by commas" if other else ""
            raise GraphError(f"{self.path}: no column {', '.join(missing)}{hint}; {FORM}")
        double = [name for name in (*NEEDED, "weight") if header.count(name) > 1]
        if double:
            raise GraphError(f"{self.path}: the column {double[0]} is there twice; {FORM}")
        source, target, sign = (header.index(name) for name in NEEDED)
        return source, target, sign, header.index("weight") if "weight" in header else None, len(header)

    def _read(self, source: int, target: int, sign: int, weight: int | None, width: int) -> None:
        number, signs = self.number, SIGNS
        for row in self.rows:
            if len(row) != width:
                if not any(cell.strip() for cell in row):
                    continue
                raise self._wrong(f"{len(row)} cells where the header has {width}")
            one, two = row[source].strip(), row[target].strip()
            if not one or not two or one == two:
                if not any(cell.strip() for cell in row):
                    continue
                itself = one and one == two
                raise self._wrong(f"{one!r} has a tie to itself; delete it" if itself else "a tie needs two names")
            value: int | Decimal | None = signs.get(row[sign]) or signs.get(row[sign].strip().lower())
            if value is None:
                raise self._wrong(f"the sign {row[sign].strip()!r} is neither + nor -; write +, -, 1 or -1")
            if weight is not None:
                value = value * self._weight(row[weight].strip())
            self.one.append(number.setdefault(one, len(number)))
            self.two.append(number.setdefault(two, len(number)))
            self.weights.append(value)

    def _weight(self, text: str) -> int | Decimal:
        if text.isdecimal() and len(text) <= MOST_DIGITS and (whole_number := int(text)):
            return whole_number
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise self._wrong(f"the weight {text!r} is no number; write one above 0, or leave the column out") from None
        if not value.is_finite() or value <= 0:
            raise self._wrong(f"the weight {text!r} is not above 0; the sign has a column of its own")
        if len(value.as_tuple().digits) > MOST_DIGITS or abs(value.adjusted()) > MOST_DIGITS:
            raise self._wrong(f"the weight {text!r} has too many digits to be added exactly; round it")
        return int(value) if value == value.to_integral_value() else value

    def _wrong(self, message: str) -> GraphError:
        return GraphError(f"{self.path}, line {self.rows.line_num}: {message}")
