"""Labelled text and the matching of claims, for the programs in `training/`; the score card is `imbroglio eval`."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

from imbroglio.documents import make_document
from imbroglio.evaluation import matching
from imbroglio.model import Document, Party, Relation


def scorer(_: Path) -> ModuleType:
    """`match` and `overlap`: when an extracted claim is a labelled one."""
    return matching


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def as_row(document: str, subject: Party, relation: Relation, object_: Party) -> dict[str, Any]:
    """The keys that are compared to tell whether a claim was found."""
    return {
        "document": document,
        "subject": {"name": subject.name, "span": [subject.span.start, subject.span.end]},
        "object": {"name": object_.name, "span": [object_.span.start, object_.span.end]},
        "relation": str(relation),
        "polarity": "yes",
    }


def documents(gold: Path) -> list[Document]:
    return [make_document(r["text"], id=r["id"], source=r.get("source")) for r in rows(gold / "documents.jsonl")]
