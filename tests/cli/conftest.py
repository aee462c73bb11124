"""A command line whose reader is the toy one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from imbroglio import pipeline
from imbroglio.cli import commands
from tests import toy

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `imbroglio` with these arguments in a folder of its own."""
    monkeypatch.setattr(pipeline, "_read_all", toy.read)
    monkeypatch.delenv("IMBROGLIO_CASE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Norland arms River Front in Sorn, according to Daily Wire.\n\nAdvertisement\n")
    (tmp_path / "b.txt").write_text("River Front fights Sudland. Sudland backs Norland.\n")
    return lambda *arguments, **more: CliRunner().invoke(commands, arguments, prog_name="imbroglio", **more)


@pytest.fixture
def war(run: Run) -> str:
    """A casefile with both documents."""
    assert run("read", "a.txt", "b.txt", "--case", "war.case", "--source", "The Gazette").exit_code == 0
    return "war.case"
