"""Decisions taken in the browser, by keyboard: what the log holds afterwards is the measure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imbroglio.case import Case
from imbroglio.documents import make_document
from tests.toy import read
from tests.web.browser.driving import PATIENCE, Explorer, Watched

REPORT = """\
Bravo arms Charlie in Syria, according to Delta.

Echo Group fights Foxtrot. Golf backs Hotel \U0001f642 and Golf backs India. Echo Groups fights Hotel.
"""


def small(path: Path) -> Case:
    """A case of five claims and one question, whose log is empty."""
    case = Case.open(path / "small.case")
    document = make_document(REPORT, id="report", title="A report")
    case.add(document, next(iter(read([document]))))  # type: ignore[arg-type]
    case.review.who = "ana"
    return case


@pytest.fixture(scope="module")
def office(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    explorer = Explorer(chromium, small(tmp_path_factory.mktemp("office")))
    yield explorer
    explorer.close()


@pytest.fixture
def served(office: Explorer, tmp_path: Path) -> Explorer:
    """The explorer of a case in which nobody has decided anything yet."""
    office.case.close()
    office.turn_to(small(tmp_path))
    return office


@pytest.fixture
def watched(served: Explorer) -> Iterator[Watched]:
    with served.page() as page:
        yield page


def claim(explorer: Explorer, subject: str, object: str) -> str:
    return next(c.id for c in explorer.case.claims() if (c.subject.name, c.object.name) == (subject, object))


def decided(watched: Watched, number: int = 1) -> dict[str, Any]:
    """The last decision, when there are so many."""
    for _ in range(PATIENCE // 25):
        if watched.explorer.case.log() >= number:
            break
        watched.page.wait_for_timeout(25)
    assert watched.explorer.case.log() == number
    return watched.last_decision()


BY_KEY = (
    ("a", [], "accept", {}),
    ("r", [], "reject", {}),
    ("q", [], "unsure", {}),
    ("s", [], "swap", {"subject": "charlie", "object": "bravo"}),
    ("c", ["funds", "Enter"], "correct", {"relation": "funds"}),
    ("p", ["Control+A", "Iraq", "Enter"], "correct", {"place": "Iraq"}),
    ("t", ["02012016", "Enter"], "correct", {"start": "2016-02-01"}),
    ("b", ["Control+A", "Reuters\nofficials (unnamed)", "Control+Enter"], "correct", {"name": "officials"}),
    ("n", ["Look again.", "Control+Enter"], "note", {"text": "Look again."}),
    ("1", ["Control+A", "India", "ArrowDown", "Enter", "Enter"], "correct", {"subject": "india"}),
    ("2", ["Control+A", "India", "ArrowDown", "Enter", "Enter"], "correct", {"object": "india"}),
)  # fmt: skip


@pytest.mark.parametrize("key, then, kind, holds", BY_KEY, ids=[f"{row[0]}-{row[2]}" for row in BY_KEY])
def test_a_claim_is_decided_with_one_key(
    watched: Watched, served: Explorer, key: str, then: list[str], kind: str, holds: dict[str, Any]
) -> None:
    id = claim(served, "Bravo", "Charlie")
    page = watched.open(f"/review?kind=claims&item={id}")
    watched.press(key)
    for step in then:
        page.get_by_role("dialog").wait_for()
        take(watched, step)
    made = decided(watched)
    assert (made["kind"], made["targets"]) == (kind, [id])
    assert all(pair in list(_flat(made["after"])) for pair in holds.items()), made["after"]


def take(watched: Watched, step: str) -> None:
    """A key pressed, or words typed, in a dialog; an arrow waits until there is something to choose."""
    if step not in ("Enter", "Tab", "Space", "ArrowDown") and "+" not in step:
        watched.page.keyboard.type(step)
        return
    if step == "ArrowDown":
        watched.page.get_by_role("dialog").get_by_role("option").first.wait_for()
    watched.press(step)


def _flat(data: Any) -> Iterator[tuple[str, Any]]:
    """Every key of plain data with its value."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield key, value
        yield from _flat(value)


@pytest.mark.parametrize(
    "key, answer", [("1", "same"), ("2", "part_of"), ("3", "renamed_from"), ("4", "different"), ("q", "unsure")]
)
def test_a_question_is_answered_with_one_key(watched: Watched, key: str, answer: str) -> None:
    page = watched.open("/review?kind=questions")
    assert "Echo Group" in page.locator(".asked").inner_text()
    watched.press(key)
    made = decided(watched)
    assert (made["kind"], made["after"]) == ("answer", {"answer": answer})
    assert sorted(made["targets"]) == ["echo-group", "echo-groups"]


