"""The public names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import imbroglio


def test_every_public_name_is_there() -> None:
    for name in imbroglio.__all__:
        assert getattr(imbroglio, name) is not None
    assert set(imbroglio.__all__) <= set(dir(imbroglio))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        imbroglio.nonsense  # noqa: B018


@pytest.mark.parametrize("module", ["imbroglio", "imbroglio.cli", "imbroglio.documents", "imbroglio.pipeline"])
def test_nothing_heavy_is_imported_before_it_is_needed(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "onnxruntime", "rich", "spacy", "sqlalchemy", "trafilatura", "yaml"} & set(loaded)


def test_open_case(tmp_path: Path) -> None:
    with imbroglio.open_case(str(tmp_path / "war.case")) as case:
        assert case.documents() == []
