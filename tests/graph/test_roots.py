"""Independent roots: reprints and shared sources count once."""

from dataclasses import replace

from imbroglio.graph import count_roots, origin
from imbroglio.model import Span, Speaker
from tests.analysis.making import ACTORS, claim, document


def _count(*claims, documents=()):
    return count_roots(
        claims, {d.id: d for d in documents or (document("one"), document("two", text="x" * 4000))}, ACTORS
    )


def test_two_articles_that_pass_on_one_wire_report_are_one_root():
    one = claim("patria", "arms", "rebels", document="one", said_by=["wire"])
    two = claim("patria", "arms", "rebels", document="two", said_by=["wire"])
    assert _count(one, two) == 1


def test_described_and_anonymous_speakers_are_not_told_apart():
    told = claim("patria", "arms", "rebels", said_by=["wire", "rebels"])
    assert origin(told, {}, ACTORS) == "wire"
    other = claim("patria", "arms", "rebels", document="two", said_by=["gazette", "rebels"])
    assert _count(told, other) == 2


def test_one_named_person_quoted_by_two_outlets_is_one_root():
    one = claim("patria", "arms", "rebels", said_by=["wire", "leader"])
    two = claim("patria", "arms", "rebels", document="two", said_by=["gazette", "leader"])
    assert _count(one, two) == 1


def test_the_outlet_of_the_document_is_the_root_of_what_it_says_itself():
    documents = (document("one", source="The Wire"), document("two", text="y" * 4000))
    own = claim("patria", "arms", "rebels", document="one")
    passed_on = claim("patria", "arms", "rebels", document="two", said_by=["wire"])
    assert _count(own, passed_on, documents=documents) == 1
    assert _count(own, claim("patria", "arms", "rebels", document="two"), documents=documents) == 2


def test_the_same_words_in_two_documents_are_one_root():
    one = replace(claim("patria", "arms", "rebels", document="one"), quote=Span(0, 120))
    two = replace(claim("patria", "arms", "rebels", document="two"), quote=Span(0, 120))
    same = (document("one"), document("two"))
    assert _count(one, two, documents=same) == 1
    assert _count(one, two) == 2


def test_an_anonymous_speaker_leaves_the_document_as_root():
    said = replace(claim("patria", "arms", "rebels"), said_by=(Speaker("officials", None, True),))
    assert origin(said, {}, ACTORS) == "document one"
