"""Verbs and their frames: active, passive, control, coordination, relative clauses, prepositional sides."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Iran armed the militia.": "Iran arms militia",
    "The militia was armed by Iran.": "Iran arms militia",
    "Turkey trained and equipped the rebels.": "Turkey assists rebels; Turkey arms rebels",
    "Jordan and Saudi Arabia support the rebels.": "Jordan backs rebels; Arabia backs rebels",
    "Iran backs the militia and the army.": "Iran backs militia; Iran backs army",
    "The militia, which Iran funds, attacked the rebels.": "Iran funds militia; militia fights rebels",
    "The militia that attacked the rebels was trained by Russia.": "militia fights rebels; Russia assists militia",
    "Rebels backed by Turkey attacked the army.": "Turkey backs Rebels; Rebels fights army",
    "Iran is trying to arm the militia.": "Iran arms militia planned",
    "Iran began arming the militia.": "Iran arms militia",
    "Iran keeps funding the militia.": "Iran funds militia",
    "Washington accused Tehran of arming the militia.": "Washington accuses Tehran; Tehran arms militia hedged",
    "Turkey paid the rebels to fight the militia.": "Turkey funds rebels; rebels fights militia planned",
    "The rebels fought alongside the army against the militia.": "rebels fights_alongside army; rebels fights militia; army fights militia",
    "The rebels and the militia clashed.": "rebels fights militia; militia fights rebels",
    "The rebels clashed with the army.": "rebels fights army; army fights rebels",
    "Ankara and Moscow accused each other.": "Ankara accuses Moscow; Moscow accuses Ankara",
    "The army and the rebels signed a truce.": "army agrees_with rebels",
    "The truce signed by the army and the rebels collapsed.": "army agrees_with rebels",
    "The army signed a ceasefire with the rebels.": "army agrees_with rebels",
    "Iran sides with the army.": "Iran backs army",
    "Iran broke with the militia.": "Iran opposes militia",
    "The army captured Mosul.": "army advances_on Mosul",
    "The army pushed into the city of Raqqa.": "army advances_on Raqqa",
    "The rebels withdrew from Aleppo.": "rebels deploys_to Aleppo stop",
    "The rebels hold the town of Azaz.": "rebels controls Azaz",
    "The militia took the governor hostage.": "militia coerces governor",
    "Russia collaborates with Iran to crush the rebels.": "Russia allied_with Iran; Russia fights rebels planned; Iran fights rebels planned",
    "Moscow deployed troops to fight for Assad.": "Moscow fights_for Assad planned; troops fights_for Assad planned",
    "The group that Washington wants to isolate attacked the army.": "group fights army",
    "The militia that Turkey helped to hunt attacked the army.": "militia fights army; Turkey fights militia",
    "Britain expelled the ambassador of Iran.": "Britain sanctions Iran",
    "Iran condemned Israel.": "Iran accuses Israel",
    "Iran threatened Israel.": "Iran threatens Israel",
    "The envoys of Iran met the rebels.": "envoys talks_with rebels",
    "Turkey came to the rescue of the rebels.": "Turkey fights_for rebels",
    "Hezbollah pledged allegiance to Assad.": "Hezbollah backs Assad",
    "The council condemned the attack carried out by the rebels.": "council accuses rebels",
    "Egypt warned the rebels that it would bomb them.": "Egypt threatens rebels; it fights them hypothetical",
    "Ankara called Damascus a liar.": "Ankara accuses Damascus",
    "Iran abandoned the militia.": "Iran backs militia stop",
    "The rebels were driven out of Aleppo by the army.": "army fights rebels",
    "Kinshasa, for which Burundi has fought, thanked Burundi.": "Burundi fights_for Kinshasa; Kinshasa endorses Burundi",
    "Turkey threatened to bomb the militia.": "Turkey threatens militia",
    "The government rejected the rebels' demand.": "government opposes rebels",
    "An Israeli strike killed two fighters of the militia.": "Israeli fights militia",
    "A wave of Israeli strikes killed two fighters of the militia.": "Israeli fights militia",
    "Dozens of survivors of the strikes fought the militia.": "survivors fights militia",
    "The army repelled a push by the rebels.": "army fights rebels",
    "Russian jets bombed radar stations near Aleppo.": "jets fights Aleppo",
    "The army and the rebels fought over the airport.": "army fights rebels; rebels fights army",
    "The army and the militia battled the rebels over the airport.": "army fights rebels; militia fights rebels",
    "The militia wrested the town of Azaz from the army.": "militia fights army; militia advances_on Azaz",
    "Turkey fought on the side of the rebels.": "Turkey fights_alongside rebels",
    "China pressed the militia to disarm.": "China coerces militia",
    "Chad and Sudan fought side by side in Darfur.": "Chad fights_alongside Sudan",
    "Turkey gave weapons and sanctuary to the rebels.": "Turkey arms rebels; Turkey shelters rebels",
    "The army fled Goma.": "army deploys_to Goma stop",
    "Haftar enjoys the backing of Egypt.": "Egypt backs Haftar",
    "Mali suspended its membership in the coalition.": "Mali part_of coalition stop",
    "Georgian veterans fight against the wishes of Tbilisi.": "",
    "The army recaptured Mosul from the rebels.": "army fights rebels; army advances_on Mosul",
    "Tehran blamed Israel for the bombing of the militia.": "Tehran accuses Israel; Israel fights militia",
    "Federal troops had been sent to Goma.": "troops deploys_to Goma",
}


@pytest.mark.parametrize("text", TABLE)
def test_verbs(text: str) -> None:
    assert said("verbs", text) == expected(TABLE[text])
