"""Writing the explorer into one file: what is in it, what is not, and that nothing is lost when it fails."""

from __future__ import annotations

import json
import os
import re
import stat
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import imbroglio
from benchmarks.generated import fill
from imbroglio.case import Case
from imbroglio.web.offline import ExportError, export, export_html
from imbroglio.web.offline.page import inert, modules
from tests.web.conftest import client


def held(html: str, id: str) -> Any:
    """What lies in the file as data."""
    found = re.search(rf'<script type="application/json" id="{id}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture
def war_file(war: Case, tmp_path: Path) -> Path:
    imbroglio.export_html(war, tmp_path / "war.html")
    return tmp_path / "war.html"


def test_the_file_holds_the_case_and_no_address_to_load_from(war: Case, war_file: Path) -> None:
    html = war_file.read_text(encoding="utf-8")
    data = held(html, "snapshot")
    assert len(data["claims"]) == len(war.claims())
    assert [one["text"] for one in data["documents"]] == [document.text for document in war.documents()]
    outside = re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    assert not re.search(r"<(?:link|img|script)[^>]*(?:href|src)=\"(?!data:)", outside)
    assert "connect-src 'none'" in unescape(outside) and "unsafe" not in outside


def test_the_same_case_gives_the_same_file(war: Case, war_file: Path, tmp_path: Path) -> None:
    export_html(war, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == war_file.read_bytes()


def test_every_module_imports_modules_of_the_file() -> None:
    inside = modules()
    imported = {
        name
        for path, text in inside.items()
        if "/js/" in path
        for name in re.findall(r'(?:\bfrom\s*|\bimport\s*\(?\s*)"((?:explorer/|\.)[^"]+)"', text)
    }
    assert imported <= set(inside) and "explorer/js/views/matrix.js" in imported


def test_paths_of_this_machine_stay_here(tmp_path: Path) -> None:
    folder = tmp_path / "where-nobody-looks"
    folder.mkdir()
    with fill(Case.open(folder / "secret.case"), documents=2, actors=6) as case:
        export_html(case, tmp_path / "war.html")
    html = (tmp_path / "war.html").read_text(encoding="utf-8")
    assert "where-nobody-looks" not in html and held(html, "snapshot")["summary"]["name"] == "secret.case"


def test_words_of_others_end_no_script() -> None:
    data = ["</script><script>1</script>", "<!--", "\u2028", "\ud800"]
    made = inert(data)
    assert "<" not in made and json.loads(made) == data and made.encode()


def test_progress_is_told_and_comes_to_its_end(war: Case, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    size = export_html(war, tmp_path / "war.html", lambda *step: told.append(step))
    assert size == (tmp_path / "war.html").stat().st_size
    assert {what for what, _, _ in told} == {"findings", "claims", "documents"}
    assert all(0 <= done <= of for _, done, of in told)


def test_a_file_that_is_there_is_replaced_whole_or_not_at_all(
    desk: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "desk.html"
    file.write_text("before")
    file.chmod(0o640)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        with pytest.raises(ExportError, match=r"desk\.html: cannot be written \(No space left on device\)"):
            export_html(desk, file)
    assert file.read_text() == "before" and os.listdir(tmp_path) == ["desk.html"]
    export_html(desk, file)
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>") and os.listdir(tmp_path) == ["desk.html"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_cannot_be_written_is_said_before_the_work(desk: Case, tmp_path: Path) -> None:
    (tmp_path / "other.case").write_bytes(b"SQLite format 3\x00")
    for file, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "desk.html", "does not exist; make it first"),
        (tmp_path / "other.case", "is a casefile, which would be lost"),
        (Path("/proc/desk.html"), "cannot be written"),
    ):
        with pytest.raises(ExportError, match=said):
            export_html(desk, file)
    assert sorted(os.listdir(tmp_path)) == ["other.case"]


@pytest.mark.parametrize("bound, what", [("MOST_CLAIMS", "claims"), ("MOST_CHARACTERS", "characters of text")])
def test_what_is_too_large_for_a_file_is_told(
    desk: Case, office: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, what: str
) -> None:
    monkeypatch.setattr(export, bound, 2)
    with pytest.raises(
        ExportError, match=rf"{what} are more than one file can hold \(2\); show the case with imbroglio serve"
    ):
        export_html(desk, tmp_path / "desk.html")
    assert not os.listdir(tmp_path)
    answer = office.get("/export.html")
    assert answer.status_code == 413 and what in answer.json()["detail"]


def test_the_served_explorer_gives_itself(desk: Case, office: TestClient, tmp_path: Path) -> None:
    export_html(desk, tmp_path / "desk.html")
    answer = office.get("/export.html")
    assert answer.text == (tmp_path / "desk.html").read_text(encoding="utf-8")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="memory.html"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_server_with_a_token_gives_nothing_without_it(desk: Case) -> None:
    guarded = client(desk, token="a word that is known to some")
    assert guarded.get("/export.html").status_code == 401
    known = {"Authorization": "Bearer a word that is known to some"}
    assert guarded.get("/export.html", headers=known).status_code == 200
