"""The reader let loose on a gold folder."""

from __future__ import annotations

from collections.abc import Callable

from imbroglio.evaluation.gold import Gold, Row
from imbroglio.model import Document


def documents_of(gold: Gold) -> list[Document]:
    """The gold's documents as the reader wants them."""
    from datetime import date

    from imbroglio.documents import make_document

    return [
        make_document(
            row["text"],
            id=id,
            source=row.get("source"),
            published=date.fromisoformat(row["published"]) if row.get("published") else None,
        )
        for id, row in gold.documents.items()
    ]


def read_gold(gold: Gold, *, processes: int = 1, progress: Callable[[int], None] | None = None) -> list[Row]:
    """What the reader finds in the gold's documents, as rows of `imbroglio read --format jsonl`.

    `progress` is told after each document how many are done.
    """
    from imbroglio.outputs.jsonl import claim_rows
    from imbroglio.pipeline import read

    def told(summary: object) -> None:
        if progress:
            progress(len(summary.read))  # type: ignore[attr-defined]

    summary = read(documents_of(gold), processes=processes, progress=told)
    with summary.case as case:
        return list(claim_rows(case))
