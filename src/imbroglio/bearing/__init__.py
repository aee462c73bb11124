"""Two parties given, what is between them: every reading that the text allows, the most trusted first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from imbroglio.bearing.record import ATTITUDES, Bearing
from imbroglio.errors import DocumentError
from imbroglio.model import Document, Span

if TYPE_CHECKING:
    from imbroglio.claims.attributes import Context

__all__ = ["ATTITUDES", "Bearing", "Given", "between", "between_all"]

Given: TypeAlias = str | tuple[int, int]
_PLAIN = 0.41  # trust in words alone: below a claim's, above a proposal that the judge turned down outright


def between(text: str, one: Given, other: Given) -> list[Bearing]:
    """How the text has one party bear on the other, the most trusted reading first; empty where it says nothing.

    A party is given by its words (their first occurrence counts) or its offsets, half-open. Unlike `read_text`, which
    claims only what it would stand for, this takes it as known that there is something between the two and answers
    what; so it must not be used to find out whether there is. Order of the parties does not matter.

    Raises:
        DocumentError: a party's words do not occur in the text, or the text cannot be read.
    """
    from imbroglio.documents import make_document

    document = make_document(text, id="text")
    return next(between_all([(document, (_span(document, one), _span(document, other)))]))


def between_all(asked: Iterable[tuple[Document, tuple[Span, Span]]]) -> Iterator[list[Bearing]]:
    """The same for many documents, two spans of each."""
    from imbroglio.claims.attributes import Context
    from imbroglio.pipeline import mentions_of

    pairs = list(asked)
    for (_, spans), (document, doc, mentions) in zip(pairs, mentions_of(d for d, _ in pairs), strict=True):
        yield _ranked(Context(document, doc, mentions), *spans)


def _span(document: Document, given: Given) -> Span:
    start = document.text.find(given) if isinstance(given, str) else given[0]
    end = start + len(given) if isinstance(given, str) else given[1]
    if not 0 <= start < end <= len(document.text):
        message = f"{given!r} is not in the text; give a party's words as they stand there, or offsets"
        raise DocumentError(message, where=document.id, reason="parties")
    return Span(start, end)


def _ranked(context: Context, one: Span, other: Span) -> list[Bearing]:
    from imbroglio.bearing.direct import head_of, proposed
    from imbroglio.bearing.words import words_between
    from imbroglio.claims.parties import Parties
    from imbroglio.claims.stance import stance
    from imbroglio.knowledge.stance import load_stance

    parties = Parties(context.doc, context.mentions)
    heads = head_of(parties, one), head_of(parties, other)
    if heads[0] is None or heads[1] is None:
        return []
    found = list(proposed(context, parties, heads[0], heads[1]))
    if (words := words_between(heads[0], heads[1])) is not None:
        sentence, firmness = words.word.sent, stance(words.word, load_stance()).firmness
        quote = Span(sentence.start_char, sentence.end_char)
        found.append(Bearing(words.klass, None, quote, _PLAIN, firmness, f"words: {words.word.text!r} governs the two"))
    return sorted(found, key=lambda b: -b.trust)
