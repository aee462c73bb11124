"""Sentences and syntax: one small neural model behind a spaCy pipeline.

`load()` gives the pipeline, `parse(texts)` streams parsed Docs, `annotate(docs)` parses Docs that have their words.
A parsed Doc has Universal Dependencies tags and relations (lower case, the root is `root`), lemmas, sentences, names
(PERSON, ORG, PLACE, EVENT, MISC) and `doc._.claim_states`, from which `add_claim_arcs(doc, mentions)` makes
`doc._.claim_arcs` once the mentions are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from imbroglio.language.arcs.arc import ClaimArc

if TYPE_CHECKING:
    import spacy
    from spacy.tokens import Doc

    from imbroglio.language import plain
    from imbroglio.language.engine import Engine
    from imbroglio.model import Mentions

__all__ = ["ClaimArc", "add_claim_arcs", "annotate", "load", "parse"]

LONGEST_TEXT = 2_000_000  # characters; longer texts are refused by spaCy with a clear message


@lru_cache(maxsize=1)
def shared_engine() -> Engine:
    """The shipped model, loaded once a process."""
    from imbroglio.language.engine import Engine

    return Engine()


@lru_cache(maxsize=1)
def load() -> spacy.Language:
    """An English pipeline whose one component, `imbroglio_syntax`, tags and parses with the shipped model.

    The model itself is loaded when the first text comes.
    """
    import spacy

    from imbroglio.language import component  # noqa: F401  (registers the component)
    from imbroglio.language.tokenizer import extend

    nlp = extend(spacy.blank("en"))
    nlp.max_length = LONGEST_TEXT
    nlp.add_pipe("imbroglio_syntax")
    return nlp


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parsed Docs of the texts, in order, while the texts stream in."""
    nlp = load()
    yield from annotate(nlp.make_doc(text) for text in texts)


def annotate(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Set our syntax on Docs that are already tokenised, by whatever tokenizer; streams, in order."""
    from imbroglio.language import component  # noqa: F401
    from imbroglio.language.syntax import annotate as annotate_with

    yield from annotate_with(docs, shared_engine())


def add_claim_arcs(doc: plain.Doc, mentions: Mentions) -> None:
    """Set `doc._.claim_arcs`: what the model takes for claims between the words that may be parties."""
    from imbroglio.language.arcs.read import add_claim_arcs as add

    add(doc, mentions)
