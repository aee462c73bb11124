"""Gold folders that are not what they should be: what is wrong, where, and what to do."""

from __future__ import annotations

import json

import pytest

from imbroglio.errors import GoldError
from imbroglio.evaluation import load_claims, load_gold
from tests.evaluation.making import extracted, labelled, write

DOCUMENT = {"id": "d", "text": "Norland arms River Front."}
CLAIM = labelled((0, 7), "arms", (13, 24))


def without(row, *keys):
    return {key: value for key, value in row.items() if key not in keys}


def test_a_claim_that_says_little_is_plain(tmp_path) -> None:
    bare = without(CLAIM, "polarity", "firmness", "background", "tense", "place", "trend", "said_by")
    gold = load_gold(write(tmp_path, [DOCUMENT, {"id": "q", "text": "Rain."}], [bare]))
    (claim,) = gold.claims
    assert (claim["polarity"], claim["firmness"], claim["background"], claim["tense"]) == (
        "yes", "fact", False, "present",
    )  # fmt: skip
    assert gold.quiet == ["q"]


@pytest.mark.parametrize(
    ("documents", "claims", "told"),
    [
        ([DOCUMENT, DOCUMENT], [], "documents.jsonl, line 2: the document id 'd' is there twice"),
        ([without(DOCUMENT, "text")], [], "documents.jsonl, line 1: lacks text"),
        ([DOCUMENT | {"text": " "}], [], "line 1: id and text must be strings that are not empty"),
        ([DOCUMENT | {"published": "May 2016"}], [], "published is 'May 2016'; write a date like 2016-02-14"),
        ([DOCUMENT | {"labelled": [5, 900]}], [], r"labelled is \[5, 900\]"),
        ([], [], "documents.jsonl: is empty"),
        ([DOCUMENT], [without(CLAIM, "object_is")], "claims.jsonl, line 1: lacks object_is"),
        ([DOCUMENT], [CLAIM | {"doc": "e"}], "line 1: speaks of document 'e'"),
        ([DOCUMENT], [CLAIM, CLAIM | {"relation": "hugs"}], "line 2: unknown relation 'hugs'; known are arms"),
        ([DOCUMENT], [CLAIM | {"object_span": [13, 240]}], r"object_span \[13, 240\] does not lie in the text"),
        ([DOCUMENT], [CLAIM | {"subject_span": None}], "subject_span None does not lie in the text"),
        ([DOCUMENT], [CLAIM | {"subject_span": [7, 0]}], "does not lie in the text"),
        ([["a list"]], [], "lacks id, text"),
    ],
)
def test_bad_lines(tmp_path, documents, claims, told) -> None:
    with pytest.raises(GoldError, match=told):
        load_gold(write(tmp_path, documents, claims))


def test_bad_files(tmp_path) -> None:
    with pytest.raises(GoldError, match=r"nowhere/documents\.jsonl: no such file; a gold folder holds"):
        load_gold(tmp_path / "nowhere")
    write(tmp_path, [DOCUMENT], [])
    (tmp_path / "claims.jsonl").write_text('{"doc": "d",\n')
    with pytest.raises(GoldError, match="line 1: not JSON"):
        load_gold(tmp_path)
    (tmp_path / "claims.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(GoldError, match="should be UTF-8"):
        load_gold(tmp_path)


def test_extracted_claims(tmp_path) -> None:
    file = tmp_path / "found.jsonl"
    good = extracted((0, 7), "arms", (13, 24))
    file.write_text(json.dumps(good) + "\n\n" + json.dumps(good | {"object": "a bare name"}) + "\n")
    assert len(load_claims(file)) == 2
    for row, told in (
        (without(good, "relation"), "line 1: lacks relation"),
        (good | {"subject": {"name": "Norland", "span": [7]}}, r"line 1: the span of the subject is \[7\]"),
    ):
        file.write_text(json.dumps(row))
        with pytest.raises(GoldError, match=told):
            load_claims(file)
    with pytest.raises(GoldError, match="no such file; check the path"):
        load_claims(tmp_path / "nowhere.jsonl")
