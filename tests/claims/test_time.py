"""Tense, dates and trends."""

from __future__ import annotations

from datetime import date

import pytest

from imbroglio.claims.time import when
from imbroglio.claims.time.dates import resolve
from imbroglio.claims.time.trend import trend
from imbroglio.model import Document, Interval
from tests.claims.parsed import doc, token

THURSDAY = date(2016, 6, 9)


def interval(name: str, word: str, published: date | None = THURSDAY, **how: bool) -> Interval:
    parsed = doc("time", name)
    return when(parsed, token(parsed, word), Document("d", parsed.text, "", published=published), **how)


@pytest.mark.parametrize(
    ("name", "word", "tense"),
    [
        ("past", "armed", "past"),
        ("present", "arms", "present"),
        ("will", "send", "future"),
        ("perfect_state", "backed", "present"),
        ("perfect_deed", "shelled", "past"),
        ("used_to", "arm", "past"),
        ("agreed_to", "arm", "future"),
        ("began", "sending", "past"),
        ("previously", "backed", "past"),
        ("backshift", "arming", "present"),
        ("headline_to", "arm", "future"),
        ("paid_by", "paid", "present"),
        ("seized_by", "seized", "past"),
        ("ex", "leader", "present"),
    ],
)
def test_tense(name: str, word: str, tense: str) -> None:
    assert interval(name, word).tense == tense


def test_a_perfect_is_what_the_relation_says_it_is() -> None:
    assert interval("perfect_deed", "shelled", state=True).tense == "present"
    assert interval("perfect_deed", "shelled", state=False).tense == "past"


def test_what_has_been_done_since_some_day_is_still_done() -> None:
    assert interval("perfect_state", "backed", state=False).tense == "present"


def test_what_a_modifier_presupposes_holds_now_unless_it_is_called_former() -> None:
    assert interval("ex", "leader", background=True) == Interval("past", "stated")
    assert interval("past", "armed", background=True) == Interval("present")


def test_stated_dates_keep_their_words() -> None:
    assert interval("past", "armed") == Interval(
        "past", "stated", date(2014, 3, 1), date(2014, 3, 31), False, "in March 2014"
    )
    assert interval("perfect_state", "backed") == Interval(
        "present", "stated", date(2014, 1, 1), None, False, "since 2014"
    )
    assert interval("began", "sending").start == date(2016, 3, 1)
    assert interval("until", "backed") == Interval("past", "stated", words="until the truce")


def test_a_weekday_needs_the_day_of_publication() -> None:
    assert interval("on_friday", "shelled").start == date(2016, 6, 3)
    assert interval("on_friday", "shelled", published=None).start is None


def test_the_day_of_speaking_is_not_the_day_of_the_deed() -> None:
    assert interval("said_on_friday", "backs") == Interval("present")


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("on 3 March 2015", date(2015, 3, 3), date(2015, 3, 3)),
        ("March 3, 2015", date(2015, 3, 3), date(2015, 3, 3)),
        ("2015-03-03", date(2015, 3, 3), date(2015, 3, 3)),
        ("between March and July 2015", date(2015, 3, 1), date(2015, 7, 31)),
        ("from 2012 to 2014", date(2012, 1, 1), date(2014, 12, 31)),
        ("in the 1980s", date(1980, 1, 1), date(1989, 12, 31)),
        ("in November", date(2015, 11, 1), date(2015, 11, 30)),
        ("in the winter of 2015", date(2015, 12, 1), date(2016, 2, 29)),
        ("last spring", date(2016, 3, 1), date(2016, 5, 31)),
        ("last week", date(2016, 5, 30), date(2016, 6, 5)),
        ("this month", date(2016, 6, 1), date(2016, 6, 30)),
        ("yesterday", date(2016, 6, 8), date(2016, 6, 8)),
        ("on Thursday", THURSDAY, THURSDAY),
        ("two years ago", date(2014, 1, 1), date(2014, 12, 31)),
        ("since March", date(2016, 3, 1), None),
        ("until last year", None, date(2015, 12, 31)),
    ],
)
def test_phrases_resolve_against_publication(phrase: str, start: date | None, end: date | None) -> None:
    found = resolve(phrase, THURSDAY)
    assert found is not None and (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "phrase", ["for three years", "since the coup", "31 February 2015", "many years ago", "in the may"]
)
def test_nothing_is_made_of_what_names_no_date(phrase: str) -> None:
    found = resolve(phrase, None)
    assert found is None


def test_what_lies_ahead_takes_the_next_date() -> None:
    found = resolve("in March", THURSDAY, ahead=True)
    assert found is not None and found.start == date(2017, 3, 1)


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("halted", "deliveries", "stop"),
        ("began", "sending", "begin"),
        ("no_longer", "funds", "stop"),
        ("more", "sent", "more"),
        ("stepped_up", "support", "more"),
        ("tripled", "Deliveries", "more"),
        ("halved", "garrison", "less"),
        ("none", "sent", None),
    ],
)
def test_trend(name: str, word: str, expected: str | None) -> None:
    parsed = doc("trend", name)
    assert trend(parsed, token(parsed, word)) == expected
