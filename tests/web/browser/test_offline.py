"""The explorer as one file, opened from the disk with the network cut off: every view opens, nothing is asked
for, and what it answers is what the server answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from benchmarks.generated import fill
from imbroglio.case import Case
from imbroglio.web.offline import export_html
from imbroglio.web.pages import VIEWS
from tests.web.browser.cases import PAYLOADS
from tests.web.browser.driving import PATIENCE, READY, Explorer
from tests.web.browser.questions import questions
from tests.web.browser.test_hostile import ALIVE, each
from tests.web.browser.test_views import STATES
from tests.web.conftest import client

Served = Callable[[str], Explorer]
ANSWERS = """async (questions) => {
  const found = [];
  for (const [path, params] of questions) {
    found.push(await window.imbroglioOffline.answer(path, params).catch(({status, message}) => ({status, message})));
  }
  return found;
}"""
DEEDS = re.compile(
    r"(Accept|Reject|Unsure|Note|Keep|Dismiss|Reopen|Undo|Redo|Rename|Merge|Split|Add a claim|Correct|Change)\b"
)
HEAD = (
    """() => [...document.head.querySelectorAll('meta[http-equiv], link')].map((one) => one.outerHTML.slice(0, 200))"""
)
TEXT = "() => document.getElementById('main').innerText"
UNSPOILT = "() => Object.keys(Object.prototype).length + Object.keys(Object).length"


class Opened:
    """A file in a browser that has no network."""

    def __init__(self, page: Any, file: Path) -> None:
        self.page, self.address = page, file.as_uri()
        self.problems: list[str] = []
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("popup", lambda _: self.problems.append("opened a window"))
        page.on("request", self._request)
        self.show("/")

    def show(self, address: str) -> Any:
        """The view at an address, when it has everything that it shows."""
        if self.page.url == "about:blank":
            self.page.goto(f"{self.address}#{address}")
        else:
            self.page.evaluate("(url) => import('explorer/js/core/address.js').then(({go}) => go(url))", f"#{address}")
        self.page.wait_for_function(READY, timeout=PATIENCE)
        return self.page

    def ask(self, questions: list[tuple[str, dict[str, Any]]]) -> list[Any]:
        found: list[Any] = self.page.evaluate(ANSWERS, questions)
        return found

    def _dialog(self, dialog: Any) -> None:
        self.problems.append(dialog.message)
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if request.url.partition("#")[0] != self.address and not request.url.startswith(("blob:", "data:")):
            self.problems.append(f"asked for {request.url}")


@contextmanager
def opened(chromium: Any, file: Path) -> Iterator[Opened]:
    """The file, open; that it did nothing it should not do is checked when it is closed."""
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="light", reduced_motion="reduce", offline=True
    )
    context.set_default_timeout(PATIENCE)
    try:
        page = Opened(context.new_page(), file)
        yield page
    finally:
        context.close()
    assert not page.problems, "\n".join(page.problems)


@pytest.fixture(scope="module")
def exported(explorer: Served, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file of a case by its name, made when first asked for."""
    folder = tmp_path_factory.mktemp("exported")

    def of(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            export_html(explorer(name).case, file)
        return file

    return of


@pytest.mark.parametrize("name", ["seeds", "empty"])
def test_every_view_shows_what_the_server_shows(
    explorer: Served, exported: Callable[[str], Path], chromium: Any, name: str
) -> None:
    served = Explorer(chromium, Case.open(explorer(name).case.name), read_only=True)
    with closing(served), opened(chromium, exported(name)) as file, served.page() as watched:
        for view, plain in served.addresses().items():
            for address in (plain, plain + STATES[view]):
                page = file.show(address)
                assert page.locator("main h1").count() == 1
                alike_in_the_end(page, watched.move(address), address)


def alike_in_the_end(one: Any, other: Any, address: str) -> None:
    """Two pages come to say the same; pictures are drawn a little after the rest."""
    for _ in range(PATIENCE // 50):
        told, expected = one.evaluate(TEXT), other.evaluate(TEXT)
        if told == expected:
            return
        one.wait_for_timeout(50)
    assert told.splitlines() == expected.splitlines(), address


def test_nothing_can_be_decided_in_it(explorer: Served, exported: Callable[[str], Path], chromium: Any) -> None:
    served = explorer("seeds")
    claim = served.case.claims()[0]
    with opened(chromium, exported("seeds")) as file:
        document = f"/document/{quote(claim.document, safe='')}?claim={claim.id}"
        for address in (
            *served.addresses().values(),
            document,
            "/review?kind=claims",
            "/review?kind=questions",
            "/review?kind=log",
        ):
            page = file.show(address)
            offered = page.get_by_role("button").all_inner_texts()
            assert offered and not [name for name in offered if DEEDS.match((name or "").strip())], address
            assert page.locator("#deciding *").count() == 0, address
            assert page.locator("a[download]").count() == 0, address
        for key in ("u", "a", "r", "n", "Shift+U"):
            page.keyboard.press(key)
        assert page.get_by_role("dialog").count() == 0 and page.locator(".toast").count() == 0


def test_links_lead_within_the_file(explorer: Served, exported: Callable[[str], Path], chromium: Any) -> None:
    served = explorer("seeds")
    lead = "() => [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))"
    with opened(chromium, exported("seeds")) as file:
        for address in served.addresses().values():
            page = file.show(address)
            assert {href[:1] for href in page.evaluate(lead) if "://" not in href} == {"#"}, address
        page = file.show("/actors")
        page.locator("main a[href^='#/actor/']").first.click()
        page.wait_for_function("() => document.body.dataset.view === 'actor'")
        page.go_back()
        page.wait_for_function("() => document.body.dataset.view === 'actors'")
        page.goto(f"{file.address}#/findings?theatre=Syria")
        page.wait_for_function("() => document.body.dataset.view === 'findings'")
        page.reload()
        page.wait_for_function("() => document.body.dataset.view === 'findings'")


def alike(case: Case, file: Path, chromium: Any) -> int:
    """Asks both; how many answers were the same and said something."""
    asked, server = questions(case), client(case)
    with opened(chromium, file) as page:
        answers = page.ask(asked)
    for (path, params), answer in zip(asked, answers, strict=True):
        response = server.get(f"/api{path}", params=params)
        expected = response.json()
        if response.status_code != 200:
            assert answer["status"] == response.status_code, (path, params)
            continue
        expected.pop("path", None)  # of a document: where it lay on the machine on which it was read
        answer.pop("path", None)
        assert answer == expected, (path, params)
    return sum(bool(answer.get("total") or answer.get("hits")) for answer in answers if "status" not in answer)


def test_it_answers_as_the_server_does(explorer: Served, exported: Callable[[str], Path], chromium: Any) -> None:
    assert alike(explorer("seeds").case, exported("seeds"), chromium) > 300


def test_it_answers_as_the_server_does_about_what_was_decided(chromium: Any, tmp_path: Path) -> None:
    case = fill(Case.memory(), documents=30, actors=40)
    decide_a_lot(case)
    export_html(case, tmp_path / "war.html")
    assert alike(case, tmp_path / "war.html", chromium) > 300


def decide_a_lot(case: Case) -> None:
    """Some of every kind of decision that changes what answers say."""
    claims, review = case.claims(), case.review
    for n, who in enumerate(("ana", "ben", "ana")):
        review.decide("accept", [claims[n].id], who=who)
        review.decide("reject", [claims[n + 4].id], who=who, why="seen otherwise")
        review.decide("note", [claims[n + 8].id], {"text": f"note {n}"}, who=who)
    review.decide("reject", [claims[0].id], who="ben")
    review.decide("swap", [claims[12].id], who="ana")
    review.rename(claims[1].subject.actor, "The Renamed", who="ana")
    review.decide("merge", [claims[2].subject.actor, claims[3].object.actor], who="ben")
    review.undo(who="ana")
    findings = client(case).get("/api/findings").json()["findings"]
    review.decide("keep", [findings[0]["id"]], {"note": "to be followed"}, who="ana")
    review.decide("dismiss", [findings[1]["id"]], who="ben")


def test_what_is_hostile_stays_text(explorer: Served, exported: Callable[[str], Path], chromium: Any) -> None:
    served, alive = explorer("hostile"), ALIVE.replace("https?:|", "https?:|file:|")
    with opened(chromium, exported("hostile")) as file:
        for view in VIEWS.values():
            for address in each(served, view)[::2]:
                page = file.show(address)
                assert page.locator("main h1").count() == 1, address
                assert sorted(page.evaluate(alive)) == sorted(page.evaluate(HEAD)), address
                assert page.evaluate("() => window.ran") is None and page.evaluate(UNSPOILT) == 0, address
        for payload in PAYLOADS[::3]:
            page = file.show("/search?q=" + quote(payload[:300], safe=""))
            assert page.evaluate("() => window.ran") is None


def test_its_policy_lets_nothing_out(exported: Callable[[str], Path], chromium: Any) -> None:
    with opened(chromium, exported("seeds")) as file:
        refused = file.page.evaluate(
            """() => new Promise((done) => {
              const found = [];
              document.addEventListener('securitypolicyviolation', ({effectiveDirective}) => {
                if (found.push(effectiveDirective) === 3) done(found.toSorted());
              });
              fetch('https://example.org/').catch(() => null);
              document.body.append(Object.assign(new Image(), {src: 'https://example.org/a.png'}));
              const script = document.createElement('script');
              script.textContent = 'window.ran = 1';
              document.body.append(script);
            })"""
        )
        assert refused == ["connect-src", "img-src", "script-src-elem"]
        assert file.page.evaluate("() => window.ran") is None
        refusals = "Content Security Policy", "asked for https://example.org/a.png"  # told of, but never sent
        file.problems = [one for one in file.problems if not any(told in one for told in refusals)]
