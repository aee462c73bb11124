"""Casefiles on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from imbroglio.case import Case
from imbroglio.case.case import is_casefile
from imbroglio.errors import CaseError
from tests import toy
from tests.case.samples import document

ONE = document("one", "Norland arms River Front.")


def test_a_case_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "war.case"
    with Case.open(path) as case:
        case.add(ONE, toy.reading(ONE))
        before = case.dump()
    assert is_casefile(path)
    with Case.open(path, create=False) as case:
        assert case.dump() == before


def test_what_is_no_casefile_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Norland arms the Guard.")
    with pytest.raises(CaseError, match=r"notes\.txt: is not a casefile"):
        Case.open(text)
    with pytest.raises(CaseError, match="no such casefile; make one with"):
        Case.open(tmp_path / "missing.case", create=False)
    with pytest.raises(CaseError, match="does not exist; make it first"):
        Case.open(tmp_path / "nowhere" / "war.case")
    assert text.read_text() == "Norland arms the Guard."
    assert not is_casefile(tmp_path) and not is_casefile(text)


def test_a_casefile_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "war.case"
    Case.open(path).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE about SET value = '99' WHERE key = 'version'")
    database.close()
    with pytest.raises(CaseError, match="version 99"):
        Case.open(path)


def test_a_broken_casefile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "war.case"
    path.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    with pytest.raises(CaseError, match=r"war\.case"):
        Case.open(path)


def test_some_other_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE birds (name TEXT)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="is not a casefile"):
        Case.open(path)
    assert path.read_bytes() == before
