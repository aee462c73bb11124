"""Corridors: who holds what at a date, how they stand to whoever passes, and the verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from imbroglio.analysis.routes import corridor, ground, told_routes
from imbroglio.model import Party, Route, Span
from tests.analysis.making import claim, document, party, situation

DOCUMENTS = (
    document("one", published=date(2015, 1, 1)),
    document("two", published=date(2016, 1, 1)),
    document("three", published=date(2017, 1, 1)),
)
PORT, NORTH = "Port City", "Northland"


def at_place(subject: str, relation: str, place: str = PORT, **more):
    """A claim whose object is a place."""
    return replace(claim(subject, relation, "rebels", **more), object=Party(f"place:{place}", place, Span(0, 1)))


def grips(claims, place=PORT, at=None):
    found = ground(situation(claims, DOCUMENTS), place, at)
    return [(hold.actor, hold.how) for hold in found]


HELD, TAKEN = at_place("guard", "controls"), at_place("rebels", "controls", document="two")


@pytest.mark.parametrize(
    ("claims", "at", "found"),
    [
        ([HELD], None, [("guard", "holds")]),
        ([HELD, TAKEN], None, [("rebels", "holds")]),
        ([HELD, TAKEN], date(2015, 6, 1), [("guard", "holds")]),
        ([TAKEN], date(2015, 6, 1), []),  # not yet told of
        ([HELD, at_place("guard", "controls", document="two", trend="stop")], None, []),
        ([HELD, at_place("guard", "controls", document="two", polarity="no")], None, []),
        ([at_place("guard", "controls", tense="past")], None, []),  # held it once
        ([at_place("guard", "controls", tense="past", start=date(2014, 1, 1), end=date(2014, 9, 1))],
         date(2014, 5, 1), [("guard", "holds")]),
        ([at_place("guard", "controls", firmness="planned")], None, []),
        ([at_place("patrian-army", "controls")], None, [("patria", "holds")]),
        ([at_place("rebels", "advances_on", tense="past")], None, [("rebels", "moves on")]),
        ([at_place("rebels", "advances_on"), at_place("guard", "controls", document="two")], None,
         [("guard", "holds")]),
        ([at_place("guard", "deploys_to"), TAKEN], None, [("rebels", "holds"), ("guard", "has forces in")]),
        ([at_place("guard", "deploys_to"), at_place("guard", "deploys_to", document="two", trend="stop")], None, []),
        ([at_place("guard", "controls", "Southland")], None, [("guard", "holds")]),  # the land around
        ([at_place("guard", "deploys_to", "Southland")], None, []),
    ],
)  # fmt: skip
def test_who_is_there(claims, at, found):
    assert grips(claims, at=at) == found


def verdict(claims, traveller="patria", at=None):
    found = corridor(situation(claims, DOCUMENTS), [NORTH, PORT], [traveller], at)
    (passage,) = found.passages
    return passage


NORTHERN = at_place("patria", "controls", NORTH)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([HELD, claim("patria", "arms", "guard")], "open"),
        ([HELD, claim("patria", "fights", "guard")], "blocked"),
        ([HELD, claim("guard", "fights", "patria")], "blocked"),
        ([HELD], "unknown"),
        ([], "unknown"),
        ([HELD, claim("patria", "agrees_with", "guard")], "unknown"),
        ([HELD, claim("patria", "arms", "guard"), at_place("rebels", "advances_on"),
          claim("patria", "fights", "rebels")], "contested"),
        ([HELD, claim("patria", "fights", "guard"), at_place("patria", "advances_on")], "contested"),
        ([HELD, claim("patria", "arms", "guard"), claim("patria", "fights", "guard")], "contested"),
        ([HELD, claim("patria", "fights", "guard"), claim("patria", "arms", "guard", document="two")], "open"),
        ([HELD, claim("patria", "fights", "guard", place=NORTH)], "unknown"),  # an enmity of another theatre
        ([at_place("hawks", "controls"), claim("patria", "arms", "front")], "open"),  # its umbrella's friend
    ],
)  # fmt: skip
def test_the_verdict_is_that_of_the_worst_stop(claims, expected):
    assert verdict([NORTHERN, *claims]).verdict == expected


def test_what_would_have_to_change_and_what_is_missing():
    foe = claim("patria", "fights", "guard")
    north, port = verdict([NORTHERN, HELD, foe]).stops
    assert north.verdict == "open" and [hold.actor for hold in port.to_change] == ["guard"]
    ((hold, stance),) = port.grips
    assert hold.claims == (HELD,) and stance.claims == (foe,) and hold.as_of == date(2015, 1, 1)
    assert verdict([NORTHERN, HELD]).stops[1].missing == ("how Home Guard (holds Port City) stands to Patria",)
    assert verdict([NORTHERN]).stops[1].missing == ("who holds Port City",)


def test_corridors_of_the_text_are_for_those_who_want_them_else_for_all_on_them():
    route = Route("one", NORTH, PORT, (), Span(0, 9), (party("patria"),))
    again = replace(route, document="two", wanted_by=())
    known = situation([NORTHERN, HELD, claim("patria", "arms", "guard")], DOCUMENTS)
    (found,) = told_routes(known, [route, again])
    assert found.records == (route, again)
    assert [(one.traveller, one.verdict) for one in found.passages] == [("patria", "open")]
    (anyone,) = told_routes(known, [again])
    assert {one.traveller for one in anyone.passages} == {"patria", "guard"}


def test_a_corridor_has_two_ends():
    with pytest.raises(ValueError, match="two ends"):
        corridor(situation([]), [PORT])
