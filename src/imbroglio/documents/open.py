"""Paths to documents: picks the kind by suffix and content, goes through folders, and names every failure."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Protocol

from imbroglio.documents import limits
from imbroglio.documents.build import Outcome, too_large
from imbroglio.documents.decode import WIDE_MARKS, decode
from imbroglio.documents.html import from_html
from imbroglio.documents.jsonl import from_jsonl
from imbroglio.documents.markdown import from_markdown
from imbroglio.documents.text import from_text
from imbroglio.errors import DocumentError
from imbroglio.model import Document

SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


class _Maker(Protocol):
    def __call__(
        self, text: str, *, id: str, where: str | None, path: str | None, source: str | None, published: date | None
    ) -> Document: ...


_MAKERS: dict[str, _Maker] = {"text": from_text, "markdown": from_markdown, "html": from_html}


def open_documents(
    paths: Iterable[str | os.PathLike[str]], *, source: str | None = None, published: date | None = None
) -> Iterator[Outcome]:
    """One outcome a document, in the order given; a failure is an outcome, never the end.

    Paths are files, folders (read in order of name; hidden files, README files and unknown suffixes are left out), glob
    patterns, or `-` for standard input. `source` (the outlet) and `published` are for documents that do not state
    theirs. Ids are the documents' own or the files' stems; another text of the same id gets the first letters of its
    hash added.
    """
    taken: dict[str, str] = {}
    for outcome in _outcomes(paths, source, published):
        if isinstance(outcome, Document) and taken.setdefault(outcome.id, outcome.hash) != outcome.hash:
            outcome = replace(outcome, id=f"{outcome.id}-{outcome.hash[:8]}")
        yield outcome


def _outcomes(paths: Iterable[str | os.PathLike[str]], source: str | None, published: date | None) -> Iterator[Outcome]:
    for given in paths:
        try:
            for path in _files(os.fspath(given)):
                yield from _read(path, source, published)
        except DocumentError as error:
            yield error


def _files(given: str) -> Iterator[str]:
    if given == "-" or os.path.isfile(given):
        yield given
    elif os.path.isdir(given):
        found = list(_walk(given))
        if not found:
            known = " ".join(SUFFIXES)
            message = f"holds no document; documents end in {known}"
            raise DocumentError(message, where=given, reason="empty")
        yield from found
    elif os.path.lexists(given):  # a pipe such as <(command), or a link that leads nowhere
        yield given
    elif matches := sorted(glob.glob(given, recursive=True)):
        for match in matches:
            yield from _files(match)
    else:
        raise DocumentError("no such file; check the path", where=given, reason="unreadable")


def _walk(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.upper().startswith((".", "README.")):
                yield os.path.join(here, name)


def _read(path: str, source: str | None, published: date | None) -> Iterator[Outcome]:
    where = "standard input" if path == "-" else path
    try:
        if path == "-":
            yield from _parse(sys.stdin.buffer, None, where, source, published)
            return
        with open(path, "rb") as stream:
            if _suffix_kind(path) == "jsonl" and not stream.peek(4).startswith(WIDE_MARKS):
                # Line by line: the one kind of file that may be larger than memory.
                yield from from_jsonl(stream, where=where, path=path, source=source, published=published)
            else:
                yield from _parse(stream, path, where, source, published)
    except DocumentError as error:
        yield error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        message = f"cannot be read ({why}); check the path and its permissions"
        yield DocumentError(message, where=where, reason="unreadable")


def _parse(
    stream: IO[bytes], path: str | None, where: str, source: str | None, published: date | None
) -> Iterator[Outcome]:
    data = stream.read(limits.HTML_BYTES + 1)
    if len(data) > limits.HTML_BYTES:
        raise too_large(None, limits.HTML_BYTES, where)
    text = decode(data, where)
    kind = (_suffix_kind(path) if path else None) or _kind(text)
    if kind == "jsonl":
        lines = io.BytesIO(text.encode())
        yield from from_jsonl(lines, where=where, path=path, source=source, published=published)
        return
    id = Path(path).stem if path else "stdin"
    yield _MAKERS[kind](text, id=id, where=where, path=path, source=source, published=published)


def _suffix_kind(path: str) -> str | None:
    return SUFFIXES.get(Path(path).suffix.lower())


def _kind(text: str) -> str:
    """What a text without a telling suffix is."""
    start = text[:4000]
    if _HTML.match(start):
        return "html"
    if re.match(r'\s*\{\s*"', start):
        return "jsonl"
    return "markdown" if re.match(r"---[ \t]*\r?\n", start) else "text"
