"""Formulas, intervals, reliability and coreference scores, against numbers worked out by hand or printed in papers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.evaluation.coreference import CONLL, document_counts
from imbroglio.evaluation.measure import Measure, f1, precision, share
from imbroglio.evaluation.trust import reliability


def test_sums_and_formulas() -> None:
    measure = Measure.of([(1, 2, 4), (2, 2, 2)], f1)
    assert measure.value == pytest.approx(0.6)  # precision 3/4, recall 3/6
    assert measure.under(precision).value == 0.75
    assert (measure.cases, measure.under(precision).cases) == (6, 4)
    assert Measure.of([], share).value == 0 and Measure.of([(0, 0, 0)], f1).value == 0


def test_an_interval_holds_the_value_and_narrows_with_more_documents() -> None:
    few, many = (Measure.of([(1, 1), (0, 1)] * n, share) for n in (5, 500))
    for measure in (few, many):
        low, high = measure.interval()
        assert low < measure.value == 0.5 < high
    assert np.diff(many.interval()) < np.diff(few.interval()) / 5
    assert few.interval(seed=1) == few.interval(seed=1)


def test_no_interval_from_one_document_or_no_draws() -> None:
    assert Measure.of([(1, 2)], share).interval() is None
    assert Measure.of([(1, 2), (1, 2)], share).interval(draws=0) is None


def test_a_change_on_the_same_documents_is_seen_where_intervals_overlap() -> None:
    before = Measure.of([(n % 2, 1) for n in range(200)], share)
    now = Measure.of([(int(n % 2 and n > 20), 1) for n in range(200)], share)
    assert now.interval()[1] > before.interval()[0]  # the two intervals alone tell nothing
    assert now.change(before.counts)[1] < 0
    assert before.change(before.counts) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=20))
def test_intervals_stay_within_the_scale(pairs) -> None:
    measure = Measure.of([(min(a, b), b) for a, b in pairs], share)
    low, high = measure.interval(draws=50)
    assert 0 <= low <= high <= 1


def test_reliability() -> None:
    """Two claims at .95, one right; two at .6, both right."""
    made = reliability([(0.95, True), (0.95, False), (0.6, True), (0.6, True)])
    assert [(b.count, b.trust, b.right) for b in made.bins] == [
        (2, pytest.approx(0.6), 1.0), (2, pytest.approx(0.95), 0.5),
    ]  # fmt: skip
    assert made.brier == pytest.approx((0.05**2 + 0.95**2 + 2 * 0.4**2) / 4)
    assert made.error == pytest.approx(0.5 * 0.4 + 0.5 * 0.45)
    assert reliability([]) is None


KEY = [frozenset("12345"), frozenset("67"), frozenset("89ABC")]


@pytest.mark.parametrize(
    ("response", "scores"),
    [  # the example of Luo (2005), figure 1: MUC, B³ and CEAF with φ4
        ([frozenset("12345"), frozenset("6789ABC")], (18 / 19, 2 * 16 / 21 / (1 + 16 / 21), 22 / 30)),
        ([frozenset("123456789ABC")], (18 / 20, 2 * 0.375 / 1.375, 2 * (10 / 17) / 4)),
        (KEY, (1, 1, 1)),
        ([], (0, 0, 0)),
    ],
)
def test_coreference(response, scores) -> None:
    counts = np.array(document_counts(KEY, response))
    found = [float(CONLL[name](counts)) for name in ("MUC", "B³", "CEAF")]
    assert found == pytest.approx(scores)
    assert float(CONLL["mean"](counts)) == pytest.approx(sum(scores) / 3)
    assert counts[-1] == len(KEY)
