"""Rows of plain data as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """A line a row under the names of the first; lists are joined by "; ", named things told by their name.

    A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
    """
    made = [{name: _cell(value) for name, value in row.items()} for row in rows]
    out = io.StringIO()
    if made:
        writer = csv.DictWriter(out, list(made[0]))
        writer.writeheader()
        writer.writerows(made)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Mapping):
        return _cell(value["name"] if "name" in value else "; ".join(f"{k}: {v}" for k, v in value.items()))
    text = "; ".join(str(_cell(one)) for one in value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
