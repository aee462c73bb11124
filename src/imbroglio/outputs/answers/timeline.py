"""Timelines, states at a date and their differences, as page and data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from imbroglio.analysis.changes import Change
from imbroglio.analysis.moments import Moment
from imbroglio.analysis.timeline import Event, Run, Shift, Standing, Timeline, Turn
from imbroglio.analysis.wording import listed, plural, verb
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, Line, section

MOST = 200  # events that a page tells
_TOLD = {"more": "growing", "less": "shrinking", "begin": "beginning", "stop": "ending"}
_BESIDE = {"with": "with", "against": "against", "both": "with and against", "ended": "no longer with or against"}


def page(found: Timeline, told: Told, title: str) -> Brief:
    """Turns first, then what the words themselves tell of change, then everything in order of time."""
    lines = [] if found.events else [Line("Nothing is said of it.")]
    parts = [
        section("Changes of side", "", found.turns, lambda turn: _turn(turn, told)),
        section("Told as change", "", found.told, lambda change: _change(change, told)),
        section("In order of time", "", found.events, lambda event: _event(event, told), MOST),
    ]
    return told.page(title, "", lines, parts)


def standing_page(found: Sequence[Standing], told: Told, title: str) -> Brief:
    """How somebody stood at a date."""
    lines = [_standing(one, told) for one in found] or [Line("Nothing dated was said by then.")]
    return told.page(title, "As last told by then; the day of the latest claim stands behind.", lines)


def shift_page(found: Sequence[Shift], told: Told, title: str) -> Brief:
    """What differs between two dates."""
    lines = [_shift(one, told) for one in found] or [Line("Nothing that is said differs.")]
    return told.page(title, "", lines)


def _day(when: Moment | None) -> str:
    if when is None:
        return "undated"
    return f"before {when.day}" if when.rank == 0 else f"from {when.day}" if when.rank == 2 else str(when.day)


def _event(event: Event, told: Told) -> Line:
    claim = event.claims[0]
    words = verb(claim, plural(told.actors.get(event.subject)))
    denied = "not so: " if claim.polarity == "no" else ""
    place = f" in {claim.place}" if claim.place else ""
    trend = f" ({_TOLD[claim.trend]})" if claim.trend else ""
    text = f"{_day(event.when)}: {denied}{told.name(event.subject)} {words} {told.name(event.object)}{place}{trend}"
    return told.line(text, event.claims)


def _turn(turn: Turn, told: Told) -> Line:
    one, other = turn.after.pair
    where = f" in {turn.after.theatre}" if turn.after.theatre else ""
    text = (
        f"{told.name(one)} and {told.name(other)}{where}: {turn.before.word} ({_span(turn.before)}), then "
        f"{turn.after.word} ({_span(turn.after)}); first told of {listed(told.names(turn.first))}"
    )
    under = [told.line("Before", turn.before.claims), told.line("After", turn.after.claims)]
    return Line(text, (), 0, tuple(under))


def _span(run: Run) -> str:
    return _day(run.start) if run.start == run.end else f"{_day(run.start)} to {_day(run.end)}"


def _change(change: Change, told: Told) -> Line:
    after = change.after[0]
    words = f"{told.name(change.actor)} → {after.relation.value} → {after.object.name}"
    if change.trend:
        return told.line(f"{words}: {_TOLD[change.trend]}", change.after)
    before = listed(list(dict.fromkeys(f"{c.relation.value} {c.object.name}" for c in change.before)))
    now = listed(list(dict.fromkeys(f"{c.relation.value} {c.object.name}" for c in change.after)))
    return told.line(f"{told.name(change.actor)}: before, {before}; now, {now}", (*change.before, *change.after))


def _standing(one: Standing, told: Told) -> Line:
    return told.line(f"{_said(one, told)} (as of {one.as_of})", one.claims)


def _said(one: Standing, told: Told) -> str:
    where = f" in {one.theatre}" if one.theatre else ""
    words = _BESIDE.get(one.word, one.word.replace("_", " "))
    return f"{told.name(one.one)} {words} {told.name(one.other)}{where}"


def _shift(shift: Shift, told: Told) -> Line:
    sides = (("before", shift.before), ("after", shift.after))
    under = [_standing(one, told) for _, one in sides if one]
    known = next(one for _, one in sides if one)
    words = " → ".join(one.word.replace("_", " ") if one else "not said" for _, one in sides)
    return Line(f"{told.name(known.one)} and {told.name(known.other)}: {words}", (), 0, tuple(under))


def data(found: Timeline, told: Told) -> dict[str, Any]:
    """Events, runs and turns; every one with its claims."""
    return {
        "events": [
            {"day": e.when.day if e.when else None, "told_as": _rank(e.when), "subject": told.name(e.subject),
             "relation": e.relation.value, "object": told.name(e.object), "claims": told.rows(e.claims)}
            for e in found.events
        ],
        "runs": [_run(run, told) for run in found.runs],
        "turns": [
            {"before": _run(turn.before, told), "after": _run(turn.after, told), "first": told.names(turn.first)}
            for turn in found.turns
        ],
        "told_changes": [
            {"actor": told.name(c.actor), "trend": c.trend, "before": told.rows(c.before), "after": told.rows(c.after)}
            for c in found.told
        ],
    }  # fmt: skip


def _rank(when: Moment | None) -> str | None:
    return ("past", "present", "future")[when.rank] if when else None


def _run(run: Run, told: Told) -> dict[str, Any]:
    return {
        "between": told.names(run.pair), "theatre": run.theatre, "state": run.word, "start": run.start.day,
        "end": run.end.day, "claims": told.rows(run.claims),
    }  # fmt: skip


def standing_data(found: Iterable[Standing], told: Told, at: date) -> dict[str, Any]:
    """States at a date."""
    return {"at": at, "states": [_standing_data(one, told) for one in found]}


def shift_data(found: Iterable[Shift], told: Told, at: date, then: date) -> dict[str, Any]:
    """Differences between two dates."""
    changed = [{"before": _standing_data(s.before, told), "after": _standing_data(s.after, told)} for s in found]
    return {"at": at, "and": then, "changed": changed}


def _standing_data(one: Standing | None, told: Told) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "one": told.name(one.one), "other": told.name(one.other), "state": one.word, "theatre": one.theatre,
        "as_of": one.as_of, "claims": told.rows(one.claims),
    }  # fmt: skip
