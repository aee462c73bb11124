"""Recorded parses come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imbroglio.language import ClaimArc
from imbroglio.language.conllu import from_conllu, to_conllu

RECORD = """\
# text = Kenya-backed rebels left.
1	Kenya	Kenya	PROPN	_	Number=Sing	3	compound	_	SpacesBefore=\\n|SpaceAfter=No|Name=B-PLACE|Claims=@
2	-	-	PUNCT	_	_	3	punct	_	SpaceAfter=No
3	backed	back	VERB	_	Tense=Past|VerbForm=Part	4	amod	_	_
4	rebels	rebel	NOUN	_	Number=Plur	5	nsubj	_	SpacesAfter=\\s\\s
5	left	leave	VERB	_	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	_	_	5	punct	_	SpacesAfter=\\n\\n

# text = They fled.
1	They	they	PRON	_	Number=Plur	2	nsubj	_	_
2	fled	flee	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	SpaceAfter=No

""".replace("@", "4,backs,0.91,3,yes,fact,1,present,none")


def test_reading() -> None:
    doc = from_conllu(RECORD)
    assert doc.text == "\nKenya-backed rebels  left.\n\nThey fled."
    assert [s.text.strip() for s in doc.sents] == ["Kenya-backed rebels  left.", "They fled."]
    assert [(e.text, e.label_) for e in doc.ents] == [("Kenya", "PLACE")]
    kenya, rebels = doc[1], doc[4]
    assert (rebels.dep_, rebels.head.text, rebels.lemma_, str(rebels.morph)) == (
        "nsubj",
        "left",
        "rebel",
        "Number=Plur",
    )
    arc = ClaimArc(kenya.i, rebels.i, "backs", 0.91, 3, "yes", "fact", True, "present", "none")
    assert doc._.claim_arcs == (arc,)


def test_writing_what_was_read() -> None:
    assert to_conllu(from_conllu(RECORD)) == RECORD


def test_a_line_that_is_no_conllu() -> None:
    with pytest.raises(ValueError, match="10 columns"):
        from_conllu("1\tword\n")


def test_nothing() -> None:
    assert to_conllu(from_conllu("")) == ""


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Iran", "armed", "it", ".", "|", "=", "\\", "\n", "  ", "\t", "\r\n"]), max_size=12))
def test_text_comes_back(parts: list[str]) -> None:
    from imbroglio.language import load
    from imbroglio.language.syntax import Row, write_rows

    doc = load().make_doc(" ".join(["Start", *parts]))
    words = [token.i for token in doc if not token.is_space]
    write_rows(doc, words, [Row("X", "", "", 0, "root" if i == 0 else "dep", i == 0) for i in words], [])
    assert from_conllu(to_conllu(doc)).text == doc.text
