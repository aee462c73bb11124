"""`nlp.add_pipe("imbroglio")` in somebody's own pipeline."""

from __future__ import annotations

import pytest
import spacy

from imbroglio import pipeline
from tests import toy


@pytest.fixture
def nlp(monkeypatch: pytest.MonkeyPatch) -> spacy.Language:
    monkeypatch.setattr(pipeline, "_read_all", toy.read)
    nlp = spacy.blank("en")
    nlp.add_pipe("imbroglio")
    return nlp


def test_claims_hang_on_the_doc_and_point_into_its_text(nlp: spacy.Language) -> None:
    doc = nlp("Nobody knows why, but  Norland arms River Front in Sorn.")
    (claim,) = doc._.claims
    assert claim.subject.span.of(doc.text) == "Norland"
    assert doc.char_span(claim.object.span.start, claim.object.span.end).text == "River Front"
    assert doc._.reading.claims == doc._.claims


def test_texts_stream_through_and_empty_ones_have_no_claims(nlp: spacy.Language) -> None:
    texts = ["Norland arms River Front.", "", " \n", "Sudland fights Norland. Norland fights Sudland."]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [len(doc._.claims) for doc in docs] == [1, 0, 0, 2]


def test_the_pipelines_own_annotation_is_left_alone(nlp: spacy.Language) -> None:
    nlp.add_pipe("sentencizer", first=True)
    doc = nlp("Norland arms River Front. Nobody knows why.")
    assert len(list(doc.sents)) == 2
    assert not doc.has_annotation("DEP")
