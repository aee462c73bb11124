"""What is said of many claims at once is what is said of two of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.generated import fill
from imbroglio.analysis import Situation
from imbroglio.case import Case
from imbroglio.model import Claim


@pytest.fixture(scope="module")
def situation() -> Situation:
    """Claims of past, present and future, in and out of documents with a date, in places that lie in others."""
    return Situation.of(fill(Case.memory(), documents=25, actors=25))


@pytest.mark.parametrize(
    ("name", "of_two"),
    [
        ("near", lambda situation: situation.near),
        ("apart", lambda situation: situation.apart),
        ("earlier", lambda situation: situation.earlier),
        ("same_document", lambda _: lambda one, other: one.document == other.document),
    ],
)
def test_each_with_each(situation: Situation, name: str, of_two: Callable[[Situation], Any]) -> None:
    dice, alone = random.Random(5), of_two(situation)
    ones, others = (dice.sample(situation.sure, 60) for _ in range(2))
    found = getattr(situation.compared(ones, others), name)
    expected = [[alone(one, other) for other in others] for one in ones]
    assert found.tolist() == expected
    assert {value for row in expected for value in row} == {True, False}


def test_those_that_meet_lie_near_somebody_of_the_other_side(situation: Situation) -> None:
    half = len(situation.sure) // 2
    ones, others = list(situation.sure[:half][::9]), list(situation.sure[half:][::9])

    def near(one: Claim, many: list[Claim]) -> bool:
        return any(situation.near(one, other) for other in many)

    kept = [one for one in ones if near(one, others)]
    assert situation.meet(ones, others) == (kept, [other for other in others if near(other, kept)])
    assert situation.meet(ones, []) == ([], []) == situation.beside([], others)
