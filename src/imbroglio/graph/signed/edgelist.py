"""Signed edge lists as CSV: columns `source`, `target`, `sign` and, if they have one, `weight`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from imbroglio.errors import GraphError
from imbroglio.graph.signed.graph import SignedGraph

SIGNS = {
    **dict.fromkeys(["+", "1", "+1", "1.0", "positive", "pos", "ally", "friend", "support", "supports"], 1),
    **dict.fromkeys(["-", "−", "–", "-1", "−1", "-1.0", "negative", "neg", "enemy", "oppose", "opposes"], -1),
}
NEEDED = ("source", "target", "sign")
MOST_DIGITS = 12


def read_edges(path: Path) -> SignedGraph:
    """The graph of a CSV file with a header; parallel ties add up, direction does not count.

    Raises:
        GraphError: the file cannot be read, lacks a column, holds no tie, or a line has an empty name, an unknown sign,
            a weight that is no positive number, or a tie from an actor to itself; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            edges = list(_edges(path, file))
            graph = SignedGraph.of(edges)
    except FileNotFoundError:
        raise GraphError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GraphError(f"{path}: cannot be read as CSV in UTF-8 ({error})") from error
    except ValueError as error:
        raise GraphError(f"{path}: {error}") from error
    if not edges:
        raise GraphError(f"{path}: no ties; below the header each line is one: source,target,sign[,weight]")
    return graph


def _edges(path: Path, file: Iterator[str]) -> Iterator[tuple[str, str, int | Decimal]]:
    reader = csv.reader(file)
    header = [cell.strip().lower() for cell in next(reader, [])]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise GraphError(f"{path}: no column {', '.join(missing)}; the first line must name source, target, sign")
    source, target, sign = (header.index(name) for name in NEEDED)
    weight = header.index("weight") if "weight" in header else None
    for row in reader:
        where = f"{path}, line {reader.line_num}"
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(header):
            raise GraphError(f"{where}: {len(row)} cells where the header has {len(header)}")
        one, two = row[source].strip(), row[target].strip()
        if not one or not two:
            raise GraphError(f"{where}: a tie needs a source and a target")
        if one == two:
            raise GraphError(f"{where}: {one!r} has a tie to itself; delete the line")
        yield one, two, _sign(where, row[sign]) * (1 if weight is None else _weight(where, row[weight]))


def _sign(where: str, text: str) -> int:
    found = SIGNS.get(text.strip().lower())
    if found is None:
        raise GraphError(f"{where}: the sign {text.strip()!r} is neither + nor -; write +, -, 1 or -1")
    return found


def _weight(where: str, text: str) -> int | Decimal:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise GraphError(f"{where}: the weight {text.strip()!r} is no number") from None
    if not value.is_finite() or value <= 0:
        raise GraphError(f"{where}: the weight {text.strip()!r} is not above 0; the sign has a column of its own")
    if len(value.as_tuple().digits) > MOST_DIGITS or abs(value.adjusted()) > MOST_DIGITS:
        raise GraphError(f"{where}: the weight {text.strip()!r} has too many digits to be added exactly; round it")
    return int(value) if value == value.to_integral_value() else value
