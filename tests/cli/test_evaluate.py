"""`imbroglio eval`, with the toy reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.evaluation.making import labelled, write


@pytest.fixture
def gold(run: Run) -> str:
    """Three labelled claims, of which the toy reader finds two, and a quiet document in which it finds one."""
    documents = [
        {"id": "a", "text": "Norland arms Front, according to Daily Wire.", "phenomenon": "arms"},
        {"id": "b", "text": "Norland backs Front. Sudland shuns it.", "phenomenon": "stances"},
        {"id": "q", "text": "Norland fights Sudland, says the poem.", "phenomenon": "stances"},
    ]
    names = {"subject_is": "Norland", "object_is": "Front"}
    wire = [{"name": "Daily Wire", "anonymous": False}]
    claims = [
        labelled((0, 7), "arms", (13, 18), "a", said_by=wire, **names),
        labelled((0, 7), "funds", (14, 19), "b", **names),
        labelled((21, 28), "opposes", (35, 37), "b", **names),
    ]
    write(Path("gold"), documents, claims)
    return "gold"


def test_the_card_as_a_table(run: Run, gold: str) -> None:
    done = run("eval", gold, "--by", "phenomenon")
    assert done.exit_code == 0 and done.stderr == ""
    assert "3 documents, 3 labelled claims, 3 extracted." in done.stdout
    assert "| strict | 0.333 | 0.333 | 0.333 |" in done.stdout
    assert "| sign | 0.667 | 0.667 | 0.667 |" in done.stdout
    assert "| arms | 1 | 1 | 1 | 1.000 | 1.000 | 1.000 |" in done.stdout
    assert "A claim was found in 1.000 of the 1 documents without one" in done.stdout


def test_the_card_as_json(run: Run, gold: str) -> None:
    card = json.loads(run("eval", gold, "--format", "json", "--bootstrap", "0").stdout)
    assert card["strict"]["f1"] == {"value": 0.3333, "cases": 3, "interval": None}
    assert card["attributes"]["said_by"]["value"] == 1
    assert set(card["by"]) == {"relation", "construction", "phenomenon", "document"}
    assert [row["trust"] for row in card["trust"]["bins"]] == [0.6, 0.9]


def test_the_same_draws_give_the_same_intervals(run: Run, gold: str) -> None:
    one, two, other = (run("eval", gold, "--seed", seed, "--bootstrap", "99").stdout for seed in ("1", "1", "2"))
    assert one == two and one != other


def test_min_trust(run: Run, gold: str) -> None:
    """The toy reader trusts what somebody said, and nothing else that is in the gold."""
    done = run("eval", gold, "--min-trust", "0.9")
    assert "3 documents, 3 labelled claims, 1 extracted." in done.stdout
    assert "A claim was found in 0.000 of the 1 documents" in done.stdout


def test_claims_of_a_file_are_scored_as_those_that_are_read(run: Run, gold: str) -> None:
    read = run("read", "gold/documents.jsonl", "--format", "jsonl").stdout
    Path("found.jsonl").write_text(read)
    assert run("eval", gold, "--claims", "found.jsonl").stdout == run("eval", gold).stdout


def test_two_processes_read_as_one(run: Run, gold: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        from imbroglio import pipeline

        seen = []
        spread = pipeline._spread
        patch.setattr(pipeline, "_spread", lambda *a: seen.append(a[2]) or spread(*a))
        assert run("eval", gold, "--processes", "2").stdout == run("eval", gold).stdout
    assert seen == [2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "nowhere/documents.jsonl: no such file; a gold folder holds"),
        (["gold", "--claims", "nowhere.jsonl"], "nowhere.jsonl: no such file; check the path"),
        (["gold", "--claims", "gold/claims.jsonl"], "gold/claims.jsonl, line 1: lacks document"),
        (["gold", "--errors", "--claims", "a.txt"], "leave out --claims"),
        (["gold", "--corpus", "re3d", "--errors"], "leave out --corpus"),
        (["gold", "--corpus", "re3d"], "give the folder that holds re3d's sources"),
        (["gold", "--list", "bad luck"], "'bad luck' is no cause; causes are party, anaphor"),
        (["gold", "--bootstrap", "-1"], "--bootstrap"),
    ],
)
def test_what_is_wrong_is_told(run: Run, gold: str, arguments: list[str], told: str) -> None:
    done = run("eval", *arguments)
    assert done.exit_code == 2 and told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_document_that_cannot_be_read_ends_it(run: Run, gold: str) -> None:
    Path("gold/documents.jsonl").write_text('{"id": "x", "text": "This is unreadable."}\n')
    Path("gold/claims.jsonl").write_text("")
    done = run("eval", gold)
    assert done.exit_code == 2 and "x: cannot be read" in done.stderr
