"""`imbroglio read`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from imbroglio import Case
from tests.cli.conftest import Run

# What the scorer of claims asks for: the contract with other programs.
KEYS = {
    "document", "subject", "relation", "object", "cue", "quote", "polarity", "firmness", "said_by", "place",
    "background", "when", "trend", "via", "sentence", "construction", "trust", "id",
}  # fmt: skip


def test_claims_as_json_lines(run: Run) -> None:
    done = run("read", "a.txt", "b.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0 and done.stderr == ""
    assert [(r["document"], r["relation"]) for r in rows] == [("a", "arms"), ("b", "fights"), ("b", "backs")]
    assert all(set(row) == KEYS for row in rows)
    row, text = rows[0], Path("a.txt").read_text()
    assert row["subject"] == {"name": "Norland", "span": [0, 7], "id": "norland"}
    assert row["object"]["name"] == "River Front"
    for key in ("cue", "quote"):
        start, end = row[key]["span"]
        assert text[start:end] == row[key]["text"]
    assert row["said_by"] == [{"name": "Daily Wire", "anonymous": False}]
    assert row["when"] == {"tense": "present", "basis": "tense", "start": None, "end": None, "words": None}


def test_the_brief_is_what_files_give_by_default(run: Run) -> None:
    done = run("read", "a.txt", "b.txt")
    assert done.exit_code == 0
    assert "River Front" in done.stdout and "Sudland" in done.stdout
    assert run("brief", "a.txt", "b.txt").stdout == done.stdout
    assert run("read", "a.txt", "b.txt", "--format", "markdown").stdout.startswith("#")


def test_into_a_case_and_what_is_known_stays(run: Run) -> None:
    first = run("read", "a.txt", "--case", "war.case")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "1 document read, 1 claim found\n"
    second = run("read", "a.txt", "b.txt", "--case", "war.case")
    assert second.stderr == "1 document read, 2 claims found; 1 known already\n"
    third = run("read", "a.txt", "b.txt", "--case", "war.case", "--again", "--format", "jsonl")
    assert third.stderr == "2 documents read, 3 claims found\n"
    assert len(third.stdout.splitlines()) == 3


def test_outlet_and_date_of_documents_that_state_none(run: Run) -> None:
    Path("c.md").write_text("---\nsource: The Courier\n---\nSudland fights Norland.")
    run("read", "a.txt", "c.md", "--case", "war.case", "--source", "The Gazette", "--published", "2016-02-14")
    with Case.open("war.case") as case:
        assert [(d.source, str(d.published)) for d in case.documents()] == [
            ("The Gazette", "2016-02-14"),
            ("The Courier", "2016-02-14"),
        ]


def test_min_trust_leaves_out_of_what_is_printed_only(run: Run, war: str) -> None:
    done = run("read", "a.txt", "b.txt", "--case", war, "--min-trust", "0.8", "--format", "jsonl")
    assert [json.loads(line)["relation"] for line in done.stdout.splitlines()] == ["arms"]
    with Case.open(war) as case:
        assert len(case.claims()) == 3


def test_everything_as_one_object(run: Run) -> None:
    made = json.loads(run("read", "a.txt", "b.txt", "--format", "json").stdout)
    assert [d["id"] for d in made["documents"]] == ["a", "b"] and "text" not in made["documents"][0]
    assert len(made["claims"]) == 3
    assert {a["name"] for a in made["actors"]} == {"Norland", "River Front", "Sudland"}
    assert made["agreements"] == made["norms"] == made["goals"] == made["routes"] == made["unresolved"] == []


def test_failures_are_told_the_rest_is_read_and_the_exit_code_says_so(run: Run) -> None:
    Path("empty.txt").touch()
    Path("old.txt").write_bytes("Norland arms Café Guard.".encode("cp1252"))
    done = run("read", "empty.txt", "missing.txt", "a.txt", "old.txt", "--format", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.splitlines() == [
        "imbroglio: old.txt: byte 16 is not UTF-8; read as Windows-1252",
        "imbroglio: empty.txt: is empty; nothing to read",
        "imbroglio: missing.txt: no such file; check the path",
        "2 documents read, 2 claims found; 2 not read",
    ]


def test_many_failures_are_counted(run: Run) -> None:
    Path("many.jsonl").write_text("nonsense\n" * 30 + '{"text": ""}\n')
    done = run("read", "many.jsonl", "a.txt")
    assert done.exit_code == 1
    assert "… and 11 more (10 broken-json, 1 empty)" in done.stderr
    assert done.stderr.count("many.jsonl") == 20


@pytest.mark.parametrize(
    "arguments", [["missing.txt"], ["missing.txt", "--case", "war.case"], [], ["a.txt", "--format", "x"]]
)
def test_nothing_read_is_two(arguments: list[str], run: Run) -> None:
    done = run("read", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output


def test_what_is_no_casefile_is_not_written_to(run: Run) -> None:
    done = run("read", "a.txt", "--case", "b.txt")
    assert done.exit_code == 2
    assert done.stderr == "imbroglio: b.txt: is not a casefile; give another path to --case\n"


def test_standard_input(run: Run) -> None:
    done = run("read", "-", "--format", "jsonl", input='{"id": "x", "text": "Norland arms River Front."}\n')
    assert json.loads(done.stdout)["document"] == "x"


def test_ctrl_c_ends_with_a_word_and_keeps_what_was_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from imbroglio import pipeline
    from tests import toy

    def stop(documents):  # type: ignore[no-untyped-def]
        for document in documents:
            if document.id == "b":
                raise KeyboardInterrupt
            yield toy.reading(document)

    monkeypatch.setattr(pipeline, "_read_all", stop)
    done = run("read", "a.txt", "b.txt", "--case", "war.case")
    assert done.exit_code == 130
    assert "stopped" in done.stderr and "Traceback" not in done.output
    with Case.open("war.case") as case:
        assert [d.id for d in case.documents()] == ["a"]


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_reader_that_goes_away_is_no_error(run: Run, war: str) -> None:
    with Case.open(war) as case:
        text = case.documents()[0].text
    assert text
    command = f"'{sys.executable}' -c 'from imbroglio.cli import main; main()' claims {war} --format json | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[", "")
