"""What the model itself takes for a claim."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from imbroglio.actors import Registry, find_mentions
from imbroglio.documents import make_document
from imbroglio.errors import LanguageError
from imbroglio.language import add_claim_arcs, parse
from imbroglio.language.arcs.marked import BARE, Mark, candidate_pairs
from imbroglio.language.arcs.read import ClaimReader


def read(text: str) -> Doc:
    (doc,) = parse([text])
    add_claim_arcs(doc, find_mentions(doc, make_document(text, id="text"), Registry.load()))
    return doc


def test_arcs_are_proposals_with_a_probability() -> None:
    doc = read("Iran has armed the Houthi rebels since 2015.")
    best = max(doc._.claim_arcs, key=lambda arc: arc.probability)
    assert (doc[best.subject].text, best.relation, doc[best.object].text) == ("Iran", "arms", "rebels")
    assert doc[best.cue].text == "armed"
    assert all(0.05 <= arc.probability <= 1 for arc in doc._.claim_arcs)


def test_names_that_nobody_knows() -> None:
    doc = read("The Tarvok Front bombed the Ulmar Brigades near the river.")
    best = max(doc._.claim_arcs, key=lambda arc: arc.probability)
    assert (doc[best.subject].text, best.relation, doc[best.object].text) == ("Front", "fights", "Brigades")


def test_no_arc_where_nobody_does_anything_to_anybody() -> None:
    doc = read("Rain fell in Geneva and Nairobi on Monday, and shops stayed open.")
    assert max((arc.probability for arc in doc._.claim_arcs), default=0.0) < 0.3


def test_arcs_stay_inside_their_sentence() -> None:
    doc = read("Iran armed the rebels. Turkey bombed them. Russia and Syria signed a deal. " * 20)
    assert doc._.claim_arcs
    for arc in doc._.claim_arcs:
        assert doc[arc.subject].sent == doc[arc.object].sent == doc[arc.cue].sent


def test_the_vectors_are_let_go() -> None:
    assert not read("Iran armed the rebels.")._.claim_states


def test_two_plain_nouns_are_no_pair() -> None:
    marks = [Mark(0, "name", "state"), Mark(2, BARE, "unknown"), Mark(4, BARE, "unknown")]
    subjects, objects = candidate_pairs(marks)
    assert set(zip(subjects.tolist(), objects.tolist(), strict=True)) == {(0, 2), (0, 4), (2, 0), (4, 0)}


def test_missing_weights_are_a_clear_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LanguageError, match="cannot load the language model"):
        ClaimReader(tmp_path)
