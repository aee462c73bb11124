"""Leave to be or to move on one's ground."""

from __future__ import annotations

import pytest

from tests.claims.test_examples import said


@pytest.mark.parametrize(
    ("text", "shelters"),
    [
        ("Belarus let Russia use its territory.", [("Belarus", "Russia")]),
        ("Chad allowed the rebels to cross into Sudan.", [("Chad", "rebels")]),
        ("Jordan permits France to operate from its airbases.", [("Jordan", "France")]),
        ("Chad let the rebels train in Faya.", [("Chad", "rebels")]),
        ("Chad let the rebels use the money.", []),
        ("Chad let the rebels speak.", []),
        ("Russia let France use its veto.", []),
    ],
)
def test_passage(text: str, shelters: list[tuple[str, str]]) -> None:
    assert [(a, b) for a, relation, b in said(text) if relation == "shelters"] == shelters
