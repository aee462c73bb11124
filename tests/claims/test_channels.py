"""Aid that runs through something, on the shipped model."""

from __future__ import annotations

import pytest

from imbroglio import read_text

TABLE = [
    (
        "Weapons have reached the Northern Front through a company owned by the Emirates.",
        {("United Arab Emirates", "arms", "Northern Front", "company")},
    ),
    (
        "The rebels said military aid has been boosted through two channels: a programme financed by Qatar and one "
        "financed by Turkey.",
        {("Qatar", "arms", "rebels", "programme"), ("Turkey", "arms", "rebels", "one financed by Turkey")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_stands_behind_a_channel_gives_what_flows_through_it(text: str, expected: set[tuple[str, ...]]) -> None:
    found = {(c.subject.name, str(c.relation), c.object.name, c.via) for c in read_text(text).claims}
    assert expected <= found


def test_a_channel_named_beside_its_noun_gives_nothing_itself() -> None:
    found = read_text("Qatar delivered rifles to the Northern Front through a trading house, Karam Marine.").claims
    assert [(c.subject.name, str(c.relation), c.object.name, c.via) for c in found] == [
        ("Qatar", "arms", "Northern Front", "Karam Marine")
    ]


@pytest.mark.parametrize(
    ("behind", "via"),
    [
        ("by way of Oman", "Oman"),
        ("through the 1990s", None),
        ("through the winter of 1993", None),
        ("via Oman", "Oman"),
    ],
)
def test_a_time_is_no_channel(behind: str, via: str | None) -> None:
    (found,) = read_text(f"Iran armed the Northern Front {behind}.").claims
    assert found.via == via


def test_a_road_is_no_channel_of_aid() -> None:
    assert not read_text("Turkish tourists travelled to the coast through a pass in Lebanon.").claims
