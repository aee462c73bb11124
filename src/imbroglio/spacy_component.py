"""`nlp.add_pipe("imbroglio")`: claims in any English spaCy pipeline, as `doc._.claims`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from imbroglio.documents import make_document
from imbroglio.pipeline import read_documents

for _name in ("claims", "reading"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=() if _name == "claims" else None)


class Claims:
    """Reads the Docs' texts and hangs the readings on them; their own annotation is neither used nor changed."""

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """`batch_size` is spaCy's and has no effect here: texts stream through shared batches."""
        for blank, group in itertools.groupby(docs, key=lambda doc: not doc.text.strip()):
            run = iter if blank else self._read
            yield from run(group)

    def _read(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        docs, texts = itertools.tee(docs)
        documents = (make_document(doc.text, id=f"doc-{number}") for number, doc in enumerate(texts))
        for doc, (_, reading) in zip(docs, read_documents(documents), strict=True):
            doc._.reading = reading
            doc._.claims = reading.claims
            yield doc


@Language.factory("imbroglio", assigns=["doc._.claims", "doc._.reading"])
def make(nlp: Language, name: str) -> Claims:
    """Factory for spaCy; the syntax is ours whatever parser the pipeline has."""
    return Claims()
