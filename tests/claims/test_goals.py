"""Goals."""

import pytest

from imbroglio.claims.goals import find_goals
from tests.claims.reading import read


@pytest.mark.parametrize(
    ("text", "actor", "wants"),
    [
        (
            "Hezbollah wants to open a second front against Israel.",
            "Hezbollah",
            "to open a second front against Israel",
        ),
        ("In a bid to isolate Iran, Saudi Arabia cut ties with Qatar.", "Saudi Arabia", "to isolate Iran"),
        ("The goal of Turkey is to drive the fighters from Manbij.", "Turkey", "to drive the fighters from Manbij"),
        ("Rwanda's aim is to control the mines of North Kivu.", "Rwanda", "to control the mines of North Kivu"),
        ("The Houthis are bent on taking Marib.", "Houthis", "taking Marib"),
        ("Russia is trying to form a bloc with Iran.", "Russia", "to form a bloc with Iran"),
    ],
)
def test_who_wants_what(text, actor, wants):
    _, (goal,) = read(find_goals, text)
    assert (goal.actor.name, goal.wants) == (actor, wants)
    assert wants in goal.quote.of(text)


@pytest.mark.parametrize(
    "text",
    ["Russia does not want to leave Syria.", "Somebody wants to open a shop.", "Iran opened a route to Syria."],
)
def test_no_goal(text):
    assert read(find_goals, text)[1] == []