def test_the_queue_moves_on_and_undo_brings_back(watched: Watched) -> None:
    page = watched.open("/review?kind=claims")
    first = page.locator("[data-item]").get_attribute("data-item")
    watched.press("j")
    page.locator(f"[data-item]:not([data-item='{first}'])").wait_for()
    watched.press("k")
    page.locator(f"[data-item='{first}']").wait_for()
    watched.press("a")
    page.locator(f"[data-item]:not([data-item='{first}'])").wait_for()
    assert "1 decided" in page.locator(".progress").inner_text()
    assert decided(watched)["targets"] == [first]
    watched.press("u")
    page.locator(f"[data-item='{first}']").wait_for()
    assert decided(watched, 2)["kind"] == "undo"
    watched.press("Shift+U")
    assert decided(watched, 3)["kind"] == "redo"


def test_everything_can_be_decided_and_is_in_the_log(watched: Watched, served: Explorer) -> None:
    page = watched.open("/review")
    for number in range(1, 7):
        item = page.locator("[data-item]")
        id = item.get_attribute("data-item")
        watched.press("4" if "question" in (item.get_attribute("class") or "") else "a")
        decided(watched, number)
        page.locator(f"[data-item]:not([data-item='{id}']), .state").first.wait_for()
    assert "All decided" in page.locator("main").inner_text()
    page = watched.open("/review?kind=log")
    rows = page.locator(".log tbody tr")
    assert rows.count() == 6 and "ana" in rows.first.inner_text()
    rows.last.get_by_role("button", name="Undo").click()
    assert decided(watched, 7)["kind"] == "undo"
    page.locator(".log tr.undone").get_by_role("button", name="Redo").click()
    assert decided(watched, 8)["kind"] == "redo"


def test_the_matrix_follows_decisions(watched: Watched, served: Explorer) -> None:
    page = watched.open("/")
    cell = page.get_by_role("gridcell", name="Bravo toward Charlie")
    assert "support" in (cell.get_attribute("aria-label") or "")
    watched.move(f"/review?kind=claims&item={claim(served, 'Bravo', 'Charlie')}")
    watched.press("r")
    decided(watched)
    watched.move("/")
    assert cell.count() == 0  # nothing else is said of either


@pytest.mark.parametrize("again", [False, True])
def test_who_comes_second_is_told_and_loses_nothing(watched: Watched, served: Explorer, again: bool) -> None:
    id = claim(served, "Bravo", "Charlie")
    watched.expected.add(409)
    page = watched.open(f"/review?kind=claims&item={id}")
    served.case.review.reject(id, who="ben", why="a joke")
    watched.press("n")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("My own words.")
    watched.press("Control+Enter")
    told = page.get_by_role("dialog", name="Somebody else")
    told.wait_for()
    assert all(words in told.inner_text() for words in ("ben", "a joke", "My own words."))
    told.get_by_role("button", name="all the same" if again else "as it is now").click()
    if again:
        assert decided(watched, 2)["after"] == {"text": "My own words."}
    else:
        told.wait_for(state="detached")
        assert decided(watched, 1)["kind"] == "reject"


def test_words_in_the_text_are_those_of_the_claim(watched: Watched, served: Explorer) -> None:
    """Behind a character that two of the browser's units stand for, too."""
    for found in served.case.claims():
        page = watched.open(f"/document/report?claim={found.id}")
        for role, span in (("subject", found.subject.span), ("cue", found.cue), ("object", found.object.span)):
            words = page.locator(f".text .as-{role}").all_inner_texts()
            assert "".join(words) == span.of(REPORT)
        assert "".join(page.locator(".text .in-quote").all_inner_texts()) == found.quote.of(REPORT)


def test_text_and_claims_are_joined(watched: Watched, served: Explorer) -> None:
    id = claim(served, "Golf", "India")
    page = watched.open("/document/report")
    page.locator(f".rail-claim[data-claim='{id}']").hover()
    assert page.locator(".text .as-object").inner_text() == "India"
    page.locator(".text .role-object", has_text="India").hover()
    assert page.locator(".rail-claim.is-looked").get_attribute("data-claim") == id
    page.locator(".text .role-object", has_text="India").click()
    assert f"claim={id}" in page.url
    watched.press("k")
    assert page.locator(".rail-claim[aria-current]").get_attribute("data-claim") == claim(served, "Golf", "Hotel")


SELECT = """([first, last]) => {
  const parts = [...document.querySelectorAll('.text [data-at]')];
  const at = (offset) => {
    const part = parts.findLast((one) => Number(one.dataset.at) <= offset);
    const lead = Array.from(part.textContent).slice(0, offset - part.dataset.at).join('');
    return [part.firstChild, lead.length];
  };
  getSelection().setBaseAndExtent(...at(first), ...at(last));
}"""


