"""The shipped model at work. Skipped only where its weights are absent."""

from __future__ import annotations

import pytest

from imbroglio.errors import LanguageError
from imbroglio.language import annotate, load, parse
from imbroglio.language.engine import WEIGHTS, Engine, Passage

pytestmark = pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the model's weights are not here")


def parsed(text: str):  # type: ignore[no-untyped-def]
    return next(parse([text]))


def relation(text: str, word: str) -> tuple[str, str]:
    token = next(token for token in parsed(text) if token.text == word)
    return token.dep_, token.head.text


def test_active_and_passive() -> None:
    assert relation("Kenya armed the rebels.", "Kenya") == ("nsubj", "armed")
    assert relation("Kenya armed the rebels.", "rebels") == ("obj", "armed")
    assert relation("The rebels were armed by Kenya.", "rebels") == ("nsubj:pass", "armed")
    assert relation("The rebels were armed by Kenya.", "Kenya") == ("obl:agent", "armed")


def test_tags_lemmas_and_morphology() -> None:
    doc = parsed("The militias have attacked two convoys.")
    assert [t.pos_ for t in doc] == ["DET", "NOUN", "AUX", "VERB", "NUM", "NOUN", "PUNCT"]
    assert [t.lemma_ for t in doc] == ["the", "militia", "have", "attack", "two", "convoy", "."]
    assert doc[1].morph.get("Number") == ["Plur"]
    assert doc[3].morph.get("VerbForm") == ["Part"]


def test_sentences_and_paragraphs() -> None:
    doc = parsed("Army takes northern town\n\nThe army entered Kobo on Monday. Rebels fled.")
    assert [s.text.strip() for s in doc.sents] == [
        "Army takes northern town",
        "The army entered Kobo on Monday.",
        "Rebels fled.",
    ]


def test_a_wrapped_line_is_no_paragraph() -> None:
    doc = parsed(
        "The army said on Monday that its forces had entered the northern town of\nKobo and driven out the rebels."
    )
    assert len(list(doc.sents)) == 1


def test_names() -> None:
    names = {(e.text, e.label_) for e in parsed("President Paul Kagame met John Kerry in Nairobi.").ents}
    assert ("Nairobi", "PLACE") in names
    assert any(label == "PERSON" and "Kagame" in text for text, label in names)


def test_documents_stream_in_order_and_do_not_disturb_each_other() -> None:
    texts = ["Iran armed it.", "", "Russia bombed Aleppo. Turkey protested.", "\n\n", "They left."]
    together = list(parse(texts))
    assert [doc.text for doc in together] == texts
    for text, doc in zip(texts, together, strict=True):
        assert [(t.dep_, t.head.i) for t in parsed(text)] == [(t.dep_, t.head.i) for t in doc]


def test_a_foreign_tokenizers_doc_keeps_its_words() -> None:
    from spacy.tokens import Doc

    doc = Doc(load().vocab, words=["US-backed", "rebels", "fled"], spaces=[True, True, False])
    (doc,) = annotate([doc])
    assert [t.text for t in doc] == ["US-backed", "rebels", "fled"]
    assert doc[1].dep_ == "nsubj"


def test_the_component_in_a_pipeline() -> None:
    docs = list(load().pipe(["Iran armed it.", "Russia left."]))
    assert [doc[1].dep_ for doc in docs] == ["root", "root"]


HOSTILE = {
    "control characters": "\x00\x01\x02 Iran \x07armed\x1b[31m it.\x00",
    "one long word": "x" * 50_000,
    "no space": "word." * 1_000,
    "no full stop": "and then they left " * 500,
    "punctuation": "—“”…!?.,;:()[]" * 300,
    "other scripts": "القوات المسلحة 军队 армия 🚀🚀 " * 200,
    "only line breaks": "\r\n" * 5_000,
    "words on lines": "a\n" * 1_000,
    "broken surrogates": "\ud800 left".encode("utf-8", "replace").decode(),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text(text: str) -> None:
    doc = parsed(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert sentence.root in sentence


def test_every_sentence_is_one_tree() -> None:
    doc = parsed("If it rains, and it may, we will not go, they said. " * 40)
    for sentence in doc.sents:
        assert sum(token.dep_ == "root" for token in sentence) == 1


def test_passages_without_words_or_too_long_are_refused() -> None:
    engine = Engine()
    with pytest.raises(LanguageError, match="1 to"):
        engine.analyse([Passage([])])
    with pytest.raises(LanguageError, match="1 to"):
        engine.analyse([Passage(["a"] * 5_000)])


def test_missing_weights_are_a_clear_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LanguageError, match="cannot load the language model"):
        Engine(tmp_path)
