"""What was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imbroglio.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report. All spans everywhere are offsets into `text`, which is stored as it was read.

    `skip` lists the stretches (advertising, boilerplate) that the reader passes over; they stay in the text so that
    offsets remain true to it. `hash` is the SHA-256 of the text: the same words are the same document.
    """

    id: str
    text: str
    hash: str
    source: str | None = None  # the outlet that published it
    published: date | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    skip: tuple[Span, ...] = ()
