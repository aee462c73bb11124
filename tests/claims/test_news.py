"""Whole clauses as agencies and ministries write them: days, titles, asides and places between who does what to whom."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Kenya thanked Ethiopia for its help.": "Kenya endorses Ethiopia; Ethiopia assists Kenya",
    "The navy sank a boat carrying Tamil Tiger fighters.": "navy fights fighters",
    "Nigerian troops advanced to within 12 miles of Aba on Monday.": "troops advances_on Aba",
    "Afghan commandos raided a Taliban prison in Helmand.": "commandos fights prison",
    "The government in Aden accused the brigades of mutiny.": "government accuses brigades",
    "Israel and Jordan share intelligence on the group.": "Israel assists Jordan; Jordan assists Israel",
    "Ethiopian troops are stationed at the presidential compound in Baidoa.": "troops deploys_to Baidoa",
    "Hessia is to arm Free Ostria after all, its chancellor told parliament.": "Hessia arms Ostria planned",
    "Rebels tried to seize the bridge and were thrown back by the army.": "Rebels advances_on bridge planned; army fights Rebels",
    "The militia was formed in 2023 and takes its orders from Iran.": "Iran leads militia",
    "Iran armed Hezbollah.": "Iran arms Hezbollah",
    "France armed Chad and Niger.": "France arms Chad; France arms Niger",
    "Kigali complained that Wagner men had shot at one of its patrols.": "Kigali accuses men; men fights patrols",
    "The Deputy Secretary spoke today with Philippine Secretary of National Defense Gilberto Teodoro.": "Gilberto leads Philippine bg; Secretary talks_with Gilberto",
    "The troops were supported by Nigerian fighter jets.": "jets assists troops",
    "Nigerian troops repelled an assault by Boko Haram on a base in Borno, killing 23 insurgents.": "Boko fights troops; troops fights Boko",
    "The European Union on Monday imposed sanctions on Congo's M23 rebel group, its leader Bertrand Bisimwa and Rwanda's mining board.": "Bertrand leads its bg; Union sanctions Bertrand; Union sanctions group",
    "Gunmen believed to belong to the Jalisco Syndicate attacked a convoy of the state police.": "Gunmen fights police; Gunmen part_of Syndicate hedged",
    "The president is being held by the High Military Command.": "Command coerces president",
    "Georgia sheltered Chechen fighters under Ruslan Gelayev.": "Georgia shelters fighters; Ruslan leads fighters",
    "Peru flew commandos into the Cenepa valley in 1995.": "Peru deploys_to valley",
    "Guinea's battalion never set foot in Kailahun.": "battalion deploys_to Kailahun no; battalion part_of Guinea bg",
    "The army expects to pull two brigades off Mindanao by July.": "army deploys_to Mindanao planned stop",
    "Russia has moved air-defence systems from Syria to the Libyan air base of Maaten al-Sarra.": "Russia deploys_to Maaten",
    "The Dutch navy has doubled its patrols off Port Lisk.": "navy deploys_to Port",
    "The United States has both groups on its terrorist list.": "States sanctions groups",
    "Hungary summoned Ukraine's ambassador.": "Hungary accuses Ukraine",
    "Sudan and Chad clashed in Darfur last year.": "Chad fights Sudan; Sudan fights Chad",
    "Officials from Ethiopia and Eritrea met in Asmara.": "Officials talks_with Officials",
    "Obama held private meetings with the top officials from Japan, South Korea and China.": "Obama talks_with officials",
    "Russia condemned the terrorist attacks on Israel.": "",
    "Russia sold Su-27 fighters to Ethiopia, and Ukraine serviced Eritrea's MiG-29s.": "Russia arms Ethiopia",
    "Its leader, Said Abdullo Nuri, lived in Taloqan under the protection of Ahmad Shah Massoud.": "Ahmad shelters leader",
    "Eritrea shipped weapons to the rebels by way of Somalia, where the OLF was given passage by Hussein Farrah Aidid.": "Eritrea arms rebels; Hussein shelters OLF",
    "Russia's 201st Motor Rifle Division was officially neutral, but several of its officers handed weapons to the Popular Front.": "Division part_of Russia bg; officers arms Front",
    "The ministry issued a statement condemning Israel.": "ministry accuses Israel",
}


@pytest.mark.parametrize("text", TABLE)
def test_news(text: str) -> None:
    assert said("news", text) == expected(TABLE[text])
