"""Whose a group is."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Putin's government bombed the rebels.": "Putin leads government bg; government fights rebels",
    "A faction of Boko Haram attacked the army.": "faction part_of Boko bg; faction fights army",
    "The battalion under Colonel Idris Karam attacked the rebels.": "Idris leads battalion; battalion fights rebels",
    "Karim Dastan's Lantern Front attacked the army.": "Karim leads Front bg; Front fights army",
    "The army shelled the militia of Karim Dastan.": "Karim leads militia bg; army fights militia",
    "Karim Dastan's mercenaries attacked the army.": "Karim leads mercenaries bg; mercenaries fights army",
    "Karim Dastan, whose gunmen attacked the army, fled.": "Karim leads gunmen bg; gunmen fights army",
    "Karim Dastan said his gunmen attacked the army.": "gunmen fights army",
    "The Voice of Karim Dastan condemned the army.": "Voice accuses army",
    "The Gbagbo government attacked the rebels.": "Gbagbo leads government bg; government fights rebels",
    "The Marsh League claimed that its Fen Brigade attacked the rebels.": "Brigade part_of League bg; Brigade fights rebels hedged",
    "Assad's ally Hezbollah attacked the rebels.": "Assad allied_with Hezbollah bg; Hezbollah fights rebels",
    "Putin's Russia bombed the rebels.": "Russia fights rebels",
    "The Marsh League's Fen Brigade attacked the army.": "Brigade part_of League bg; Brigade fights army",
    "Iran's Quds Force attacked the rebels.": "Force part_of Iran bg; Force fights rebels",
    "The Marsh League attacked the army, and its Fen Brigade attacked the rebels.": "Brigade part_of League bg; League fights army; Brigade fights rebels",
    "Lebanon's Hezbollah attacked the rebels.": "Hezbollah fights rebels",
    "The Marsh League said its brigade attacked the rebels.": "brigade fights rebels",
    "Under President Ali Nur, Chad has left the league.": "Ali leads Chad bg; Chad part_of league stop",
    "Under Donald Trump, Israel has bombed Syria.": "Israel fights Syria",
    "Under Ali's plan, Chad will leave.": "",
    "The First Regiment of Darfur Volunteers rested.": "",
    "The Forty-Second Brigade of the Chadian army rested.": "Brigade part_of army bg",
    "Karim Dastan commands a force of his own.": "Karim leads force",
    "Armenia accused the Azerbaijani army of shelling its positions near Martuni.": "Armenia accuses army; army fights positions hedged",
}


@pytest.mark.parametrize("text", TABLE)
def test_possession(text: str) -> None:
    assert said("possession", text) == expected(TABLE[text])
