"""How quickly the explorer answers about a large case, and shows the first page of a small one.

Run it with `python -m benchmarks.explorer [--documents N] [--write FILE]`.

A case made by dice (`benchmarks.generated`) is served by `imbroglio serve` in a process of its own, and every view is
asked for over loopback, one request after the other, each with other filters, so that few answers come from a cache.
What is timed is the whole request, from sending to the last byte read. The findings are worked out meanwhile by a
process of their own, as for the first reader of a case.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx

from benchmarks.generated import fill
from benchmarks.speed import machine
from imbroglio.case import Case
from imbroglio.evaluation.render import table
from imbroglio.pipeline import read
from tests.web.browser.install import find as chromium

BAR = 300
"""Milliseconds that 95 of 100 answers are to stay under."""
ACTORS = 400
READY = "() => document.getElementById('main')?.getAttribute('aria-busy') === 'false'"
PAINTED = "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.now()]"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
EXAMPLES = Path(__file__).parents[1] / "examples"
FIRMNESS = ("fact", "hedged", "planned")
Ask = Callable[[random.Random], str]


class Asked:
    """Addresses of the views, with filters drawn by dice from what the case holds."""

    def __init__(self, client: httpx.Client) -> None:
        self.actors = [actor["id"] for actor in client.get("/api/actors?limit=100").json()["actors"]]
        self.documents = [one["id"] for one in client.get("/api/documents?limit=100").json()["documents"]]
        self.theatres = [one["name"] for one in client.get("/api/case").json()["theatres"]][:20]

    def views(self) -> dict[str, Ask]:
        """By name of the view, what makes an address of it."""
        one, two = self._actor, self._actor
        return {
            "case": lambda _: "/api/case",
            "matrix": lambda dice: "/api/matrix" + self._filters(dice),
            "findings": lambda dice: "/api/findings" + self._filters(dice),
            "tie": lambda dice: f"/api/tie/{one(dice)}/{two(dice)}" + self._filters(dice),
            "actors": lambda dice: "/api/actors" + self._filters(dice),
            "actor": lambda dice: f"/api/actors/{one(dice)}" + self._filters(dice),
            "documents": lambda dice: "/api/documents" + self._filters(dice),
            "document": lambda dice: f"/api/documents/{quote(dice.choice(self.documents), safe='')}",
            "claims": lambda dice: "/api/claims" + self._filters(dice),
            "graph": lambda dice: "/api/graph" + self._filters(dice),
            "chains": lambda dice: f"/api/chains/{one(dice)}/{two(dice)}" + self._filters(dice),
            "flows": lambda dice: "/api/flows" + self._filters(dice),
            "map": lambda dice: "/api/places" + self._filters(dice),
            "search": lambda dice: f"/api/search?q={quote(dice.choice(self.actors)[:6])}",
            "queue": lambda dice: "/api/queue" + self._filters(dice),
            "page": lambda dice: dice.choice(("/", "/findings", "/graph", "/map", "/review")),
        }

    def _actor(self, dice: random.Random) -> str:
        return quote(dice.choice(self.actors), safe="")

    def _filters(self, dice: random.Random) -> str:
        """One to three filters."""
        drawn = {
            "theatre": dice.choice(self.theatres), "firmness": dice.choice(FIRMNESS),
            "trust": f"{dice.randrange(1, 90) / 100}", "level": dice.choice(("actor", "umbrella", "state")),
            "since": f"20{dice.randrange(12, 20)}-{dice.randrange(1, 13):02}-01",
        }  # fmt: skip
        return "?" + urlencode({name: drawn[name] for name in dice.sample(sorted(drawn), dice.randint(1, 3))})


@contextmanager
def served(case: Path) -> Iterator[httpx.Client]:
    """A client of the explorer of the case, which works out its findings meanwhile, as for the first reader."""
    command = [str(Path(sys.executable).with_name("imbroglio")), "serve", str(case), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        address = next(word for line in server.stderr for word in line.split() if word.startswith("http"))
        with httpx.Client(base_url=address.rstrip("/"), timeout=120) as client:
            try:
                yield client
            finally:
                server.terminate()


def measured(client: httpx.Client, requests: int) -> list[list[str]]:
    """A row a view: milliseconds at the median, at the 95th percentile, at most, and kilobytes at the median."""
    dice, rows, every = random.Random(1), [], []
    for view, ask in Asked(client).views().items():
        times, sizes = [], []
        for _ in range(requests):
            address = ask(dice)
            started = time.perf_counter()
            answer = client.get(address)
            times.append(1000 * (time.perf_counter() - started))
            if answer.status_code >= 400:
                raise SystemExit(f"{address}: {answer.status_code} {answer.text[:200]}")
            sizes.append(len(answer.content) / 1000)
        every += times
        rows.append([view, *_figures(times), f"{statistics.median(sizes):,.0f}"])
    return [*rows, ["all", *_figures(every), ""]]


def painted(case: Path, times: int = 9) -> tuple[float, float]:
    """Milliseconds, at the median, from asking for the home page until something is painted, and until all is there;
    each in a browser that has nothing of it yet."""
    from playwright.sync_api import sync_playwright

    found = []
    with served(case) as client, sync_playwright() as driver:
        client.get("/api/matrix").raise_for_status()
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _ in range(times):
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            page.goto(str(client.base_url), wait_until="commit")
            page.wait_for_function(READY)
            found.append(page.evaluate(PAINTED))
            page.context.close()
    return statistics.median(first for first, _ in found), statistics.median(whole for _, whole in found)


def _figures(times: list[float]) -> list[str]:
    return [f"{n:,.0f}" for n in (statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times))]


def page(documents: int, requests: int) -> str:
    """The committed page."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.case"
        files = [*sorted(EXAMPLES.glob("20*.md")), *sorted(SEEDS.glob("*.txt"))]
        with Case.open(small) as case:
            read(files, case=case)
        first, whole = painted(small)
        path = Path(folder) / "large.case"
        with Case.open(path) as case:
            fill(case, documents, actors=ACTORS)
        started = time.perf_counter()
        with served(path) as client:
            client.get("/api/matrix").raise_for_status()
            opened = time.perf_counter() - started
            about = client.get("/api/case").json()
            rows = measured(client, requests)
    head = ["view", "median ms", "95th percentile ms", "most ms", "kB"]
    return f"""# The explorer on a large case

Printed by `make bench`; `benchmarks/explorer.py` says what is measured. {requests} requests a view, one after the
other, with filters drawn by dice. The 95th percentile is to stay under {BAR} ms.

{documents:,} documents, {about["claims"]:,} claims, {ACTORS} actors at most. {machine()}.
From starting `imbroglio serve` to the first matrix: {opened:.1f} s.

{table(head, rows)}

# The first page

The home page of {len(files)} documents ({"examples and founding articles" if SEEDS.exists() else "examples"}),
asked for by Chromium with an empty cache, at the median of nine times. Something is to be painted within a second.

| | ms |
| --- | ---: |
| something is painted | {first:,.0f} |
| the matrix is there | {whole:,.0f} |
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000, help="of the case (default: %(default)s)")
    parser.add_argument("--requests", type=int, default=40, help="of each view (default: %(default)s)")
    parser.add_argument("--write", type=Path, help="write the page into this file too")
    options = parser.parse_args()
    text = page(options.documents, options.requests)
    print(text, end="")
    if options.write:
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
