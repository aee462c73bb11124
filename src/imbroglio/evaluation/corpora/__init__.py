"""Corpora that other people labelled in their own terms, one file each: what of them our claims can be held against."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from imbroglio.errors import GoldError

if TYPE_CHECKING:
    from imbroglio.evaluation.measure import Measure
    from imbroglio.evaluation.reading import Progress

CORPORA = {
    "gum": "GUM: coreference of people, organisations and places; a CoNLL-U file (Zeldes 2017)",
    "petrarch": "PETRARCH: its unit-test sentences, source and target as codes (Schrodt et al. 2014)",
    "plover": "PLOVER: 323 event records with their class (Open Event Data Alliance 2016)",
    "polnear": "PolNeAR: attributions in political news; the folder of a split (Newell et al. 2018)",
    "re3d": "re3d: relations between entities in 53 short documents on Syria and Iraq (Dstl 2017)",
}


def measure(corpus: str, path: Path, progress: Progress = None) -> dict[str, Measure]:
    """The figures of one corpus by label. Raises `GoldError` if `path` does not hold it."""
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder; give the place of your copy of {corpus}")
    try:
        measured: dict[str, Measure] = import_module(f"{__name__}.{corpus}").measure(path, progress)
    except (OSError, UnicodeDecodeError, ValueError, KeyError) as error:
        raise GoldError(f"{path}: is not laid out as {CORPORA[corpus]} ({error}); see docs/evaluation.md") from error
    return measured
