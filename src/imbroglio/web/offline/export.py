"""Writes a case's explorer into one HTML file."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from os import PathLike
from pathlib import Path

from imbroglio.case import Case
from imbroglio.case.case import is_casefile
from imbroglio.errors import ImbroglioError
from imbroglio.web.book import Book
from imbroglio.web.offline.page import page
from imbroglio.web.offline.snapshot import Progress, name, snapshot

MOST_CLAIMS = 50_000
MOST_CHARACTERS = 50_000_000
"""Beyond either, a browser takes minutes and gigabytes to open the file, if it does."""


class ExportError(ImbroglioError):
    """The explorer cannot be written into one file: the case is too large, or the file cannot be written."""


def export_html(case: Case, file: str | PathLike[str], progress: Progress | None = None) -> int:
    """Writes the explorer of a case as one HTML file, which opens in any browser without a network; how many bytes.

    It has every view with its filters, and everything in the case, decisions and notes with the names of who took them
    included; decisions can be looked at in it, not taken. Paths of this machine stay out. A file of that name is
    replaced once the new one is whole; if anything fails it stays as it was. `progress` is told what is being done, how
    much of it is done, and how much there is.

    Raises:
        ExportError: the case is too large for one file, or the file cannot be written.
    """
    path = Path(file)
    _may_be_written(path)
    made = explorer_html(Book(case, read_only=True), progress)
    try:
        return _write(path, made.encode())
    except OSError as error:
        raise _unwritable(path, error) from error


def explorer_html(book: Book, progress: Progress | None = None) -> str:
    """The same as text.

    Raises:
        ExportError: the case is too large for one file.
    """
    claims, characters = len(book.claims), sum(len(document.text) for document in book.documents.values())
    for count, most, what in ((claims, MOST_CLAIMS, "claims"), (characters, MOST_CHARACTERS, "characters of text")):
        if count > most:
            raise ExportError(
                f"{name(book)}: {count:,} {what} are more than one file can hold ({most:,}); show the case with "
                "imbroglio serve --read-only, or read a part of the documents into a case of its own"
            )
    return page(snapshot(book, progress))


def _may_be_written(path: Path) -> None:
    """Says before the work what would only come out after it."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file in it, such as {path / 'explorer.html'}")
    if not path.parent.is_dir():
        raise ExportError(f"{path}: the folder {path.parent} does not exist; make it first")
    if is_casefile(path):
        raise ExportError(f"{path}: is a casefile, which would be lost; give the HTML file another name")
    try:
        handle, trial = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        os.unlink(trial)
    except OSError as error:
        raise _unwritable(path, error) from error


def _write(path: Path, made: bytes) -> int:
    """Beside the file first, then in its place."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(made)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    return len(made)


def _umask() -> int:
    """What new files may not be, which is only told to who sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path}: cannot be written ({error.strerror or error}); give another --html FILE")
