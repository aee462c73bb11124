"""Documents, names and notes that try to run, load, break out or deceive: in every view they stay text."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from imbroglio.web.pages import VIEWS
from tests.web.browser.cases import PAYLOADS
from tests.web.browser.driving import Explorer, Watched

Served = Callable[[str], Explorer]

# Elements that no view makes, attributes that run, links that lead anywhere but to a page: a payload come to life.
ALIVE = """() => [
  ...document.querySelectorAll('iframe, object, embed, base, form[action], meta[http-equiv]'),
  ...document.querySelectorAll('main :is(script, style, link, img)'),
  ...document.querySelectorAll('[srcdoc], [onerror], [onload], [onfocus], [autofocus], [style*="url("]'),
  ...[...document.querySelectorAll('a[href], [*|href]')]
    .filter((one) => !/^(https?:|blob:|#|$)/.test(one.href?.baseVal ?? one.href)),
  ...[...document.querySelectorAll('a[href]')].filter((one) => new URL(one.href).origin !== location.origin
    && !(one.rel.includes('noopener') && one.rel.includes('noreferrer'))),
].map((one) => one.outerHTML.slice(0, 200))"""
PATHS = "/search?q=", "/documents?q=", "/?theatre=", "/review?kind=log&who="


def harmless(watched: Watched, address: str) -> None:
    page = watched.move(address)
    assert page.locator("main h1").count() == 1, address
    assert page.evaluate("() => window.ran") is None, address
    assert page.evaluate(ALIVE) == [], address
    watched.fits()


def each(served: Explorer, view: str) -> list[str]:
    """Addresses of a view: one of each thing in the case that it is about."""
    path = next(path for path, name in VIEWS.items() if name == view)
    claims = served.case.claims()
    ids = {
        "document": [{"id": document.id} for document in served.case.documents()],
        "actor": [{"id": claim.subject.actor} for claim in claims[::2]],
        "tie": [{"one": claim.subject.actor, "other": claim.object.actor} for claim in claims[::2]],
    }.get(view, [{}])
    return [path.format(**{name: quote(value, safe="") for name, value in given.items()}) for given in ids]


@pytest.mark.parametrize("screen", ["wide", "narrow"])
@pytest.mark.parametrize("view", VIEWS.values())
def test_a_view_shows_what_is_hostile_as_text(explorer: Served, view: str, screen: str) -> None:
    served = explorer("hostile")
    addresses = each(served, view)
    with served.page(screen) as watched:
        for address in addresses if screen == "wide" else addresses[::5]:
            harmless(watched, address)


def test_what_the_address_brings_stays_text(explorer: Served) -> None:
    with explorer("hostile").page() as watched:
        watched.expected |= {400, 404, 414}
        for number, payload in enumerate(PAYLOADS):
            for path in (PATHS[number % 4], PATHS[(number + 1) % 4]):
                page = watched.move(path + quote(payload[:1_000], safe=""))
                found = page.evaluate(ALIVE)
                assert found == [] and page.evaluate("() => window.ran") is None


def test_the_review_shows_it_as_text(explorer: Served) -> None:
    """Queue and log, and a dialog over each claim."""
    served = explorer("hostile")
    with served.page() as watched:
        harmless(watched, "/review?kind=log")
        for claim in served.case.claims()[::3]:
            harmless(watched, f"/review?kind=claims&item={claim.id}")
            watched.press("c")
            page = watched.page
            page.get_by_role("dialog").wait_for()
            assert page.evaluate(ALIVE) == []
            watched.press("Escape")


def test_what_is_found_and_told_stays_text(explorer: Served) -> None:
    """Search over a view, the list of actors to choose from, and messages about decisions."""
    with explorer("hostile").page() as watched:
        page = watched.open("/documents")
        watched.press("/")
        for words in ("script", "svg", "window"):
            page.get_by_role("dialog").get_by_role("searchbox").fill(words)
            page.locator(".search-results a").first.wait_for()
            assert page.evaluate(ALIVE) == [] and page.evaluate("() => window.ran") is None
        watched.press("Escape")
        page.evaluate(
            "() => import('/static/js/core/toast.js').then((m) => m.toast('<img src=x onerror=window.ran=1>'))"
        )
        page.locator(".toast").wait_for()
        assert page.evaluate(ALIVE) == [] and page.evaluate("() => window.ran") is None
