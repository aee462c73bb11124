"""Whose side somebody is on, and who is another: several parties in one phrase, victims and whoever hurts them."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "led_coalition": [  # whom a coalition is led by, or stands against, is spoken of as well
        ("U.S.", "name", "United States"),
        ("coalition", "name", "Global Coalition against Daesh"),
        ("ISIL", "name", "Islamic State"),
        ("coalition", "name", "Global Coalition against Daesh"),
    ],
    "peoples": [  # fighters of two peoples are two groups, presidents of two states two people
        ("Kurdish and Yazidi fighters", "description", "Kurdish fighters + Yazidi fighters"),
        ("Kenyan", "demonym", "Kenya"),
        ("Ugandan", "demonym", "Uganda"),
        ("Kenyan and Ugandan presidents", "description", "Kenyan president + Ugandan president"),
    ],
    "side_by_side": [  # the same, where a parse hangs both peoples on the militias
        ("Druze", "description", "druze"),
        ("Bedouin militias", "description", "Syrian Druze militias + Bedouin militias"),
        ("Sweida", "name", "Suwayda"),
    ],
    "town": [  # a town that is shelled, or falls, is no person
        ("Goma", "name", "Goma"),
    ],
    "dozens": [  # whom fighters kill by dozens they are not
        ("army", "description", "Sudanese Armed Forces"),
        ("RSF", "name", "Rapid Support Forces"),
        ("RSF", "name", "Rapid Support Forces"),
        ("its", "pronoun", "Rapid Support Forces"),
        ("fighters", "description", "Rapid Support Forces"),
        ("soldiers", "description", "Sudanese Armed Forces"),
    ],
    "their_aim": [  # whom the militias mean to crush they are not
        ("militias", "description", "militias"),
        ("Russian", "demonym", "Russia"),
        ("Iranian", "demonym", "Iran"),
        ("Russian and Iranian forces", "description", "Russia + Iran"),
        ("rebels", "description", "rebels"),
    ],
    "ministry": [  # a ministry that somebody else runs is not the state's
        ("people", "description", "people"),
        ("Houthi", "demonym", "Houthis"),
        ("health ministry", "description", "Yemeni Houthi-run health ministry"),
    ],
    "general": [  # a city that stands for a government is here a general
        ("Gen.", "description", "Michael Langley"),
        ("Michael Langley", "name", "Michael Langley"),
        ("president", "description", "Somali president"),
        ("Somalia", "name", "Somalia"),
        ("Langley", "name", "Michael Langley"),
        ("troops", "description", "troops"),
    ],
    "own_soldiers": [  # nobody kills his own soldiers
        ("South Africa", "name", "South Africa"),
        ("M23", "name", "March 23 Movement"),
        ("Rwandan", "demonym", "Rwanda"),
        ("Rwandan troops", "description", "Rwanda"),
        ("its", "pronoun", "South Africa"),
        ("soldiers", "description", "South Africa"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_sides(name: str) -> None:
    assert listed(name) == EXPECTED[name]
