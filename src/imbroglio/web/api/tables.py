"""Views as tables: what `?format=csv` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Rows = Iterable[Mapping[str, Any]]
SIGNS = {"+": "supports", "−": "opposes", "±": "both", "○": "structure", "·": "talks"}
_LEFT_OUT = ("pieces", "why", "notes", "changed", "cue", "quote")


def under(key: str) -> Callable[[Any], Rows]:
    """The rows that stand under a key of the answer."""
    return lambda answer: answer[key]


def matrix(answer: Any) -> Rows:
    """A line a cell, with the names of both actors."""
    for cell in answer["cells"]:
        ends = {"actor": answer["actors"][cell["row"]]["name"], "toward": answer["actors"][cell["column"]]["name"]}
        rest = {name: value for name, value in cell.items() if name not in ("row", "column", "glyph")}
        yield {**ends, "sign": SIGNS[cell["glyph"]], **rest}


def claims(answer: Any) -> Rows:
    """A line a claim, the words of the quote first."""
    for claim in answer["claims"]:
        words = "".join(piece["words"] for piece in claim["pieces"])
        when = claim["when"]
        rest = {name: value for name, value in claim.items() if name not in _LEFT_OUT}
        yield {
            "words": words,
            **rest,
            "when": when["words"] or when["tense"],
            "since": when["since"],
            "until": when["until"],
        }


def findings(answer: Any) -> Rows:
    """A line a finding, with its claims' statements."""
    for finding in answer["findings"]:
        sides = [" | ".join(claim["statement"] for claim in side) for side in finding["sides"]]
        rest = {name: value for name, value in finding.items() if name not in ("sides", "records")}
        yield {**rest, "sides": sides}


def queue(answer: Any) -> Rows:
    """A line an item."""
    for item in answer["items"]:
        claim, question = item["claim"], item["question"]
        about = (
            claim["statement"]
            if claim
            else f"{question['one']['name']} {question['suggests']} {question['other']['name']}"
        )
        yield {"kind": item["kind"], "about": about, "why": item["why"], "weight": item["weight"]}
