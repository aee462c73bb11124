"""`findings`, `routes`, `rules`, `timeline`, `compare` and `whatif`: pages, JSON with claims and quotes, errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = (
    "Norland arms River Front. Norland backs Hill Front in Sorn, according to Daily Wire. "
    "River Front fights Hill Front.\n"
)
RULES = "rules:\n  - name: no arms\n    who: Norland\n    may_not: arms\n    toward: River Front\n"
COMMANDS = ("findings", "routes", "rules", "timeline", "compare", "whatif")


@pytest.fixture
def case(run: Run) -> str:
    """A case of two reports a year apart."""
    Path("old.txt").write_text(TEXT)
    Path("new.txt").write_text("Norland fights River Front. Norland backs Hill Front in Sorn.\n")
    for file, day, outlet in (("old.txt", "2015-01-01", "Gazette"), ("new.txt", "2016-01-01", "Herald")):
        assert run("read", file, "--case", "q.case", "--published", day, "--source", outlet).exit_code == 0
    return "q.case"


def data(run: Run, *arguments: str):
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_findings(run: Run, case: str) -> None:
    rows = data(run, "findings", case, "--rule", "both sides")
    (both,) = rows
    assert set(both["actors"]) == {"Norland", "River Front", "Hill Front"}
    ids = {claim["id"] for side in both["sides"] for claim in side}
    assert both["resolves"] and all(set(wrong) <= ids for wrong in both["resolves"])
    assert all(claim["quote"]["text"] for side in both["sides"] for claim in side)
    page = run("findings", case).stdout
    assert "Gone if this is wrong: " in page and "QUOTES" in page
    assert data(run, "findings", case, "--rule", "nonsense") == []
    assert {row["rule"] for row in data(run, "findings", case, "--actor", "Hill Front")} == {"both sides"}


def test_the_brief_and_the_case_as_json_have_what_would_resolve_a_finding(run: Run, case: str) -> None:
    assert "Gone if" in run("brief", case).stdout
    whole = data(run, "brief", case)
    known = {claim["id"] for claim in whole["claims"]}
    assert whole["findings"] and all(
        set(wrong) <= known for finding in whole["findings"] for wrong in finding["resolves"]
    )


def test_routes(run: Run, case: str) -> None:
    (found,) = data(run, "routes", case, "--from", "Tehran", "--to", "Beirut", "--through", "Iraq, Syria", "--for",
                    "Norland", "--at", "2016-01-01")  # fmt: skip
    assert found["places"] == ["Tehran", "Iraq", "Syria", "Beirut"] and found["at"] == "2016-01-01"
    assert found["passages"][0]["for"] == "Norland" and found["passages"][0]["verdict"] == "unknown"
    assert "Iran governs Tehran: not said" in run("routes", case, "--from", "Tehran", "--to", "Beirut").stdout
    assert "No document speaks of a corridor" in run("routes", case).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["routes", "q.case", "--from", "Tehran"], "needs both --from and --to"),
        (["routes", "q.case", "--from", "Tehran", "--to", "Qqqq"], "'Qqqq' is no place that is known"),
        (["routes", "q.case", "--from", "Tehran", "--to", "Tehran"], "goes nowhere"),
        (["rules"], "Give a casefile"),
        (["rules", "q.case", "none.yaml"], "no such file; give the path of a file of rules, or a shipped one: arms-"),
        (["timeline", "q.case", "Norland", "--and", "2015-01-01"], "--and needs --at"),
        (["timeline", "q.case", "Nrland"], "did you mean 'Norland'"),
        (["compare", "q.case"], "Give --outlets, --periods, or two casefiles"),
        (["compare", "q.case", "--outlets", "Gazette", "Times"], "no document is of the outlet 'Times'"),
        (["compare", "q.case", "--periods", "2016..2015", "2014"], "is no period"),
        (["compare", "q.case", "--periods", "soon", "2014"], "'soon' is no date"),
        (["compare", "q.case", "--periods", "2014", "..", "--outlets", "a", "b"], "outlets or periods"),
        (["compare", "q.case", "none.case"], "no such casefile"),
        (["whatif", "q.case"], "Say what should be otherwise"),
        (["whatif", "q.case", "--ties", "--drop-claim", "x"], "leave the other changes out"),
        (["whatif", "q.case", "--drop-source", "Nobody"], "nobody called 'Nobody' is a source"),
        (["whatif", "q.case", "--add-tie", "Norland", "hugs", "River Front"], "'hugs' is no relation"),
        (["whatif", "q.case", "--drop-tie", "Norland", "Nobody"], "nothing is said of 'Nobody'"),
        (["whatif", "q.case", "--merge", "Norland", "Norland"], "is one actor already"),
    ],
)
def test_bad_input_is_told_and_nothing_printed(arguments: list[str], message: str, run: Run, case: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr.replace("\n", " ")


def test_rules(run: Run, case: str) -> None:
    Path("ours.yaml").write_text(RULES)
    (found,) = data(run, "rules", case, "ours.yaml")
    assert (found["verdict"], found["says"]) == ("broken", "Norland – may not – arms – River Front")
    (deed,) = found["deeds"]
    assert deed["chain"][0]["quote"]["text"] == "Norland arms River Front"
    page = run("rules", case, "ours.yaml").stdout
    assert page.startswith("RULES: 1 BROKEN") and "breaks it: Norland → arms → River Front [1]" in page
    assert data(run, "rules", case, "ours.yaml", "--verdict", "kept") == []
    assert "arms-embargoes: " in run("rules", "--shipped").stdout
    Path("wrong.yaml").write_text(RULES.replace("may_not: arms", "may_not: hugs"))
    done = run("rules", case, "wrong.yaml")
    assert done.exit_code == 2 and "wrong.yaml: rule 'no arms', may_not: 'hugs' is no relation" in done.stderr


def test_timeline(run: Run, case: str) -> None:
    found = data(run, "timeline", case, "Norland", "River Front")
    assert [event["day"] for event in found["events"]] == ["2015-01-01", "2016-01-01"]
    (turn,) = found["turns"]
    assert (turn["before"]["state"], turn["after"]["state"], turn["first"]) == ("with", "against", ["Norland"])
    assert turn["after"]["claims"][0]["quote"]["text"] == "Norland fights River Front"
    page = run("timeline", case, "Norland", "River Front").stdout
    assert "with (2015-01-01), then against (2016-01-01); first told of Norland" in " ".join(page.split())
    (state,) = data(run, "timeline", case, "Norland", "River Front", "--at", "2015-06-01")["states"]
    assert (state["state"], state["as_of"]) == ("with", "2015-01-01")
    days = ("--at", "2015-06-01", "--and", "2017-01-01")
    (change,) = data(run, "timeline", case, "Norland", *days)["changed"]
    assert (change["before"]["state"], change["after"]["state"]) == ("with", "against")
    assert "Norland and River Front: with → against" in run("timeline", case, "Norland", *days).stdout


def test_compare(run: Run, case: str) -> None:
    found = data(run, "compare", case, "--outlets", "gazette", "Herald")
    assert [(one["subject"], one["object"]) for one in found["both"]] == [("Norland", "Hill Front")]
    (clash,) = found["disagreements"]
    assert clash["between"] == ["Norland", "River Front"] and clash["first"][0]["relation"] == "arms"
    periods = data(run, "compare", case, "--periods", "2015", "2016-01..")
    assert [one["between"] for one in periods["disagreements"]] == [["Norland", "River Front"]]
    page = run("compare", case, "--outlets", "Gazette", "Herald").stdout
    assert "Norland and River Front: opposite sides" in page
    run("read", "new.txt", "--case", "other.case")
    cases = data(run, "compare", case, "other.case")
    assert (cases["first"], cases["second"]) == ("q", "other")
    assert not cases["only_second"] and len(cases["only_first"]) == 2


def test_whatif(run: Run, case: str) -> None:
    found = data(run, "whatif", case, "--drop-outlet", "Herald")
    assert (found["before"]["claims"], found["after"]["claims"]) == (5, 3)
    assert {claim["document"] for claim in found["claims_gone"]} == {"new"}
    turned = data(run, "whatif", case, "--flip-tie", "Norland", "Hill Front")
    assert turned["by_margins"] and "both sides" in {row["rule"] for row in turned["findings_gone"]}
    page = run("whatif", case, "--drop-source", "Daily Wire").stdout
    assert page.startswith("WHAT IF: WITHOUT DAILY WIRE\n  Claims: 5 → 4\n")
    added, merged = ("--add-tie", "Hill Front", "arms", "River Front"), ("--merge", "Norland", "Hill Front")
    more = data(run, "whatif", case, *added, *merged)
    assert [claim["document"] for claim in more["claims_new"] if claim["document"] == "what-if"] == ["what-if"]
    ties = data(run, "whatif", case, "--ties")
    assert ties["proven"] and all(tie["claims"] for tie in ties["ties"])
    assert "without it" in run("whatif", case, "--ties").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_question_explains_itself_with_an_example(command: str, run: Run) -> None:
    assert f"imbroglio {command}" in run(command, "--help").stdout.split("Examples:")[1]


def test_questions_ask_files_as_well_and_keep_to_the_trusted(run: Run) -> None:
    Path("old.txt").write_text(TEXT)
    assert data(run, "findings", "old.txt")
    assert data(run, "findings", "old.txt", "--min-trust", "0.8") == []


def test_place_and_time_narrow_the_question(run: Run) -> None:
    Path("far.txt").write_text("Norland arms River Front in Syria. Norland arms Hill Front in Mali.\n")
    run("read", "far.txt", "--case", "far.case", "--published", "2015-01-01")

    def asked(*more: str) -> list[str]:
        return [event["object"] for event in data(run, "timeline", "far.case", "Norland", *more)["events"]]

    assert asked() == ["River Front", "Hill Front"]
    assert asked("--place", "Syria") == ["River Front"]
    assert asked("--since", "2016-01-01") == asked("--until", "2014-01-01") == []
    assert data(run, "rules", "far.case", "arms-embargoes", "--place", "Mali", "--since", "2014-01-01")
    assert data(run, "findings", "far.case", "--place", "Mali") == []
    for wrong in (["--place", "Qqqq"], ["--since", "2016-01-01", "--until", "2015-01-01"]):
        assert run("findings", "far.case", *wrong).exit_code == 2


def test_nothing_that_a_terminal_acts_on_leaves_an_answer(run: Run) -> None:
    Path("evil.txt").write_text(
        "Norland\x1b arms River\x9b Front. Norland\x1b backs Hill\x07 Front. River\x9b Front fights Hill\x07 Front. "
        + "Nobody says why. " * 40
    )
    wide = RULES.replace("River Front", "anybody").replace("Norland", "anybody")
    Path("rules.yaml").write_text(wide.replace("no arms", '"\\e[1mno arms"'))
    asked = [["findings"], ["timeline", "Norland\x1b"], ["rules", "rules.yaml"], ["whatif", "--drop-firmness", "fact"]]
    for command, *arguments in asked:
        out = run(command, "evil.txt", *arguments).stdout
        assert "Front" in out and not {"\x1b", "\x07", "\x9b"} & set(out), command
    Path("worse.yaml").write_text(RULES + '    "\\e[1mcolour": red\n')
    done = run("rules", "evil.txt", "worse.yaml")
    assert done.exit_code == 2 and "colour" in done.stderr and "\x1b" not in done.stderr
