"""Compound modifiers: participles, prefixes, headlines."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Iran-backed militias attacked the rebels.": "Iran backs militias bg; militias fights rebels",
    "Turkish- and Qatari-backed rebels attacked the army.": "Turkish backs rebels bg; Qatari backs rebels bg; rebels fights army",
    "Pro-Assad militias attacked the rebels.": "militias backs Pro-Assad bg; militias fights rebels",
    "Anti-Assad rebels attacked the army.": "rebels opposes Anti-Assad bg; rebels fights army",
    "Russian-led forces attacked the militia.": "Russian leads forces bg; forces fights militia",
    "The Baghdad-sanctioned militia attacked the rebels.": "Baghdad endorses militia bg; militia fights rebels",
    "The Iran-allied Badr Organization attacked the rebels.": "Iran allied_with Organization bg; Organization fights rebels",
    "The Houthi-held port of Hodeidah was bombed by Israel.": "Houthi controls Hodeidah bg; Israel fights Hodeidah",
    "The army bombed a Houthi-controlled district of Hodeidah.": "army fights Hodeidah; Houthi controls Hodeidah bg",
    "The Russian-led mission condemned Israel.": "Russian leads mission bg; mission accuses Israel",
    "Turkey arrests rebel commander": "Turkey coerces commander",
    "US to arm rebels": "US arms rebels planned",
    "The rebel-controlled town of Azaz was shelled.": "rebel controls Azaz bg",
    "An Iran-controlled militia attacked the army.": "Iran leads militia bg; militia fights army",
    "The U.S.-led coalition struck ISIL.": "U.S. leads coalition bg; coalition fights ISIL",
    "A UN-backed force fought the gangs.": "UN backs force bg; force fights gangs",
    "The army hit Houthi military targets.": "army fights Houthi",
    "The convoy passed through M23-held areas of North Kivu.": "M23 controls areas bg",
    "Kenya remains committed to the defeat of al-Shabaab.": "Kenya fights al",
    "The army fought a communist-led alliance.": "army fights alliance",
    "The Islamist-dominated council condemned Israel.": "council accuses Israel",
    "The convoy left rebel-run Sudh.": "rebel controls Sudh bg",
    "The convoy left Houthi-held Tebesso.": "Houthi controls Tebesso bg",
    "The convoy reached Houthi-run Sanaa.": "Houthi controls Sanaa bg",
    "The Hezbollah-run Jihad al-Bina rebuilt the houses.": "Hezbollah leads Jihad bg",
    "He worked for state-run Xinhua.": "",
    "French Mirage jets struck a rebel column.": "jets fights column",
    "Russian mercenaries are present in Mali.": "mercenaries deploys_to Mali",
}


@pytest.mark.parametrize("text", TABLE)
def test_modifiers(text: str) -> None:
    assert said("modifiers", text) == expected(TABLE[text])
