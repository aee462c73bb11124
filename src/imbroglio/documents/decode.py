"""Bytes to text: UTF-8 first, byte order marks, UTF-16 without one, and Western European as the last resort."""

from __future__ import annotations

import codecs
import re
import warnings

from imbroglio.documents.build import DocumentWarning
from imbroglio.errors import DocumentError

# Longest marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE_MARKS = tuple(mark for mark, encoding in _MARKS if encoding != "utf-8")
"""What a file begins with whose line ends are more than one byte."""

_MAGIC = {
    b"%PDF-": "a PDF; turn it into text first, for example with pdftotext",
    b"PK\x03\x04": "a ZIP archive or an office document; save it as text or HTML first",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as text or HTML first",
    b"\x1f\x8b": "compressed; unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a database; give a casefile by itself, not among files to read",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, where: str) -> str:
    """The text of the bytes, without byte order mark; nothing else is changed, line ends included.

    Bytes that are not UTF-8 are read as Windows-1252 (or Latin-1) with a `DocumentWarning`.

    Raises:
        DocumentError: `empty`, `binary`, or `encoding` (a mark that the bytes do not keep to, or letters that no
            Western European text has).
    """
    if not data.strip():
        raise DocumentError("is empty; nothing to read", where=where, reason="empty")
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(f"is {what}", where=where, reason="binary")
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], marked, where)
    if encoding := _unmarked_utf16(data):
        return _strict(data, encoding, where)
    if b"\x00" in data:
        raise _binary(where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _western(data, where, error.start)
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise _binary(where)
    return text


def _binary(where: str) -> DocumentError:
    return DocumentError("is binary; give text, Markdown, HTML or JSON lines", where=where, reason="binary")


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"says it is {encoding.upper()} but byte {error.start} is not; save it again as UTF-8"
        raise DocumentError(message, where=where, reason="encoding") from error


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 English has a zero in nearly every second byte."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.6
    if odd > most and even * 10 < odd:
        return "utf-16-le"
    if even > most and odd * 10 < even:
        return "utf-16-be"
    return None


def _western(data: bytes, where: str, first: int) -> str:
    try:
        text, encoding = data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "Latin-1"
    letters = [c for c in text if c.isalpha()]
    foreign = sum(c > "\x7f" for c in letters)
    if foreign * 4 > len(letters) or not letters:
        message = f"is neither UTF-8 (byte {first} is not) nor Western European text; save it again as UTF-8"
        raise DocumentError(message, where=where, reason="encoding")
    warnings.warn(f"{where}: byte {first} is not UTF-8; read as {encoding}", DocumentWarning, stacklevel=3)
    return text
