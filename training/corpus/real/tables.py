"""All labels of real text with their texts, where the treebank is there; and whether they can be had."""

from __future__ import annotations

from pathlib import Path

from training.corpus.notation import Dispatch, Problem
from training.corpus.real.standoff import read
from training.corpus.real.treebank import TREEBANKS, sources

LABELS = Path(__file__).parent / "labels"
FOLDER = "real-gum"  # a name that begins with real gives real documents their weight (training/claims/data.py)
TREEBANK = "en_gum-cc-train.conllu"  # never the development or the test part: those measure


class TreebankMissing(Exception):
    """The texts are not here, so the labels can be neither checked nor learned from."""


def every(treebanks: Path = TREEBANKS, labels: Path = LABELS) -> tuple[list[Dispatch], list[Problem]]:
    """The labelled documents of all files, by name, and all problems; TreebankMissing where the texts are absent."""
    path = treebanks / TREEBANK
    if not path.is_file():
        raise TreebankMissing(f"the labels of real text were passed over: their texts would be in {path}")
    texts = sources(path)
    dispatches: list[Dispatch] = []
    problems: list[Problem] = []
    for file in sorted(labels.glob("*.txt")):
        found, wrong = read(file, texts)
        problems += (Problem(file.name, d.line, f"{d.id} is labelled twice") for d in found if d.id in _ids(dispatches))
        dispatches += found
        problems += wrong
    return dispatches, problems


def _ids(dispatches: list[Dispatch]) -> set[str]:
    return {d.id for d in dispatches}
