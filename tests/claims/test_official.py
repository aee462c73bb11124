"""Statements, communiqués and lists as governments and councils word them."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    # One object of two prepositions, and two objects of two.
    "The bloc told Chad to end all support to, and cooperation with, the militia.": "Chad allied_with militia; Chad backs militia",
    "Chad ended its support for the rebels and its cooperation with Egypt.": "Chad backs rebels; its allied_with Egypt",
    # Some of those who are listed, and who comes next in a list.
    "The council imposed sanctions on nine persons, among them Karim Dastan and Ali Omar.": "council sanctions Ali; council sanctions Karim",
    "Egypt sanctioned Karim Dastan, president of the Front, three commanders of the militia and Ali Omar.": "Egypt sanctions Ali; Egypt sanctions Karim; Egypt sanctions commanders; Karim leads Front bg",
    "Egypt sanctioned Karim Dastan, three commanders of the militia.": "Egypt sanctions Karim; Karim leads militia bg",
    "Kenya has listed three terrorist groups under its law: the Hill Front, Hamas and Hezbollah.": "Kenya sanctions Front; Kenya sanctions Hamas; Kenya sanctions Hezbollah",
    "Egypt listed Karim Dastan and Ali Omar, commander of the militia.": "Ali leads militia bg; Egypt sanctions Ali; Egypt sanctions Karim",
    "Egypt listed Karim Dastan and Ali Omar, commanders of the militia.": "Egypt sanctions Ali; Egypt sanctions Karim; Karim leads militia bg",
    # Who is accused by strong words.
    "Kenya condemned in the strongest terms the attack perpetrated on Monday by the militia against a patrol.": "Kenya accuses militia",
    "Kenya condemned in the strongest terms the militia.": "Kenya accuses militia",
    "France is appalled by the attack of the militia.": "France accuses militia",
    "France was appalled by the earthquake in Haiti.": "",
    # Whose deed a noun is.
    "The seizure, made by the forces of Karim Dastan, is the largest.": "Karim leads forces bg",
    "The attack launched by the militia against Chad failed.": "militia fights Chad",
    "Kenya supports its fight against the militia.": "",
    "Kenya continued its fight against the militia.": "Kenya fights militia",
    "Chad seized Abeche, Faya and Mao from the army.": "Chad advances_on Abeche; Chad advances_on Faya; Chad coerces Mao; Chad fights army",
    # Whose money is moved.
    "The firm has moved $100 million from Hezbollah to the militia.": "Hezbollah funds militia; firm funds militia",
    # Nobody is helped or sheltered by these.
    "The ministry advises Kenyans to leave Chad.": "Kenyans deploys_to Chad stop",
    "The ministry advises the Chadian army.": "ministry assists army",
    "The militia allowed aid workers safe passage.": "",
    "The militia sheltered Chadian rebels.": "militia shelters rebels",
    # An operation is nobody; the air force's jets are no weather.
    "Operation Iron Wall has killed forty militants of Hamas.": "",
    "RAF Typhoons struck Houthi targets.": "Typhoons fights Houthi",
    "Farmers fought the typhoon.": "",
    # Envoys are persons.
    "Kenya voiced its support for the Special Representative of the Secretary-General, Valentine Omar, and for Chad.": "Kenya backs Chad; Kenya backs Representative; Valentine part_of General bg",
}


@pytest.mark.parametrize("text", TABLE)
def test_official(text: str) -> None:
    assert said("official", text) == expected(TABLE[text])
