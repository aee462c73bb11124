"""Takes the pictures that pages show of the explorer: `python -m docs.screenshots [NAME …]` (or `make shots`).

They are taken in Chromium of the dispatches in `examples/`, whose wording is our own, and written to `docs/images/`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from imbroglio.case import Case
from imbroglio.pipeline import read
from tests.web.browser.driving import Explorer, Theme
from tests.web.browser.install import find

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = {"wide": (1280, 800), "narrow": (360, 740)}  # pixels
LARGEST = 200_000  # bytes of a picture


class Shot(NamedTuple):
    """A view to be taken: its address, on which screen and ground, and what is pressed first."""

    address: str
    screen: str = "wide"
    theme: Theme = "light"
    keys: str = ""


SHOTS = {
    "matrix": Shot("/"),
    "matrix-dark": Shot("/", theme="dark"),
    "findings": Shot("/findings"),
    "tie": Shot("/tie/russia/united-states"),
    "actor": Shot("/actor/russia"),
    "document": Shot("/document/2017-06-08-the-law"),
    "graph": Shot("/graph"),
    "chains": Shot("/chains?one=united-states&other=badr-organization"),
    "map": Shot("/map"),
    "review": Shot("/review?kind=claims"),
    "legend": Shot("/", keys="l"),
}


def main(names: list[str]) -> None:
    """Takes the named pictures, or all; fails where one is larger than a page should load."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        case = Case.open(Path(folder) / "wars.case")
        read(sorted((ROOT / "examples").glob("20*.md")), case=case)
        browser = driver.chromium.launch(executable_path=find(), args=["--no-sandbox", "--force-color-profile=srgb"])
        explorer = Explorer(browser, case, read_only=False)
        for name in names or SHOTS:
            taken = take(explorer, SHOTS[name], IMAGES / f"{name}.png")
            print(f"docs/images/{name}.png: {taken // 1000} kB")
            if taken > LARGEST:
                raise SystemExit(f"{name}.png is larger than {LARGEST // 1000} kB")
        explorer.close()
        browser.close()


def take(explorer: Explorer, shot: Shot, file: Path) -> int:
    """Writes the picture and says how many bytes it has."""
    with explorer.page(shot.screen, shot.theme) as watched:
        width, height = SIZE[shot.screen]
        watched.page.set_viewport_size({"width": width, "height": height})
        page = watched.open(shot.address)
        watched.press(shot.keys)
        page.wait_for_timeout(600)  # until what moves into its place stands still
        watched.ready()
        return len(page.screenshot(path=file))


if __name__ == "__main__":
    main(sys.argv[1:])
