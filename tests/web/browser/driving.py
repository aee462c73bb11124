"""An explorer that is served from this process, and pages of it that report whatever they should not do."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import uvicorn

from imbroglio.case import Case
from imbroglio.web import make_app
from imbroglio.web.pages import VIEWS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SCREEN = {"wide": (1440, 900), "narrow": (360, 740)}
Theme = Literal["light", "dark"]
PATIENCE = 60_000  # milliseconds that a busy machine may take; nothing waits longer than it has to
READY = "() => document.getElementById('main')?.getAttribute('aria-busy') === 'false'"
FITS = "() => document.documentElement.scrollWidth <= innerWidth"
FRAMES = """() => new Promise((done) => {
  const wait = (left) => (left ? requestAnimationFrame(() => wait(left - 1)) : done());
  wait(3); // pictures are drawn in the frame after the one in which their size is known
})"""


class Explorer:
    """One case, served, and seen by one browser."""

    def __init__(self, browser: Browser, case: Case, **options: Any) -> None:
        self._browser = browser
        self._contexts: dict[tuple[str, Theme], BrowserContext] = {}
        self.turn_to(case, **options)
        config = uvicorn.Config(self._answer, interface="asgi3", log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.base = "http://{}:{}".format(*self._listening.getsockname())
        self._thread = threading.Thread(target=self._server.run, args=([self._listening],), daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def turn_to(self, case: Case, **options: Any) -> None:
        """Serves another case at the same address, where the browser has the scripts already."""
        self.case = case
        self._app = make_app(case, **options)

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        await self._app(scope, receive, send)

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()
        self._server.should_exit = True
        self._thread.join(5)
        self._listening.close()
        self.case.close()

    @contextmanager
    def page(self, screen: str = "wide", theme: Theme = "light") -> Iterator[Watched]:
        """A fresh page; that it did nothing it should not do is checked when it is closed."""
        watched = Watched(self, self._context(screen, theme).new_page())
        try:
            yield watched
        finally:
            watched.close()
        assert not watched.problems, "\n".join(watched.problems)

    def _context(self, screen: str, theme: Theme) -> BrowserContext:
        if (screen, theme) not in self._contexts:
            width, height = SCREEN[screen]
            made = self._browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
            )
            made.set_default_timeout(PATIENCE)
            self._contexts[screen, theme] = made
        return self._contexts[screen, theme]

    def addresses(self) -> dict[str, str]:
        """An address of every view, of things that the case has."""
        claims, documents = self.case.claims(), self.case.documents()
        if not claims:
            return {view: path for path, view in VIEWS.items() if "{" not in path}
        pair = claims[0].subject.actor, claims[0].object.actor
        given = {
            "tie": {"one": pair[0], "other": pair[1]}, "actor": {"id": pair[0]}, "document": {"id": documents[0].id}
        }  # fmt: skip
        return {
            view: path.format(**{name: quote(value, safe="") for name, value in given.get(view, {}).items()})
            for path, view in VIEWS.items()
        }


class Watched:
    """A page that notes errors, dialogs, windows and requests to anywhere else in `problems`."""

    def __init__(self, explorer: Explorer, page: Page) -> None:
        self.explorer = explorer
        self.page = page
        self.problems: list[str] = []
        self.expected: set[int] = set()  # statuses whose answers are part of a test
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("popup", lambda other: self.problems.append(f"{page.url}: opened a window"))
        page.on("download", lambda _: None)

    def open(self, address: str) -> Page:
        """The view at an address, when it has everything that it shows."""
        self.page.goto(self.explorer.base + address, wait_until="commit")
        return self.ready()

    def move(self, address: str) -> Page:
        """The same within the page that is open, as a link of it leads there: much quicker."""
        if self.page.url == "about:blank":
            return self.open(address)
        self.page.evaluate("(url) => import('/static/js/core/address.js').then((m) => m.go(url))", address)
        return self.ready()

    def ready(self) -> Page:
        self.page.wait_for_function(READY)
        self.page.evaluate(FRAMES)
        return self.page

    def fits(self) -> None:
        """Fails unless the page becomes no wider than its window: what was resized is drawn anew a little later."""
        self.page.wait_for_function(FITS)

    def close(self) -> None:
        """Leaves nothing behind for the next page."""
        if self.page.url.startswith(self.explorer.base):
            self.page.evaluate("() => localStorage.clear()")
        self.page.close()

    def press(self, keys: str) -> Page:
        for key in keys.split():
            self.page.keyboard.press(key)
        return self.page

    def last_decision(self) -> dict[str, Any]:
        """What the log holds last, as plain data."""
        made = self.explorer.case.decisions()[-1]
        return {"kind": made.kind.value, "targets": list(made.targets), "after": made.after, "why": made.why}

    def axe(self, script: str, **options: Any) -> list[str]:
        """Serious and critical findings of axe-core."""
        self.page.evaluate(f"() => {{ if (!window.axe) {{ {script} }} }}")
        asked = {"resultTypes": ["violations"], "iframes": False, "preload": False, "elementRef": False, **options}
        found = self.page.evaluate("(asked) => axe.run(document, asked)", asked)
        return [
            f"{v['id']}: {node['html'][:160]} {json.dumps(node['any'][:1] and node['any'][0].get('message', ''))}"
            for v in found["violations"]
            if v["impact"] in ("serious", "critical")
            for node in v["nodes"]
        ]

    def _console(self, message: Any) -> None:
        expected = any(f"status of {status}" in message.text for status in self.expected)
        if message.type == "error" and not expected:
            self.problems.append(f"{self.page.url}: {message.text} {message.location.get('url', '')}")

    def _dialog(self, dialog: Any) -> None:
        self.problems.append(f"{self.page.url}: dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.explorer.base + "/", "data:", "blob:")):
            self.problems.append(f"{self.page.url}: asked for {request.url[:200]}")
