"""Paths to documents."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from imbroglio.documents import limits, open_documents
from imbroglio.errors import DocumentError
from imbroglio.model import Document


def read(*paths: str | Path, **known: object) -> tuple[list[Document], list[DocumentError]]:
    outcomes = list(open_documents(paths, **known))  # type: ignore[arg-type]
    return (
        [o for o in outcomes if isinstance(o, Document)],
        [o for o in outcomes if isinstance(o, DocumentError)],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Norland arms the Guard.")
    (tmp_path / "a.md").write_text("---\nsource: The Gazette\n---\nSorn fights the Guard.")
    (tmp_path / "notes.py").write_text("print('no document')")
    (tmp_path / ".hidden.txt").write_text("no document")
    (tmp_path / "README.md").write_text("no document")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "c.html").write_text("<html><body><p>Sudland backs Sorn.</p></body></html>")
    (tmp_path / "deep" / "d.jsonl").write_text(json.dumps({"id": "line", "text": "Sorn backs Sudland."}))
    return tmp_path


def test_folders_are_gone_through_in_order_of_name(folder: Path) -> None:
    documents, errors = read(folder)
    assert [d.id for d in documents] == ["a", "b", "line", "c"]
    assert [d.source for d in documents] == ["The Gazette", None, None, None]
    assert not errors


def test_patterns(folder: Path) -> None:
    documents, _ = read(str(folder / "**" / "*.html"), str(folder / "?.txt"))
    assert [d.id for d in documents] == ["c", "b"]


def test_a_known_outlet_and_date_are_for_documents_that_state_none(folder: Path) -> None:
    documents, _ = read(folder / "a.md", folder / "b.txt", source="Wire", published=date(2016, 2, 14))
    assert [(d.source, d.published) for d in documents] == [
        ("The Gazette", date(2016, 2, 14)),
        ("Wire", date(2016, 2, 14)),
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Norland arms the Guard.", "Norland arms the Guard."),
        ("<!DOCTYPE html>\n<html><body><p>Norland arms the Guard.</p></body></html>", "Norland arms the Guard."),
        ('{"text": "Norland arms the Guard."}', "Norland arms the Guard."),
    ],
)
def test_content_decides_where_the_suffix_tells_nothing(content: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "report").write_text(content)
    (document,), _ = read(tmp_path / "report")
    assert document.text == text


def test_front_matter_is_seen_without_a_suffix(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("---\nsource: The Gazette\n---\nNorland arms the Guard.")
    (document,), _ = read(tmp_path / "report")
    assert document.source == "The Gazette"


@pytest.mark.parametrize("name", ["docs.jsonl", "docs"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_lines_in_any_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"{n}", "text": "Норланд arms Café Guard."}, ensure_ascii=False) for n in range(3)]
    (tmp_path / name).write_bytes("\r\n".join(lines).encode(encoding))
    documents, errors = read(tmp_path / name)
    assert [(d.id, d.text) for d in documents] == [(f"{n}", "Норланд arms Café Guard.") for n in range(3)]
    assert not errors


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Norland arms the Guard.")))
    (document,), _ = read("-")
    assert (document.id, document.path) == ("stdin", None)


def test_ids_are_unique_and_say_nothing_new_of_the_same_text(tmp_path: Path) -> None:
    for name, text in (
        ("x", "Norland arms the Guard."),
        ("y", "Sorn fights the Guard."),
        ("z", "Norland arms the Guard."),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text)
    documents, _ = read(tmp_path)
    other = documents[1]
    assert [d.id for d in documents] == ["report", f"report-{other.hash[:8]}", "report"]


def test_every_failure_is_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 2000)
    monkeypatch.setattr(limits, "HTML_BYTES", 5000)
    files = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)),
        "encoding.txt": b"\xff\xfea",
        "large.txt": b"x" * 3000,
        "huge.txt": b"x" * 9000,
        "broken.html": b"<html><body><p></p>",
        "cut.jsonl": b'{"id": "x", "te',
        "good.txt": b"Norland arms the Guard.",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "nothing").mkdir()
    wanted = [*files, "nowhere.txt", "missing.txt", "nothing"]
    documents, errors = read(*(tmp_path / name for name in wanted))
    assert [d.id for d in documents] == ["good"]
    assert {Path(e.where).name: e.reason for e in errors} == {
        "empty.txt": "empty",
        "binary.txt": "binary",
        "encoding.txt": "encoding",
        "large.txt": "too-large",
        "huge.txt": "too-large",
        "broken.html": "no-text",
        "cut.jsonl:1": "broken-json",
        "nowhere.txt": "unreadable",
        "missing.txt": "unreadable",
        "nothing": "empty",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text("Norland arms the Guard.")
    (tmp_path / "locked.txt").chmod(0)
    _, (error,) = read(tmp_path / "locked.txt")
    assert error.reason == "unreadable" and "permission" in str(error)


def test_the_limits_hold_for_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"x" * 10_000_000)
    (tmp_path / "two.jsonl").write_bytes(b'{"text": "' + b"x" * 10_000_000 + b'"}\n{"text": "Norland arms the Guard."}')
    documents, errors = read(tmp_path)
    assert [d.id for d in documents] == [f"{tmp_path / 'two.jsonl'}:2"]
    assert [e.reason for e in errors] == ["too-large", "too-large"]
