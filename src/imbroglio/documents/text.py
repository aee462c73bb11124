"""Plain text: the file is the document, and a headline on its first line is its title."""

from __future__ import annotations

import re
from datetime import date

from imbroglio.documents.build import make_document
from imbroglio.model import Document

_FIRST_LINE = re.compile(r"\s*(\S[^\r\n]*)\r?\n[ \t]*\r?\n")


def from_text(
    text: str,
    *,
    id: str,
    where: str | None = None,
    path: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Document:
    """The document of a plain text; see `make_document` for errors."""
    title = headline(text)
    return make_document(text, id=id, where=where, path=path, source=source, published=published, title=title)


def headline(text: str) -> str | None:
    """The first line when a blank line follows it and it does not end like a sentence, else None."""
    first = _FIRST_LINE.match(text)
    line = first[1].strip() if first else ""
    return line if line and len(line) <= 200 and line[-1] not in '.!:;,”"' else None
