"""The reader let loose on labelled documents: its claims, and for the error tables what it weighed to get there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from imbroglio.evaluation.gold import Gold, Row
from imbroglio.model import Document, Mentions, Reading

if TYPE_CHECKING:
    from imbroglio.claims.judging import Key
    from imbroglio.claims.parties import Parties
    from imbroglio.language.plain import Doc

T = TypeVar("T")
Progress = Callable[[int], None] | None
"""Told after each document how many are done."""


def documents_of(gold: Gold) -> list[Document]:
    """The gold's documents as the reader wants them."""
    from imbroglio.documents import make_document

    return [
        make_document(
            row["text"],
            id=id,
            source=row.get("source"),
            published=date.fromisoformat(row["published"]) if row.get("published") else None,
        )
        for id, row in gold.documents.items()
    ]


def read_gold(gold: Gold, *, processes: int = 1, progress: Progress = None) -> list[Row]:
    """What the reader finds in the gold's documents, as rows of `imbroglio read --format jsonl`.

    Raises:
        DocumentError: a document cannot be read; a score over the rest would be another score.
    """
    from imbroglio.outputs.jsonl import claim_row
    from imbroglio.pipeline import read_documents

    pairs = read_documents(documents_of(gold), processes=processes)
    return [claim_row(claim, document) for document, reading in counted(pairs, progress) for claim in reading.claims]


def read_texts(texts: Mapping[str, str], progress: Progress = None) -> Iterator[tuple[Document, Reading]]:
    """The reading of each text, by id."""
    from imbroglio.documents import make_document
    from imbroglio.pipeline import read_documents

    return counted(read_documents(make_document(text, id=id) for id, text in texts.items()), progress)


@dataclass(frozen=True, slots=True)
class Inspected:
    """A document with what was proposed in it, whether it became a claim or not, and how far each is trusted."""

    document: Document
    doc: Doc
    mentions: Mentions
    parties: Parties
    trust: dict[Key, float]


def inspect(documents: Iterable[Document], progress: Progress = None) -> Iterator[Inspected]:
    """Each document as the judge sees it."""
    from imbroglio.claims.constructions import candidates
    from imbroglio.claims.judging import Judge, features_of, proposals
    from imbroglio.claims.parties import Parties
    from imbroglio.knowledge.lexicon import load_lexicon
    from imbroglio.pipeline import mentions_of

    judge = Judge.load()
    for document, doc, mentions in counted(mentions_of(documents), progress):
        parties = Parties(doc, mentions)
        gathered = proposals(parties, candidates(doc, mentions, load_lexicon()))
        features = features_of(doc, parties, gathered)
        trust = {p.key: judge.trust(row) for p, row in zip(gathered, features, strict=True)}
        yield Inspected(document, doc, mentions, parties, trust)


def counted(items: Iterable[T], progress: Progress) -> Iterator[T]:
    """The items, with a count of those that were dealt with."""
    for done, item in enumerate(items, start=1):
        yield item
        if progress:
            progress(done)
