"""Who said what, one row an attribution: the document, and the spans of source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from imbroglio.model import Quotation, Span

RELAYED = "relayed"


def quotation_rows(document: str, text: str, quotations: Sequence[Quotation]) -> Iterator[dict[str, Any]]:
    """Rows ready for JSON lines.

    `source` and `cue` are `[start, end)` character offsets or null, `content` a list of such; `said_by` is the chain of
    speakers, outermost first, `quote` the content's words. The outer half of "X told the Herald" is a link of that
    chain, not a row of its own.
    """
    for quotation in quotations:
        if quotation.kind == RELAYED:
            continue
        yield {
            "document": document,
            "source": _offsets(quotation.source),
            "cue": _offsets(quotation.cue),
            "content": [_offsets(span) for span in quotation.content],
            "kind": quotation.kind,
            "said_by": _chain(quotation, quotations),
            "quote": " … ".join(span.of(text) for span in quotation.content),
        }


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _chain(quotation: Quotation, quotations: Sequence[Quotation]) -> list[dict[str, Any]]:
    """The speakers from the outermost attribution to this one."""
    chain: list[dict[str, Any]] = []
    link: Quotation | None = quotation
    for _ in quotations:  # a chain cannot be longer than the list
        if link is None:
            break
        if link.speaker is not None:
            chain.insert(0, {"name": link.speaker.name, "anonymous": link.speaker.anonymous})
        link = quotations[link.parent] if link.parent is not None else None
    return chain
