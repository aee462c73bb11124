"""What only one of two bodies of claims says, and where they disagree."""

from __future__ import annotations

from datetime import date

import pytest

from imbroglio.analysis.compare import compare, of_outlet, of_period, told_apart
from tests.analysis.making import claim, document, situation

DOCUMENTS = (document("one", "Gazette", date(2015, 1, 1)), document("two", "Herald", date(2015, 2, 1)))


def compared(first, second, **more):
    second = [claim(*one[:3], document="two", **(one[3] if len(one) > 3 else {})) for one in second]
    first = [claim(*one[:3], **(one[3] if len(one) > 3 else {})) for one in first]
    return compare(situation([*first, *second], DOCUMENTS), first, second, **more)


def pairs(said):
    return [(one.subject, one.object) for one in said]


@pytest.mark.parametrize(
    ("first", "second", "only_first", "only_second"),
    [
        ([("patria", "arms", "guard")], [("patria", "funds", "guard")], [], []),  # support of the same one
        ([("patria", "arms", "guard")], [("guard", "arms", "patria")], [("patria", "guard")], [("guard", "patria")]),
        ([("patria", "allied_with", "guard")], [("guard", "backs", "patria")], [], []),
        ([("patrian-army", "arms", "guard")], [("patria", "arms", "guard")], [], []),
        ([("patria", "arms", "guard")], [("patria", "arms", "guard", {"polarity": "no"})], [("patria", "guard")],
         [("patria", "guard")]),
        ([("patria", "arms", "guard", {"firmness": "planned"})], [], [], []),
    ],
)  # fmt: skip
def test_only_one_says(first, second, only_first, only_second):
    found = compared(first, second)
    assert (pairs(found.only_first), pairs(found.only_second)) == (only_first, only_second)


FRIEND, FOE = ("patria", "arms", "guard"), ("guard", "fights", "patria")


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ([FRIEND], [FOE], ["sign"]),
        ([FRIEND], [FRIEND], []),
        ([FRIEND, FOE], [FOE, FRIEND], []),  # each tells of both
        ([FRIEND, FOE], [FOE], ["sign"]),
        ([FRIEND], [(*FRIEND, {"polarity": "no"})], ["denial"]),
        ([FRIEND], [("patria", "backs", "guard", {"polarity": "no"})], ["denial"]),
        ([FRIEND], [("guard", "arms", "patria", {"polarity": "no"})], []),
        ([(*FRIEND, {"place": "Northland"})], [(*FOE, {"place": "Southland"})], []),
        ([(*FRIEND, {"start": date(2005, 1, 1), "end": date(2006, 1, 1)})], [FOE], []),  # of times far apart
    ],
)
def test_disagreements(first, second, kinds):
    assert [clash.kind for clash in compared(first, second).clashes] == kinds


def test_between_periods_times_are_what_differs():
    early = (*FRIEND, {"start": date(2005, 1, 1), "end": date(2006, 1, 1)})
    assert [clash.kind for clash in compared([early], [FOE], timeless=True).clashes] == ["sign"]


def test_outlets_and_periods():
    one, two = claim("patria", "arms", "guard"), claim("patria", "arms", "rebels", document="two")
    known = situation([one, two], DOCUMENTS)
    assert of_outlet(known, "herald") == [two] and of_outlet(known, "wire") == []
    assert of_period(known, date(2015, 1, 15), None) == [two] and of_period(known, None, date(2015, 1, 15)) == [one]


def test_documents_of_two_cases_that_share_an_id_stay_two():
    own, other = document("one", text="x" * 4000), document("one", text="y" * 4000)
    from dataclasses import replace

    other = replace(other, hash="other")
    documents, claims = told_apart([other], [claim("patria", "arms", "guard")], {"one": own}, "theirs")
    assert documents[0].id == claims[0].document == "one (theirs)"
    assert told_apart([own], [], {"one": own}, "theirs")[0] == [own]
