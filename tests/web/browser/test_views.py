"""Every view in a real browser: it opens without an error, anybody can use it, it fits, and its address holds it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest

from imbroglio.web.pages import VIEWS
from tests.web.browser.driving import Explorer

Served = Callable[[str], Explorer]

# What a person may have set in a view, as part of its address.
STATES = {
    "matrix": "?level=actor&order=name&firmness=fact&trust=0.5",
    "findings": "?theatre=Syria",
    "tie": "?firmness=hedged",
    "actors": "?q=a&order=name&kind=armed+group",
    "actor": "?firmness=hedged",
    "documents": "?q=the&order=title",
    "document": "?firmness=fact",
    "graph": "?level=actor&theatre=Syria",
    "chains": "?theatre=Syria",
    "map": "?firmness=fact",
    "review": "?kind=claims&firmness=hedged",
    "search": "?q=rebels",
}
# Where a rule would be told the same of thousands of cells and cards, some of them do.
FEWER = {"matrix": "?theatre=Iraq", "findings": "?theatre=Iraq"}
MOVING = "() => getComputedStyle(document.body).color && document.getAnimations().length"
TEXT = "() => document.getElementById('main').innerText"


@pytest.fixture(scope="module")
def axe(chromium: object) -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS.values())
def test_a_view_opens_for_everybody_at_every_width(explorer: Served, axe: str, view: str) -> None:
    served = explorer("seeds")
    with served.page() as watched:
        page = watched.open(served.addresses()[view] + FEWER.get(view, ""))
        assert page.title() and page.locator("main h1").count() == 1
        assert not watched.axe(axe)
        page.emulate_media(color_scheme="dark")
        assert not page.evaluate(MOVING)  # who asks for less motion sees colours change at once
        watched.ready()
        assert not watched.axe(axe, runOnly=["color-contrast"])
        page.set_viewport_size({"width": 360, "height": 740})
        watched.fits()
        assert not watched.axe(axe, rules={"color-contrast": {"enabled": False}})


@pytest.mark.parametrize("view", VIEWS.values())
def test_the_address_holds_all_of_a_view(explorer: Served, view: str) -> None:
    served = explorer("seeds")
    plain = served.addresses()[view]
    with served.page() as first:
        before = first.open(plain).evaluate(TEXT)
        seen = first.move(plain + STATES[view]).evaluate(TEXT)
        address = first.page.url.removeprefix(served.base)
        first.page.go_back()
        assert first.ready().evaluate(TEXT) == before != seen
    with served.page() as second:
        assert second.open(address).evaluate(TEXT) == seen


def test_an_empty_case_explains_itself(explorer: Served) -> None:
    served = explorer("empty")
    with served.page() as watched:
        for address in served.addresses().values():
            page = watched.open(address)
            assert page.locator("main").inner_text().strip(), address
            watched.fits()
        assert "imbroglio read" in watched.open("/").locator("main").inner_text()


def test_what_is_not_there_is_said(explorer: Served) -> None:
    with explorer("seeds").page() as watched:
        watched.expected |= {404}
        for address in ("/actor/nobody", "/document/none", "/tie/nobody/no-one"):
            assert watched.open(address).get_by_role("alert").inner_text()


def test_two_thousand_actors_open(explorer: Served) -> None:
    served = explorer("large")
    with served.page() as watched:
        for view, address in served.addresses().items():
            page = watched.open(address)
            assert page.locator("main h1").count() == 1, view
            watched.fits()


KEYS = {
    "g m": "matrix", "g f": "findings", "g a": "actors", "g d": "documents", "g g": "graph", "g c": "chains",
    "g p": "map", "g r": "review", "g s": "search",
}  # fmt: skip


def test_every_view_is_two_keys_away(explorer: Served) -> None:
    with explorer("seeds").page() as watched:
        page = watched.open("/actors")
        for keys, view in KEYS.items():
            watched.press(keys)
            page.wait_for_function("(view) => document.body.dataset.view === view", arg=view)
            watched.ready()
            assert page.url.endswith(next(path for path, name in VIEWS.items() if name == view)) or view == "review"


def test_search_keys_and_legend_are_one_key_away(explorer: Served) -> None:
    with explorer("seeds").page() as watched:
        page = watched.open("/documents")
        for key, title in (("?", "Keys"), ("l", "Legend"), ("/", "Search")):
            watched.press(key)
            page.get_by_role("dialog", name=title).wait_for()
            watched.press("Escape")
            page.get_by_role("dialog").wait_for(state="detached")
        watched.press("/")
        page.get_by_role("dialog", name="Search").wait_for()
        page.keyboard.type("truce")
        page.locator(".search-results a").first.wait_for()
        watched.press("ArrowDown Enter")
        page.wait_for_url(lambda url: "/documents" not in url)
        watched.ready()
