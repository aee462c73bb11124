"""What an edit changes, as page and data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from imbroglio.analysis.balance import Balance
from imbroglio.analysis.factions import Factions, Misfit
from imbroglio.analysis.whatif import Outcome, TieEffect
from imbroglio.analysis.wording import listed
from imbroglio.outputs.answers.findings import row
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, Line, section
from imbroglio.outputs.brief.sections import finding_line
from imbroglio.outputs.tables import statement

_SIGN = {1: "support across camps", -1: "hostility inside a camp"}


def page(found: Outcome, told: Told, title: str) -> Brief:
    """Figures before and after first, then findings, ties and claims."""
    parts = [
        section("Findings gone", "", found.gone, lambda one: finding_line(one, told.quotes)),
        section("Findings new", "", found.new, lambda one: finding_line(one, told.quotes)),
        section(
            "Findings weaker or stronger", "", found.changed,
            lambda pair: told.line(f"{pair[0].score:g} → {pair[1].score:g}  {pair[1].sentence}", pair[1].claims),
        ),
        section("No longer contradicts the split", "", found.misfits_gone, lambda one: _misfit(one, told)),
        section("Newly contradicts the split", "", found.misfits_new, lambda one: _misfit(one, told)),
        section("Claims left out", "", found.claims_gone, lambda claim: told.line(statement(claim), [claim])),
        section("Claims put in", "", found.claims_new, lambda claim: told.line(statement(claim), [claim])),
    ]  # fmt: skip
    return told.page(title, "", _figures(found, told), parts)


def _figures(found: Outcome, told: Told) -> list[Line]:
    before, after = (picture.factions for picture in (found.before, found.after))
    lines = [
        Line(f"Claims: {len(found.before.situation.claims)} → {len(found.after.situation.claims)}"),
        Line(f"Findings: {len(found.before.findings)} → {len(found.after.findings)}"),
        Line(f"Frustration: {_index(before)} → {_index(after)}{' (' + _source(found) + ')' if after else ''}"),
    ]
    moved = listed(told.names(found.moved)) if found.moved else "nobody"
    return [*lines, Line(f"In another camp: {moved}")]


def _index(found: Factions | None) -> str:
    if found is None:
        return "no ties"
    balance = found.balance
    return f"{balance.frustration}" if balance.proven else f"{balance.lower_bound} to {balance.frustration}, not proven"


def _source(found: Outcome) -> str:
    return "by the margin of a single tie" if found.by_margins else "solved anew"


def _misfit(one: Misfit, told: Told) -> Line:
    return told.line(f"{told.name(one.one)} – {told.name(one.other)}: {_SIGN[one.sign]}", one.claims)


def data(found: Outcome, told: Told) -> dict[str, Any]:
    """Before and after."""
    return {
        "before": _picture(found.before.factions, len(found.before.findings), len(found.before.situation.claims), told),
        "after": _picture(found.after.factions, len(found.after.findings), len(found.after.situation.claims), told),
        "by_margins": found.by_margins,
        "findings_gone": [row(one, told) for one in found.gone],
        "findings_new": [row(one, told) for one in found.new],
        "findings_changed": [{"before": row(a, told), "after": row(b, told)} for a, b in found.changed],
        "moved": told.names(found.moved),
        "misfits_gone": _misfits(found.misfits_gone, told),
        "misfits_new": _misfits(found.misfits_new, told),
        "claims_gone": told.rows(found.claims_gone),
        "claims_new": told.rows(found.claims_new),
    }


def _picture(found: Factions | None, findings: int, claims: int, told: Told) -> dict[str, Any]:
    figures = {"claims": claims, "findings": findings}
    if found is None:
        return {**figures, "frustration": None, "lower_bound": None, "proven": None, "camps": []}
    return {
        **figures, "frustration": found.balance.frustration, "lower_bound": found.balance.lower_bound,
        "proven": found.balance.proven, "camps": [told.names(camp) for camp in found.camps],
    }  # fmt: skip


def _misfits(found: Iterable[Misfit], told: Told) -> list[dict[str, Any]]:
    return [
        {"one": told.name(m.one), "other": told.name(m.other), "sign": m.sign, "claims": told.rows(m.claims)}
        for m in found
    ]


def ties_page(split: Balance, found: Sequence[TieEffect], told: Told) -> Brief:
    """A line a tie: the index without it and with its sign turned."""
    index = split.frustration
    lines = [told.line(_tie(one, told), one.claims) for one in found]
    return told.page(f"Ties, one by one; frustration {index}, proven", "", lines)


def _tie(one: TieEffect, told: Told) -> str:
    sign = "+" if one.sign > 0 else "−"
    without, turned = ("not known in time" if n is None else n for n in (one.without, one.turned))
    fits = {"all": "contradicts every best split", "some": "contradicts some best splits", "none": "fits"}
    words = fits.get(one.contradicted or "", "not known in time")
    return f"{told.name(one.one)} {sign} {told.name(one.other)}: {words}; without it {without}, turned {turned}"


def ties_data(split: Balance, found: Sequence[TieEffect], told: Told) -> dict[str, Any]:
    """Every tie with its figures and claims."""
    return {
        "frustration": split.frustration,
        "proven": split.proven,
        "ties": [
            {
                "one": told.name(tie.one), "other": told.name(tie.other), "sign": tie.sign, "weight": tie.weight,
                "contradicted": tie.contradicted, "without": tie.without, "turned": tie.turned,
                "claims": told.rows(tie.claims),
            }
            for tie in found
        ],
    }  # fmt: skip
