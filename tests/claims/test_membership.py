"""Members, parts and titles."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The Badr Organization is part of the Popular Mobilization Forces.": "Organization part_of Forces",
    "The Badr Organization, a member of the Popular Mobilization Forces, attacked the rebels.": "Organization part_of Forces bg; Organization fights rebels",
    "Badr leader Hadi al-Amiri condemned Israel.": "Amiri leads Badr bg; Amiri accuses Israel",
    "Hadi al-Amiri, the leader of the Badr Organization, condemned Israel.": "Amiri leads Organization bg; Amiri accuses Israel",
    "Russian Foreign Minister Sergei Lavrov met the rebels.": "Lavrov part_of Russian bg; Lavrov talks_with rebels",
    "A spokesman for the Houthis, Yahya Saree, threatened Israel.": "Saree part_of Houthis bg; Saree threatens Israel",
    "Assad's regime bombed the rebels.": "Assad leads regime bg; regime fights rebels",
    "The umbrella includes the Badr Organization and Kata'ib Hezbollah.": "Organization part_of umbrella; Hezbollah part_of umbrella",
    "The rebels joined the Syrian National Army.": "rebels part_of Army",
    "Hassan Nasrallah heads Hezbollah.": "Nasrallah leads Hezbollah",
}


@pytest.mark.parametrize("text", TABLE)
def test_membership(text: str) -> None:
    assert said("membership", text) == expected(TABLE[text])
