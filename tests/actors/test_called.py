"""Whom single words of a sentence stand for; the parses lie in `called.conllu`."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

CALLED: dict[str, dict[str, str]] = {
    # a party, and the state's forces
    "lebanese-forces": {"Lebanese Forces": "Lebanese Forces militia", "Lebanese forces": "Lebanon"},
    # a newspaper inside a longer name
    "liberation-forces": {"Congolese Liberation Forces": "Congolese Liberation Forces"},
    # a sentence of few words is no headline
    "free-forces": {"Sudanese Free Forces": "Sudanese Free Forces"},
    # a town whose country stands beside it
    "town-beside": {"Tripoli": "Tripoli"},
    # a capital that is called so
    "capital-beside": {"Yemen's capital": "Sanaa", "Sanaa": "Sanaa"},
    # a town that is struck, and whoever rules there
    "struck-town": {"Erbil": "Erbil", "Moscow": "Russia", "Tehran": "Iran"},
    # whose country and government
    "his-country": {"government": "Turkish government", "country": "Kenya"},
    # a president tells of a state, whatever the parser calls it
    "dravian-president": {"Karvenian": "Karvenia", "army": "Karvenian army"},
    # he speaks for rebels and for no government
    "rebels-leader": {"rebel": "Syrian rebels", "We": "Syrian rebels", "government": "government of Karim Dastan"},
    # the country of the line before
    "entered-the-country": {"country": "Lebanon"},
    # of two countries none is the country
    "no-single-country": {"country": ""},
    # what kind of ministry it is
    "interior-ministry": {
        "Karsovian interior ministry": "Karsovian interior ministry",
        "Nangolan secret service": "Nangolan secret service",
    },
    # an adjective of a continent is no state's
    "european-diplomat": {"European diplomat": "European diplomat", "Dravian": "Dravian"},
    # no outlet attacks, and one is told things
    "no-outlet-fights": {"AA": "Anadolu Agency"},
    # the bearer of an acronym that fights
    "aa-attacked": {"AA": "Arakan Army"},
    # who served a regime that is gone
    "former-regime": {"regime": "", "former regime officers": "former Syrian regime officers"},
    # a plain name in a text about another country
    "another-front": {"United Front for Change": "United Front for Change"},
    # the same where its country is spoken of
    "that-front": {"United Front for Change": "United Front for Democratic Change"},
    # a band, whose capital tells
    "sons-with-capital": {"Sons of Merrow": "Sons of Merrow"},
    # a name and its men, read as two subjects
    "cut-apart": {"Dan Na Ambassagou militiamen": "Dan Na Ambassagou"},
    # partners whose name stands before them
    "peshmerga-partners": {"Peshmerga partners": "Peshmerga"},
    # adjectives that tell who the partners are
    "partners-of-two": {"Somali and Puntland partners": "Somalia + Puntland"},
    # allies who are told behind
    "allies-from": {"allies": "Orsha League"},
    # an operation is nobody
    "an-operation": {"Troops": "troops"},
    # who owns an army, and is no person
    "unknown-owner": {"Quorra": "Quorra", "Quorra's army": "Quorra army", "Karam's army": "army of Fadi Karam"},
    # an umbrella is what it is called
    "umbrella-force": {"umbrella force": "Popular Mobilization Units"},
    # an organisation of states
    "union-of-states": {"organisation": "African Union"},
    # whom a lawmaker criticises is not his country
    "member-of-parliament": {"parliament": "parliament"},
    # a dateline abroad is not whose army it is
    "dateline-abroad": {"army": "Malian Armed Forces"},
    # a dateline is, where no other country is named
    "dateline-at-home": {"Rebels": "Congolese rebels", "army": "Armed Forces of the Democratic Republic of the Congo"},
    # a surname is that of whom the text names in full
    "the-father": {"Assad": "Hafez al-Assad"},
    # both are who were joined as the subject of the clause before
    "both-attacked": {"both": "Mali + Niger"},
    # who fights both is neither
    "fought-both": {"both": "Hamas + Hezbollah"},
    # whose fight it is in which somebody is backed
    "its-fight": {"its": "Mali"},
    # a band told by its sort, and a single one after several
    "ethnic-armed-group": {"group": "Ta'ang National Liberation Army"},
    "group-of-the-groups": {"groups": "groups", "group": "Kachin Independence Army"},
    # the units of a force that is its own
    "its-called-units": {"People's Defence Force units": "People's Defence Force"},
    # about as many as whoever has them has there
    "has-some-troops": {"troops": "Rwanda"},
    # other governments than that of the country
    "foreign-governments": {"Western governments": "western governments"},
    # near a border is on either side of it
    "border-militants": {"militants": "militants"},
    # of whom reports are that somebody weighs
    "weighed-reports": {"it": "United Arab Emirates"},
    # the subject of the line before, not the fighters above
    "rebels-of-the-subject": {"rebels": "Azawad Liberation Front"},
    # a league is called so again, however far back
    "the-league-again": {"coalition": "Saudi-led coalition in Yemen"},
    # those who have left a group, by a name of their own
    "dissidents-of-it": {"dissidents": "FARC dissidents"},
    # the army of the president who tells of it
    "army-of-its-head": {"army": "National Army of Colombia"},
    # whoever is set against others by it
    "for-its-part": {"its": "Algeria"},
    # of those right before, not of whom was spoken of
    "one-of-them": {"them": "militias"},
    # not of the parliament that is told so
    "told-parliament": {"its": "Armenia"},
    # a president sends those of his state
    "soldiers-of-its-head": {"soldiers": "France"},
    # whoever reports from there, not whose forces are called so
    "agency-in-dateline": {"army": "Nigerian Armed Forces", "AFP": "Agence France-Presse"},
    # of the commander who says so
    "his-men-denied": {"his": "commander of Red Scarves"},
    # he behind a colon is not who speaks
    "he-supports": {"he": "Bashar al-Assad"},
    # whose leader is of whom the line tells, not of who says so at its end
    "reporter-behind": {"its": "Red Column"},
    # nor have those withdrawn who were killed in it
    "killed-soldiers": {"They": "Orsha League"},
    # all of a list are they, and none of it alone
    "all-of-a-list": {"them": "Egypt + Chad + Russia"},
    # the subject goes on
    "goes-on": {"they": "Tigrayan fighters"},
    # who was helped before is helped again
    "helped-too": {"it": "Nicaraguan Armed Forces"},
    # who is sent guns is not sent himself
    "sent-rebels-guns": {"rebels": "rebels"},
    # men of a band's commander, who came to lead a state
    "kla-commander": {"men": "Kosovo Liberation Army"},
    # forces of who rules no more are not the government's
    "former-president": {"Forces": "forces of Ali Abdullah Saleh"},
    # those of who does are
    "president-s-men": {"Bashar al-Assad’s troops": "Syrian government forces"},
    # a town from which one of several rules
    "seats": {"Tobruk": "House of Representatives (Libya)", "Tripoli": "Libyan government in Tripoli"},
    # and when nobody else ruled there
    "seat-of-gaddafi": {"Tripoli": "Libya"},
    # or one that is named
    "seat-of-the-named": {"Tripoli": "Government of National Accord"},
    # bands from there are not its government's
    "bands-of-a-seat": {"Tripoli militias": "Tripoli militias"},
    # what is known by its group and its place
    "branches": {"Islamic State's branch": "Islamic State in Somalia"},
    # and what is not
    "no-branches": {"Al-Qaeda's affiliate": "Al-Qaeda affiliate"},
    # the forces of a people, by the registry
    "forces-of-peoples": {"Kachin columns": "Kachin Independence Army", "Tigrayan unit": "Tigray Defense Forces"},
    # a people that is its army
    "the-wa": {"Wa": "United Wa State Army"},
    # and a town so called
    "town-of-wa": {"Wa": "Wa"},
    # initials of a name that the text spells out
    "another-adf": {"ADF": "Ambazonia Defence Forces"},
    # the sides of a fight, whoever was spoken of since
    "both-sides-of-a-fight": {"sides": "Serb police + Kosovo Liberation Army"},
    # the two are those told of as two
    "of-the-two": {"two": "Congolese militias", "They": "Congolese militias"},
    # of the country whose ruler they fight
    "rebels-against-ruler": {"Rebels": "Syrian rebels"},
    # and of none whose ruler they do not
    "rebels-against-chief": {"Rebels": "rebels"},
    # tribes of where the text is set
    "tribes-of-country": {"tribes": "Yemeni tribes"},
    # a region of several states is no part of one
    "beyond-states": {"Insurgents": "insurgents in Kashmir", "Militants": "Indian militants"},
    # a title is no part of what his men are called
    "marshal-s-men": {"Marshal Tito's Partisans": "partisans of Marshal Tito"},
    # what they call themselves they are
    "call-themselves": {"upland insurgents": "Sons of Lenn", "themselves": "Sons of Lenn"},
    # what they call others they are not
    "others-call": {"upland insurgents": "insurgents"},
    # the only one named who leads rebels
    "rebel-leader": {"rebel leader": "Jonas Savimbi"},
    # or just one of them
    "a-rebel-leader": {"rebel leader": "rebel leader"},
    # a junta is that of its country and not the country's adjective
    "strange-junta": {"Tamrite junta": "Tamrite junta", "jets": "Tamrite junta"},
}


@pytest.mark.parametrize("name", CALLED)
def test_called(name: str) -> None:
    found = {words: actors for words, _, actors in listed(name)}
    assert {words: found.get(words, "") for words in CALLED[name]} == CALLED[name]
