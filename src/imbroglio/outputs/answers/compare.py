"""A comparison as page and data."""

from __future__ import annotations

from typing import Any

from imbroglio.analysis.compare import Clash, Comparison, Said
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, Line, section
from imbroglio.outputs.tables import statement

_KIND = {"sign": "opposite sides", "denial": "said and denied"}


def page(found: Comparison, told: Told, labels: tuple[str, str]) -> Brief:
    """Disagreements first, then what only either says; what both say is counted."""
    counts = f"Ties in both: {len(found.both)}; in one only: {len(found.only_first)} and {len(found.only_second)}."
    parts = [
        section("Where they disagree", "", found.clashes, lambda clash: _clash(clash, told, labels)),
        section(f"Only {labels[0]}", "", found.only_first, lambda said: _said(said, told)),
        section(f"Only {labels[1]}", "", found.only_second, lambda said: _said(said, told)),
    ]
    return told.page(f"{labels[0]} and {labels[1]}", "", [Line(counts)], parts)


def _clash(clash: Clash, told: Told, labels: tuple[str, str]) -> Line:
    sides = zip(labels, (clash.first, clash.second), strict=True)
    under = [told.line(f"{label}: {'; '.join(dict.fromkeys(map(statement, own)))}", own) for label, own in sides]
    return Line(f"{told.name(clash.one)} and {told.name(clash.other)}: {_KIND[clash.kind]}", (), 0, tuple(under))


def _said(said: Said, told: Told) -> Line:
    words = ", ".join(dict.fromkeys(claim.relation.value.replace("_", " ") for claim in said.claims))
    denied = "not: " if said.polarity == "no" else ""
    return told.line(f"{told.name(said.subject)} → {denied}{words} → {told.name(said.object)}", said.claims)


def data(found: Comparison, told: Told, labels: tuple[str, str]) -> dict[str, Any]:
    """Everything with its claims."""
    return {
        "first": labels[0],
        "second": labels[1],
        "only_first": [_said_data(said, told) for said in found.only_first],
        "only_second": [_said_data(said, told) for said in found.only_second],
        "both": [_said_data(said, told) for said in found.both],
        "disagreements": [
            {
                "between": [told.name(clash.one), told.name(clash.other)], "kind": clash.kind,
                "first": told.rows(clash.first), "second": told.rows(clash.second),
            }
            for clash in found.clashes
        ],
    }  # fmt: skip


def _said_data(said: Said, told: Told) -> dict[str, Any]:
    return {
        "subject": told.name(said.subject), "object": told.name(said.object), "class": said.klass.value,
        "polarity": said.polarity, "claims": told.rows(said.claims),
    }  # fmt: skip
