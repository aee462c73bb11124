"""What English leaves unsaid: shared arguments, gaps, apposition, examples."""

from __future__ import annotations

import pytest

from imbroglio.claims.constructions import candidates
from imbroglio.claims.syntax import expand, is_passive, subjects
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.language.conllu import from_conllu
from imbroglio.model import Mentions
from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Chad relies on France to train the army.": "France assists army planned",
    "Chad called on Rwanda to end its support for M23.": "Rwanda backs M23 norm",
    "Chad appealed to Sudan to disarm the militia.": "Sudan coerces militia hypothetical",
    "The council called on Iran to stop arming the militia.": "Iran arms militia norm",
    "Tehran warned Baku against letting Israel use its airfields.": "Tehran threatens Baku; Baku shelters Israel hypothetical",
    # a purpose is that of whoever gets the weapons; troops go by it themselves
    "Chad is sending weapons to the rebels to fight the Sudanese army.": "Chad arms rebels; rebels fights army planned",
    "Chad sent the rebels rifles to repel the Sudanese army.": "Chad arms rebels; rebels fights army planned",
    "Weapons were sent to the rebels by Chad to fight the Sudanese army.": "Chad arms rebels; rebels fights army planned",
    "Russia sent troops to Mali to fight the rebels.": "Russia deploys_to Mali; Russia fights rebels planned; troops fights rebels planned",
    "Three militias — the Badr Organization, Harakat al-Nujaba and Hezbollah — attacked the rebels.": "Organization fights rebels; Harakat fights rebels; Hezbollah fights rebels",
    "Regional states including Jordan and Qatar support the rebels.": "states backs rebels; Jordan backs rebels; Qatar backs rebels",
    "The Badr Organization, which fights the rebels, and Hezbollah met in Iran.": "Organization fights rebels; Organization talks_with Hezbollah",
    "The Badr Organization and Hezbollah, which fight the rebels, met in Iran.": "Organization fights rebels; Hezbollah fights rebels; Organization talks_with Hezbollah",
    "Iran hosted, armed and financed the militia.": "Iran shelters militia; Iran arms militia; Iran funds militia",
    "The militia crossed the river and fired on the rebels.": "militia fights rebels",
    "The rebels were surrounded and attacked by the army.": "army coerces rebels; army fights rebels",
    "Those groups, backed by Russia and Iran, attacked the rebels.": "Russia backs groups; Iran backs groups; groups fights rebels",
    "The militia, whose commander lives in Iran, attacked the rebels.": "militia fights rebels",
    "Chad arrested officers of the battalion that trains the rebels.": "Chad coerces battalion; battalion assists rebels",
    "Iran's plan to arm the militia failed.": "Iran arms militia planned",
    "Iran, together with Russia, backs Assad.": "Iran backs Assad; Russia backs Assad",
    "Turkey entered the war with the aim of fighting ISIS.": "Turkey fights ISIS planned",
    "The army bombed, and Russian gunships then shelled, the same rebels.": "army fights rebels; gunships fights rebels",
    "The United Arab Emirates, which Khartoum accuses of arming the RSF, denies it.": "Emirates arms RSF hedged; Khartoum accuses Emirates",
    "Israel fights Hamas, which he called a group backed by Iran.": "Iran backs Hamas; Israel fights Hamas",
    "South Sudan's government accused the White Army of attacking its troops.": "Army fights troops hedged; government accuses Army",
    "The European Union condemns in the strongest possible terms Russia's attack on Mariupol.": "Russia fights Mariupol; Union accuses Russia",
    "ASEAN is troubled by fighting in Rakhine near the Arakan Army.": "ASEAN deploys_to Rakhine",
    "Washington sanctioned two firms it said were controlled by Hezbollah.": "Washington sanctions firms",
    "Malcolm Turnbull welcomed the Iraqi army's offensive to recapture Tal Afar.": "Malcolm endorses army; army advances_on Tal planned",
    "The Sudanese army on Tuesday retook Um Rawaba from the RSF, officials said.": "army advances_on Rawaba; army fights RSF",
    "Congo, Rwanda sign peace deal in Washington": "Congo agrees_with Rwanda",
    "Chad helped the Malian army fight Tuareg separatists.": "Chad assists army; army fights separatists",
    "Ghana has sent troops to help Gambia drive Senegalese forces out of the region.": "Gambia fights forces planned; Ghana fights_for Gambia",
    "Chad had been helping Sudanese forces hold off the rebels.": "Chad assists forces; forces fights rebels",
    "Chad accuses the Sudanese army of sheltering the rebels and Libya of funding Tuareg separatists.": "Chad accuses Libya; Chad accuses army; Libya funds separatists; army shelters rebels",
    "The report accuses Rwanda of arming M23 and Burundi of arming the FDLR.": "Burundi arms FDLR; Rwanda arms M23 hedged; report accuses Burundi; report accuses Rwanda",
    "The rebels, who diplomats say are backed by Chad, denied it.": "Chad backs rebels",
    "A militia that Tehran says is supported by Israel attacked the convoy.": "Israel backs militia",
    "The Sudanese army, whose brigade fought Libyan rebels, fled.": "brigade fights rebels; brigade part_of army bg",
    "Syrian rebels were to be absorbed into the army.": "rebels part_of army planned",
    "A convoy was ambushed by Islamic State, killing three Wagner instructors.": "State fights convoy; State fights instructors",
    "The rebels crossed into Thailand, whose army disarmed them.": "army coerces them; rebels advances_on Thailand",
    "Eswatini, the last African state to recognise Taiwan, accepted deportees.": "Eswatini endorses Taiwan",
    "The rebels had drones, two people briefed on the talks said.": "",
    "The officers supplied the Red Ferns, a group that broke away from the army in 2021 and now fights Chadian rebels.": "Ferns fights rebels; Ferns part_of army stop; officers assists Ferns",
    "Chad, once the main patron of the JEM, has armed Sudan.": "Chad arms Sudan; Chad backs JEM",
    "Chad, once a week, bombs the JEM.": "Chad fights JEM",
    "Libyan jets, Niger complained, bombed the rebels.": "jets fights rebels",
    "The JEM killed two Chadian soldiers, Adam Nour, a local official, told Reuters.": "JEM fights soldiers",
    "The truce was signed by the JEM, the largest rebel movement, and Chad.": "JEM agrees_with Chad",
    "The truce was signed by the JEM, the Chadian army, and Libya.": "JEM agrees_with Libya; JEM agrees_with army; army agrees_with Libya",
    "Among those arming the JEM are Chad and Libya.": "Chad arms JEM; Libya arms JEM",
    "States backing Sudan include Egypt and Chad.": "Chad backs Sudan; Egypt backs Sudan",
    "The alliance includes Egypt and Chad.": "Chad part_of alliance; Egypt part_of alliance",
    "Chad paid the JEM and, officials say, the SLA.": "Chad funds JEM; Chad funds SLA",
    "Chad backs the JEM, and so does Libya.": "Chad backs JEM; Libya backs JEM",
    "Chad blames the JEM for an attack on a base that killed four Chadian soldiers.": "Chad accuses JEM; JEM fights base; JEM fights soldiers",
    '"We will arm the Azuri Front," President Mara Tolk told the newspaper Dagbladet.': "We arms Front planned",
    "Kigali dismissed reports that it trained the rebels.": "it assists rebels no",
    "Colonel Idris Said attacked the army.": "Idris fights army",
    "Jordan Hale, the head of the Azuri Front, threatened Israel.": "Jordan leads Front bg; Jordan threatens Israel",
    "Villagers opposed to the Turkish presence joined Hezbollah.": "Villagers opposes Turkish; Villagers part_of Hezbollah",
    "Turkey is training and arming the Kurdish peshmerga battling Hezbollah.": "Turkey arms peshmerga; Turkey assists peshmerga; peshmerga fights Hezbollah",
    "The rebels were bombed by Emirati drones, and Washington, which had hailed them as heroes, said nothing.": "Washington endorses them; drones fights rebels",
    "Russia, which is a member of NATO, armed Haftar.": "Russia arms Haftar; Russia part_of NATO",
    "Hezbollah, which rules Gaza, shelled Israeli towns.": "Hezbollah controls Gaza; Hezbollah fights Israeli",
    "The rebels have armed guards.": "",
    "Turkey armed the Kurds, and Russia and Egypt have each armed Haftar.": "Egypt arms Haftar; Russia arms Haftar; Turkey arms Kurds",
    "The Sunnis of Tal Amar, many of whom had backed Saddam, fled.": "Sunnis backs Saddam",
    "Sudan, an ally of the Tuaregs of Kidal, some of whom had attacked Niger, wept.": "Sudan allied_with Tuaregs; Tuaregs fights Niger",
    "The rebels, most of whom were trained by Jordan, were asleep.": "Jordan assists rebels",
    "Soldiers shot protesters in the valley, which surrounds Goma.": "",
    "Paraguay criticised Bolivia for shelling its trenches.": "Bolivia fights its; Paraguay accuses Bolivia",
    "Libya's patronage of the Aozou rebels outlived its annexation of the strip.": "Libya backs rebels; its advances_on strip",
    "Rebels shell Mopti": "Rebels fights Mopti",
    "Army shells rebel camp": "Army fights rebel",
    "Saudi jets bomb Houthi camp": "jets fights camp",
    "Turkey arms Libyan rebels": "Turkey arms rebels",
    "Chad arms Darfur rebels, warns Khartoum": "Chad arms rebels",
    "Qatar arms shipments": "",
    "Libya arms deal": "",
    "Paris attacks suspect": "",
    "Sudan to disarm militia, says Chad": "Sudan coerces militia planned",
    "“Libya,” a herder from Darfur said, “has armed the rebels.”": "Libya arms rebels",
    "“Chad,” said a merchant, “is arming the militia.”": "Chad arms militia",
    "“Chad,” a merchant told the council, “was attacked by the rebels.”": "rebels fights Chad",
    "Libya and, for a year, Chad armed the militia.": "Chad arms militia; Libya arms militia",
    "Libya, Egypt and, in time, Chad bombed the rebels.": "Chad fights rebels; Egypt fights rebels; Libya fights rebels",
    "Chad armed the militia and, in time, Libya bombed Chad.": "Chad arms militia; Libya fights Chad",
    "Libya and, later, Chad armed Hezbollah.": "Chad arms Hezbollah; Libya arms Hezbollah",
    "Chad armed the militia, by which the army was attacked.": "Chad arms militia; militia fights army",
    "The rebels were trained by Chad and the army by Libya.": "Chad assists rebels; Libya assists army",
    "The group, listed as a terrorist organisation by Canada, fights the Ethiopian army.": "Canada sanctions group; group fights army",
    "The PKK has been classified as a terrorist organisation by Turkey, the US and the EU.": "EU sanctions PKK; Turkey sanctions PKK; US sanctions PKK",
    "SAF warplanes responded with strikes on RSF positions around Bara.": "warplanes fights positions",
    "Egypt backs Burhan; its ally, Saudi Arabia, backs the government.": "Arabia backs government; Egypt backs Burhan; its allied_with Arabia bg",
    "France and Spain each bought a patrol boat for Senegal.": "France arms Senegal; Spain arms Senegal",
    "In Abkhazia Russian peacekeepers disarmed the Forest Brothers.": "peacekeepers coerces Brothers",
    "The UVF shot dead a UDA brigadier in August.": "UVF fights brigadier",
    "Rebels killed 22 villagers in a raid, a local official said, blaming the attack on the Sword of the Semliki.": "official accuses Sword",
    "A landmine laid by rebels killed four soldiers of the Chadian army.": "rebels fights army",
    "RSF units supported by the Sudan People's Liberation Movement-North captured the town of Um Samaima.": "Movement backs units; units advances_on Samaima",
    # who does the same, and who stands behind the verb
    "Iran supports Hezbollah, as does Syria.": "Iran backs Hezbollah; Syria backs Hezbollah",
    "Turkey has armed the JEM, as has Qatar.": "Turkey arms JEM; Qatar arms JEM",
    "Chad backs the JEM; so, more discreetly, does Libya.": "Chad backs JEM; Libya backs JEM",
    "Chad backed the JEM. So did Libya.": "Chad backs JEM; Libya backs JEM",
    "France did not recognise the JEM, and nor did Germany.": "France endorses JEM no; Germany endorses JEM no",
    "Iran did not arm Hezbollah, as did Turkey.": "Iran arms Hezbollah no",
    "Chad arms the JEM, as it did in 2004.": "Chad arms JEM",
    "Behind Hezbollah stand Iran and Syria.": "Iran backs Hezbollah; Syria backs Hezbollah",
    "Alongside Hezbollah fight Iranian officers.": "Hezbollah fights_alongside officers",
    "Against the JEM are ranged the Libyan Army and the Chadian Army.": "Army opposes JEM",
    "Behind Hezbollah stand two hills.": "",
    "Chad backed the JEM; Sudan, in turn, armed the SLA.": "Chad backs JEM; Sudan arms SLA",
    "Hezbollah was bombed by Israel; Hamas, in contrast, was not.": "Israel fights Hezbollah",
    "Chad has turned on the JEM.": "Chad fights JEM",
    "Chad turned the lights on in Sudan.": "",
    "The army reached Hargeisa, only to be driven off by Hezbollah.": "Hezbollah fights army",
    "The Rwandan army has been locked in a war with the FDLR for years.": "FDLR fights army; army fights FDLR",
    "The governments of Chad and Niger supported the JEM.": "governments backs JEM",
    "Chad arrested members of the JEM and of Hezbollah.": "Chad coerces members",
    "Gunmen believed to be members of Boko Haram attacked Nigerian troops.": "Gunmen fights troops; Gunmen part_of Boko hedged",
    "Gunmen believed to be from al-Shabaab killed six Kenyan soldiers.": "Gunmen fights soldiers",
    "Rebels said to be backed by Rwanda seized Goma.": "Rebels advances_on Goma; Rwanda backs Rebels",
    "Villagers believed that the JEM had attacked Sudan.": "JEM fights Sudan hedged",
    "Turkey funds the JEM, which it pays, equips and transports.": "Turkey funds JEM; it arms JEM; it assists JEM; it funds JEM",
    "The JEM pays, equips and funds of the army dwindle.": "",
    "Jordan, fearing smugglers linked to Hezbollah, struck them in Syria.": "Jordan fights them; smugglers tied_to Hezbollah bg",
    "Uganda fights the ADF beside Congolese troops in Ituri.": "Uganda fights ADF; Uganda fights_alongside troops; troops fights ADF",
    "Ugandan troops have hunted the ADF in Ituri and North Kivu alongside the Congolese army since 2021.": "army fights ADF; troops fights ADF; troops fights_alongside army",
    "The Ugandan army shelled a clinic and the school beside it.": "",
    "The Emiratis still back the Southern Transitional Council.": "Emiratis backs Council",
    "The governments of Chad and Niger back the JEM.": "governments backs JEM",
    "The soldiers of Chad were back the next day.": "",
    "Hezbollah, a Lebanese party and an ally of Syria, attacked Israel.": "Hezbollah allied_with Syria; Hezbollah fights Israel",
    "The Gulf Clan, Colombia's biggest crime gang and a rival of the ELN, attacked Venezuela.": "Clan fights Venezuela; Clan opposes ELN; ELN opposes Clan",
    "Hezbollah and an ally of Syria attacked Israel.": "Hezbollah fights Israel; ally allied_with Syria bg; ally fights Israel",
    "The Federal army, commanded by Colonel Adekunle, shelled the rebels and besieged the enclave.": "Adekunle leads army; army coerces enclave; army fights rebels",
    "Chadian rebels crossed from Libya, where they had fought as mercenaries for Khalifa Haftar.": "",
    "The rebels fled to Libya, where they fought for Haftar against the GNA.": "they fights GNA; they fights_for Haftar",
    "Tajikistan, which armed Ahmad Shah Massoud in the 1990s, has denied sending weapons to the valley.": "Tajikistan arms Ahmad",
    "Israel attacked positions belonging to Hezbollah in Lebanon and to the Syrian army.": "Israel fights Hezbollah; Israel fights army",
    "Alvaro Uribe opposed the truce between Colombia and the ELN.": "Colombia agrees_with ELN",
    "Lebanon's failure to disarm Hezbollah angered Israel.": "Lebanon coerces Hezbollah no",
    "The M23, together with its ally the Congo River Alliance, now controls Goma.": "M23 allied_with Alliance bg; M23 controls Goma",
    "Armed by Rwanda and joined by Ugandan troops, the AFDL toppled Mobutu.": "AFDL opposes Mobutu; Rwanda arms AFDL; troops allied_with AFDL",
    "Turkey, which backs Azerbaijan, and Iran, which leans towards Armenia, both sent troops to Georgia.": "Iran backs Armenia; Iran deploys_to Georgia; Turkey backs Azerbaijan; Turkey deploys_to Georgia",
    "Hezbollah, which fights Israel, and Amal, which fought Hezbollah, formed an alliance.": "Amal fights Hezbollah; Hezbollah allied_with Amal; Hezbollah fights Israel",
    "Despite its rivalry with Iran, Saudi Arabia has refused to let American bombers use its bases.": "Arabia opposes Iran; Arabia shelters bombers no; Iran opposes Arabia",
}


