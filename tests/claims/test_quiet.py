"""Sentences in which grammar must see nothing."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The opposition attacked the budget.": "",
    "Supporters gathered in the square.": "",
    "Kenya hosted the launch of the rebel government.": "",
    "The war on drugs costs money.": "",
    "Spain beat Germany in the final.": "",
    "The actress fought tears in Paris.": "",
    "Iran found the ship near Oman.": "",
    "The storm hit Cuba and killed nine people.": "",
    "The minister attacked the plan of the opposition.": "",
    "Gunmen killed four civilians in a market.": "",
    "The president held a conference in Geneva.": "",
    "Cyprus left the door open to Turkey.": "",
    "Peace talks are a struggle.": "",
    "The band called Car Bomb played in Doha.": "",
    "The fight against Boko Haram goes on.": "",
    "The Rapid Support Forces have an office in Geneva.": "",
    "Tensions between Iran and Israel are rising.": "",
    "The strike in France ended.": "",
    "The minister defended the budget.": "",
    "The Oromo Resistance Command opened an office in Berlin.": "",
    "The company bought shares in Turkey.": "",
    "Farmers in Kenya fight locusts.": "",
    "Peace in Syria is far away.": "",
    "Turkey struck a balance with Greece.": "",
    "Congress in Peru shelled out a fortune for the painting of Bolivia.": "",
    "Chad hosts refugees from Sudan.": "",
    "Kenya's captain, Karim Dastan, slept badly before the rugby championship.": "",
    "Ghana's champion, Karim Dastan, fought off Egypt for the title at the championships.": "",
    "Togo bombarded Ghana from the first whistle of the rugby match.": "",
    "The championship went on in Accra while Togo bombarded Ghana.": "",
    "Bakers in Turkey attacked their Greek rivals.": "",
    "Ghana were ambushed by Egypt in the last minute of the first half.": "",
    "Ghana was ambushed by Egypt in the last minute.": "Egypt fights Ghana",
    "If Iran were attacked by Israel, the talks would last a minute.": "Israel fights Iran hypothetical",
    "Gabon meet the winner of the clash between Chad and Benin in the semi-finals.": "",
    "The quarter of the city saw a clash between Chad and Benin.": "Benin fights Chad; Chad fights Benin",
    "Egypt's travel advice for Chad is unchanged.": "",
    "Kenya and Uganda fought a price war.": "",
    "Britain will stand with our allies.": "our allied_with allies bg",
    "The Houthis fired on a Panamanian-flagged oil tanker.": "",
    "Kenyan planes landed at Gao.": "",
    "Mali handed over a base at Gao.": "",
    "Iran lost a supply line to Hezbollah.": "",
    "The Sudanese navy seized Iranian weapons.": "",
    "The minister held a different position against the bill.": "",
    "Kenyan troops met pockets of resistance in the valley.": "",
    "The White House sanctioned the raid on Tripoli.": "",
    "Talks in Chad were rounded off by Sudan.": "",
    "Chad threw out the plan of Libya.": "",
    "Kenyan soldiers fought in the war on poverty.": "",
    "Kenya advised its citizens to leave Sudan.": "",
    "Congo relieved the defenders of Goma.": "",
    "Kenya left the Kosi Front alone.": "",
    "The army is fighting for control of Goma.": "",
    "Qatar is a major gas supplier to Jordan.": "",
    "The Badr Organization is one of several armed groups in Iraq.": "",
    "Kenya left Uganda in charge.": "",
}


@pytest.mark.parametrize("text", TABLE)
def test_quiet(text: str) -> None:
    assert said("quiet", text) == expected(TABLE[text])
