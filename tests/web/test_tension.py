"""Findings of a large case: the process that works them out finds what a reader who waits would be told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.generated import fill
from imbroglio.case import Case
from imbroglio.model import Finding
from imbroglio.web import tension
from imbroglio.web.book import Shelf
from imbroglio.web.tension.beside import Beside


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setattr(tension, "LARGE", 0)
    made = fill(Case.open(tmp_path / "war.case"), documents=30, actors=30)
    claims = made.claims()
    made.review.accept(claims[0].id)
    made.review.reject(claims[1].id)
    return made


def waited(case: Case) -> tuple[list[Finding], list[Finding]]:
    """What is shown in the end, and what there is to find."""
    book = Shelf(case).book()
    assert book.tensions.pending
    book.tensions.wait()
    assert not book.tensions.pending
    return book.tensions.found, tension.found(book, book.view.standing())


def test_it_finds_the_same(case: Case) -> None:
    shown, there = waited(case)
    assert shown == there != []


def test_a_case_in_memory_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tension, "LARGE", 0)
    shown, there = waited(fill(Case.memory(), documents=30, actors=30))
    assert shown == there != []


def test_if_it_fails_they_are_found_without_it(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    shown, there = waited(case)
    assert shown == there != []


def test_of_a_case_that_moved_on_it_tells_nothing(case: Case) -> None:
    book = Shelf(case).book()
    assert Beside(case.name, book.version + "0").findings(book.view.standing()) is None


def test_a_decision_stops_what_it_makes_worthless(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec sleep 600\n")
    endless.chmod(0o700)
    shelf = Shelf(case)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", str(endless))
        before = shelf.book()
        assert before.tensions.pending
    case.review.reject(case.claims()[2].id)
    after = shelf.book()
    after.tensions.wait()
    before.tensions.wait()
    assert before.tensions.pending and not after.tensions.pending
