"""Why a claim was missed, and what is wrong with a false one."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from imbroglio.claims.parties import Parties
from imbroglio.evaluation import causes
from imbroglio.evaluation.missed import MISSED, why_missed
from imbroglio.evaluation.reading import Inspected
from imbroglio.model import Document, Mention, Mentions, Relation, Span
from tests.evaluation.making import extracted, labelled

TEXT = "Norland arms the group . Sudland frobs it in Sorn ."
WORDS = TEXT.split()
STARTS = [sum(len(word) + 1 for word in WORDS[:i]) for i in range(len(WORDS))]
LEAST = 0.5


def span(first: int, last: int | None = None) -> tuple[int, int]:
    last = first if last is None else last
    return STARTS[first], STARTS[last] + len(WORDS[last])


def seen(trust=None, mentions=((0, 0, "norland"), (2, 3, "front"), (5, 5, "sudland"), (9, 9, "sorn"))) -> Inspected:
    """The text as the judge sees it: mentions as (first word, last word, actor), trust by (one, relation, two)."""
    pos = ["PROPN", "VERB", "DET", "NOUN", "PUNCT", "PROPN", "VERB", "PRON", "ADP", "PROPN", "PUNCT"]
    starts = [i in (0, 5) for i in range(len(WORDS))]
    doc = Doc(spacy.blank("en").vocab, WORDS, pos=pos, sent_starts=starts, lemmas=[w.lower() for w in WORDS])
    doc[1].lemma_ = "arm"
    found = Mentions()
    for first, last, actor in mentions:
        found.add(Mention(first, last + 1, last, Span(*span(first, last)), (actor,), "name", "test"))
    keys = {(one, Relation(relation), two): p for (one, relation, two), p in (trust or {}).items()}
    return Inspected(Document("d", TEXT, ""), doc, found, Parties(doc, found), keys)


ONE = labelled(span(0), "arms", span(2, 3), cue_span=list(span(1)))
TWO = labelled(span(5), "fights", span(9), cue_span=list(span(6)))


@pytest.mark.parametrize(
    ("cause", "claim", "state"),
    [
        ("party", ONE, seen(mentions=[(2, 3, "front")])),
        ("anaphor", ONE, seen(mentions=[(0, 0, "norland")])),
        ("anaphor", labelled(span(5), "arms", span(7)), seen(mentions=[(5, 5, "sudland")])),
        ("span", ONE, seen(mentions=[(0, 10, "norland"), (2, 3, "front")])),
        ("sentence", labelled(span(0), "arms", span(5)), seen()),
        ("attachment", ONE, seen()),
        ("word unknown", TWO, seen()),
        ("direction", ONE, seen({(3, "arms", 0): 0.9})),
        ("relation", ONE, seen({(0, "funds", 3): 0.9})),
        ("judged away", ONE, seen({(0, "arms", 3): 0.4})),
        ("one actor", ONE, seen({(0, "arms", 3): 0.9}, mentions=[(0, 0, "front"), (2, 3, "front")])),
        ("taken", ONE, seen({(0, "arms", 3): 0.9})),
        ("judged away", labelled(span(5), "allied_with", span(9)), seen({(9, "allied_with", 5): 0.2})),
    ],
)
def test_missed(cause, claim, state) -> None:
    assert cause in MISSED
    assert why_missed(claim, state, LEAST) == cause


A, B, C, D = (0, 10), (20, 30), (40, 50), (60, 70)


@pytest.mark.parametrize(
    ("cause", "found", "wanted"),
    [
        ("quiet document", extracted(A, "arms", B), []),
        ("duplicate", extracted(A, "arms", B), [labelled(A, "arms", B)]),
        ("direction", extracted(B, "arms", A), [labelled(A, "arms", B)]),
        ("sign", extracted(A, "fights", B), [labelled(A, "arms", B)]),
        ("other relation", extracted(A, "funds", B), [labelled(A, "arms", B)]),
        ("other relation", extracted(B, "backs", A), [labelled(A, "allied_with", B)]),
        ("one party", extracted(A, "arms", C), [labelled(A, "arms", B)]),
        ("nothing", extracted(C, "arms", D), [labelled(A, "arms", B)]),
        ("nothing", extracted(A, "leads", C), [labelled(A, "arms", B)]),
    ],
)
def test_false(cause, found, wanted) -> None:
    assert cause in causes.FALSE
    assert causes.why_false(found, wanted) == cause


def test_the_table_has_the_biggest_first_within_each_kind() -> None:
    def error(kind, cause):
        return causes.Error(kind, cause, "d", "?", "?")

    found = [error("inexact", "name"), error("false", "nothing"), error("missed", "party")]
    found += [error("missed", "attachment")] * 2
    assert [row[:3] for row in causes.table(found)] == [
        ("missed", "attachment", 2), ("missed", "party", 1), ("false", "nothing", 1), ("inexact", "name", 1),
    ]  # fmt: skip


def test_the_words_around_a_cue_are_on_one_line() -> None:
    text = "x" * 200 + "\nNorland\narms" + " y" * 200
    shown = causes.around([209, 213], text)
    assert shown.startswith("…x") and "Norland arms y" in shown and shown.endswith("y…") and len(shown) < 260
