"""What does not add up, as page and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imbroglio.case.review import Verdict
from imbroglio.model import Finding, Norm
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, section
from imbroglio.outputs.brief.sections import finding_line
from imbroglio.outputs.jsonl import decided


def page(found: Sequence[Finding], told: Told, most: int, verdicts: Mapping[str, Verdict]) -> Brief:
    """Each finding with what a person decided, its words and what would resolve it."""
    lines = section("", "", found, lambda one: finding_line(one, told.quotes, verdicts.get(one.id)), most)
    return told.page(f"What does not add up: {len(found)}", lines.about, lines.lines)


def row(finding: Finding, told: Told, verdict: Verdict | None = None) -> dict[str, Any]:
    """One finding; `resolves` are ids of claims, a set of them each, and `sides` the claims themselves."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "sentence": finding.sentence,
        "score": finding.score,
        "place": finding.place,
        "actors": told.names(finding.actors),
        "sides": [told.rows(side) for side in finding.sides],
        "records": [
            {
                "document": record.document,
                "kind": "norm" if isinstance(record, Norm) else record.kind,
                "quote": record.quote.of(told.documents[record.document].text),
            }
            for record in finding.records
        ],
        "resolves": [[claim.id for claim in claims] for claims in finding.resolves],
        **decided(verdict),
    }