def test_a_claim_is_added_by_selecting_words(watched: Watched, served: Explorer) -> None:
    page = watched.open("/document/report")
    watched.press("+")
    for key, words in (("1", "Golf"), ("2", "backs"), ("3", "India")):
        start = REPORT.rindex(words)
        page.evaluate("() => document.activeElement.blur()")
        page.evaluate(SELECT, [start, start + len(words)])
        watched.press(key)
    form = page.get_by_role("form", name="A new claim")
    assert form.get_by_label("Subject").input_value() == "Golf"
    form.get_by_label("Relation").select_option("funds")
    form.get_by_role("button", name="Add it").click()
    after = decided(watched)["after"]["claim"]
    assert (after["relation"], after["subject"]["actor"], after["object"]["actor"]) == ("funds", "golf", "india")
    assert after["cue"]["start"] == REPORT.rindex("backs")
    page.get_by_text("6 claims").first.wait_for()


LATE = """() => {
  const asked = window.fetch;
  window.fetch = (...given) => new Promise((done) => setTimeout(() => done(asked(...given)), 300));
}"""


def test_a_claim_is_added_by_typing_its_words(watched: Watched, served: Explorer) -> None:
    page = watched.open("/document/report")
    watched.press("+")
    page.evaluate(LATE)  # pressed before the case told who is called so, the button still waits for it
    form = page.get_by_role("form", name="A new claim")
    for label, words in (("Subject", "Delta"), ("Cue", "according"), ("Object", "Foxtrot")):
        form.get_by_label(label, exact=True).fill(words)
        watched.press("Tab")
    page.get_by_role("combobox", name="stands for").first.fill("Delta Force")
    form.get_by_role("button", name="Add it").click()
    after = decided(watched)["after"]
    assert [actor["name"] for actor in after["actors"]] == ["Delta Force"]
    assert after["claim"]["object"]["actor"] == "foxtrot"


PEOPLE = (
    ("merge", ["Echo Groups", "ArrowDown", "Enter", "Enter"], {}, ["echo-group", "echo-groups"]),
    ("rename", ["Control+A", "Echo Brigade", "Enter"], {"name": "Echo Brigade"}, ["echo-group"]),
    ("reparent", ["Golf", "ArrowDown", "Enter", "Enter"], {"parent": "golf"}, ["echo-group"]),
    ("split", ["Echo Two", "Tab", "Space", "Control+Enter"], {"name": "Echo Two"}, ["echo-group"]),
    ("noteActor", ["Who are they?", "Control+Enter"], {"text": "Who are they?"}, ["echo-group"]),
)  # fmt: skip


@pytest.mark.parametrize("name, steps, holds, targets", PEOPLE, ids=[row[0] for row in PEOPLE])
def test_actors_are_merged_split_renamed_and_put_elsewhere(
    watched: Watched, name: str, steps: list[str], holds: dict[str, Any], targets: list[str]
) -> None:
    page = watched.open("/documents")
    actor = "{id: 'echo-group', name: 'Echo Group'}"
    page.evaluate(f"() => void import('/static/js/core/decide.js').then((m) => m.{name}({actor}))")
    page.get_by_role("dialog").wait_for()
    for step in steps:
        take(watched, step)
    made = decided(watched)
    assert made["targets"] == targets
    assert holds.items() <= made["after"].items()


def test_who_is_nobody_is_part_of_nothing_only_when_that_is_said(watched: Watched, served: Explorer) -> None:
    page = watched.open("/documents")
    page.evaluate(LATE)
    page.evaluate("() => void import('/static/js/core/decide.js').then((m) => m.reparent({id: 'golf', name: 'Golf'}))")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").fill("Golfing")
    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_text("No actor has this name").wait_for()
    dialog.get_by_role("combobox").fill("India")
    dialog.get_by_role("button", name="Save").click()
    assert decided(watched)["after"] == {"parent": "india"}


def test_keys_are_left_to_who_types(watched: Watched, served: Explorer) -> None:
    page = watched.open("/documents")
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("?/gm l")
    assert page.get_by_role("dialog").count() == 0 and page.url.endswith("/documents")
    assert page.get_by_role("searchbox").first.input_value() == "?/gm l"


def test_who_may_only_read_decides_nothing(watched: Watched, served: Explorer) -> None:
    served.turn_to(served.case, read_only=True)
    page = watched.open("/review?kind=claims")
    assert "read-only" in page.locator("main").inner_text()
    for key in "arsqcn":
        watched.press(key)
    watched.open("/document/report")
    watched.press("j a u")
    assert page.get_by_role("button", name="Accept").count() == 0
    assert served.case.log() == 0
