"""Labelled and extracted claims in a few words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from imbroglio.evaluation import Gold

Span = tuple[int, int]


def labelled(subject: Span, relation: str, object_: Span, doc: str = "d", **more: Any) -> dict[str, Any]:
    """A gold claim about parties that are called by their spans."""
    return {
        "doc": doc, "relation": relation, "subject": "?", "subject_is": f"Party {subject[0]}",
        "subject_span": list(subject), "object": "?", "object_is": f"Party {object_[0]}", "object_span": list(object_),
        "polarity": "yes", "firmness": "fact", "background": False, "tense": "present", "place": None, "trend": None,
        "said_by": [], **more,
    }  # fmt: skip


def extracted(subject: Span, relation: str, object_: Span, doc: str = "d", **more: Any) -> dict[str, Any]:
    """A claim as `imbroglio read --format jsonl` prints it."""
    return {
        "document": doc, "relation": relation, "subject": {"name": f"Party {subject[0]}", "span": list(subject)},
        "object": {"name": f"Party {object_[0]}", "span": list(object_)}, "polarity": "yes", "firmness": "fact",
        "background": False, "when": {"tense": "present"}, "place": None, "trend": None, "said_by": [],
        "construction": "verb", "trust": 0.8, **more,
    }  # fmt: skip


def gold(*claims: dict[str, Any], quiet: tuple[str, ...] = (), **about: Any) -> Gold:
    """Gold of these claims; `about` is added to each document's row."""
    ids = dict.fromkeys([*(claim["doc"] for claim in claims), *quiet])
    return Gold({id: {"id": id, "text": "x" * 200, **about} for id in ids}, list(claims))


def write(folder: Path, documents: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Path:
    """A gold folder."""
    folder.mkdir(exist_ok=True)
    for name, rows in (("documents", documents), ("claims", claims)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder
