"""Verdicts on rules as page and data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imbroglio.analysis.norms import Deed, Verdict
from imbroglio.analysis.wording import listed
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, Line, section
from imbroglio.outputs.tables import statement

DEEDS, GAPS = 12, 6  # that a page tells of a verdict
_WORD = {
    "breach": "breaks it", "open": "may break it", "denied": "denied", "done": "done", "ended": "said to have ended",
    "excused": "of another time, or an exception",
}  # fmt: skip


def page(found: Sequence[Verdict], told: Told) -> Brief:
    """A line a rule, under it the deeds with the chain of claims, and what is missing."""
    lines = [] if found else [Line("No document states a rule; give a file of rules, or the name of a shipped one.")]
    words = [verdict.word for verdict in found]
    counts = ", ".join(f"{words.count(word)} {word}" for word in ("broken", "undecided", "kept") if word in words)
    verdicts = section("Verdicts", "", found, lambda verdict: _verdict(verdict, told))
    return told.page(f"Rules: {counts}" if counts else "Rules", "", lines, [verdicts])


def _verdict(verdict: Verdict, told: Told) -> Line:
    rule = verdict.rule
    under = [Line(rule.words)]
    if rule.record:
        record = rule.record
        under.append(Line("Its words", (told.quotes.words(record.document, record.quote, record.said_by),)))
    if verdict.agreement:
        agreement = verdict.agreement
        parties = listed([party.name for party in agreement.parties])
        number = told.quotes.words(agreement.document, agreement.quote, agreement.said_by)
        under.append(Line(f"The {agreement.kind} of {parties}", (number,)))
    under += [_deed(deed, told) for deed in verdict.deeds[:DEEDS]]
    if len(verdict.deeds) > DEEDS:
        under.append(Line(f"and {len(verdict.deeds) - DEEDS} further deeds"))
    under += [Line(f"Missing: {gap}") for gap in verdict.missing[:GAPS]]
    if len(verdict.missing) > GAPS:
        under.append(Line(f"and {len(verdict.missing) - GAPS} further gaps"))
    return Line(f"{verdict.word.capitalize()}: {rule.name}", (), 0, tuple(dict.fromkeys(under)))


def _deed(deed: Deed, told: Told) -> Line:
    chain = " · ".join(dict.fromkeys(map(statement, deed.claims)))
    because = "; because ".join(["", *dict.fromkeys(map(statement, deed.grounds))][:3]) if deed.grounds else ""
    return told.line(f"{_WORD[deed.word]}: {chain}{because}", (*deed.claims, *deed.grounds))


def data(verdict: Verdict, told: Told) -> dict[str, Any]:
    """One verdict; `chain` are the claims of a deed from hand to hand, `grounds` why the descriptions fit."""
    rule = verdict.rule
    record = rule.record
    return {
        "rule": rule.name,
        "says": rule.words,
        "why": rule.why,
        "verdict": verdict.word,
        "stated_in": record and {
            "document": record.document, "quote": record.quote.of(told.documents[record.document].text),
            "said_by": [speaker.name for speaker in record.said_by],
        },
        "agreement": _agreement(verdict, told),
        "deeds": [
            {
                "is": deed.word, "by": told.name(deed.subject), "toward": told.name(deed.object),
                "strength": round(deed.strength, 3), "chain": told.rows(deed.claims),
                "grounds": told.rows(deed.grounds), "missing": list(deed.missing),
            }
            for deed in verdict.deeds
        ],
        "missing": list(verdict.missing),
    }  # fmt: skip


def _agreement(verdict: Verdict, told: Told) -> dict[str, Any] | None:
    found = verdict.agreement
    if found is None:
        return None
    return {
        "kind": found.kind, "parties": [party.name for party in found.parties],
        "left_out": [party.name for party in found.excluded], "document": found.document,
        "quote": found.quote.of(told.documents[found.document].text),
    }  # fmt: skip
