"""The card, against numbers worked out by hand."""

from __future__ import annotations

import pytest

from imbroglio.evaluation import ScoreCard
from imbroglio.evaluation.attributes import norm, right
from imbroglio.evaluation.render import as_data, as_tables
from tests.evaluation.making import extracted, gold, labelled

A, B, C, D = (0, 10), (20, 30), (40, 50), (60, 70)


def test_optional_claims_count_neither_way() -> None:
    """Of three labelled claims one is optional; of four extracted one finds it, two are right, one is wrong."""
    labels = gold(
        labelled(A, "arms", B), labelled(A, "fights", C), labelled(B, "backs", C, optional=True),
    )  # fmt: skip
    found = [extracted(A, "arms", B), extracted(A, "fights", C), extracted(B, "backs", C), extracted(C, "leads", D)]
    card = ScoreCard.of(labels, found)
    assert card.strict.sums.tolist() == [2, 3, 2]
    assert card.figures()["precision"].value == pytest.approx(2 / 3)
    assert card.figures()["recall"].value == 1
    assert card.strict.value == pytest.approx(0.8)
    assert (card.optional, card.extracted) == (1, 4)


def test_only_the_labelled_part_of_a_text_counts() -> None:
    labels = gold(labelled(A, "arms", B), labelled=[0, 50])
    card = ScoreCard.of(labels, [extracted(A, "arms", B), extracted(D, "arms", B), extracted(A, "arms", B, "other")])
    assert card.strict.sums.tolist() == [1, 1, 1]


def test_quiet_documents() -> None:
    labels = gold(labelled(A, "arms", B), quiet=("q", "r", "s", "t"))
    found = [extracted(A, "arms", B, "q"), extracted(A, "arms", C, "q"), extracted(A, "arms", B, "d")]
    card = ScoreCard.of(labels, found)
    assert card.quiet is not None and card.quiet.value == 0.25 and card.quiet.cases == 4
    assert ScoreCard.of(gold(labelled(A, "arms", B)), []).quiet is None


def test_by_relation_construction_phenomenon_and_document() -> None:
    labels = gold(labelled(A, "arms", B), labelled(A, "arms", C), labelled(A, "fights", D), phenomenon="verbs")
    found = [extracted(A, "arms", B), extracted(A, "fights", D, construction="noun"), extracted(B, "fights", D)]
    by = ScoreCard.of(labels, found).by
    tallies = {key: {name: (t.right, t.found, t.asked) for name, t in group.items()} for key, group in by.items()}
    assert tallies == {
        "relation": {"arms": (1, 1, 2), "fights": (1, 2, 1)},
        "construction": {"verb": (1, 2, 0), "noun": (1, 1, 0)},
        "phenomenon": {"verbs": (2, 3, 3)},
        "document": {"d": (2, 3, 3)},
    }


def test_claims_at_high_trust_are_scored_apart() -> None:
    labels = gold(labelled(A, "arms", B), labelled(A, "fights", C))
    found = [
        extracted(A, "arms", B, trust=0.95), extracted(A, "fights", C, trust=0.5), extracted(C, "leads", D, trust=0.9),
    ]  # fmt: skip
    figures = ScoreCard.of(labels, found).figures()
    assert figures["precision at trust 0.9"].value == 0.5
    assert figures["share of gold at trust 0.9"].value == 0.5


def test_confusions_count_the_second_answer_as_right() -> None:
    labels = gold(
        labelled(A, "arms", B, firmness="hedged", also={"firmness": "fact"}), labelled(A, "fights", C, place="Sorn"),
    )  # fmt: skip
    card = ScoreCard.of(labels, [extracted(A, "arms", B), extracted(A, "fights", C, polarity="no")])
    assert card.confusion["firmness"] == {("fact", "fact"): 2}
    assert card.confusion["polarity"] == {("yes", "yes"): 1, ("yes", "no"): 1}
    assert card.confusion["place"] == {("none", "none"): 1, ("sorn", "none"): 1}


@pytest.mark.parametrize(
    ("gold_says", "read", "attribute", "hits"),
    [
        ({}, {}, "names", 2),
        ({"subject_is": "The River Front"}, {"subject": {"name": "river front's"}}, "names", 2),
        ({"subject_is": "River Front"}, {}, "names", 1),
        ({"subject_is": "River Front", "also": {"subject_is": "Party 0"}}, {}, "names", 2),
        ({"said_by": [{"name": "Wire"}]}, {"said_by": [{"name": "the Wire", "anonymous": False}]}, "said_by", 1),
        ({"said_by": [{"name": "Wire"}]}, {"said_by": [{"name": "Post"}]}, "said_by", 0),
        ({"said_by": [{"name": "Wire"}]}, {"said_by": [{"name": "Post"}]}, "said_by_depth", 1),
        ({"said_by": ["Wire", "aides"]}, {"said_by": ["aides", "Wire"]}, "said_by", 0),
        ({"place": "Sorn"}, {"place": {"name": "Sorn"}}, "place", 1),
        ({"place": "Sorn"}, {}, "place", 0),
        ({"tense": "past"}, {"when": {"tense": "past"}}, "tense", 1),
        ({"tense": "past"}, {"when": None, "tense": "past"}, "tense", 1),
        ({"trend": "stop"}, {"trend": "stop"}, "trend", 1),
        ({"background": True}, {}, "background", 0),
    ],
)
def test_attributes(gold_says, read, attribute, hits) -> None:
    assert right(labelled(A, "arms", B) | gold_says, extracted(A, "arms", B) | read)[attribute] == hits


def test_names_are_compared_bare() -> None:
    assert norm("The “Sons of al-Sorn”’s") == "sons sorn"
    assert norm(None) == ""


def test_the_card_as_data_and_as_tables() -> None:
    labels = gold(labelled(A, "arms", B), labelled(A, "backs", B, "e"), quiet=("q",))
    data = as_data(ScoreCard.of(labels, [extracted(A, "arms", B), extracted(A, "arms", C)]), draws=50)
    assert data["counts"] == {"documents": 3, "labelled": 2, "optional": 0, "extracted": 2, "unanchored": 0}
    assert data["strict"]["f1"]["value"] == 0.5 and len(data["strict"]["f1"]["interval"]) == 2
    text = as_tables(data, ["relation", "document"])
    assert "| strict | 0.500 | 0.500 | 0.500 |" in text
    assert "| arms | 1 | 2 | 1 | 0.500 | 1.000 | 0.667 |" in text
    assert "A claim was found in 0.000 of the 1 documents without one" in text


def test_nothing_extracted() -> None:
    card = ScoreCard.of(gold(labelled(A, "arms", B)), [])
    assert card.trust is None and card.strict.value == 0
    assert "| strict | 0.000 | 0.000 | 0.000 | – |" in as_tables(as_data(card))
