"""Collects and numbers the quotes of a brief: one number for each claim or record, in the order of first use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from imbroglio.analysis.weight import best
from imbroglio.model import Claim, Document, Span, Speaker
from imbroglio.outputs.brief.data import Line, Quote
from imbroglio.outputs.tables import Piece, particulars, quote_pieces, sources, speaker, statement

SHOWN = 4  # quotes a line refers to; the rest is counted
EXCERPT = 220  # characters of a quote that are repeated under a finding


class Quotes:
    """The quotes used so far."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._quotes: list[Quote] = []
        self._numbers: dict[object, int] = {}

    def all(self) -> tuple[Quote, ...]:
        return tuple(self._quotes)

    def line(self, text: str, claims: Iterable[Claim], under: Iterable[Line] = (), shown: int = SHOWN) -> Line:
        """A line that rests on claims: the best of them by number, the others counted."""
        claims = tuple(dict.fromkeys(claims))
        numbers = tuple(self.claim(claim) for claim in best(claims, shown))
        return Line(text, numbers, len(claims) - len(numbers), tuple(under))

    def evidence(self, claims: Iterable[Claim], most: int) -> list[Line]:
        """The words of claims, who says them, where and when; those that only repeat others are passed over."""
        lines: list[Line] = []
        seen: list[str] = []
        for claim in claims:
            document = self._documents[claim.document]
            words = _excerpt(claim, document)
            letters = re.sub(r"\W+", "", words).casefold()
            if len(lines) < most and not any(letters in other or other in letters for other in seen):
                seen.append(letters)
                facts = f"{sources(claim, document)}; {particulars(claim)}"
                lines.append(Line(f"“{words}” — {facts}", (self.claim(claim),)))
        return lines

    def claim(self, claim: Claim) -> int:
        """The number of a claim's quote."""
        document = self._documents[claim.document]
        pieces = tuple(quote_pieces(claim, document))
        return self._number(
            claim.id,
            claim.document,
            claim.quote,
            pieces,
            sources(claim, document),
            statement(claim),
            particulars(claim),
        )

    def words(self, document: str, span: Span, said_by: tuple[Speaker, ...] = ()) -> int:
        """The number of a quote that stands for a record or for something not settled."""
        found = self._documents[document]
        outlet = f"{found.source or 'the document'} ({found.id})"
        source = " ‹ ".join([outlet, *map(speaker, said_by)])
        return self._number((document, span), document, span, (Piece(span.of(found.text)),), source)

    def shown(self, number: int) -> str:
        """The words of a quote, cut where they are long."""
        words = "".join(piece.words for piece in self._quotes[number - 1].pieces)
        return words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0] + " …"

    def _number(
        self, key: object, document: str, span: Span, pieces: tuple[Piece, ...], source: str, *more: str
    ) -> int:
        if key not in self._numbers:
            number = self._numbers[key] = len(self._quotes) + 1
            self._quotes.append(Quote(number, document, span.start, span.end, pieces, source, *more))
        return self._numbers[key]


def _excerpt(claim: Claim, document: Document) -> str:
    """The quote; of a long one what lies around parties and cue."""
    words = "".join(piece.words for piece in quote_pieces(claim, document)).strip(" ,;:—–-")
    if len(words) <= EXCERPT:
        return words
    spans = (claim.subject.span, claim.cue, claim.object.span)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    start = max(start, claim.cue.start - EXCERPT // 2)
    end = min(end, claim.cue.end + EXCERPT // 2)
    inside = document.text[start:end]
    before = "… " if start > claim.quote.start else ""
    return f"{before}{inside}{' …' if end < claim.quote.end else ''}"
