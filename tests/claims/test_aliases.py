"""Names for the same thing."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The Popular Mobilization Forces, also known as Hashd al-Shaabi, attacked the rebels.": "Forces same_as Hashd; Forces fights rebels",
    "The Lantern Front, which calls itself the Army of Dawn, attacked Iran.": "Front same_as Army; Front fights Iran",
    "The Lantern Front, which the police call the Night Clan, attacked Iran.": "Front same_as Clan; Front fights Iran",
    "The Lantern Front, formerly the Army of Dawn, attacked Iran.": "Front same_as Army; Front fights Iran",
    "The Lantern Front renamed itself the Army of Dawn.": "Front same_as Army",
    "The Lantern Front became the Army of Dawn in May.": "Front same_as Army",
    "Karim Dastan, widely known as Ti Manno, attacked the army.": "Karim same_as Ti; Karim fights army",
    "The minister called him a thief.": "",
    "A man known as Abu Karam attacked the army.": "man fights army",
    "Ansarallah, commonly referred to as the Houthis, attacked Israel.": "Ansarallah fights Israel; Ansarallah same_as Houthis",
    "Hayat Tahrir al-Sham, formerly al Qaeda's branch in Syria, took Aleppo.": "Hayat advances_on Aleppo; Hayat part_of al bg",
    "The commander, who calls himself Uncle Reed, praised the Red Ferns.": "commander endorses Ferns",
    "The Islamic State is also known by the acronyms ISIS and ISIL.": "State same_as ISIL; State same_as ISIS",
}


@pytest.mark.parametrize("text", TABLE)
def test_aliases(text: str) -> None:
    assert said("aliases", text) == expected(TABLE[text])
