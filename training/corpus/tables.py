"""The corpus as the JSON lines that training and scoring read: `documents.jsonl` and `claims.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.corpus.notation import Dispatch, Problem, read

DISPATCHES = Path(__file__).parent / "dispatches"


def every(folder: Path = DISPATCHES) -> tuple[list[Dispatch], list[Problem]]:
    """The dispatches of all files, by name, and all problems."""
    dispatches: list[Dispatch] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.txt")):
        found, wrong = read(path)
        dispatches += found
        problems += wrong
    return dispatches, problems


def claims_of(dispatches: Iterable[Dispatch]) -> list[dict[str, Any]]:
    """The claims of all dispatches, each with the id of its document.

    Spans are what is scored: of labels on the same words ("they", once for each of them), the first stands for all.
    """
    found: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for dispatch in dispatches:
        for claim in dispatch.claims:
            spans = (str(claim["subject_span"]), str(claim["object_span"]))
            found.setdefault((dispatch.id, claim["relation"], *spans), claim | {"doc": dispatch.id})
    return list(found.values())


def write(dispatches: list[Dispatch], folder: Path) -> None:
    """Write both files into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = [
        {"id": d.id, "phenomenon": d.phenomenon, "source": d.source, "published": None, "text": d.text}
        for d in dispatches
    ]
    for name, rows in (("documents", documents), ("claims", claims_of(dispatches))):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
