"""Datelines: what stands before a dispatch is no part of its first sentence."""

from __future__ import annotations

import pytest

from imbroglio.knowledge.dateline import dateline
from imbroglio.language import parse

TABLE = {
    "TUNIS , May 3 — Rebels fled .": 5,
    "KASSALA BAY ( AFP ) - A mine killed them .": 6,
    "Beirut ( Reuters ) - Rebels fled .": 5,
    "GOMA , Democratic Republic of the Congo ( AP ) — Rebels fled - and came back .": 11,
    "MIRSA — “ We fled , ” he said .": 2,
    "AL HAWL , Syria – Rebels fled .": 5,
    "Tunis — Rebels fled .": 0,
    "Puerto Lindo , Colombia — The rebels fled .": 5,
    "Puerto Lindo - The rebels fled .": 0,
    "Mirsa — When the rebels came , the army fled .": 2,
    "Mirsa , 14 January 1978 — Cuban rebels fled .": 6,
    "Mirsa , 14 January 1978 - Cuban rebels fled .": 6,
    "Ali Nur , 14 — Cuban rebels fled .": 0,
    "PARIS , 12 May ( AFP ) : French jets struck .": 8,
    "The army ( AFP ) : Rebels fled .": 0,
    "Kenya — The army said — is safe .": 0,
    "The rebels fled — The army followed .": 0,
    "ISIL — also known as Daesh — fled .": 0,
    "NATO - Kyiv says so - is late .": 0,
    "MINUSMA has soldiers in Gao - Malians want them gone .": 0,
    "UN troops - Malians - fled .": 0,
    "TUNIS": 0,
    "TUNIS —": 0,
}


@pytest.mark.parametrize("text", TABLE)
def test_words_of_a_dateline(text: str) -> None:
    words = text.split()
    assert dateline(words, [True] * len(words)) == TABLE[text]


def test_a_hyphen_inside_a_name_is_no_dash() -> None:
    words = ["AL", "-", "SHABAAB", "fled"]
    assert dateline(words, [False, False, True, True]) == 0


def test_what_is_behind_a_dateline_begins_anew() -> None:
    (doc,) = parse(["Two die in raid\n\nPORT SELWYN (Reuters) - Rebels of the Free Coast fled, an official said."])
    assert [sentence.text.strip() for sentence in doc.sents][1] == "PORT SELWYN (Reuters) -"
    assert next(token for token in doc if token.text == "Rebels").dep_ == "nsubj"
