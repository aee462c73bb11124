"""Members and titles."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The Badr Organization is part of the Popular Mobilization Forces.": "Organization part_of Forces",
    "The Badr Organization, a member of the Popular Mobilization Forces, attacked the rebels.": "Organization part_of Forces bg; Organization fights rebels",
    "Badr leader Hadi al-Amiri condemned Israel.": "Hadi leads Badr bg; Hadi accuses Israel",
    "Hadi al-Amiri, the leader of the Badr Organization, condemned Israel.": "Hadi leads Organization bg; Hadi accuses Israel",
    "Russian Foreign Minister Sergei Lavrov met the rebels.": "Sergei leads Russian bg; Sergei talks_with rebels",
    "A spokesman for the Houthis, Yahya Saree, threatened Israel.": "Yahya part_of Houthis bg; spokesman threatens Israel",
    "The umbrella includes the Badr Organization and Kata'ib Hezbollah.": "Organization part_of umbrella; Kata'ib part_of umbrella",
    "The rebels joined the Syrian National Army.": "rebels part_of Army",
    "Hassan Nasrallah heads Hezbollah.": "Hassan leads Hezbollah",
}


@pytest.mark.parametrize("text", TABLE)
def test_membership(text: str) -> None:
    assert said("membership", text) == expected(TABLE[text])
