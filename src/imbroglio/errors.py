"""Every error Imbroglio raises on purpose; each message says what went wrong, where, and what to do."""

from __future__ import annotations


class ImbroglioError(Exception):
    """Root of all deliberate errors."""


class DocumentError(ImbroglioError):
    """One document cannot be read; the rest of a batch goes on.

    `where` is the path, line or identifier, `reason` a short machine-readable word (`empty`, `binary`, `encoding`,
    `too-large`, `broken-json`, `unreadable`, `unsupported`).
    """

    def __init__(self, message: str, *, where: str, reason: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.reason = reason


class KnowledgeError(ImbroglioError):
    """A knowledge file breaks its own rules."""


class CaseError(ImbroglioError):
    """A casefile cannot be opened, is of another version, or was asked for something it does not hold."""


class LanguageError(ImbroglioError):
    """The language model's files are missing or do not fit the code."""
