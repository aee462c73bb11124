"""What the name of a described party shows, and whom chiefs, ministers and counterparts act for."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

SHOWN: dict[str, dict[str, str]] = {
    # a firm is called by its town, if the text does so
    "riyadh-foundation": {"Riyadh foundation": "Riyadh foundation", "Saudi bank": "Saudi bank"},
    # where a bank of no country sits, and one of some country
    "bank-in-town": {"bank": "bank in Harare"},
    "bank-beside-town": {"Sudanese bank": "Sudanese bank"},
    # how many there are, if nothing else tells them apart
    "smaller-fronts": {"smaller fronts": "two smaller fronts"},
    "two-of-country": {"Libyan fronts": "Libyan fronts"},
    # who rules what
    "ousted-president": {"ousted president": "ousted president of Gabon"},
    "chads-president": {"Chad's president": "president of Chad", "Sudanese president": "Sudanese president"},
    "the-president": {"president": "president of Sierra Leone"},
    "former-officers": {"former Libyan officers": "former Libyan officers"},
    # abroad a minister is his state, at home he is himself
    "foreign-minister": {
        "Thai foreign minister": "Thailand",
        "Laotian counterpart": "Laos",
        "Thai interior minister": "Thai interior minister",
    },
    # commanders are their band, one commander, former ones and elders are not
    "commanders-of": {"commanders": "Desert Front", "former leaders": "former leaders of Hill Front"},
    "the-commander": {"commander": "commander of Desert Front", "elders": "elders of Desert Front"},
    # a bureau speaks for its band, a wing is a part of it
    "political-bureau": {"political bureau": "Desert Front", "armed wing": "", "wing": "armed wing of Desert Front"},
    # what a band is said to be
    "is-an-organisation": {"organisation": "Clan of Osk"},
    "is-no-organisation": {"militia": "militia of Lom"},
    # whose guard
    "presidents-guard": {"president's guard": "president's guard"},
    # what completes a name, if nothing in it says what it is
    "grey-lantern": {"Grey Lantern": "Grey Lantern movement"},
    "desert-front-militia": {"Desert Front": "Desert Front"},
    "eastern-dusk": {"Eastern Dusk": "Eastern Dusk coalition", "Brass Creek gang": "Brass Creek gang"},
    # where raiders are from
    "skarn-raiders": {"Skarn raiders": "Skarn raiders", "Skarn": "Skarn"},
    # titles that are kept and ranks that are not
    "datu": {"Esmer Ampal": "Datu Esmer Ampal", "Omar Dast": "Omar Dast"},
    # numbers and sides that open a name
    "four-lakes": {"Four Lakes Brigade": "Four Lakes Brigade", "brigades": "Chad"},
    "fifth-pillar": {"Fifth Pillar League": "Fifth Pillar League"},
    "second-army": {
        "Second Army": "Second Army",
        "Eastern Command": "Eastern Command",
        "army of Chad": "Chadian National Army",
    },
    # what belongs to a name behind "of", and in lower case does not
    "of-the-imam": {"Covenant of the Imam": "Covenant of the Imam", "imam": "imam of Basra"},
    "martyrs-of": {"Martyrs of Mutran": "Martyrs of Mutran", "martyrs": ""},
    # a people before a name is a part of it, and before fighters says who they are
    "acholi-redeemers": {
        "Acholi Redeemers": "Acholi Redeemers",
        "Acholi fighters": "Acholi fighters",
        "Hema Union of Elders": "Hema Union of Elders",
    },
    # by whom nobody's column is armed; one of a country is named by that
    "velmark-armed": {"column": "Velmark-armed column"},
    "turkish-trained": {"battalion": "Libyan battalion"},
    # the larger one is not the smaller one
    "larger-faction": {"larger faction": "larger faction", "smaller faction": "smaller faction"},
    # where a broker sits is no country of the army's, nor is that of its auxiliaries
    "broker-in-dubai": {"broker": "broker in Dubai", "army": "Tarvian army"},
    "russian-auxiliaries": {"army": "Malian Armed Forces"},
    "veterans-association": {"Vukas Veterans' Sports Association": "Vukas Veterans' Sports Association"},
}


@pytest.mark.parametrize("name", SHOWN)
def test_shown(name: str) -> None:
    found = {words: actors for words, _, actors in listed(name)}
    assert {words: found.get(words, "") for words in SHOWN[name]} == SHOWN[name]
