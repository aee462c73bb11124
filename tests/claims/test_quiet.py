"""Sentences in which grammar must see nothing."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The opposition attacked the budget.": "",
    "Supporters gathered in the square.": "",
    "The war on drugs costs money.": "",
    "Spain beat Germany in the final.": "",
    "The actress fought tears in Paris.": "",
    "Iran found the ship near Oman.": "",
    "The storm hit Cuba and killed nine people.": "",
    "The minister attacked the plan of the opposition.": "",
    "Gunmen killed four civilians in a market.": "",
    "The president held a conference in Geneva.": "",
    "Cyprus left the door open to Turkey.": "",
    "Peace talks are a struggle.": "",
    "The band called Car Bomb played in Doha.": "",
}


@pytest.mark.parametrize("text", TABLE)
def test_quiet(text: str) -> None:
    assert said("quiet", text) == expected(TABLE[text])
