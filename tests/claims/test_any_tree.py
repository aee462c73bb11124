"""Whatever a parse is like, claims are read from it, and their words lie in the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from imbroglio.actors import Registry, find_mentions
from imbroglio.claims.read import read_claims
from imbroglio.documents import make_document
from imbroglio.language import load
from imbroglio.language.plain import plain

WORDS = (
    "Iran Chad Haftar rebels army militia soldiers Kivu Goma armed backed accused said denied fighting attack support led "
    "of by with to from against that which who whose their its his and or not no were has would supply weapons money "
    "commander leader alliance between together side regards as enemy Russian Karam 's . , “ ” ( ) - \n"
).split(" ")
TAGS = "NOUN PROPN VERB AUX ADJ ADP DET PRON PART CCONJ SCONJ PUNCT ADV NUM".split()
RELATIONS = (
    "ROOT nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod compound compound:prt flat appos conj cc case mark "
    "acl acl:relcl advcl ccomp xcomp parataxis aux aux:pass cop det punct advmod orphan"
).split()


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_tree_is_read(data: st.DataObject) -> None:
    words = ["Iran", *data.draw(st.lists(st.sampled_from(WORDS), max_size=24))]
    n = len(words)
    parsed = Doc(
        load().vocab,
        words=words,
        pos=data.draw(st.lists(st.sampled_from(TAGS), min_size=n, max_size=n)),
        deps=data.draw(st.lists(st.sampled_from(RELATIONS), min_size=n, max_size=n)),
        heads=data.draw(_trees(n)),
        lemmas=[w.lower() for w in words],
    )
    doc = plain(parsed)  # mended too, as every text is
    document = make_document(doc.text, id="any")
    for claim in read_claims(document, doc, find_mentions(doc, document, Registry.load())).claims:
        assert claim.cue.of(doc.text) and claim.quote.start <= claim.cue.start < claim.cue.end <= claim.quote.end


@st.composite
def _trees(draw: st.DrawFn, n: int) -> list[int]:
    """Heads of a tree in any order: a word hangs on one that comes before it in a random order of all."""
    order = draw(st.permutations(range(n)))
    heads = [0] * n
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place - 1))] if place else word
    return heads
