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
    # backing words
    "The rebels entered Sirte with Turkish blessing.": "rebels advances_on Sirte; Turkish endorses rebels",
    "Fatah, with the encouragement of Iraq, attacked the army.": "Fatah fights army; Iraq backs Fatah",
    "The militia is on the side of Haftar.": "militia backs Haftar",
    "The militia is on the side of the road.": "",
    "The rebels fought on the side of Haftar.": "rebels fights_alongside Haftar",
    "Chad is home to the exiled Northern Front.": "Chad shelters Front",
    "Savimbi was a darling of the CIA.": "CIA backs Savimbi",
    "Malta welcomed the role that Algeria has played.": "Malta endorses Algeria",
    "Malta condemned the rebels whom Algeria armed.": "Algeria arms rebels; Malta accuses rebels",
    "Mobutu owed his throne to the CIA.": "CIA backs Mobutu",
    "Mobutu owed his hat to the CIA.": "",
    "The militia did the bidding of Iran.": "militia backs Iran",
    "Haftar took refuge with the Emirates.": "Emirates shelters Haftar",
    "Haftar took refuge in Egypt.": "",
    "The emir has put up the leaders of the Northern Front.": "emir shelters leaders",
    "Chad put up a monument in Libya.": "",
    "The militia pledged itself to Haftar.": "militia backs Haftar",
    "The army and its rivals met.": "its opposes rivals bg; rivals opposes its bg; army talks_with rivals",
}


@pytest.mark.parametrize("text", TABLE)
def test_nouns(text: str) -> None:
    assert said("nouns", text) == expected(TABLE[text])
