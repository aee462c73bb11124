"""Corpora that other people labelled in their own terms, one file each: what of them our claims can be held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.evaluation.corpora.measured import Measured

__all__ = ["CORPORA", "Measured", "as_data", "as_rows", "measure"]

CORPORA = {
    "re3d": "re3d: relations between entities in 53 short documents on Syria and Iraq (Dstl 2017)",
    "plover": "PLOVER: 323 event records with their class (Open Event Data Alliance)",
    "petrarch": "PETRARCH: its unit-test sentences, source and target as codes (Schrodt et al. 2014)",
    "polnear": "PolNeAR: attributions in political news (Newell et al. 2018); give the split's folder",
    "gum": "GUM: coreference of people, organisations and places, CoNLL-U file (Zeldes 2017)",
}


def measure(corpus: str, path: Path, progress: Callable[[int], None] | None = None) -> list[Measured]:
    """The figures of one corpus. Raises `GoldError` if `path` does not hold it."""
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder; give the place of your copy of {corpus}")
    measured: list[Measured] = import_module(f"{__name__}.{corpus}").measure(path, progress)
    return measured


def as_rows(measured: Sequence[Measured]) -> list[list[str]]:
    """Rows of (what, score, interval, cases) as text."""
    return [
        [m.label, f"{m.value:.3f}", f"{m.interval[0]:.3f} to {m.interval[1]:.3f}" if m.interval else "–", str(m.cases)]
        for m in measured
    ]


def as_data(measured: Sequence[Measured]) -> dict[str, dict[str, Any]]:
    """The figures by label, for JSON."""
    return {
        m.label: {
            "value": round(m.value, 4), "cases": m.cases,
            "interval": [round(end, 4) for end in m.interval] if m.interval else None,
        }
        for m in measured
    }  # fmt: skip
