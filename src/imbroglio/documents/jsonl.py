"""JSON lines: one `{"id", "text", "source", "published", "title", "url"}` a line; only `text` must be there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from imbroglio.documents import limits
from imbroglio.documents.build import Outcome, make_document, to_date, to_text, too_large
from imbroglio.documents.decode import decode
from imbroglio.errors import DocumentError
from imbroglio.model import Document


def from_jsonl(
    stream: IO[bytes],
    *,
    where: str,
    path: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Iterator[Outcome]:
    """One outcome a line, blank lines apart; a line that cannot be read does not stop the rest.

    A line without `id` is named `WHERE:LINE`. `source` and `published` are for lines that do not say.
    """
    for number, line in enumerate(_lines(stream), start=1):
        at = f"{where}:{number}"
        try:
            if line is None:
                raise too_large(None, limits.LINE_BYTES, at)
            if line.strip():
                fields = _fields(line, at)
                yield _document(fields, at, path, source, published)
        except DocumentError as error:
            yield error


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Lines, or None for one that is too long: its bytes are passed over in pieces, never held together."""
    while line := stream.readline(limits.LINE_BYTES):
        if line.endswith(b"\n") or len(line) < limits.LINE_BYTES:
            yield line
            continue
        while (rest := stream.readline(limits.LINE_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def _fields(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(decode(line, where))
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        what = "the line is cut off" if cut else f"not JSON at column {error.colno} ({error.msg})"
        message = f'{what}; give one complete object a line, with at least "text"'
        raise DocumentError(message, where=where, reason="broken-json") from error
    except RecursionError as error:
        raise DocumentError("nested too deep to be a document", where=where, reason="too-deep") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise DocumentError(f"not usable JSON: {error}", where=where, reason="broken-json") from error
    if not isinstance(fields, dict):
        message = f'a JSON {type(fields).__name__}, not an object with "text"'
        raise DocumentError(message, where=where, reason="broken-json")
    if not isinstance(fields.get("text"), str):
        message = 'has no "text"; give {"id": …, "text": …} on every line'
        raise DocumentError(message, where=where, reason="no-text")
    return fields


def _document(
    fields: dict[str, Any], where: str, path: str | None, source: str | None, published: date | None
) -> Document:
    return make_document(
        fields["text"],
        id=to_text(fields.get("id")) or where,
        where=where,
        path=path,
        source=to_text(fields.get("source")) or source,
        published=to_date(fields.get("published"), where) or published,
        title=to_text(fields.get("title")),
        url=to_text(fields.get("url")),
    )
