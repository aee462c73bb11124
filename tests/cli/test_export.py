"""`imbroglio export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_it_writes_the_explorer(run: Run, war: str, tmp_path: Path) -> None:
    result = run("export", war, "--html", "war.html")
    assert result.exit_code == 0 and result.stdout == ""
    assert "war.html: the explorer of war.case, " in result.stderr
    html = (tmp_path / "war.html").read_text(encoding="utf-8")
    assert "River Front fights Sudland" in html and str(tmp_path) not in html


def test_the_case_may_stand_in_the_environment(run: Run, war: str, tmp_path: Path) -> None:
    assert run("export", "--html", "war.html", env={"IMBROGLIO_CASE": war}).exit_code == 0
    assert (tmp_path / "war.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.case", "--html", "war.html"], "none.case: no such casefile; make one with: imbroglio read"),
        (["a.txt", "--html", "war.html"], "a.txt: is not a casefile"),
        (["war.case"], "Missing option '--html'"),
        (["war.case", "--html", "none/war.html"], "the folder none does not exist; make it first"),
        (["war.case", "--html", "."], "is a folder; name a file in it"),
        (["war.case", "--html", "war.case"], "is a casefile, which would be lost"),
    ],
)
def test_what_is_wrong_is_told(run: Run, war: str, tmp_path: Path, arguments: list[str], said: str) -> None:
    before = sorted((file.name, file.read_bytes()) for file in tmp_path.iterdir())
    result = run("export", *arguments)
    assert result.exit_code == 2 and said in result.stderr and "Traceback" not in result.output
    assert sorted((file.name, file.read_bytes()) for file in tmp_path.iterdir()) == before
