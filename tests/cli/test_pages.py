"""The page on formats names what is really printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from imbroglio.case import schema
from imbroglio.documents import limits
from imbroglio.documents.open import SUFFIXES
from tests.cli.conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def first_column(section: str) -> set[str]:
    """The words in code style that open the rows of the section's first table."""
    body = PAGE.split(f"# {section}\n", 1)[1]
    table = re.search(r"^\|---.*\n((?:\|.*\n)+)", body, re.MULTILINE)
    assert table
    return {word for row in table[1].splitlines() for word in re.findall(r"`([\w-]+)`", row.split("|")[1])}


@pytest.mark.parametrize(
    ("section", "command"), [("Claims out", "claims"), ("Actors out", "actors"), ("Quotations out", "quotes")]
)
def test_keys(section: str, command: str, run: Run) -> None:
    row = json.loads(run(command, "a.txt", "--format", "jsonl").stdout.splitlines()[0])
    assert first_column(section) == set(row)


def test_tables_of_a_casefile() -> None:
    assert first_column("The casefile") == set(schema.metadata.tables)


def test_suffixes_and_limits() -> None:
    assert all(f"`{suffix}`" in PAGE for suffix in SUFFIXES)
    sizes = (limits.TEXT_BYTES, limits.HTML_BYTES, limits.LINE_BYTES)
    assert "text over {} MB, a page over {} MB, a line of JSON over {} MB".format(*(n // 10**6 for n in sizes)) in PAGE
    assert f"nested more than {limits.HTML_DEPTH} deep" in PAGE
