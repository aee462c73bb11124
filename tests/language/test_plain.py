"""Plain tokens say what spaCy's say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from imbroglio.language import load, parse
from imbroglio.language.plain import plain

ALIKE = (
    "dep_ ent_iob_ ent_type_ i idx is_punct is_quote is_sent_start is_space lemma_ lower_ pos_ text whitespace_"
).split()
TEXT = "“Iran arms them,” the envoy said in Geneva.\n\nThe rebels’ allies, who fled on Monday, had not agreed."


def test_every_attribute_is_the_same() -> None:
    (doc,) = parse([TEXT])
    copy = plain(doc)
    assert copy.text == doc.text and len(copy) == len(doc)
    assert [(e.start, e.end) for e in copy.ents] == [(e.start, e.end) for e in doc.ents]
    for ours, given_ in zip(copy, doc, strict=True):
        assert [getattr(ours, name) for name in ALIKE] == [getattr(given_, name) for name in ALIKE]
        assert ours.morph.get("Number", []) == given_.morph.get("Number", []) and len(ours) == len(given_)
        assert (ours.sent.start, ours.sent.end) == (given_.sent.start, given_.sent.end)


def test_a_doc_is_copied_once_and_its_tokens_are_themselves() -> None:
    (doc,) = parse([TEXT])
    copy = plain(doc)
    assert plain(doc) is copy and plain(copy) is copy
    assert copy[2] is copy[2] and copy[2].head in list(copy)


def test_parts_of_a_text() -> None:
    (doc,) = parse([TEXT])
    copy = plain(doc)
    for ours, given_ in ((copy[1:4], doc[1:4]), (copy[3:3], doc[3:3]), (copy[5:900], doc[5:900])):
        assert (ours.text, len(ours), [t.i for t in ours]) == (given_.text, len(given_), [t.i for t in given_])
    assert (copy[1:4].start_char, copy[1:4].end_char) == (doc[1:4].start_char, doc[1:4].end_char)
    found, wanted = copy.char_span(3, 9), doc.char_span(3, 9, alignment_mode="expand")
    assert (found.text, found.root.i) == (wanted.text, wanted.root.i) == ("Iran arms", 2)
    assert copy.char_span(len(TEXT), len(TEXT) + 1) is None
    with pytest.raises(IndexError):
        copy[0].nbor(-1)


def test_an_empty_text() -> None:
    (doc,) = parse([""])
    assert len(plain(doc)) == 0 and plain(doc).text == "" and not plain(doc).sents


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_tree_hangs_together_as_in_spacy(data: st.DataObject) -> None:
    heads = data.draw(_nested(data.draw(st.integers(1, 12))))
    n = len(heads)
    doc = Doc(load().vocab, words=["w"] * n, heads=heads, deps=["dep"] * n, pos=["NOUN"] * n)
    for ours, given_ in zip(plain(doc), doc, strict=True):
        for name in ("children", "lefts", "subtree", "ancestors"):
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(given_, name)]
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(ours, name).i == getattr(given_, name).i


@st.composite
def _nested(draw: st.DrawFn, n: int, offset: int = 0) -> list[int]:
    """Heads of a tree in which no branches cross."""
    root = draw(st.integers(0, n - 1))
    heads: list[int] = []
    for first, size in ((0, root), (root + 1, n - root - 1)):
        heads += [offset + root] * (first > 0)
        while size:
            part = draw(st.integers(1, size))
            inner = draw(_nested(part, offset + first))
            heads += [offset + root if head == offset + first + i else head for i, head in enumerate(inner)]
            first, size = first + part, size - part
    return heads
