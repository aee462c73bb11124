"""Whom single words of a sentence stand for; the parses lie in `called.conllu`."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

CALLED: dict[str, dict[str, str]] = {
    "lebanese-forces": {
        "Lebanese Forces": "Lebanese Forces militia",
        "Lebanese forces": "Lebanon",
    },  # a party, and the state's forces
    "liberation-forces": {
        "Congolese Liberation Forces": "Congolese Liberation Forces"
    },  # a newspaper inside a longer name
    "free-forces": {"Sudanese Free Forces": "Sudanese Free Forces"},  # a sentence of few words is no headline
    "town-beside": {"Tripoli": "Tripoli"},  # a town whose country stands beside it
    "capital-beside": {"Yemen's capital": "Sanaa", "Sanaa": "Sanaa"},  # a capital that is called so
    "struck-town": {
        "Erbil": "Erbil",
        "Moscow": "Russia",
        "Tehran": "Iran",
    },  # a town that is struck, and whoever rules there
    "his-country": {"government": "Turkish government", "country": "Kenya"},  # whose country and government
    "dravian-president": {
        "Karvenian": "Karvenia",
        "army": "Karvenian army",
    },  # a president tells of a state, whatever the parser calls it
    "rebels-leader": {
        "rebel": "Syrian rebels",
        "We": "Syrian rebels",
        "government": "government of Karim Dastan",
    },  # he speaks for rebels and for no government
    "entered-the-country": {"country": "Lebanon"},  # the country of the line before
    "no-single-country": {"country": ""},  # of two countries none is the country
    "interior-ministry": {
        "Karsovian interior ministry": "Karsovian interior ministry",
        "Nangolan secret service": "Nangolan secret service",
    },  # what kind of ministry it is
    "european-diplomat": {
        "European diplomat": "European diplomat",
        "Dravian": "Dravian",
    },  # an adjective of a continent is no state's
    "no-outlet-fights": {"AA": "Anadolu Agency"},  # no outlet attacks, and one is told things
    "aa-attacked": {"AA": "Arakan Army"},  # the bearer of an acronym that fights
    "former-regime": {
        "regime": "",
        "former regime officers": "Syrian former regime officers",
    },  # who served a regime that is gone
    "another-front": {
        "United Front for Change": "United Front for Change"
    },  # a plain name in a text about another country
    "that-front": {
        "United Front for Change": "United Front for Democratic Change"
    },  # the same where its country is spoken of
    "sons-with-capital": {"Sons of Merrow": "Sons of Merrow"},  # a band, whose capital tells
    "cut-apart": {"militiamen": "Dan Na Ambassagou"},  # a name and its men, read as two subjects
    "peshmerga-partners": {"Peshmerga partners": "Peshmerga"},  # partners whose name stands before them
    "partners-of-two": {
        "Somali and Puntland partners": "Somalia + Puntland"
    },  # adjectives that tell who the partners are
    "allies-from": {"allies": "Orsha League"},  # allies who are told behind
    "an-operation": {"Troops": "Operation Hadin Kai"},  # an operation is no person
}


@pytest.mark.parametrize("name", CALLED)
def test_called(name: str) -> None:
    found = {words: actors for words, _, actors in listed(name)}
    assert {words: found.get(words, "") for words in CALLED[name]} == CALLED[name]
