"""Every frame of the lexicon reads its own example, and other senses of its words stay silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from imbroglio.claims.constructions import candidates
from imbroglio.claims.judging import proposals
from imbroglio.claims.parties import Parties
from imbroglio.documents import make_document
from imbroglio.knowledge import check_lexicon
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Relation
from imbroglio.pipeline import mentions_of, read_text


def said(text: str) -> Iterator[tuple[str, str, str]]:
    """(subject's words, relation, object's words) of what grammar proposes."""
    for _, doc, mentions in mentions_of([make_document(text, id="example")]):
        parties = Parties(doc, mentions)
        proposed = [c for c in candidates(doc, mentions, load_lexicon()) if c.probability is None]
        for proposal in proposals(parties, proposed):
            one, relation, two = proposal.key
            yield parties.of(one)[0].span.of(text), str(relation), parties.of(two)[0].span.of(text)


@pytest.mark.parametrize(
    ("frame", "example"), check_lexicon.examples().items(), ids=map(" ".join, check_lexicon.examples())
)
def test_example(frame: tuple[str, str, str], example: str) -> None:
    who, _, sentence = example.partition(": ")
    one, two = who.split(" > ")
    relation = frame[0]
    found = {(a, b) for a, r, b in said(sentence) if r == relation}
    straight = any(one in a and two in b for a, b in found)
    swapped = Relation(relation).symmetric and any(two in a and one in b for a, b in found)
    assert straight or swapped, found


@pytest.mark.parametrize("text", [*check_lexicon.silent(), *(row["silent"] for row in check_lexicon.other_senses())])
def test_silence(text: str) -> None:
    assert read_text(text).claims == ()
