"""Every error Imbroglio raises on purpose; each message says what went wrong, where, and what to do."""

from __future__ import annotations

from functools import partial
from typing import Any


class ImbroglioError(Exception):
    """Root of all deliberate errors."""


class DocumentError(ImbroglioError):
    """One document cannot be read; the rest of a batch goes on.

    `where` is the path, line or identifier, `reason` a short machine-readable word (`empty`, `binary`, `encoding`,
    `too-large`, `broken-json`, `unreadable`, `unsupported`).
    """

    def __init__(self, message: str, *, where: str, reason: str) -> None:
        super().__init__(f"{where}: {message}")
        self.message = message
        self.where = where
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        # Worker processes send their errors home; exceptions are pickled by their positional arguments alone.
        return partial(type(self), where=self.where, reason=self.reason), (self.message,)


class KnowledgeError(ImbroglioError):
    """A knowledge file breaks its own rules."""


class CaseError(ImbroglioError):
    """A casefile cannot be opened, is of another version, or was asked for something it does not hold."""


class DecisionError(CaseError):
    """A decision that cannot be taken: about something the case does not have, or with a value that cannot be."""


class ConflictError(DecisionError):
    """Somebody else decided about the same thing in between; `since` holds their decisions. Nothing was written."""

    def __init__(self, message: str, since: tuple[Any, ...]) -> None:
        super().__init__(message)
        self.since = since


class LanguageError(ImbroglioError):
    """The language model's files are missing or do not fit the code."""


class GoldError(ImbroglioError):
    """Labelled text, or claims to hold against it, break the format."""


class GraphError(ImbroglioError):
    """A list of ties, or a question asked of it, cannot be used."""


class RuleError(ImbroglioError):
    """A file of rules breaks its format; the message names file, rule and field, and says what to do."""