@pytest.mark.parametrize("text", TABLE)
def test_syntax(text: str) -> None:
    assert said("syntax", text) == expected(TABLE[text])


def _row(n: int, word: str, pos: str, head: int, dep: str) -> str:
    return "\t".join([str(n), word, word, pos, "_", "_", str(head), dep, "_", "_"])


def test_a_hostile_chain_of_verbs_ends() -> None:
    """A sentence of three thousand coordinated verbs does not recurse for ever."""
    rows = [_row(1, "rebels", "NOUN", 2, "nsubj"), _row(2, "armed", "VERB", 0, "root")]
    rows += [_row(n, "armed", "VERB", n - 1, "conj") for n in range(3, 3003)]
    parsed = from_conllu("\n".join(rows) + "\n\n")
    assert not is_passive(parsed[3000])
    assert subjects(parsed[3000]) == []  # too far from the subject to be followed
    assert list(candidates(parsed, Mentions(), load_lexicon())) == []


def test_a_hostile_list_makes_no_flood_of_claims() -> None:
    """Five hundred names on each side of a verb give a bounded number of candidates."""
    rows = [_row(1, "A", "PROPN", 501, "nsubj")]
    rows += [_row(n, "A", "PROPN", 1, "conj") for n in range(2, 501)]
    rows += [_row(501, "armed", "VERB", 0, "root"), _row(502, "B", "PROPN", 501, "obj")]
    rows += [_row(n, "B", "PROPN", 502, "conj") for n in range(503, 1002)]
    parsed = from_conllu("\n".join(rows) + "\n\n")
    assert len(expand(parsed[0])) == 24
    found = list(candidates(parsed, Mentions(), load_lexicon()))
    assert len(found) == 24 * 24


def test_a_subject_whose_phrase_crosses_to_the_end_has_nobody_behind_it() -> None:
    rows = [
        _row(1, "Chad", "PROPN", 3, "nsubj"),
        _row(2, "Sudan", "PROPN", 3, "nsubj"),
        _row(3, "attacked", "VERB", 0, "root"),
        _row(4, "rebels", "NOUN", 1, "nmod"),
    ]
    parsed = from_conllu("\n".join(rows) + "\n")
    assert [t.text for t in subjects(parsed[2])] == ["Sudan"]
