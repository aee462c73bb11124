"""Firmness and polarity."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Hungary blocked arms deliveries to Kyiv.": "Hungary arms Kyiv no",
    "Iran denied arming the militia.": "Iran arms militia no",
    "Iran refused to arm the militia.": "Iran arms militia no",
    "Iran failed to arm the militia.": "Iran arms militia no",
    "Iran never armed the militia.": "Iran arms militia no",
    "Iran no longer arms the militia.": "Iran arms militia no",
    "Neither Iran nor Russia armed the militia.": "Iran arms militia no; Russia arms militia no",
    "No country armed the militia.": "country arms militia no",
    "Iran reportedly arms the militia.": "Iran arms militia hedged",
    "Iran is believed to arm the militia.": "Iran arms militia hedged",
    "Iran plans to arm the militia.": "Iran arms militia planned",
    "Iran vowed to arm the militia.": "Iran arms militia planned",
    "Iran will arm the militia.": "Iran arms militia planned",
    "Iran may arm the militia.": "Iran arms militia hypothetical",
    "If Iran arms the militia, Israel will bomb Iran.": "Iran arms militia hypothetical; Israel fights Iran hypothetical",
    "Iran would have armed the militia.": "Iran arms militia hypothetical",
    "Iran must arm the militia.": "Iran arms militia norm",
    "The law prohibits Britain from arming the militia.": "Britain arms militia no norm",
    "The law allows Britain to arm the militia.": "Britain arms militia norm",
    "Iran stopped short of arming the militia.": "Iran arms militia no",
    "Iran attacked the rebels without arming the militia.": "Iran fights rebels; Iran arms militia no",
    "It is not true that Iran arms the militia.": "Iran arms militia no",
    "Iran does not arm the militia, but it trains the army.": "Iran arms militia no; it assists army",
    "Britain bombed ISIS without supporting Assad.": "Britain fights ISIS; Britain backs Assad no",
    "Iran delayed the aid to the militia.": "Iran assists militia no",
    "Iran halted its support for the militia.": "Iran backs militia",
    "Iran offered to train the militia.": "Iran assists militia planned",
    "Russia is ready to arm the militia.": "Russia arms militia planned",
    "Iran agreed to arm the militia.": "Iran arms militia planned",
    "Iran began to arm the militia, the army said.": "Iran arms militia",
    "Iran could arm the militia.": "Iran arms militia hypothetical",
    "Iran is suspected of arming the militia.": "Iran arms militia hedged",
    "Iran ruled out arming the militia.": "Iran arms militia no",
    "Ankara balked at arming the militia.": "Ankara arms militia no",
    "Oman shied away from training the militia.": "Oman assists militia no",
    "Neither Iran nor Russia admits arming the militia.": "Iran arms militia no; Russia arms militia no",
    "No country admits to funding the militia.": "country funds militia no",
    "Iran did not hesitate to arm the militia.": "Iran arms militia hedged",
    "No country said that Iran arms the militia.": "Iran arms militia",
    "Reports that Iran armed the militia do not correspond to reality.": "Iran arms militia no",
    "Claims that Iran armed the militia were false.": "Iran arms militia no hedged",
    "The reports, according to which Iran armed the militia, are untrue.": "Iran arms militia no",
    "Reports that Iran armed the militia are true.": "Iran arms militia",
    "Reports that Iran armed the militia were denied by nobody and so on.": "Iran arms militia",
    "Is Iran supplying drones to Russia?": "Iran arms Russia hypothetical",
    "Turkey, instead of fighting the Islamic State, bombed the YPG.": "Turkey fights State no; Turkey fights YPG",
    "Sudan armed the LRA rather than arrest Kony.": "Sudan arms LRA; Sudan coerces Kony no",
    "Iran will retaliate for the Israeli attack on Damascus.": "Israeli fights Damascus",
    "Neither Georgia nor Armenia has joined the sanctions against Russia.": "Armenia sanctions Russia no; Georgia sanctions Russia no",
    "The army said the Red Lynx had ordered the killing of Colonel Denko.": "Lynx fights Denko",
    "Hungary did not send arms to Ukraine after Russian threats against Budapest.": "Hungary arms Ukraine no; Russian threatens Budapest",
    "The rebels will not disarm because of Iranian support for the militia.": "Iranian backs militia",
    "Chad pleaded guilty to supporting the rebels.": "Chad backs rebels",
    "Kenya is due to deliver rifles to the army.": "Kenya arms army planned",
    "Iran will bomb the rebels if the truce fails.": "Iran fights rebels hypothetical",
    "Under the treaty Kenya may not arm the rebels.": "Kenya arms rebels no norm",
    "Under the charter Kenya could send no troops to help the rebels.": "Kenya fights_for rebels no norm",
    "The reports spread by Chad that Sudan armed the JEM are untrue.": "Sudan arms JEM no",
    "Claims by Sudan that Libya shelled Tine do not correspond to reality.": "Libya fights Tine no hedged",
    "The statement by Chad that Sudan attacked Tine is a lie.": "Sudan fights Tine no",
    "The report by Chad that Sudan attacked Tine is correct.": "Sudan fights Tine",
    "Doha made no secret of its support for Hamas.": "its backs Hamas",
    "The mission did not establish which groups received Libyan weapons.": "Libyan arms groups",
    "Cairo decided which commanders received Egyptian weapons.": "Egyptian arms commanders",
}


@pytest.mark.parametrize("text", TABLE)
def test_stance(text: str) -> None:
    assert said("stance", text) == expected(TABLE[text])
