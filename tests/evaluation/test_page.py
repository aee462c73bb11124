"""The page on evaluation names what there is."""

from __future__ import annotations

import re
from pathlib import Path

from imbroglio.evaluation import gold
from imbroglio.evaluation.attributes import ATTRIBUTES
from imbroglio.evaluation.causes import CAUSES
from imbroglio.evaluation.corpora import CORPORA

PAGE = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")


def rows(heading: str) -> set[str]:
    """The words in code style that open the rows of a table."""
    body = PAGE.split(heading, 1)[1]
    table = re.search(r"\|---.*\n((?:\|.*\n)+)", body)
    assert table
    return {word for row in table[1].splitlines() for word in re.findall(r"`([\w ]+)`", row.split("|")[1])}


def test_causes() -> None:
    assert rows("| missed |") == set(CAUSES["missed"])
    assert rows("| false |") == set(CAUSES["false"])
    assert all(f"`{cause}`" in PAGE for cause in CAUSES["inexact"])


def test_keys_corpora_and_attributes() -> None:
    assert set(gold._DOCUMENT) <= rows("`documents.jsonl`, one")
    assert {*gold._CLAIM, *gold._PLAIN} <= rows("`claims.jsonl`, one")
    assert all(f"`{key}`" in PAGE.split("Claims for `--claims`")[1] for key in gold._FOUND)
    assert rows("| corpus |") == set(CORPORA)
    assert all(re.search(rf"\b{name}\b", PAGE) for name in ATTRIBUTES)
