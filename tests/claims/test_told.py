"""What the shipped reader makes of a plain sentence: whether it is so, how firmly, when, and who says it."""

from __future__ import annotations

import pytest

from imbroglio import read_text
from imbroglio.model import Claim
from tests.claims.grammar import Table, expected


def told(text: str) -> set[str]:
    """The claims of a text, in words: "Iran arms Houthis past no by Oman"; a plain present fact has no marks."""
    return {" ".join(_words(claim)) for claim in read_text(text).claims}


def _words(claim: Claim) -> list[str]:
    marks = [mark for mark in (claim.when.tense, claim.firmness) if mark not in ("present", "fact")]
    marks += [*(["no"] if claim.polarity == "no" else []), *([claim.trend] if claim.trend else [])]
    marks += ["bg"] if claim.background else []
    by = ["by", " > ".join(s.name for s in claim.said_by)] if claim.said_by else []
    return [claim.subject.name, str(claim.relation), claim.object.name, *marks, *by]


TREND: Table = {
    # the verb that says the relation tells of no change in it
    "Chile severed relations with Bolivia.": "Chile sanctions Bolivia past",
    "Jordan broke off ties with Syria.": "Jordan sanctions Syria past",
    "Jordan suspended its support for Hamas.": "Jordan backs Hamas past stop",
    # nor what happens beside the clause
    "Iran stepped up its support for Hamas after Jordan bombed Syria.": (
        "Iran backs Hamas past more; Jordan fights Syria past"
    ),
    "Jordan declined to arm Hamas.": "Jordan arms Hamas past no",
    "Jordan stopped short of arming Hamas.": "Jordan arms Hamas past no",
    "Jordan stopped arming Hamas.": "Jordan arms Hamas past stop",
    "Jordan and Syria fell out.": "Jordan opposes Syria past; Syria opposes Jordan past",
    "Jordan condemned Syria for the first time.": "Jordan accuses Syria past",
}


WHETHER: Table = {
    # denied, and what only looks like it
    "Jordan has yet to arm Hamas.": "Jordan arms Hamas no",
    "Jordan did not just arm the rebels but trained them.": "Jordan arms rebels past; Jordan assists rebels past",
    "Jordan does not arm Hamas.": "Jordan arms Hamas no",
    "None of the rebels was armed by Jordan.": "Jordan arms rebels past no",
    "Jordan arms Hamas with nothing but rifles.": "Jordan arms Hamas",
    # named only to be left out
    "The force takes orders from Jordan and not from Syria.": "Jordan leads force; Syria leads force no",
    "Jordan arms Hamas and Fatah but not Hezbollah.": "Jordan arms Hamas; Jordan arms Fatah; Jordan arms Hezbollah no",
    "Jordan arms Hamas, and not only Fatah.": "Jordan arms Hamas; Jordan arms Fatah",
    # two denials are less than a word for it
    "Iran did not deny arming Hamas.": "Iran arms Hamas hedged by Iran",
    "Iran neither confirmed nor denied arming Hamas.": "Iran arms Hamas hedged by Iran",
    "Nothing prevents Jordan from arming Hamas.": "Jordan arms Hamas hedged",
    "Iran has never hidden that it arms Hamas.": "Iran arms Hamas",
    # nobody allows it
    "No law allows Jordan to arm Hamas.": "Jordan arms Hamas norm no",
    "The accord permits Jordan to arm Hamas.": "Jordan arms Hamas norm",
    "No member state may arm Hamas.": "member state arms Hamas norm no",
    "Jordan may arm Hamas.": "Jordan arms Hamas hypothetical",
    # a clause of its own
    "Jordan refused to come because Syria arms Hamas.": "Syria arms Hamas",
    # nothing shows it, it is called untrue
    "There is no evidence that Iran arms Hamas.": "Iran arms Hamas no",
    "No evidence has emerged that Iran arms Hamas.": "Iran arms Hamas no",
    "The inspectors found evidence that Iran arms Hamas.": "Iran arms Hamas by inspectors",
    "There is no doubt that Iran arms Hamas.": "Iran arms Hamas",
    "It is false that Iran arms Hamas.": "Iran arms Hamas no",
    "The claim that Iran arms Hamas is baseless, the minister said.": "Iran arms Hamas no by minister",
    "The report that Iran arms Hamas is not false.": "Iran arms Hamas",
    "Russia dismissed reports that Iran arms Hamas.": "Iran arms Hamas hedged no by Russia",
    "Russia denied a report in the press that it had paid Hamas.": "Russia funds Hamas past no by Russia",
    "Oman did not deny a report that it had paid Hamas.": "Oman funds Hamas past by Oman",
    # promised, and given
    "Iran pledged rifles to Hamas.": "Iran arms Hamas past planned",
    "Iran gave Hamas the rifles that it had pledged.": "Iran arms Hamas past",
    # who mediates is on nobody's side
    "Oman's mediation between Israel and Hamas failed.": "",
    # a party that is only suspected
    "Suspected Hamas fighters attacked Jordan.": "Hamas fights Jordan past hedged",
    # presupposed by a participle, and said behind a comma
    "Rebels trained by Iran attacked Jordan.": "Iran assists rebels past bg; rebels fights Jordan past",
    "Rebels, trained by Iran, attacked Jordan.": "Iran assists rebels past; rebels fights Jordan past",
    # what would be, and what will
    "The king said Jordan would arm Hamas.": "Jordan arms Hamas future planned by king",
    "The king said Jordan would arm Hamas if Syria attacked.": "Jordan arms Hamas future hypothetical by king",
    "“We would bomb Syria,” the king said.": "king fights Syria future hypothetical by king",
    "The king would like to arm Hamas.": "king arms Hamas future planned",
    # done, though in the infinitive
    "Jordan was among the first to recognise Ukraine's independence.": "Jordan endorses Ukraine past",
    "Jordan formed its first brigade to fight Hamas.": "Jordan fights Hamas past planned",
    "Omar Haddad is assessed to have raised money for Hamas.": "Omar Haddad funds Hamas past hedged",
    # how sure
    "The rumour was that Iran bombed Oman.": "Iran fights Oman past hedged",
    "The answer was that Iran bombed Oman.": "Iran fights Oman past",
    "Jordan almost certainly arms Hamas.": "Jordan arms Hamas hedged",
    "Jordan certainly arms Hamas.": "Jordan arms Hamas",
}


