"""`imbroglio review`: keys to decisions, in the log that the explorer writes too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from imbroglio.case import Case
from imbroglio.cli.review.desk import Desk
from imbroglio.cli.review.keys import Script
from imbroglio.cli.review.queue import queue
from imbroglio.model import Claim, Decision
from imbroglio.web.book import Book
from imbroglio.web.query import Query
from imbroglio.web.views.review import queue as on_the_web
from tests.cli.conftest import Run

TEXT = "Norland arms River Front in Sorn, according to Daily Wire. Old River Front fights Norland.\n"
EVIL = "Norland\x1b arms River\x9b Front. Norland\x1b backs Hill\x07 Front. " + "[red]Nobody[/red] says why. " * 40


@pytest.fixture
def case(run: Run) -> str:
    Path("r.txt").write_text(TEXT)
    assert run("read", "r.txt", "--case", "r.case", "--source", "Gazette").exit_code == 0
    return "r.case"


def keyed(run: Run, case: str, script: str, *options: str) -> Result:
    done = run("review", case, "--only", "claims", "--by", "ana", *options, input=script)
    assert done.exit_code == 0, done.output
    return done


def log(case: str) -> list[Decision]:
    with Case.open(case) as opened:
        return opened.review.decisions()


def now(case: str, status: str) -> list[Claim]:
    with Case.open(case) as opened:
        view = opened.review.view()
        return [claim for key, claim in view.items() if view.status(key) == status]


def test_votes_go_into_the_log_signed(run: Run, case: str) -> None:
    page = keyed(run, case, "a r").stdout
    assert [(d.kind.value, d.who) for d in log(case)] == [("accept", "ana"), ("reject", "ana")]
    assert len(now(case, "accepted")) == len(now(case, "rejected")) == 1
    assert "ana accepted" in page and "2 decided by ana" in page and "0 wait" in page
    assert "Nothing more waits" in keyed(run, case, "a").stdout


def test_the_card_shows_words_extraction_and_why(run: Run, case: str) -> None:
    page = keyed(run, case, "q").stdout
    assert "_fights_" in page or "_arms_" in page
    for label in ("subject", "relation", "object", "place", "time", "said by", "told as", "why", "asked"):
        assert f"\n{label}" in page
    assert "read by: toy" in page and "the reader trusts it" in page and "a accept" in page


def test_every_correction(run: Run, case: str) -> None:
    script = (
        "c threat\n f\nhedged\n p Damascus\n t past 2015..2016-03 throughout\n b Reuters < officials (unnamed)\n"
        "n ask the author\n s 1 Norland\n q"
    )
    keyed(run, case, script)
    kinds = [d.kind.value for d in log(case)]
    assert kinds == ["correct"] * 5 + ["note", "swap", "correct"]
    with Case.open(case) as opened:
        (entry,) = opened.review.view().entries.values()
    claim = entry.claim
    assert (claim.relation, claim.firmness, claim.place) == ("threatens", "hedged", "Damascus")
    assert claim.place_id and claim.when.precise and claim.when.tense == "past" and claim.when.basis == "stated"
    assert [str(claim.when.start), str(claim.when.end)] == ["2015-01-01", "2016-03-31"]
    assert [(s.name, s.anonymous) for s in claim.said_by] == [("Reuters", False), ("officials", True)]
    assert claim.subject.actor == "norland" and entry.status == "unreviewed"
    assert [note.after["text"] for note in entry.notes] == ["ask the author"]
    keyed(run, case, "p -\n t -\n b -\n q")
    with Case.open(case) as opened:
        (entry,) = opened.review.view().entries.values()
    assert entry.claim.place is None and entry.claim.when.start is None and not entry.claim.said_by


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("c f\n", "is no relation; write one of"), ("c nonsense\n", "'nonsense' is no relation"),
        ("t 2016..2015\n", "is no period"), ("t 2015 2016\n", "give one period"), ("1 Nobody\n", "nothing is said of"),
        ("x", "No such key"), ("z", "ana has nothing to undo"), ("y", "ana has nothing to redo"),
        ("f hed fact\n", "is no firmness"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_written(script: str, message: str, run: Run, case: str) -> None:
    assert message in " ".join(keyed(run, case, f"{script} q").stdout.split())
    assert log(case) == []


def test_an_empty_line_leaves_things_as_they_are(run: Run, case: str) -> None:
    keyed(run, case, "n\n\nc\n\nq")
    assert log(case) == []


def test_undo_goes_back_to_the_claim_and_redo_puts_it_back(run: Run, case: str) -> None:
    page = keyed(run, case, "a z r z y q").stdout
    assert [d.kind.value for d in log(case)] == ["accept", "undo", "reject", "undo", "redo"]
    assert len(now(case, "rejected")) == 1 and not now(case, "accepted")
    assert page.count("1 of 2") == 4  # shown at first, after either undo, and after redo


def test_what_an_earlier_sitting_decided_can_be_taken_back(run: Run, case: str) -> None:
    keyed(run, case, "a a")
    page = keyed(run, case, "z r").stdout
    assert "Nothing more waits" in page and "ana took back: accepted" in page and "you took back" in page
    assert [d.kind.value for d in log(case)] == ["accept", "accept", "undo", "reject"]


def test_skipping_going_back_and_the_end_of_the_script(run: Run, case: str) -> None:
    page = keyed(run, case, "j k . q").stdout
    assert [page.count(f"{n} of 2") for n in (1, 2)] == [2, 2]
    assert log(case) == [] and "0 decided" in page and "2 wait" in page


def test_questions_of_identity(run: Run, case: str) -> None:
    page = run("review", case, "--only", "questions", "--by", "ana", input="s 2").stdout
    assert "Is Old River Front the same as River Front" in page and "Is River Front the same as Old River Front" in page
    (made,) = log(case)
    assert made.kind == "answer" and made.after == {"answer": "part_of"}
    assert made.targets == ("river-front", "old-river-front")
    assert "Nothing more waits" in run("review", case, "--only", "questions").stdout


def test_only_what_is_about_an_actor(run: Run, case: str) -> None:
    assert "of 1" in keyed(run, case, "q", "--actor", "Old River Front").stdout
    assert run("review", case, "--actor", "Nobody").exit_code == 2


def test_the_queue_is_that_of_the_explorer(run: Run, case: str) -> None:
    Path("s.txt").write_text("Norland backs Hill Front. River Front fights Hill Front. Sudland backs Norland.\n")
    run("read", "s.txt", "--case", case)
    with Case.open(case) as opened:
        opened.review.merge("sudland", "hill-front")
        web = on_the_web(Book(opened), Query())["items"]
        shown = [(item["question"] or item["claim"])["id"] for item in web]  # type: ignore[index]
        assert [item.id for item in queue(opened)] == shown
        assert [item.why for item in queue(opened)] == [item["why"] for item in web]


def test_somebody_else_decides_meanwhile(case: str) -> None:
    """The other decides while the card is shown: nothing is written, and the card is shown as it stands then."""
    with Case.open(case) as mine, Case.open(case) as theirs:
        items = queue(mine, "claims")

        class Late(Script):
            def key(self) -> str | None:
                key = super().key()
                if key == "a":
                    theirs.review.reject(items[0].id, who="ben")
                return key

        mine.review.who = "ana"
        out = io.StringIO()
        desk = Desk(mine, items, Late(io.StringIO("a r j")), Console(file=out, width=80))
        desk.sit()
        page = " ".join(out.getvalue().split())
        assert "ben decided about the same thing while you looked at it; nothing was written" in page
        assert "ben: rejected" in page and page.count("1 of 2") == 2
        assert [(d.kind.value, d.who) for d in mine.review.decisions()] == [("reject", "ben"), ("reject", "ana")]


def test_what_others_decided_meanwhile_is_passed_over(case: str) -> None:
    with Case.open(case) as mine, Case.open(case) as theirs:
        items = queue(mine, "claims")
        theirs.review.accept(*(item.id for item in items), who="ben")
        out = io.StringIO()
        Desk(mine, items, Script(io.StringIO("a a")), Console(file=out, width=80)).sit()
        assert "0 decided" in out.getvalue() and "0 wait" in out.getvalue()


def test_status(run: Run, case: str) -> None:
    keyed(run, case, "a u q")
    with Case.open(case) as opened:
        opened.review.reject(opened.review.decisions()[0].targets[0], who="ben")
    told = dict(line.rsplit(None, 1) for line in run("review", case, "--status").stdout.splitlines())
    assert told == {
        "accepted": "0", "in conflict": "1", "needs work": "1", "rejected": "0", "unreviewed": "0",
        "questions open": "1", "decisions": "3", "of which loose": "0",
    }  # fmt: skip


def test_nothing_that_a_terminal_acts_on_is_printed(run: Run) -> None:
    Path("evil.txt").write_text(EVIL)
    run("read", "evil.txt", "--case", "evil.case", "--source", "Ga\x1bzette")
    out = run("review", "evil.case", "--by", "a\x1bna", input="n so\x07 what\n a ? j q", env={"COLUMNS": "120"}).stdout
    assert "Front" in out and "so what" in out and "[red]Nobody[/red]" in out
    assert not {"\x1b", "\x07", "\x9b"} & set(out)


def test_help_teaches_every_key_and_a_missing_case_is_told(run: Run) -> None:
    page = run("review", "--help").stdout
    for key in "arucfs12ptbnjkzyq?":
        assert f"\n    {key}  " in page or f"\n  {key}  " in page
    done = run("review", "none.case", "--status")
    assert done.exit_code == 2 and "no such casefile" in done.stderr
