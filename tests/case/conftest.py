"""The stores that a case can live in: every test of this folder runs against each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from imbroglio.case import Case


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Case]:
    """A function that makes a new, empty case."""
    made = iter(range(10_000))

    def make() -> Case:
        if request.param == "memory":
            return Case.memory()
        return Case.open(tmp_path / f"{next(made)}.case")

    return make
