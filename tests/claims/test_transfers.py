"""Giving and getting: what is handed over decides the relation."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Military intelligence gave active support to the rebels.": "intelligence backs rebels",
    "Iran gave weapons to the militia.": "Iran arms militia",
    "Iran gave the militia rockets.": "Iran arms militia",
    "Iran supplied the militia with rifles.": "Iran arms militia",
    "The militia received drones from Iran.": "Iran arms militia",
    "The militia was given rockets by Iran.": "Iran arms militia",
    "Rockets were sent to the militia by Iran.": "Iran arms militia",
    "Qatar sent money to the rebels.": "Qatar funds rebels",
    "Jordan provides intelligence to the rebels.": "Jordan assists rebels",
    "The United States provided military aid to the rebels.": "States arms rebels",
    "Britain provided air support to the rebels.": "Britain assists rebels",
    "Iranian arms shipments to the Houthis continued.": "Iranian arms Houthis",
    "Tehran's shipments of missile parts to the Houthis continued.": "Tehran arms Houthis",
    "Russian weapons for the army arrived.": "Russian arms army",
    "Turkey gave refuge to the rebels.": "Turkey shelters rebels",
    "France sold helicopters to Egypt.": "France arms Egypt",
    "Egypt buys rifles from France.": "France arms Egypt",
    "The pay of the militia comes from Iran.": "Iran funds militia",
    "The militia's rockets come from Iran.": "Iran arms militia",
    "Turkey lent the rebels tanks.": "Turkey arms rebels",
    "Iran halted arms deliveries to the militia.": "Iran arms militia",
    "Turkey bought oil from ISIS.": "Turkey funds ISIS",
    "Iran pays the salaries of the militia.": "Iran funds militia",
    "The rebels took Qatari money.": "Qatari funds rebels",
    "Tehran has increased its drone shipments to the army.": "Tehran arms army",
    "Turkey bought rifles for the militia.": "Turkey arms militia",
    "The militia took its rockets from Iran.": "Iran arms militia",
    "The militia took rifles from the army.": "",
    "France sent two frigates to Aden.": "France deploys_to Aden",
    # what is given decides, and each sort of it
    "Iran gave the militia shelter and rockets.": "Iran shelters militia; Iran arms militia",
    "Qatar smuggled cash and medicines to the rebels.": "Qatar funds rebels; Qatar assists rebels",
    "Syria supplied the militia with radars and missiles.": "Syria arms militia",
    "Turkey fed the Turkmens guns.": "Turkey arms Turkmens",
    "Turkey fed the soldiers.": "Turkey assists soldiers",
    "Italy has kept up deliveries of radar parts to Libya.": "Italy arms Libya",
    "Italy has licensed the sale of aircraft and bombs to Libya.": "Italy arms Libya",
    "Italy has committed $3 billion in assistance to Libya.": "Italy funds Libya",
    "Haftar brought the army maps and the loyalty of 500 fighters.": "Haftar assists army",
    "Dutch drones will be delivered to Ukraine.": "Dutch arms Ukraine planned",
    # whose make arms are does not tell who gives them
    "Norway sent American guns to Ukraine.": "Norway arms Ukraine",
    "Jordan passed Chinese guns to the rebels.": "Jordan arms rebels",
    "The Chinese guns which Jordan sent to the rebels were old.": "Jordan arms rebels",
    "Norway paid for American guns for Ukraine.": "Norway funds Ukraine",
    "The villagers paid the warlord a levy.": "villagers funds warlord",
    "The Emirates posted advisers with the militia.": "Emirates assists militia",
    "The Emirates sent guns with the consent of Egypt.": "Egypt endorses Emirates",
    "Musa procured missile components on behalf of the Houthis.": "Musa arms Houthis",
    "The transfer of military cargo from Belarus to Syria went on.": "Belarus arms Syria",
    "The militia received the lion's share of Turkey's dollars.": "Turkey funds militia",
    "The Emirates had furnished the Rapid Support Forces.": "",
    # told of who gets it
    "Chad gets oil and rifles from Libya.": "Libya assists Chad; Libya arms Chad",
    "Chad relies on Paris for weapons and training.": "Paris arms Chad; Paris assists Chad",
    "Chad relies on instructors from Wagner.": "Wagner assists Chad",
    "Chad relies on Paris.": "",
    "Nasser lived on a stipend from the Libyan government.": "government funds Nasser",
    "The rebels lost their Qatari stipend.": "Qatari funds rebels stop",
    "The rebels lost their Qatari tanks.": "",
    "Weapons from Libya reached the rebels through Chad.": "Libya arms rebels",
    "Rifles bought by the CIA have reached the rebels.": "CIA arms rebels",
    "Rockets from Gaza reached Israel on Sunday.": "",
    "Turkey sent Ejder armoured vehicles to the Libyan army.": "Turkey arms army",
    "Hassan used a courier to wire $3 million to Hezbollah.": "Hassan funds Hezbollah planned; courier funds Hezbollah planned",
    "Riyadh signed the cheques of the Houthis.": "Riyadh funds Houthis",
    "Riyadh met the head of the Houthis.": "Riyadh talks_with head",
    "Riyadh cut off the militia's money.": "Riyadh funds militia stop",
    "Riyadh cut off the militia's retreat.": "",
    "Russia sent troops into Ukraine in 2022.": "Russia deploys_to Ukraine",
    "A Tolvian aircraft will be deployed to Poland.": "",
    "North Korea has sent 15,000 troops to help Russia in its war against Ukraine.": "Korea fights_for Russia; Russia fights Ukraine",
    "Turkey sent officers to train the army.": "Turkey assists army planned; officers assists army planned",
    "Chad and Libya have refused to give up their weapons.": "",
    "Iran makes drones and has supplied them to Russia.": "Iran arms Russia",
    "Iran sent money to Hamas and rockets to the Houthis.": "Iran arms Houthis; Iran funds Hamas",
    "Armenia bought howitzers from France and air defences from India.": "France arms Armenia; India arms Armenia",
    "France handed the base in Gao to the Malian army.": "army controls base",
}


@pytest.mark.parametrize("text", TABLE)
def test_transfers(text: str) -> None:
    assert said("transfers", text) == expected(TABLE[text])
