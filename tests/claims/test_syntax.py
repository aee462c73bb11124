"""What English leaves unsaid: shared arguments, gaps, apposition, examples."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
    "Three militias — the Badr Organization, Harakat al-Nujaba and Hezbollah — attacked the rebels.": "Organization fights rebels; Harakat fights rebels; Hezbollah fights rebels",
    "Regional states including Jordan and Qatar support the rebels.": "states backs rebels; Jordan backs rebels; Qatar backs rebels",
    "Iran hosted, armed and financed the militia.": "Iran shelters militia; Iran arms militia; Iran funds militia",
    "The militia crossed the river and fired on the rebels.": "militia fights rebels",
    "The rebels were surrounded and attacked by the army.": "army coerces rebels; army fights rebels",
    "Those groups, backed by Russia and Iran, attacked the rebels.": "Russia backs groups; Iran backs groups; groups fights rebels",
    "The militia, whose commander lives in Iran, attacked the rebels.": "militia fights rebels",
    "Chad arrested officers of the battalion that trains the rebels.": "Chad coerces battalion; battalion assists rebels",
    "Iran's plan to arm the militia failed.": "Iran arms militia planned",
    "Iran, together with Russia, backs Assad.": "Iran backs Assad; Russia backs Assad",
    "Turkey entered the war with the aim of fighting ISIS.": "Turkey fights ISIS planned",
}


@pytest.mark.parametrize("text", TABLE)
def test_syntax(text: str) -> None:
    assert said("syntax", text) == expected(TABLE[text])
