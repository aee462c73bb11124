"""Who a bare army, rebels or a force are where a text names patrons, clients and reporters; and names told apart."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "patron afar": [  # who gives from afar lends the army no nationality
        ("Azuri Front", "name", "Azuri Front"),
        ("army", "description", "army"),
        ("Eritrea", "name", "Eritrea"),
        ("Front", "description", "Azuri Front"),
    ],
    "own clients": [  # a charge is not about the accuser's own client
        ("Uganda", "name", "Uganda"),
        ("which", "pronoun", "Uganda"),
        ("Azuri Front", "name", "Azuri Front"),
        ("Rwanda", "name", "Rwanda"),
        ("rebels", "description", "rebels"),
    ],
    "own group": [  # nobody meets the group that he leads himself
        ("Bashir Nour", "name", "Bashir Nour"),
        ("head", "description", "Bashir Nour"),
        ("Azuri Front", "name", "Azuri Front"),
        ("rebels", "description", "rebels"),
    ],
    "hired": [  # rebels are no hired soldiers
        ("Wagner", "name", "Wagner Group"),
        ("Mali", "name", "Mali"),
        ("Africa Corps", "name", "Africa Corps"),
        ("rebels", "description", "rebels"),
    ],
    "the force": [  # a force is no state that was spoken of
        ("Sudan", "name", "Sudan"),
        ("Ethiopia", "name", "Ethiopia"),
        ("RSF", "name", "Rapid Support Forces"),
        ("Addis Ababa", "metonym", "Ethiopia"),
        ("it", "pronoun", "Ethiopia"),
        ("force", "description", "Rapid Support Forces"),
    ],
    "reporters": [  # who only tells of an attack was no attacker
        ("Boko Haram", "name", "Boko Haram"),
        ("village", "description", "village"),
        ("Red Cross", "name", "Red Cross"),
        ("Soldiers", "description", "soldiers"),
        ("attackers", "description", "Boko Haram"),
    ],
    "surname said": [  # a surname is no verb of saying
        ("Omar Said", "name", "Omar Said"),
        ("commander", "description", "Omar Said"),
        ("Taliban", "name", "Taliban"),
        ("Pakistan", "name", "Pakistan"),
    ],
    "first name": [  # a country may be somebody's first name
        ("Chad Miller", "name", "Chad Miller"),
        ("head", "description", "Chad Miller"),
        ("Azuri Front", "name", "Azuri Front"),
        ("Israel", "name", "Israel"),
    ],
    "men of a place": [  # men who bear the name of a place are called after it
        ("Free Men of Tolmar", "name", "Free Men of Tolmar"),
        ("Movement of Sidama", "name", "Movement of Sidama"),
    ],
    "flights": [  # flights are their state's
        ("Emirati", "demonym", "United Arab Emirates"),
        ("Emirati cargo flights", "description", "United Arab Emirates"),
        ("RSF", "name", "Rapid Support Forces"),
    ],
    "envoys": [  # envoys of a president are no troops
        ("Envoys", "description", "Russia"),
        ("President", "description", "Vladimir Putin"),
        ("Putin", "name", "Vladimir Putin"),
        ("Taliban", "name", "Taliban"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_patrons(name: str) -> None:
    assert listed(name) == EXPECTED[name]
