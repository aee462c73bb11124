"""A browser that is really there: Debian's Chromium, driven over the explorer served from this process.

One browser, and one server a case, for the whole run. Where there is no browser these tests are skipped with the
reason; `make test` installs one where it may.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.browser.cases import CASES
from tests.web.browser.driving import Explorer
from tests.web.browser.install import find


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: run make install")
    path = find()
    if path is None:
        pytest.skip("no Chromium on this machine; make test installs Debian's where it may")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def explorer(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Explorer]]:
    """The explorer of a case by its name, made and served when first asked for."""
    folder, served = tmp_path_factory.mktemp("cases"), {}

    def of(name: str) -> Explorer:
        if name not in served:
            served[name] = Explorer(chromium, CASES[name](folder / f"{name}.case"))
        return served[name]

    yield of
    for one in served.values():
        one.close()