ACCUSED: Table = {
    # whoever is accused does it, whatever stands between
    "The junta has charged Chad with arming the rebels.": ("junta accuses Chad past; Chad arms rebels hedged by junta"),
    "Sudan accused Chad of helping the rebels by arming them.": (
        "Sudan accuses Chad past; Chad assists rebels hedged by Sudan; Chad arms rebels hedged by Sudan"
    ),
    "Sudan was accused by Chad of arming the rebels.": "Chad accuses Sudan past; Sudan arms rebels hedged by Chad",
    "Sudan attacked Chad with arms.": "Sudan fights Chad past",
    # what the sentence goes on to call a charge
    "Jordan said that Syria had paid Hamas, a charge that Damascus rejects.": "Syria funds Hamas past hedged by Jordan",
    "Jordan said that Syria had paid Hamas, a militia that Iran arms.": (
        "Syria funds Hamas past by Jordan; Iran arms Hamas by Jordan"
    ),
    # the relative that somebody only says something of
    "The minister blamed Chad, which he said was arming the rebels.": (
        "minister accuses Chad past; Chad arms rebels by minister"
    ),
    "Chad, which Sudan accuses of arming the rebels, denied it.": (
        "Sudan accuses Chad; Chad arms rebels hedged by Sudan"
    ),
}


WHO_SAYS: Table = {
    "The rebels shelled Sidon, Omar Haddad, a spokesman for the Amal Movement, said by telephone.": (
        "Lebanese rebels fights Sidon past by Omar Haddad; Omar Haddad part_of Amal Movement"
    ),
    "The army, whose defeat the radio announced, had shelled Sidon.": "Lebanese Armed Forces fights Sidon past",
    "The envoy deems credible the claims that Iran arms Hamas.": "Iran arms Hamas hedged by envoy",
    # each who denies it, denies it for itself; what is set in before a second party is said of that alone
    "Iran and Syria deny arming Hamas.": "Iran arms Hamas no by Iran; Syria arms Hamas no by Syria",
    "Jordan paid Hamas and, diplomats say, the Houthis.": (
        "Jordan funds Hamas past; Jordan funds Houthis past by diplomats"
    ),
    "Syrian jets, Jordan complained, bombed Hamas.": "Syria fights Hamas past by Jordan",
    "Hamas killed two Syrian soldiers, its leader, Omar Haddad, told Reuters.": (
        "Hamas fights Syria past by Reuters > Omar Haddad; Omar Haddad leads Hamas bg"
    ),
    "Nobody was surprised when Jordan said that Syria had bombed Hamas.": "Syria fights Hamas past by Jordan",
    "The mission counted twenty Syrian strikes on Hamas.": "Syria fights Hamas past by mission",
    "Hamas attacked Jordan, Reuters reported, quoting the governor.": (
        "Hamas fights Jordan past by Reuters > governor"
    ),
    "Iran arms Hamas through a Damascus merchant, Said al-Karam.": "Iran arms Hamas",
    "Witnesses described how Hamas attacked Jordan.": "Hamas fights Jordan past by Witnesses",
    "Witnesses described the attack by Hamas on Jordan.": "Hamas fights Jordan past",
}


WHEN: Table = {
    "Turkish troops fighting Hamas will leave Syria.": "Turkey fights Hamas; Turkey deploys_to Syria future planned stop",
    "Jordan refused to arm Hamas.": "Jordan arms Hamas past no",
    "Jordan still refuses to arm Hamas.": "Jordan arms Hamas no",
    "Since then Jordan has bombed Hamas.": "Jordan fights Hamas past",
    "Jordan has bombed Hamas three times since May.": "Jordan fights Hamas past",
    "Jordan has backed Hamas since May.": "Jordan backs Hamas",
    "Oman condemns Turkey's attack on Syria.": "Oman accuses Turkey; Turkey fights Syria past",
    "Oman condemns Turkey's war on Syria.": "Oman accuses Turkey; Turkey fights Syria",
}

LED: Table = {
    # a title before a name is a part of it, and tells whom he leads where that is said with it
    "A faction of Hamas has been courted by President Issa Bah.": "faction of Hamas part_of Hamas bg",
    "Hamas demanded the release of President Issa Bah.": "",
    "Hamas commander Issa Bah fled.": "Issa Bah leads Hamas bg",
}

TABLES = {"led": LED, "trend": TREND, "whether": WHETHER, "accused": ACCUSED, "who says": WHO_SAYS, "when": WHEN}


@pytest.mark.parametrize(("table", "text"), [(name, text) for name, rows in TABLES.items() for text in rows])
def test_what_is_told(table: str, text: str) -> None:
    assert told(text) == expected(TABLES[table][text])
