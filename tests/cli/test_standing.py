"""Questions read a case as its review left it: the same claims and actors as the explorer, or, asked so, as read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imbroglio.analysis import Situation, tensions
from imbroglio.case import Case, Standing
from imbroglio.web.book import Book
from tests.cli.conftest import Run

TEXT = (
    "Norland arms River Front. Norland backs Hill Front in Sorn. River Front fights Hill Front. Sudland backs Norland."
)


@pytest.fixture
def reviewed(run: Run) -> str:
    """A case in which one claim is rejected, one corrected, an actor merged and another renamed."""
    Path("r.txt").write_text(TEXT)
    assert run("read", "r.txt", "--case", "r.case", "--published", "2015-01-01").exit_code == 0
    with Case.open("r.case") as case:
        keys = {(c.subject.actor, c.relation.value): c.id for c in case.claims()}
        case.review.reject(keys["norland", "arms"])
        case.review.correct(keys["norland", "backs"], {"relation": "funds", "place": "Upper Sorn"})
        case.review.rename("norland", "North Land")
        case.review.merge("hill-front", "river-front")
        case.review.accept(keys["sudland", "backs"])
    return "r.case"


def data(run: Run, *arguments: str) -> Any:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def said(rows: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(row["subject"]["name"], row["relation"], row["object"]["name"]) for row in rows}


AS_REVIEWED = {
    ("North Land", "funds", "Hill Front"), ("Hill Front", "fights", "Hill Front"), ("Sudland", "backs", "North Land"),
}  # fmt: skip
AS_READ = {
    ("Norland", "arms", "River Front"), ("Norland", "backs", "Hill Front"), ("River Front", "fights", "Hill Front"),
    ("Sudland", "backs", "Norland"),
}  # fmt: skip


def test_claims_and_actors(run: Run, reviewed: str) -> None:
    assert said(data(run, "claims", reviewed)) == AS_REVIEWED
    assert said(data(run, "claims", reviewed, "--as-read")) == AS_READ
    assert {row["name"] for row in data(run, "actors", reviewed)} == {"North Land", "Hill Front", "Sudland"}
    assert len(data(run, "actors", reviewed, "--as-read")) == 4


def test_every_filter_sees_what_decisions_made(run: Run, reviewed: str) -> None:
    def found(*filters: str) -> set[tuple[str, str, str]]:
        return said(data(run, "claims", reviewed, *filters))

    funds = {("North Land", "funds", "Hill Front")}
    assert found("--relation", "funds") == found("--place", "Upper Sorn") == funds
    assert found("--relation", "arms") == found("--place", "Sorn") == set()
    assert found("--actor", "River Front") == funds | {("Hill Front", "fights", "Hill Front")}  # a former name
    assert found("--between", "Norland", "Hill Front") == found("--document", "r", "--relation", "funds") == funds
    assert found("--min-trust", "0.99") == {("Sudland", "backs", "North Land")}  # what a person accepted
    assert said(data(run, "why", "Norland", "River Front", "--case", reviewed)) == funds


def test_the_filters_of_a_case_and_of_what_stands_agree(reviewed: str) -> None:
    with Case.open(reviewed) as case:
        every = [c.id for c in case.claims()]
        case.review.undo()  # the acceptance, which changes trust
        for decision in case.review.decisions()[:4]:
            case.review.undo(decision.id)
        standing = Standing(case)
        assert [c.id for c in standing.claims()] == every and case.log()
        for wanted in (
            {"actor": "norland"}, {"actor": ["river-front", "sudland"]}, {"pair": ("norland", ["hill-front"])},
            {"relation": "arms"}, {"place": "Sorn"}, {"document": "r"}, {"min_trust": 0.95}, {"relation": []},
        ):  # fmt: skip
            assert standing.claims(**wanted) == case.claims(**wanted), wanted


def test_the_explorer_and_the_command_line_see_one_case(reviewed: str) -> None:
    with Case.open(reviewed) as case:
        standing, book = Standing(case), Book(case)
        assert standing.claims() == book.view.standing()
        assert standing.actors() == book.actors
        assert [f.id for f in tensions(Situation.of(standing))] == [f.id for f in book.tensions.found]


@pytest.mark.parametrize(
    "command", ["findings", "chains", "factions", "timeline", "compare", "whatif", "routes", "rules"]
)
def test_no_question_counts_a_rejected_claim(command: str, run: Run) -> None:
    Path("one.txt").write_text("Norland arms River Front in Mali. Norland fights River Front in Mali.\n")
    run("read", "one.txt", "--case", "one.case", "--published", "2015-01-01", "--source", "Gazette")
    arguments = {
        "chains": ["--from", "Norland", "--to", "River Front"], "timeline": ["Norland"], "rules": ["arms-embargoes"],
        "compare": ["--periods", "2015", "2015"], "whatif": ["--drop-firmness", "fact"],
        "routes": ["--from", "Tehran", "--to", "Mali", "--for", "Norland"],
    }.get(command, [])  # fmt: skip
    before = run(command, "one.case", *arguments).stdout
    with Case.open("one.case") as case:
        case.review.reject(*(claim.id for claim in case.claims()))
    after = run(command, "one.case", *arguments)  # of nothing left, some say so and end
    words = "Norland arms River Front", "[Norland] _arms_ [River Front]", "Norland → arms → River Front"
    assert not any(line in after.stdout for line in words)
    assert run(command, "one.case", *arguments, "--as-read").stdout == before


def test_dismissed_findings_are_told_only_when_asked_for(run: Run) -> None:
    Path("f.txt").write_text(TEXT)
    run("read", "f.txt", "--case", "f.case", "--published", "2015-01-01")
    (finding, *others) = data(run, "findings", "f.case")
    with Case.open("f.case") as case:
        case.review.dismiss(finding["id"], "two wars", who="ana")
        if others:
            case.review.keep(others[0]["id"], "it matters", who="ben")
    left = data(run, "findings", "f.case")
    assert [row["id"] for row in left] == [row["id"] for row in others]
    assert [row["id"] for row in data(run, "brief", "f.case")["findings"]] == [row["id"] for row in others]
    every = {row["id"]: row for row in data(run, "findings", "f.case", "--dismissed")}
    assert every[finding["id"]]["state"] == "dismissed" and every[finding["id"]]["note"] == "two wars"
    assert finding["state"] == "open" == data(run, "findings", "f.case", "--as-read")[0]["state"]
    for command in ("findings", "brief"):
        assert "Dismissed by ana: two wars" in run(command, "f.case", "--dismissed").stdout
        assert "two wars" not in run(command, "f.case").stdout


def test_records_beside_claims_name_actors_as_they_are_now(run: Run, reviewed: str) -> None:
    from imbroglio.case.review import known
    from imbroglio.model import Agreement, Norm, Party, Span, Speaker

    with Case.open(reviewed) as case:
        view = case.review.view()
        river, north = Party("river-front", "River Front", Span(0, 1)), Party("norland", "Norland", Span(2, 3))
        truce = Agreement("r", "ceasefire", (river, north), (), Span(0, 9), said_by=(Speaker("River", "river-front"),))
        now = known(truce, view)
        assert [(p.actor, p.name) for p in now.parties] == [("hill-front", "Hill Front"), ("norland", "North Land")]
        assert now.said_by[0].actor == "hill-front" and now.quote == truce.quote
        rule = Norm("r", "forbids", None, None, (), "groups", Span(0, 9))
        assert known(rule, view) is rule
