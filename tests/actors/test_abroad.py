"""Whose militia it is: that of the country that the text is about, and no country's that only has bases there."""

from __future__ import annotations

import pytest

from imbroglio.documents import make_document
from imbroglio.pipeline import mentions_of


@pytest.mark.parametrize(
    "text, name",
    [
        ("Iran pays the militia to shell American bases.", "militia"),
        ("The militia has shelled a Russian outpost again.", "militia"),
        ("Malian villages burned. The militia fled.", "Malian militia"),
    ],
)
def test_militia(text: str, name: str) -> None:
    ((_, doc, mentions),) = mentions_of([make_document(text, id="example")])
    mention = mentions.at(next(token.i for token in doc if token.lower_ == "militia"))
    assert mention is not None and [mentions.actors[a].name for a in mention.actors] == [name]
