"""Bytes to text."""

from __future__ import annotations

import codecs
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.documents import DocumentWarning
from imbroglio.documents.decode import decode
from imbroglio.errors import DocumentError

TEXT = "The “Lion’s Guard” — armed by Norland — crossed the river Džepa.\r\nNobody said why.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_encodings_give_the_same_text_and_no_mark(mark: bytes, encoding: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_western_bytes_are_read_with_a_warning() -> None:
    text = "The café’s owner said Norland arms the Lion’s Guard."
    with pytest.warns(DocumentWarning, match=r"a\.txt: byte 7 is not UTF-8; read as Windows-1252"):
        assert decode(text.encode("cp1252"), "a.txt") == text


def test_bytes_that_windows_does_not_know_are_read_as_latin_1() -> None:
    with pytest.warns(DocumentWarning, match="Latin-1"):
        assert decode(b"caf\xe9 \x81 closed on Sunday", "a.txt") == "café \x81 closed on Sunday"


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", "empty", "nothing to read"),
        (b" \n\t ", "empty", "nothing to read"),
        (b"%PDF-1.7 ...", "binary", "pdftotext"),
        (b"PK\x03\x04rest", "binary", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "binary", "picture"),
        (bytes(range(256)) * 4, "binary", "binary"),
        (b"words and \x00 zeros and words", "binary", "binary"),
        (b"\x01\x02\x03\x04 few words", "binary", "binary"),
        (codecs.BOM_UTF8 + b"caf\xe9", "encoding", "UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "encoding", "UTF-16-LE"),
        ("Правительство поддерживает повстанцев".encode("cp1251"), "encoding", "save it again as UTF-8"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, reason: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as error:
        decode(data, "a.txt")
    assert (error.value.reason, error.value.where) == (reason, "a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        try:
            text = decode(data, "any")
        except DocumentError as error:
            assert error.reason in {"empty", "binary", "encoding"}
        else:
            assert "\x00" not in text
