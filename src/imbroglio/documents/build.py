"""What every kind of document has in common: hash, dates, limits, and the lines that are passed over."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeAlias

from imbroglio.documents import limits
from imbroglio.documents.boilerplate import boilerplate, merged
from imbroglio.errors import DocumentError
from imbroglio.model import Document, Span

Outcome: TypeAlias = Document | DocumentError
"""What became of one document: it was read, or it says why not."""

_UNKEPT = re.compile("[\x00\ud800-\udfff]")  # zeros and half characters, from JSON escapes: no store holds them
_DATE_FORMATS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%Y%m%d")


class DocumentWarning(UserWarning):
    """A document was read, but not quite as it came: its encoding was guessed, a field was left out."""


def make_document(
    text: str,
    *,
    id: str,
    where: str | None = None,
    source: str | None = None,
    published: date | None = None,
    title: str | None = None,
    url: str | None = None,
    path: str | None = None,
    skip: Iterable[Span] = (),
) -> Document:
    """A document of this text, with its SHA-256 and with boilerplate added to the stretches to pass over.

    Raises:
        DocumentError: `empty`, or `too-large` (see `limits`). `where` names the document in messages.
    """
    where = where or id
    if _UNKEPT.search(text):
        text = _UNKEPT.sub("\ufffd", text)
        message = f"{where}: characters that could not be kept were replaced by U+FFFD"
        warnings.warn(message, DocumentWarning, stacklevel=2)
    encoded = text.encode()
    if not any(map(str.isalnum, text)):
        raise DocumentError("has no words; nothing to read", where=where, reason="empty")
    if len(encoded) > limits.TEXT_BYTES:
        raise too_large(len(encoded), limits.TEXT_BYTES, where)
    return Document(
        id=id, text=text, hash=hashlib.sha256(encoded).hexdigest(), source=source, published=published, title=title,
        url=url, path=path, skip=merged([*skip, *boilerplate(text)]),
    )  # fmt: skip


def too_large(size: int | None, limit: int, where: str) -> DocumentError:
    """The error for more bytes than the limit allows; `size` is None where nobody counted to the end."""
    seen = f"has {size:,} bytes" if size else "has more bytes than can be read"
    return DocumentError(f"{seen}; the limit is {limit:,}: split it", where=where, reason="too-large")


def to_date(value: object, where: str) -> date | None:
    """A date from an ISO 8601 string, a written English date or a date object; a time of day is dropped.

    What cannot be understood stays missing, with a `DocumentWarning`; nothing is guessed.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    words = str(value).strip()
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    for pattern in _DATE_FORMATS:
        try:
            return datetime.strptime(words, pattern).date()
        except ValueError:
            continue
    if words:
        message = f"{where}: {words[:40]!r} is not a date like 2016-02-14; the document stays undated"
        warnings.warn(message, DocumentWarning, stacklevel=2)
    return None


def to_text(value: object) -> str | None:
    """A field as text: strings trimmed, numbers printed, anything else and nothing at all None."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _UNKEPT.sub("\ufffd", str(value)).strip() or None
