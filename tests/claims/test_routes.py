"""Corridors."""

import pytest

from imbroglio.claims.routes import find_routes
from tests.claims.reading import read


@pytest.mark.parametrize(
    ("text", "ends", "through", "wanted"),
    [
        (
            "Iran is building a land bridge from Tehran to the Mediterranean through Iraq and Syria.",
            ("Tehran", "Mediterranean"), ("Iraq", "Syria"), {"Iran"},
        ),
        (
            "Militias advanced in an effort to open a supply corridor between Iraq and Syria.",
            ("Iraq", "Syria"), (), {"Iraqi militias"},
        ),
        ("Turkish troops took the highway linking Aleppo with Damascus.", ("Aleppo", "Damascus"), (), set()),
        ("Kyiv shelled the road from Melitopol to Crimea via Kherson.", ("Melitopol", "Crimea"), ("Kherson",), set()),
    ],
)  # fmt: skip
def test_ends_stops_and_who_wants_it(text, ends, through, wanted):
    _, (route,) = read(find_routes, text)
    assert (route.start, route.end) == ends and route.through == through
    assert {party.name for party in route.wanted_by} == wanted


@pytest.mark.parametrize(
    "text", ["The minister flew from Ankara to Moscow.", "The army moved from Homs to Palmyra.", "A road was closed."]
)
def test_a_journey_is_no_corridor(text):
    assert read(find_routes, text)[1] == []
