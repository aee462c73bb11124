"""Timelines: order, runs that keep theatres apart, turns with who moved first, states at a date."""

from __future__ import annotations

from datetime import date

import pytest

from imbroglio.analysis.timeline import shifts, standings, timeline
from tests.analysis.making import claim, document, situation

DAYS = {name: date(year, 1, 1) for name, year in (("one", 2015), ("two", 2016), ("three", 2017))}
DOCUMENTS = tuple(document(name, published=day) for name, day in DAYS.items())


def told(*claims, one="patria", other="guard"):
    return timeline(situation(claims, DOCUMENTS), [one], [other] if other else ())


def words(found):
    return [(run.theatre, run.word) for run in found.runs]


ARMS, FIGHTS = claim("patria", "arms", "guard"), claim("guard", "fights", "patria", document="two")


@pytest.mark.parametrize(
    ("claims", "runs", "first"),
    [
        ([ARMS, FIGHTS], [(None, "with"), (None, "against")], [("guard",)]),
        ([FIGHTS, ARMS], [(None, "with"), (None, "against")], [("guard",)]),  # time counts, not the order of reading
        ([ARMS, claim("patria", "backs", "guard", document="two")], [(None, "with")], []),
        ([ARMS, claim("guard", "fights", "patria")], [(None, "both")], []),
        ([claim("patria", "backs", "guard", tense="past"), claim("patria", "fights", "guard")],
         [(None, "with"), (None, "against")], [("patria",)]),
        ([ARMS, claim("patria", "arms", "guard", document="two", trend="stop")],
         [(None, "with"), (None, "ended")], [("patria",)]),
        ([claim("patria", "fights", "guard"), claim("patria", "allied_with", "guard", document="two")],
         [(None, "against"), (None, "with")], [("patria", "guard")]),  # an alliance is made by both
        ([claim("patria", "arms", "guard", place="Northland"),
          claim("guard", "fights", "patria", place="Southland", document="two")],
         [("Northland", "with"), ("Southland", "against")], []),  # of two theatres: no turn
        ([claim("patria", "arms", "guard", place="Northland"), FIGHTS],
         [("Northland", "with"), ("Northland", "against")], [("guard",)]),
        ([ARMS, claim("guard", "fights", "patria", document="two", firmness="planned")], [(None, "with")], []),
        ([ARMS, claim("guard", "fights", "patria", document="two", polarity="no")], [(None, "with")], []),
        ([claim("patrian-army", "arms", "guard"), FIGHTS], [(None, "with"), (None, "against")], [("guard",)]),
    ],
)  # fmt: skip
def test_runs_and_who_moved_first(claims, runs, first):
    found = told(*claims)
    assert words(found) == runs
    assert [turn.first for turn in found.turns] == first


def test_stated_dates_come_before_those_of_reports_and_undated_is_last():
    early = claim("patria", "funds", "guard", document="three", start=date(2014, 1, 1))
    undated = claim("patria", "assists", "guard", document="nowhere")
    found = timeline(situation([FIGHTS, undated, early, ARMS], DOCUMENTS), ["patria"])
    assert [event.claims for event in found.events] == [(early,), (ARMS,), (FIGHTS,), (undated,)]
    assert found.events[-1].when is None


def test_an_actor_alone_is_told_of_with_everybody():
    other = claim("rivalia", "fights", "patria", document="three")
    found = told(ARMS, other, claim("rivalia", "arms", "rebels"), other=None)
    assert {run.pair for run in found.runs} == {("guard", "patria"), ("patria", "rivalia")}


def test_what_the_words_themselves_tell_of_change():
    more = claim("patria", "arms", "guard", trend="more")
    assert [change.trend for change in told(more, ARMS).told] == ["more"]


def standing(at, *claims):
    return standings(situation(claims, DOCUMENTS), ["patria"], [], at)


def test_states_at_a_date_are_those_last_told():
    deployed = claim("patria", "deploys_to", "rivalia", document="two")
    assert standing(date(2014, 1, 1), ARMS, FIGHTS, deployed) == []
    (then,) = standing(date(2015, 5, 5), ARMS, FIGHTS, deployed)
    assert (then.word, then.as_of, then.claims) == ("with", date(2015, 1, 1), (ARMS,))
    now = standing(date(2018, 1, 1), ARMS, FIGHTS, deployed)
    assert [(one.word, one.as_of) for one in now] == [("against", DAYS["two"]), ("deploys_to", DAYS["two"])]


def test_two_dates_compared():
    same = claim("patria", "backs", "rebels")
    new = claim("patria", "fights", "rivalia", document="three")
    before, after = (standing(at, ARMS, same, FIGHTS, new) for at in (date(2015, 5, 5), date(2018, 1, 1)))
    found = shifts(before, after)
    assert [(s.before and s.before.word, s.after and s.after.word) for s in found] == [
        ("with", "against"), (None, "against"),
    ]  # fmt: skip
    assert shifts(after, after) == []
