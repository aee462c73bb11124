"""Statements: who "we", "the Government" and "the Council" are in them, and what is nobody."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

# A parse, words of mentions in it, and whom they stand for; nobody where there is no such mention.
CASES: dict[str, dict[str, str | None]] = {
    "we_minister": {
        "We": "United Kingdom",
        "Foreign Secretary": "British Foreign secretary",
    },  # a minister of nobody in particular speaks for whose text it is
    "we_treasury": {"We": "United States"},  # not for a firm that was added to a list
    "we_attacks": {"We": "minister"},  # nor for whoever attacks
    "own_government": {"Government": "Australian government"},
    "a_government": {"Government": "Lebanese government"},  # not in the first person
    "eu_council": {"Council": "Council of the European Union"},
    "un_council": {"Council": "United Nations Security Council"},
    "ground": {"it": "Somali National Army", "Daesh": "Islamic State"},
    "its_fight": {"its": "Ethiopia"},  # nobody supports his own fight
    "an_operation": {"Operation": None, "Operation Iron Wall": None, "Operation Sweep": None},
    "sdf_partners": {
        "Syrian Democratic Forces partners": "Syrian Democratic Forces",
        "Hezbollah allies": "allies of Hezbollah",
    },
    "prime_minister": {"Prime Minister": "Abiy Ahmed", "Foreign Minister": "Foreign minister"},
    "dotted": {"U.S.": "United States"},
    "ruled": {"Albanese Government": "Australian government"},
    "makes": {"Rafale": "France", "Super Hornet": None, "Sudanese Hill Front": "Sudanese Hill Front"},
    "special": {"EU High Representative": "Kaja Kallas", "Special Envoy": "Special envoy", "Strongly": None},
}


@pytest.mark.parametrize("name", CASES)
def test_official(name: str) -> None:
    found = {words: actor for words, _, actor in listed(f"official_{name}")}
    assert {words: found.get(words) for words in CASES[name]} == CASES[name]


def test_ground_is_held() -> None:
    """What somebody no longer controls is the district that the clause above is about, what else he does is not."""
    assert [actor for words, _, actor in listed("official_ground") if words == "it"] == [
        "Raqqa",
        "Somali National Army",
    ]
