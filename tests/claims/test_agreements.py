"""Ceasefires, deals and coalitions."""

import pytest

from imbroglio.claims.agreements import find_agreements
from tests.claims.reading import read


def _one(text):
    _, found = read(find_agreements, text)
    assert len(found) == 1, found
    return found[0]


def _names(parties):
    return {party.name for party in parties}


@pytest.mark.parametrize(
    ("text", "kind", "parties", "firmness"),
    [
        ("Turkey and Russia signed a ceasefire deal on Thursday.", "ceasefire", {"Turkey", "Russia"}, "fact"),
        (
            "A ceasefire between the Sudanese army and the Rapid Support Forces took effect in Khartoum on Monday.",
            "ceasefire", {"Sudanese Armed Forces", "Rapid Support Forces"}, "fact",
        ),
        (
            "A tentative agreement between Iran, Russia and Turkey will bring a cessation of hostilities.",
            "ceasefire", {"Iran", "Russia", "Turkey"}, "planned",
        ),
        (
            "Ethiopia signed a peace agreement with the Tigray People's Liberation Front in Pretoria.",
            "deal", {"Ethiopia", "Tigray People's Liberation Front"}, "fact",
        ),
        ("Washington seeks to build a coalition with Jordan.", "coalition", {"United States", "Jordan"}, "planned"),
        ("Riyadh formed a coalition with Egypt and Sudan.", "coalition", {"Saudi Arabia", "Egypt", "Sudan"}, "fact"),
    ],
)  # fmt: skip
def test_who_is_in_it_and_does_it_stand(text, kind, parties, firmness):
    found = _one(text)
    assert (found.kind, _names(found.parties), found.firmness) == (kind, parties, firmness)


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        (
            "Israel and Hamas agreed to a truce. The truce excludes Palestinian Islamic Jihad.",
            {"Palestinian Islamic Jihad"},
        ),
        ("The truce covers the Syrian army and Ahrar al-Sham but not the Nusra Front.", {"Nusra Front"}),
        ("Ethiopia signed a peace deal with the Oromo Liberation Army. It does not include Eritrea.", {"Eritrea"}),
    ],
)
def test_who_is_left_out(text, excluded):
    found = _one(text)
    assert _names(found.excluded) == excluded and not _names(found.parties) & excluded


def test_an_agreement_spoken_of_again_is_one_and_its_quote_holds_all_that_tells_of_it():
    text = (
        "A truce between Russia and Turkey took effect in Syria. The agreement leaves out the Islamic State. "
        "Both sides welcomed the deal."
    )
    found = _one(text)
    assert found.place == "Syria" and _names(found.excluded) == {"Islamic State"}
    assert found.quote.of(text).endswith("the Islamic State")


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.-led coalition said it had bombed the Islamic State.",
        "The UN called for a ceasefire in Yemen.",
        "Russia and Egypt signed a gas deal.",
        "The peace camp lost the election.",
    ],
)
def test_no_agreement(text):
    assert read(find_agreements, text)[1] == []
