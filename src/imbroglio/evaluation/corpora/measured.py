"""One figure about a corpus, and the readings it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from imbroglio.evaluation import bootstrap
from imbroglio.model import Document, Reading

Progress = Callable[[int], None] | None


@dataclass(frozen=True, slots=True)
class Measured:
    """`value` of `cases` labelled cases, with a 95 % bootstrap interval over documents where there is one."""

    label: str
    value: float
    cases: int
    interval: tuple[float, float] | None = None


def read(texts: Mapping[str, str], progress: Progress = None) -> Iterator[tuple[Document, Reading]]:
    """The reading of each text, by id."""
    from imbroglio.documents import make_document
    from imbroglio.pipeline import read_documents

    documents = (make_document(text, id=id) for id, text in texts.items())
    for done, pair in enumerate(read_documents(documents), start=1):
        if progress:
            progress(done)
        yield pair


def f1(label: str, counts: Iterable[tuple[int, int, int]]) -> Measured:
    """F1 from (right, found, labelled) of each document."""
    rows = np.array(list(counts), float).reshape(-1, 3)
    value = float(bootstrap.f1(rows.sum(axis=0)))
    return Measured(label, value, int(rows[:, 2].sum()), bootstrap.interval(rows, bootstrap.f1))


def share(label: str, hits: Iterable[bool]) -> Measured:
    """The share of cases that are right, each case a document."""
    rows = np.array([(hit, 1) for hit in hits], float).reshape(-1, 2)
    value = float(bootstrap.share(rows.sum(axis=0)))
    return Measured(label, value, len(rows), bootstrap.interval(rows, bootstrap.share))
