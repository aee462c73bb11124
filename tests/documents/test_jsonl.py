"""JSON lines, good and bad."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from imbroglio.documents import Outcome, limits
from imbroglio.documents.jsonl import from_jsonl
from imbroglio.errors import DocumentError
from imbroglio.model import Document

GOOD = {
    "id": "r-1",
    "text": "Norland arms the Guard.",
    "source": "The Gazette",
    "published": "2016-02-14",
    "extra": [1],
}


def outcomes(data: str | bytes, **known: object) -> list[Outcome]:
    data = data.encode() if isinstance(data, str) else data
    return list(from_jsonl(io.BytesIO(data), where="docs.jsonl", **known))  # type: ignore[arg-type]


def test_fields() -> None:
    (document,) = outcomes(json.dumps(GOOD | {"title": "T", "url": "page.html"}) + "\n\n")
    assert isinstance(document, Document)
    assert (document.id, document.text, document.source) == ("r-1", "Norland arms the Guard.", "The Gazette")
    assert (document.published, document.title, document.url) == (date(2016, 2, 14), "T", "page.html")


def test_what_a_line_does_not_say_comes_from_the_caller_or_stays_missing() -> None:
    bare = json.dumps({"text": "Norland arms the Guard.", "published": None})
    (document,) = outcomes(bare, source="The Gazette", published=date(2016, 2, 1))
    assert isinstance(document, Document)
    assert (document.id, document.source, document.published) == ("docs.jsonl:1", "The Gazette", date(2016, 2, 1))
    (document,) = outcomes(bare)
    assert isinstance(document, Document)
    assert document.source is None and document.published is None


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ('{"id": "x", "text": "Norland arms', "broken-json", "cut off"),
        ('{"id": "x", "text": "Norland"', "broken-json", "cut off"),
        ('{"id": "x" "text": 1}', "broken-json", "column 12"),
        ("[1, 2]", "broken-json", "not an object"),
        ('{"id": "x"}', "no-text", '"text"'),
        ('{"id": "x", "text": 7}', "no-text", '"text"'),
        ('{"id": "x", "text": " "}', "empty", "no words"),
        ("[" * 100_000, "too-deep", "deep"),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', "broken-json", "not usable"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line: str, reason: str, words: str) -> None:
    good = json.dumps(GOOD)
    first, bad, last = outcomes(f"{good}\n{line}\n{good}")
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, DocumentError)
    assert (bad.where, bad.reason) == ("docs.jsonl:2", reason)
    assert words in str(bad)


def test_bytes_that_are_no_text_are_named() -> None:
    bad, good = outcomes(b'{"text": "\x00\x01\x02"}\n' + json.dumps(GOOD).encode())
    assert isinstance(bad, DocumentError) and bad.reason == "binary"
    assert isinstance(good, Document)


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_long_line_is_passed_over_without_being_held(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 100)
    good = json.dumps({"id": "g", "text": "Norland arms the Guard."})
    lines = [good, json.dumps({"id": "long", "text": "x" * 1000}), good]
    first, bad, last = outcomes("\n".join(lines) + end)
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, DocumentError) and (bad.where, bad.reason) == ("docs.jsonl:2", "too-large")
