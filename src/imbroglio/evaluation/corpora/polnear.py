"""PolNeAR: who said what.

An extracted attribution is right if its content overlaps a labelled one's by half of their union; `source` wants the
sources to overlap as well, `exact` the content to agree to the character, quote marks, spaces and stops aside. Where a
text has several labellers' files, the first by name is gold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.evaluation.measure import Measure, f1
from imbroglio.evaluation.reading import Progress, read_texts
from imbroglio.outputs.quotes import outermost

Roles = dict[str, set[int]]
KINDS = ("content", "source", "cue", "exact")
_ASIDE = frozenset(" \n\t\"'“”‘’.,")


def measure(folder: Path, progress: Progress = None) -> dict[str, Measure]:
    """F1 of content, content with source, content with cue, and exact content; `folder` is a split."""
    labels: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        labels.setdefault(re.sub(r"_[0-9a-f]{4}$", "", path.stem), path)
    texts = {stem: folder / "text" / f"{stem}.txt" for stem in labels}
    if not any(path.is_file() for path in texts.values()):
        raise GoldError(f"{folder}: no attributions/*.ann with their text/*.txt in it; give the folder of a split")
    counts: dict[str, list[tuple[int, int, int]]] = {kind: [] for kind in KINDS}
    bodies = {stem: path.read_bytes().decode() for stem, path in texts.items() if path.is_file()}
    for document, reading in read_texts(bodies, progress):
        found = [_roles(q) for q in outermost(reading.quotations)]
        gold = _gold(labels[document.id].read_text(encoding="utf-8"))
        for kind, hits in _hits(gold, found, document.text).items():
            counts[kind].append((hits, len(found), len(gold)))
    return {kind: Measure.of(rows, f1) for kind, rows in counts.items()}


def _roles(quotation: Any) -> Roles:
    """Characters of source, cue and content."""
    return {
        "content": _chars((span.start, span.end) for span in quotation.content),
        **{
            role: _chars([(span.start, span.end)] if (span := getattr(quotation, role)) else [])
            for role in ("source", "cue")
        },
    }


def _chars(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _gold(annotation: str) -> list[Roles]:
    """The attributions of a brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    rows = [line.split("\t") for line in annotation.splitlines()]
    for row in rows:
        if row[0].startswith("T"):
            pieces = row[1].partition(" ")[2].split(";")
            spans[row[0]] = [(int(start), int(end)) for start, end in (piece.split() for piece in pieces)]
    found = []
    for row in rows:
        if row[0].startswith("E"):
            roles: defaultdict[str, set[int]] = defaultdict(set)
            for part in row[1].split():
                role, _, target = part.partition(":")
                roles[re.sub(r"\d+$", "", role).lower()] |= _chars(spans.get(target, []))
            if roles["content"]:
                found.append({role: roles[role] for role in ("content", "source", "cue")})
    return found


def _hits(gold: list[Roles], found: list[Roles], text: str) -> Counter[str]:
    pairs = sorted(
        (
            (len(g["content"] & f["content"]) / len(g["content"] | f["content"]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g["content"] & f["content"]
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    hits: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    used: set[tuple[str, int]] = set()
    for likeness, i, j in pairs:
        if likeness < 0.5 or ("gold", i) in used or ("found", j) in used:
            continue
        used |= {("gold", i), ("found", j)}
        hits["content"] += 1
        for role in ("source", "cue"):
            hits[role] += bool(gold[i][role] & found[j][role]) or not (gold[i][role] or found[j][role])
        hits["exact"] += _core(text, gold[i]["content"]) == _core(text, found[j]["content"])
    return hits


def _core(text: str, characters: set[int]) -> set[int]:
    return {i for i in characters if i < len(text) and text[i] not in _ASIDE}
