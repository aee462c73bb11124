"""Nouns, adverbials and adjectives that name a deed or a stance."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Algeria brokered an accord between Mali and the rebels.": "Mali agrees_with rebels",
    "The rebels captured the town with the help of Rwanda.": "rebels advances_on town; Rwanda assists rebels",
    "The rebels attacked the army with cover from Ankara.": "rebels fights army; Ankara assists rebels",
    "Iran's support for the militia continued.": "Iran backs militia",
    "The assault on the rebels by the army continued.": "army fights rebels",
    "The army launched an offensive against the rebels.": "army fights rebels",
    "Turkish strikes on the militia continued.": "Turkish fights militia",
    "The militia took part in the assault on the rebels.": "militia fights rebels",
    "Britain reiterated its support for the army and for Iraq.": "Britain backs army; Britain backs Iraq",
    "French planes flew in support of the army.": "planes assists army",
    "The army began the second phase of its campaign against the rebels.": "army fights rebels",
    "The army began the third phase of the effort to isolate Raqqa.": "army advances_on Raqqa",
    "Ankara and Damascus are at war.": "Ankara fights Damascus; Damascus fights Ankara",
    "The militia is at war with the rebels.": "militia fights rebels; rebels fights militia",
    "The army fought under the command of Russia.": "Russia leads army",
    "The militia is loyal to Assad.": "militia backs Assad",
    "Militias loyal to Assad attacked the rebels.": "Militias backs Assad bg; Militias fights rebels",
    "The militia is dependent on Iran.": "Iran backs militia",
    "A truce between the army and the rebels holds.": "army agrees_with rebels",
    "An agreement among the players, including Iran, Russia and Turkey, was signed.": "Iran agrees_with Russia; Iran agrees_with Turkey; Russia agrees_with Turkey",
    "The war between Iran and Iraq ended.": "Iran fights Iraq; Iraq fights Iran",
    "Supporters of Assad attacked the embassy of Qatar.": "Supporters backs Assad bg; Supporters fights Qatar",
    "Friends of Assad beat up officers of the militia.": "Friends backs Assad bg; Friends fights militia",
    "Iran's ally Russia armed the militia.": "Iran allied_with Russia bg; Russia arms militia",
    "Hezbollah is an ally of Iran.": "Hezbollah allied_with Iran",
    "Iran and Turkey, partners in Iraq, are rivals in Syria.": "Iran allied_with Turkey; Iran opposes Turkey; Turkey opposes Iran",
    "Ankara regards the militia as an enemy.": "Ankara opposes militia",
    "The army attacked the rebels with the support of Russia.": "army fights rebels; Russia backs army",
    "Mosul is considered the last bastion of ISIS.": "ISIS controls Mosul",
    "The rebels' rivals in the Lantern Front attacked the army.": "rebels opposes Front bg; Front opposes rebels bg; rivals fights army",
    "The Iran-Iraq war ended.": "Iran fights Iraq; Iraq fights Iran",
    "The army has begun its operation to isolate Raqqa.": "army advances_on Raqqa",
    "The army and its rivals met.": "its opposes rivals bg; rivals opposes its bg; army talks_with rivals",
    "A ten-day push by the Chadian army into Faya ended.": "army advances_on Faya",
    "An air assault on Crete was part of the exercise.": "",
    "Gao has been under siege by the rebels for months.": "rebels coerces Gao",
    "Gao has been under heavy siege for months.": "",
    "Sudan was behind the attack on the rebels.": "Sudan fights rebels",
    "The ministry says that Sudan lagged behind the army.": "",
    "Chad regards the militia as an extension of the army.": "militia part_of army",
    "Uganda regards the rebels, who killed its soldiers, as a mortal enemy.": "Uganda opposes rebels; rebels fights soldiers",
    "Uganda considers Rwanda its enemy.": "Uganda opposes Rwanda",
    "Uganda recruited the rebels, who killed its soldiers, as guards.": "rebels fights soldiers",
    "The rebels claimed responsibility for the attack on the army.": "rebels fights army hedged",
    "The army took responsibility for the defence of Goma.": "",
    "The raid on the army was the work of the rebels.": "rebels fights army",
    "The raid on the army was the work of years.": "",
    "An alliance of Chad and Libya against Sudan was signed.": "Chad opposes Sudan; Libya opposes Sudan",
    "Chad and Libya have settled into an alliance against Sudan.": "Chad allied_with Libya; Chad opposes Sudan; Libya opposes Sudan",
    "An alliance against Sudan met in Chad.": "alliance opposes Sudan",
    "France condemned Rwanda's incursions into Burundi.": "France accuses Rwanda; Rwanda advances_on Burundi",
    "Qatar bankrolls the militia as a counterweight to the army.": "Qatar funds militia; militia opposes army",
    "Qatar bankrolls the militia as a gift to the army.": "Qatar funds militia",
    "Kigali and Kampala, sworn enemies for years, signed a pact.": "Kampala opposes Kigali; Kigali agrees_with Kampala; Kigali opposes Kampala",
    "Haftar marched on Tripoli with Egyptian blessing.": "Egyptian endorses Haftar; Haftar advances_on Tripoli",
    "Haftar marched on Tripoli with heavy blessing.": "Haftar advances_on Tripoli",
    "The rebels took Azaz with Turkish help.": "Turkish assists rebels; rebels advances_on Azaz",
}


@pytest.mark.parametrize("text", TABLE)
def test_nouns(text: str) -> None:
    assert said("nouns", text) == expected(TABLE[text])
