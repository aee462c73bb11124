"""`brief`, `claims`, `actors`, `why` and `quotes`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

COMMANDS = ("read", "brief", "claims", "why", "actors", "quotes")


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_case_and_its_files_say_the_same(run: Run, war: str) -> None:
    for command in ("claims", "actors", "quotes"):
        of_case, of_files = run(command, war, "--format", "jsonl"), run(command, "a.txt", "b.txt", "--format", "jsonl")
        assert of_case.exit_code == of_files.exit_code == 0
        assert of_case.stdout == of_files.stdout != ""


def test_the_case_may_stand_in_the_environment(run: Run, war: str) -> None:
    assert run("actors", env={"IMBROGLIO_CASE": war}).stdout == run("actors", war).stdout


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--actor", "river front"], ["arms", "fights"]),
        (["--actor", "Norland", "--actor", "Sudland"], ["arms", "fights", "backs"]),
        (["--between", "Norland", "Sudland"], ["backs"]),
        (["--relation", "arms", "--relation", "Backs"], ["arms", "backs"]),
        (["--place", "Sorn"], ["arms"]),
        (["--document", "b"], ["fights", "backs"]),
        (["--min-trust", "0.8"], ["arms"]),
    ],
)
def test_filters(filters: list[str], found: list[str], run: Run, war: str) -> None:
    done = run("claims", war, *filters, "--format", "jsonl")
    assert [row["relation"] for row in lines(done.stdout)] == found


def test_claims_in_words(run: Run, war: str) -> None:
    assert run("claims", war, "--relation", "arms").stdout == (
        "“[Norland] _arms_ [River Front] in Sorn, according to Daily Wire”\n"
        "    Norland → arms → River Front\n"
        "    in Sorn · present · fact · trust 0.90\n"
        "    The Gazette (a) ‹ Daily Wire\n"
    )
    assert run("claims", war, "--relation", "arms", "--format", "markdown").stdout == (
        "- “**Norland** *arms* **River Front** in Sorn, according to Daily Wire”  \n"
        "  Norland → arms → River Front  \n"
        "  in Sorn · present · fact · trust 0.90  \n"
        "  The Gazette (a) ‹ Daily Wire\n"
    )


def test_why_shows_both_directions(run: Run) -> None:
    Path("c.txt").write_text("Norland fights Sudland. Sudland arms Norland. Norland backs River Front.")
    done = run("why", "sudland", "Norland", "c.txt")
    assert done.stdout.startswith("Sudland and Norland: 2 claims in 1 document\n\n“[Norland] _fights_ [Sudland]”\n")
    assert "the document (c)" in done.stdout
    rows = lines(run("why", "sudland", "Norland", "c.txt", "--format", "jsonl").stdout)
    assert [row["relation"] for row in rows] == ["fights", "arms"]


def test_why_of_a_case(run: Run, war: str) -> None:
    assert (
        run("why", "Norland", "River Front", "--case", war).stdout == run("why", "Norland", "River Front", war).stdout
    )
    hint = "--roll-up asks for their members, bodies and leaders too."
    nothing = run("why", "Norland", "Norland", "--case", war)
    assert (nothing.exit_code, nothing.stdout) == (0, f"Norland and Norland: 0 claims in 0 documents\n\n{hint}\n")


def test_a_name_nobody_bears_brings_those_that_are_near(run: Run, war: str) -> None:
    done = run("why", "Norlnd", "Sudland", "--case", war)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "imbroglio: nothing is said of 'Norlnd'; did you mean 'Norland'?\n"
    assert "`imbroglio actors` lists" in run("claims", war, "--actor", "Qqqq").stderr


def test_a_word_that_is_no_relation_brings_those_that_are(run: Run, war: str) -> None:
    done = run("claims", war, "--relation", "hugs")
    assert done.exit_code == 2
    assert "'hugs' is no relation" in done.stderr and "fights_alongside" in done.stderr


def test_actors(run: Run, war: str) -> None:
    rows = lines(run("actors", war, "--format", "jsonl").stdout)
    assert [(row["name"], row["claims"]) for row in rows] == [("Norland", 2), ("River Front", 2), ("Sudland", 2)]
    assert json.loads(run("actors", war, "--format", "json").stdout) == rows
    assert "     2  River Front +  other\n" in run("actors", war).stdout
    assert "| River Front | other | no | 2 |  |\n" in run("actors", war, "--format", "markdown").stdout


def test_quotes(run: Run, war: str) -> None:
    (row,) = lines(run("quotes", war, "--format", "jsonl").stdout)
    assert row["said_by"] == [{"name": "Daily Wire", "anonymous": False}]
    assert row["quote"] == "Norland arms River Front"
    assert run("quotes", "a.txt").stdout == "Daily Wire: “Norland arms River Front” (a)\n"


def test_nothing_that_a_terminal_acts_on_leaves_the_text(run: Run) -> None:
    evil = "Norland\x1b arms River\x9b Front in So\x07rn, according to Daily\x1b Wire. Nothing else is known. "
    Path("evil.txt").write_text(evil + "Nobody says why. " * 40)
    for command in (["claims"], ["claims", "--format", "markdown"], ["actors"], ["quotes"], ["brief"]):
        out = run(command[0], "evil.txt", *command[1:]).stdout
        assert "Norland" in out
        assert not {"\x1b", "\x07", "\x9b"} & set(out)


def test_markup_of_a_document_is_no_markup_of_ours(run: Run) -> None:
    Path("evil.txt").write_text("Norland arms River_Front_ in Sorn.\n")
    out = run("claims", "evil.txt", "--format", "markdown").stdout
    assert "River\\_Front\\_" in out


def test_no_case_and_no_file_is_a_usage_error(run: Run) -> None:
    for command in ("brief", "claims", "actors", "quotes"):
        done = run(command)
        assert done.exit_code == 2 and "Give a casefile, or files to read" in done.stderr
    assert run("why", "A", "B").exit_code == 2


def test_some_documents_failed_is_one(run: Run) -> None:
    done = run("claims", "a.txt", "missing.txt", "--format", "jsonl")
    assert done.exit_code == 1 and len(lines(done.stdout)) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, run: Run) -> None:
    out = run(command, "--help").stdout
    assert f"imbroglio {command}" in out.split("Examples:")[1]


def test_version_and_order_of_use(run: Run) -> None:
    from imbroglio import __version__

    assert run("--version").stdout == f"imbroglio {__version__}\n"
    out = run("--help").stdout
    assert sorted(COMMANDS, key=lambda name: out.index(f"\n  {name} ")) == list(COMMANDS)
