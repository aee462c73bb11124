"""Members and titles."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "The Badr Organization is part of the Popular Mobilization Forces.": "Organization part_of Forces",
    "The Badr Organization, a member of the Popular Mobilization Forces, attacked the rebels.": "Organization part_of Forces bg; Organization fights rebels",
    "Badr leader Hadi al-Amiri condemned Israel.": "Hadi leads Badr bg; Hadi accuses Israel",
    "Hadi al-Amiri, the leader of the Badr Organization, condemned Israel.": "Hadi leads Organization bg; Hadi accuses Israel",
    "Russian Foreign Minister Sergei Lavrov met the rebels.": "Sergei leads Russian bg; Sergei talks_with rebels",
    "A spokesman for the Houthis, Yahya Saree, threatened Israel.": "Yahya part_of Houthis bg; spokesman threatens Israel",
    "The umbrella includes the Badr Organization and Kata'ib Hezbollah.": "Organization part_of umbrella; Kata'ib part_of umbrella",
    "The rebels joined the Syrian National Army.": "rebels part_of Army",
    "Hezbollah's head of finance, Karim Dastan, condemned Israel.": "Karim part_of Hezbollah bg; Karim accuses Israel",
    "Iran's minister of defence, Karim Dastan, condemned Israel.": "Karim leads Iran bg; Karim accuses Israel",
    "Karim Dastan, director of operations, condemned Israel.": "Karim accuses Israel",
    "Deputy Defence Minister Karim Dastan condemned Israel.": "Karim accuses Israel",
    "Karim Dastan, a Hezbollah field commander, condemned Israel.": "Karim part_of Hezbollah bg; Karim accuses Israel",
    "The army killed Karim Dastan, one of the most prominent Hezbollah commanders.": "army fights Karim; Karim leads Hezbollah bg",
    "The army captured Karim Dastan, a Hezbollah courier.": "army coerces Karim; Karim part_of Hezbollah bg",
    "Chad sent rifles to the Lantern Front, the armed wing of the Marsh League, in May.": "Chad arms Front; Front part_of League bg",
    "Two of the League's components, the Lantern Front and the Fen Brigade, attacked the army.": "Front part_of League bg; Brigade part_of League bg",
    "Chad, whose president, Karim Dastan, met the rebels, condemned Israel.": "Karim leads Chad bg; Karim talks_with rebels; Chad accuses Israel",
    "Fadi Karam of Hezbollah condemned Israel.": "Fadi part_of Hezbollah bg; Fadi accuses Israel",
    "Abdullah of Jordan condemned Israel.": "Abdullah accuses Israel",
    "The army described Karim Dastan as an officer of Hezbollah.": "Karim part_of Hezbollah",
    "They served under the commander of Hezbollah, Karim Dastan.": "Karim leads Hezbollah bg",
    "The Lantern Front, a unit of Russians, condemned Israel.": "Front accuses Israel",
    "Turkey considers the Badr Organization an extension of Hezbollah.": "Organization part_of Hezbollah",
    "Turkey granted the Badr Organization an extension of the deadline.": "",
    "Hassan Nasrallah heads Hezbollah.": "Hassan leads Hezbollah",
    "The Secretary-General of the Lantern Front, Karim Dastan, slept in Doha.": "Karim leads Front bg",
    "Inspector-General Karim Dastan slept in Doha.": "",
    "The Prime Minister of Ethiopia, Abiy Ahmed, and Eritrean President Isaias Afwerki met.": "Abiy leads Ethiopia bg; Isaias leads Eritrean bg; Minister talks_with Isaias",
    "The Minister of Foreign Affairs of Iraq, HE Dr Ibrahim al-Jaafari, arrived.": "Ibrahim leads Iraq bg",
    "Iran paid the Badr Organization, its leader, Hadi al-Amiri, said.": "Hadi leads its bg; Iran funds Organization",
    "The leader of the Tigray People's Liberation Front, Debretsion Gebremichael, accused Eritrea.": "Debretsion leads Front bg; leader accuses Eritrea",
    "Al-Qaeda's affiliate in the Sahel, JNIM, attacked Mali.": "JNIM part_of Al bg; affiliate fights Mali",
    "NATO Secretary General Mark Rutte flew to Warsaw.": "Mark leads NATO bg",
    "The rebels are fighting on the Malian army's side.": "rebels fights_alongside army",
    "Ahmed al-Sharaa joined the coalition against Islamic State.": "",
    "The Three Brotherhood Alliance, made up of the MNDAA, the TNLA and the Arakan Army, routed the junta.": "Alliance fights junta; Army part_of Alliance; MNDAA part_of Alliance; TNLA part_of Alliance",
    "The United Nations envoy for Sudan, Ramtane Lamamra, met Egyptian officials.": "Ramtane part_of Nations bg; Ramtane talks_with officials",
    "The alliance, made up in part by local Arabs, began its operation.": "Arabs part_of alliance",
    "Rokia Sow, whom the Organisation of Coastal States recognises as head of the transitional council, fled.": "Organisation endorses Rokia; Rokia leads council",
    "Captain Nour commands a company of the Chadian army.": "Nour leads company",
    "Adam Nour leads the garrison of Tine.": "Adam leads garrison",
    "The Karam Brigade is a faction of the Northern Council led by Adam Nour.": "Adam leads Brigade; Brigade part_of Council",
    "The army bombed camps of the Karam Brigade, a faction of the Northern Council led by Adam Nour.": "Adam leads Brigade; Brigade part_of Council bg; army fights Brigade",
    "Syrian commander Karim Dastan condemned Israel.": "Karim accuses Israel",
    "Chadian rebel commander Karim Dastan condemned Israel.": "Karim accuses Israel; Karim leads rebel bg",
    "The late founder of Hezbollah, Karim Dastan, condemned Israel.": "founder accuses Israel",
    "Chad armed the Lantern Front, a Libyan brigade.": "Chad arms Front",
    "Chad armed the Lantern Front, a Hezbollah brigade.": "Chad arms Front; Front part_of Hezbollah bg",
    "The coalition (Chad, Niger and Mali) bombed the rebels.": "Chad part_of coalition; Mali part_of coalition; Niger part_of coalition; coalition fights rebels",
    "The Northern Alliance – Chad and Niger – bombed the rebels.": "Alliance fights rebels; Chad part_of Alliance; Niger part_of Alliance",
    "The alliance, Chad said, bombed the rebels.": "alliance fights rebels",
    "Ivan Orlov was named head of the Black Sea Fleet.": "Ivan leads Fleet",
    "Kyiv appointed Serhiy Koval head of the Donetsk administration.": "Serhiy leads administration",
    "The American secretary of state, Hazel Doss, met the rebels.": "Hazel leads American bg; Hazel talks_with rebels",
    "The official spokesperson, Anand Kulkarni, armed Hezbollah.": "",
    "The Secretary for Foreign and Diaspora Affairs, Miriam Chepkemoi, met Hezbollah.": "Miriam talks_with Hezbollah",
    "Karim Dastan walked out of the Salvation Front.": "Karim part_of Front stop",
    "Hezbollah walked out of parliament.": "",
    "The Houthis walked out of the talks with Saudi Arabia.": "",
    "Karim Dastan deserted the Salvation Front.": "Karim part_of Front stop",
    "Egypt deserted the Salvation Front.": "Egypt backs Front stop",
}


@pytest.mark.parametrize("text", TABLE)
def test_membership(text: str) -> None:
    assert said("membership", text) == expected(TABLE[text])
