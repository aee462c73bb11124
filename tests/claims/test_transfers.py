"""Giving and getting: what is handed over decides the relation."""

from __future__ import annotations

import pytest

from tests.claims.grammar import Table, expected, said

TABLE: Table = {
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
}


@pytest.mark.parametrize("text", TABLE)
def test_transfers(text: str) -> None:
    assert said("transfers", text) == expected(TABLE[text])
