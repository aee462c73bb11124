"""What a reader takes along from a view: its address, its footnotes, its table, its picture."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.web.browser.driving import Explorer

Served = Callable[[str], Explorer]


def notes(content: bytes) -> None:
    assert "[^1]: " in content.decode()


def references(content: bytes) -> None:
    assert content.decode().lstrip().startswith("@")


def csl(content: bytes) -> None:
    assert all(item["id"] and item["type"] for item in json.loads(content))


def table(content: bytes) -> None:
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert len(rows) > 1 and len(set(map(len, rows))) == 1


def png(content: bytes) -> None:
    assert content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) > 1_000


def svg(content: bytes) -> None:
    root = ElementTree.fromstring(content)
    assert root.tag.endswith("svg") and float(root.get("width", 0)) > 100 and len(list(root.iter())) > 5


FORMS = {
    "Footnotes (Markdown)": ("md", notes), "References (BibTeX)": ("bib", references),
    "References (CSL-JSON)": ("json", csl), "Table (CSV)": ("csv", table), "Picture (PNG)": ("png", png),
    "Picture (SVG)": ("svg", svg),
}  # fmt: skip


@pytest.mark.parametrize("view", ["matrix", "tie", "chains", "map"])
def test_a_view_is_saved_in_every_form(explorer: Served, tmp_path: Path, view: str) -> None:
    served = explorer("seeds")
    with served.page() as watched:
        page = watched.open(served.addresses()[view])
        for text, (ending, check) in FORMS.items():
            if page.locator("details.save[open]").count() == 0:
                page.locator("details.save > summary").click()
            offered = page.locator("details.save").get_by_text(text, exact=True)
            with page.expect_download() as waiting:
                offered.click()
            check(_content(waiting.value, tmp_path / f"saved.{ending}", ending))


def _content(download: Any, path: Path, ending: str) -> bytes:
    assert download.suggested_filename.endswith(f".{ending}")
    download.save_as(path)
    return path.read_bytes()


def test_the_address_of_a_view_is_copied(explorer: Served) -> None:
    served = explorer("seeds")
    with served.page() as watched:
        page = watched.open("/actors?q=syria")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.base)
        page.locator("details.save > summary").click()
        page.get_by_text("Copy link", exact=True).click()
        page.get_by_text("Link copied.").wait_for()
        assert page.evaluate("() => navigator.clipboard.readText()") == f"{served.base}/actors?q=syria"
