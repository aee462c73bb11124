"""What counts as a drop, and what is frozen."""

from __future__ import annotations

import json

import pytest

from benchmarks import score
from benchmarks.page import as_table, page
from imbroglio.evaluation import Measure, ScoreCard
from imbroglio.evaluation.measure import f1, share
from imbroglio.evaluation.render import as_data
from tests.evaluation.making import extracted, gold, labelled
from training.corpus.tables import every


def figure(rights: list[int], formula=f1) -> Measure:
    """A figure of documents with one claim each, found where 1."""
    return Measure.of([(n, n, 1) if formula is f1 else (n, 1) for n in rights], formula)


def frozen(figures: dict[str, Measure]) -> dict:
    return json.loads(score.written(score.as_results(figures, {})))["figures"]


MANY = [1, 1, 0, 1, 0] * 20


@pytest.mark.parametrize(
    ("name", "before", "now", "told"),
    [
        ("set: F1", MANY, MANY, ""),
        ("set: F1", MANY, [0] * 8 + MANY[8:], "went from 0.750 to 0.7"),  # five claims lost, each in its own document
        ("set: F1", MANY, [0, *MANY[1:]], ""),  # one claim lost is noise
        ("set: F1", MANY, [1] * 100, ""),
        ("set: recall", MANY, [0] * 100, ""),  # traded for precision; F1 is held to
        ("set, arcs alone: strict F1", MANY, [0] * 100, ""),
        ("plover: AID", MANY, [0] * 100, ""),
        ("plover: class", MANY, [0] * 100, "went from 0.750 to 0.000"),
        ("set: quiet documents with a claim", [0] * 40, [1] * 8 + [0] * 32, "went from 0.000 to 0.200"),
        ("set: quiet documents with a claim", [1] * 8 + [0] * 32, [0] * 40, ""),
        ("set: F1", MANY, MANY[:50], ""),  # other documents: compared by the interval alone
        ("set: F1", MANY, [0] * 30 + [1] * 10, "went from 0.750 to 0.4"),
    ],
)
def test_drops(name: str, before: list[int], now: list[int], told: str) -> None:
    formula = share if name.endswith(score.LOW) else f1
    found = score.dropped({name: figure(now, formula)}, frozen({name: figure(before, formula)}))
    assert len(found) == bool(told) and all(told in line for line in found)


def test_what_is_measured_no_longer_is_told_unless_its_corpus_is_not_here() -> None:
    old = frozen({"a: one": figure(MANY), "a: two": figure(MANY), "b: one": figure(MANY)})
    assert score.dropped({"a: one": figure(MANY)}, old) == ["a: two is measured no longer"]


def test_the_page_comes_from_the_frozen_file() -> None:
    labels = gold(labelled((0, 10), "arms", (20, 30)), labelled((0, 10), "backs", (40, 50), "e"))
    card = ScoreCard.of(labels, [extracted((0, 10), "arms", (20, 30))])
    data = as_data(card, draws=10)
    rest = {
        "cards": {"documents": data}, "sides": {"documents": {"both": score._by(data)}},
        "time": {"documents": {"syntax": 0.7, "arcs": 0.3}},
    }  # fmt: skip
    results = score.as_results({"documents: strict F1": card.strict}, rest)
    again = json.loads(score.written(results))
    assert page(again) == page(results)
    assert "| documents: strict F1 | 0.667 |" in page(again)
    assert "70% goes into syntax, 30% goes into arcs" in page(again)


def test_bars() -> None:
    rows = as_table(
        {
            "documents: strict F1": figure([1, 1, 0]).as_data(),
            "dispatches: quiet documents with a claim": figure([0, 0, 0], share).as_data(),
        },
        {},
    ).splitlines()[2:]
    assert rows[0].endswith("| 0.70 reached | – |") and rows[1].endswith("| ≤ 0.04 reached | – |")


def test_the_blind_texts_are_sound_and_not_in_the_corpus() -> None:
    blind = score.blind_texts()
    assert blind.claims and {claim["doc"] for claim in blind.claims} < set(blind.documents)
    learned = {dispatch.text for dispatch in every()[0]}
    assert learned.isdisjoint(row["text"] for row in blind.documents.values())
