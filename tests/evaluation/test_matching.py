"""When two claims are the same, and how often each may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.evaluation.matching import klass, match, overlap
from tests.evaluation.making import extracted, labelled

A, B, C = (0, 10), (20, 30), (40, 50)


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 10), 0.5),  # the shorter lies inside the longer
        ((0, 10), (6, 16), 0.0),  # four of ten are less than half of the shorter
        ((0, 10), (5, 15), 0.5),
        ((0, 70), (0, 10), 10 / 70),  # just a seventh of the longer
        ((0, 71), (0, 10), 0.0),
        ((0, 10), (10, 20), 0.0),
        (None, (0, 10), 0.0),
    ],
)
def test_overlap(one, two, shared) -> None:
    assert overlap(one, two) == pytest.approx(shared)


spans = st.tuples(st.integers(0, 50), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(spans, spans)
def test_overlap_knows_no_order_and_is_a_share(one, two) -> None:
    assert overlap(one, two) == overlap(two, one)
    assert 0 <= overlap(one, two) <= 1
    assert overlap(one, one) == 1


@pytest.mark.parametrize(
    ("gold", "found", "strict", "sign"),
    [
        (labelled(A, "arms", B), extracted(A, "arms", B), True, True),
        (labelled(A, "arms", B), extracted(A, "funds", B), False, True),
        (labelled(A, "arms", B), extracted(A, "fights", B), False, False),
        (labelled(A, "arms", B), extracted(B, "arms", A), False, False),
        (labelled(A, "allied_with", B), extracted(B, "allied_with", A), True, True),
        (labelled(A, "arms", B), extracted(B, "allied_with", A), False, True),  # the extracted one has no order
        (labelled(A, "arms", B), extracted(A, "arms", C), False, False),
        (labelled(A, "arms", B), extracted(A, "arms", B, "elsewhere"), False, False),
        (labelled(A, "arms", B), extracted(A, "arms", B) | {"object": "a bare name"}, False, False),
    ],
)
def test_what_is_the_same_claim(gold, found, strict, sign) -> None:
    assert (match([gold], [found], "strict") == [(0, 0)]) is strict
    assert (match([gold], [found], "sign") == [(0, 0)]) is sign


def test_each_claim_is_used_once_and_the_best_overlap_first() -> None:
    gold = [labelled(A, "arms", B), labelled((0, 6), "arms", B)]
    found = [extracted((0, 6), "arms", B), extracted(A, "arms", B), extracted(A, "arms", B)]
    assert sorted(match(gold, found, "strict")) == [(0, 1), (1, 0)]


def test_between_equal_spans_the_same_polarity_wins() -> None:
    found = [extracted(A, "arms", B), extracted(A, "arms", B, polarity="no")]
    assert match([labelled(A, "arms", B, polarity="no")], found, "strict") == [(0, 1)]


def test_a_relation_of_another_program_is_a_class_of_its_own() -> None:
    assert klass("hugs") == "hugs"
    assert match([labelled(A, "arms", B)], [extracted(A, "hugs", B)], "sign") == []
