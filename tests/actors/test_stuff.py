"""Nouns that are a body where they act or are somebody's, and a thing where they are handed over."""

from __future__ import annotations

import pytest

from imbroglio.documents import make_document
from imbroglio.pipeline import mentions_of


@pytest.mark.parametrize(
    "text, is_actor",
    [
        ("The Chadian army would be sharing intelligence with Sudan.", False),
        ("They gave intelligence to Chad.", False),
        ("Iraqi intelligence arrested two men.", True),
        ("The army and intelligence backed him.", True),
    ],
)
def test_intelligence(text: str, is_actor: bool) -> None:
    ((_, doc, mentions),) = mentions_of([make_document(text, id="example")])
    word = next(token for token in doc if token.lower_ == "intelligence")
    assert (mentions.at(word.i) is not None) == is_actor
