"""Who said what: the attributions that a document makes, each with those that its words contain.

What somebody is quoted as saying about somebody else's words is part of the quotation and not the document's own
report; so it stands inside the row of the quotation that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from imbroglio.model import Quotation, Span

RELAYED = "relayed"


def quotation_rows(document: str, text: str, quotations: Sequence[Quotation]) -> Iterator[dict[str, Any]]:
    """Rows ready for JSON lines, one an attribution in the document's own voice.

    `source` and `cue` are `[start, end)` character offsets or null, `content` a list of such; `said_by` is the chain of
    speakers, outermost first, `quote` the content's words. `within` has the same for each attribution inside that
    content, to any depth. The outer half of "X told the Herald" is a link of the chain, not a row of its own.
    """
    rows: dict[int, dict[str, Any]] = {}
    outer = [_holder(quotations, n) for n in range(len(quotations))]
    for n, quotation in enumerate(quotations):
        if quotation.kind != RELAYED:
            rows[n] = _row(quotation, document, text) | {"said_by": _chain(quotation, quotations), "within": []}
    for n, row in rows.items():
        if (above := outer[n]) is not None:
            rows[above]["within"].append(row)
    return (row for n, row in rows.items() if outer[n] is None)


def outermost(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """The quotations that rows are made of: those that are no part of another."""
    return (q for n, q in enumerate(quotations) if q.kind != RELAYED and _holder(quotations, n) is None)


def _holder(quotations: Sequence[Quotation], n: int) -> int | None:
    """The quotation whose words the n-th is part of, or None if the document itself makes it."""
    above = quotations[n].parent
    while above is not None and quotations[above].kind == RELAYED:
        above = quotations[above].parent
    return above


def _row(quotation: Quotation, document: str, text: str) -> dict[str, Any]:
    return {
        "document": document,
        "source": _offsets(quotation.source),
        "cue": _offsets(quotation.cue),
        "content": [_offsets(span) for span in quotation.content],
        "kind": quotation.kind,
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
