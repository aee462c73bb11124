"""Corridors as page and data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imbroglio.analysis.routes import Attitude, Corridor, Hold, Passage, Stop
from imbroglio.analysis.wording import listed, plural
from imbroglio.outputs.answers.page import Told
from imbroglio.outputs.brief.data import Brief, Line, Section

_TO = {"own": "its own", "friend": "a friend", "foe": "an enemy", "both": "friend and enemy", "unknown": "not said"}

_MANY = {"holds": "hold", "moves on": "move on", "has forces in": "have forces in", "governs": "govern"}


def page(found: Sequence[Corridor], told: Told) -> Brief:
    """A section a corridor, a line a traveller, under it the stops with who is there."""
    lines = [] if found else [Line("No document speaks of a corridor; --from and --to ask about one.")]
    return told.page("Corridors", "", lines, [_section(one, told) for one in found])


def _section(found: Corridor, told: Told) -> Section:
    day = f" on {found.at}" if found.at else ""
    lines = [
        Line("Spoken of", (told.quotes.words(record.document, record.quote, record.said_by),))
        for record in found.records
    ]
    lines += [_passage(passage, told) for passage in found.passages]
    if not found.passages:
        lines.append(Line("Nobody is said to hold or move on any of its places."))
    return Section(f"{' – '.join(found.places)}{day}", "", tuple(dict.fromkeys(lines)))


def _passage(passage: Passage, told: Told) -> Line:
    under = [line for stop in passage.stops for line in _stop(stop, told)]
    change = [_change(stop, told) for stop in passage.stops if stop.to_change]
    if change:
        under.append(Line(f"To be open: {'; '.join(change)}"))
    return Line(f"For {told.name(passage.traveller)}: {passage.verdict}", (), 0, tuple(under))


def _stop(stop: Stop, told: Told) -> list[Line]:
    lines = [told.line(_grip(hold, stance, told), (*hold.claims, *stance.claims)) for hold, stance in stop.grips]
    lines += [Line(f"Nothing is said of {gap}") for gap in stop.missing]
    return [Line(f"{stop.place}: {stop.verdict}", (), 0, tuple(lines))]


def _grip(hold: Hold, stance: Attitude, told: Told) -> str:
    since = f" (as of {hold.as_of})" if hold.as_of else ""
    return f"{told.name(hold.actor)} {_does(hold, told)} {hold.where}{since}: {_TO[stance.word]}"


def _does(hold: Hold, told: Told) -> str:
    """ "Hold" for rebels, "holds" for Iran."""
    return _MANY[hold.how] if plural(told.actors.get(hold.actor)) else hold.how


def _change(stop: Stop, told: Told) -> str:
    leave = [f"{told.name(hold.actor)} ({_does(hold, told)} {hold.where})" for hold in stop.to_change]
    return f"at {stop.place}, {listed(leave)} would have to give way"


def data(found: Corridor, told: Told) -> dict[str, Any]:
    """One corridor; every stop carries its claims."""
    return {
        "places": list(found.places),
        "at": found.at,
        "spoken_of": [
            {"document": r.document, "quote": r.quote.of(told.documents[r.document].text),
             "wanted_by": [party.name for party in r.wanted_by], "said_by": [s.name for s in r.said_by]}
            for r in found.records
        ],
        "passages": [
            {"for": told.name(one.traveller), "verdict": one.verdict, "stops": [_stop_data(s, told) for s in one.stops]}
            for one in found.passages
        ],
    }  # fmt: skip


def _stop_data(stop: Stop, told: Told) -> dict[str, Any]:
    return {
        "place": stop.place,
        "verdict": stop.verdict,
        "there": [
            {
                "actor": told.name(hold.actor), "how": hold.how, "where": hold.where, "as_of": hold.as_of,
                "stance": stance.word, "claims": told.rows(hold.claims), "stance_claims": told.rows(stance.claims),
            }
            for hold, stance in stop.grips
        ],
        "missing": list(stop.missing),
        "to_change": [{"actor": told.name(h.actor), "how": h.how, "where": h.where} for h in stop.to_change],
    }  # fmt: skip
