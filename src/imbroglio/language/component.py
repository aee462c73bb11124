"""The spaCy component `imbroglio_syntax` and the extension attributes `doc._.claim_states`, `doc._.claim_arcs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

for _name in ("claim_states", "claim_arcs"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


class Syntax:
    """Tags and parses a Doc, or streams many with shared batches in `nlp.pipe`."""

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """`batch_size` is spaCy's and has no effect here: batches are made of windows, not of documents."""
        from imbroglio.language import annotate

        return annotate(docs)


@Language.factory(
    "imbroglio_syntax",
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"],
)
def make_syntax(nlp: Language, name: str) -> Syntax:
    """Factory for `nlp.add_pipe("imbroglio_syntax")`."""
    return Syntax()
