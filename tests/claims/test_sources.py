"""Where arms and money come from, and on whose word: panels, licences, brokers, communiqués and officials."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said
from tests.claims.test_told import told

TABLE: Table = {
    # what is held came from somebody
    "The rebels carry rifles that Chad says came from Guinea.": "Guinea arms rebels",
    "The rebels were armed with mortars that diplomats say were supplied by Guinea.": "Guinea arms rebels",
    "The militia uses drones obtained from Iran.": "Iran arms militia",
    "Rifles found with the rebels were supplied by Guinea.": "Guinea arms rebels",
    "Drones used by the militia came from Iran.": "Iran arms militia",
    # not who seized it, and not where somebody else was to get it
    "Rifles seized by the army were sold by Guinea.": "",
    "The army seized rifles supplied by Guinea.": "",
    "The rebels carry rifles supplied by Guinea to the army.": "Guinea arms army",
    "The rebels carry rifles made in Guinea.": "",
    "The rebels carry sacks that came from Guinea.": "",
    # licences
    "Germany revoked licences for the export of rifles to Egypt.": "Germany arms Egypt",
    "Canada has suspended permits for arms sales to Turkey.": "Canada arms Turkey",
    "Norway refused a licence for the export of shells to Egypt.": "Norway arms Egypt no",
    "Germany revoked licences for the export of seeds to Egypt.": "",
    "A report on the export of tanks to Egypt angered Germany.": "",
    # through somebody who acts for another
    "The firm paid the militia $2 million on behalf of Qatar.": "firm funds militia; Qatar funds militia",
    "A broker bought rifles from Bulgaria on behalf of the Libyan army.": (
        "Bulgaria arms broker; Bulgaria arms army; broker arms army"
    ),
    "Omar Haddad bought oil from the rebels on behalf of Syria.": "Omar funds rebels; Syria funds rebels",
    "Omar Haddad acted on behalf of Hezbollah.": "Omar assists Hezbollah",
    "Egypt met the rebels on behalf of Qatar.": "Egypt talks_with rebels",
    "Omar Haddad acts for the Malian army.": "Omar assists army",
    "Omar Haddad acted for the first time in Mali.": "",
    # a batch is of what was spoken of before
    "The rifles were traced to a batch that Bulgaria exported to Chad.": "Bulgaria arms Chad",
    "The sacks were traced to a batch that Bulgaria exported to Chad.": "",
    "Kenya seized a consignment that Bulgaria had sent to Chad.": "",
    "Omar Haddad, acting for the Malian army, bought shells from Bulgaria.": (
        "Bulgaria arms Omar; Bulgaria arms army; Omar assists army"
    ),
    # camps that are hosted
    "The camp, which Uganda hosted for the M23, was closed.": "Uganda shelters M23",
    "Eritrea hosts camps where fighters of the Hill Front are trained.": "Eritrea shelters Front",
    "Kenya hosts a camp where Somali refugees live.": "",
    "Chad hosts a base for peace talks.": "",
    # what is taken from nobody
    "Kenya intercepted a convoy of nine pickups.": "",
    "Kenya intercepted a convoy of the rebels.": "Kenya coerces rebels",
}

TOLD: Table = {
    # a charge is none of the writer's words, and what is denied is no fact
    "Jordan backs Hamas, a charge that Amman denies.": "Jordan backs Hamas hedged",
    "Oman said that Syria had paid Hamas, accusations rejected by Damascus.": "Syria funds Hamas past hedged by Oman",
    "Jordan, which backs Hamas, told of an accusation that Oman denies.": "Jordan backs Hamas",
    # what somebody says within a clause about a thing or a state
    "The rebels carry rifles that Jordan says came from Syria.": "Syria arms rebels past by Jordan",
    "The UN says Jordan arms Hamas.": "Jordan arms Hamas by United Nations",
    "Jordan cut ties with Syria, which it accused of arming Hamas.": (
        "Jordan sanctions Syria past; Jordan accuses Syria past; Syria arms Hamas hedged by Jordan"
    ),
    "Oman is calm. Jordan recalled its envoy from Syria, whose army it said had let Hamas cross the border.": (
        "Jordan sanctions Syria past; Syria shelters Hamas past by Jordan"
    ),
    "Oman is calm. Jordan broke off relations with Syria over what it called Syrian support for Hamas.": (
        "Jordan sanctions Syria past; Syria backs Hamas past by Jordan"
    ),
    # numbered texts
    "Communiqué No. 4 said Hamas had attacked Jordan.": "Hamas fights Jordan past by Communiqué No. 4",
    "Military communique No. 5 accused Libya of shelling Jordan.": (
        "Military communique accuses Libya past; Libya fights Jordan hedged by Military communique No. 5"
    ),
    "Canada listed Hezbollah under Executive Order 13224 and said the group had armed Hamas.": (
        "Canada sanctions Hezbollah past; Hezbollah arms Hamas past by Canada"
    ),
    # whose men, and who is only listed
    "Khalifa Haftar's spokesman, Omar Haddad, said his forces had attacked Hamas.": (
        "Omar Haddad part_of Khalifa Haftar bg; Libyan National Army fights Hamas past by Omar Haddad"
    ),
    "Canada listed Omar Haddad, the leader of Hamas.": "Canada sanctions Omar Haddad past; Omar Haddad leads Hamas bg",
    "Ugandan officers admitted that their troops were fighting Hamas.": "Uganda fights Hamas by Ugandan officers",
    "Hamas fights Jordan. Oman's ambassador rejected the charge that his country is arming Hamas.": (
        "Hamas fights Jordan; Oman arms Hamas hedged no by Oman's ambassador"
    ),
    "The Eritrean army took Barentu. “Our units attacked Hamas,” Colonel Yemane Habte said.": (
        "Eritrean Defence Forces advances_on Barentu past; Eritrean Defence Forces fights Hamas past by Yemane Habte"
    ),
    "Hamas gets rifles from Oman, Western diplomats said. Jordan lets the militia use its ports, they said.": (
        "Oman arms Hamas by Western diplomats; Jordan shelters Hamas by western diplomats"
    ),
    # who told them that told it
    "The Group of Experts learned from two officers that Hamas had attacked Jordan.": (
        "Hamas fights Jordan past by United Nations Group of Experts > two officers"
    ),
    "Asked by Mr. Petrov about it, the minister answered. She denied that Jordan had armed Hamas.": (
        "Jordan arms Hamas past no by minister"
    ),
    "The prosecution says that Jordan armed Hamas.": "Jordan arms Hamas past by prosecution",
    # no country's army, and no country that only the teller is in
    "A retired Guatemalan colonel armed Hamas.": "retired Guatemalan colonel arms Hamas past",
    "Russian military contractors have trained Hamas.": "Russian contractors assists Hamas past",
    "Chadian jets bombed Faya. Rebels attacked Hamas, a diplomat in Nairobi said.": (
        "Chad fights Faya past; rebels fights Hamas past by diplomat in Nairobi"
    ),
    "Canada designated six individuals and two vessels today for their part in arming Hamas.": "",
    # an inquiry is no group, nor is one that there may not be
    "The Panel met Omar Haddad, who leads Hamas. The Panel has evidence. The group told the Panel that it trains Fatah.": (
        "Omar Haddad leads Hamas; Hamas assists Fatah by Hamas; Panel talks_with Omar Haddad past"
    ),
    # records tell of gifts and make none
    "The records show payments of two million dollars from Jordan to Hamas.": "Jordan funds Hamas by records",
    "Jordan suspended licences for the export of arms to Syria.": "Jordan arms Syria past stop",
}


@pytest.mark.parametrize("text", TABLE)
def test_sources(text: str) -> None:
    assert said("sources", text) == expected(TABLE[text])


@pytest.mark.parametrize("text", TOLD)
def test_told(text: str) -> None:
    assert told(text) == expected(TOLD[text])
