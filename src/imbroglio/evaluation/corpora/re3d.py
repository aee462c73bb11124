"""re3d: is a pair of entities related as its labellers said?

Pairs are unordered and counted once a document; ends agree as in `matching.overlap`. Its relations are broader than
ours: FightingAgainst takes in attacks on civilians and places and any stated will to defeat somebody, AlliesOf any
help; so each is held against a group of relations. Labels came from a crowd and are noisy; none is left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.evaluation.corpora.measured import Measured, Progress, f1, read
from imbroglio.evaluation.matching import overlap
from imbroglio.model import Claim

OURS = {
    "FightingAgainst": frozenset("fights opposes coerces".split()),
    "AlliesOf": frozenset("backs arms funds assists fights_for fights_alongside allied_with endorses shelters".split()),
    "BelongsTo": frozenset(["part_of"]),
    "InChargeOf": frozenset(["leads"]),
    "IsSynonymOf": frozenset(["same_as"]),
}
Ends = tuple[list[int], list[int]]


def measure(folder: Path, progress: Progress = None) -> list[Measured]:
    """F1 of each relation; `folder` holds the sources' folders."""
    texts: dict[str, str] = {}
    labelled: dict[str, dict[str, list[Ends]]] = {name: defaultdict(list) for name in OURS}
    for source in sorted(path.parent for path in folder.glob("*/documents.json")):
        texts |= {row["_id"]: row["text"] for row in _rows(source / "documents.json")}
        for row in _rows(source / "relations.json"):
            if row["type"] in OURS:
                ends = ([row["sourceBegin"], row["sourceEnd"]], [row["targetBegin"], row["targetEnd"]])
                _add(labelled[row["type"]][row["documentId"]], ends)
    if not texts:
        raise GoldError(f"{folder}: no */documents.json in it; give the folder that holds re3d's sources")
    counts: dict[str, list[tuple[int, int, int]]] = {name: [] for name in OURS}
    for document, reading in read(texts, progress):
        for name, ours in OURS.items():
            found = _pairs(reading.claims, ours)
            wanted = labelled[name][document.id]
            right = sum(any(_same(ends, one) for one in found) for ends in wanted)
            counts[name].append((right, max(len(found), right), len(wanted)))
    return [f1(name, rows) for name, rows in counts.items()]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _pairs(claims: tuple[Claim, ...], relations: frozenset[str]) -> list[Ends]:
    pairs: list[Ends] = []
    for claim in claims:
        if claim.relation in relations and claim.polarity == "yes":
            one, two = claim.subject.span, claim.object.span
            _add(pairs, ([one.start, one.end], [two.start, two.end]))
    return pairs


def _add(pairs: list[Ends], ends: Ends) -> None:
    if not any(_same(ends, other) for other in pairs):
        pairs.append(ends)


def _same(a: Ends, b: Ends) -> bool:
    straight = overlap(a[0], b[0]) and overlap(a[1], b[1])
    return bool(straight or (overlap(a[0], b[1]) and overlap(a[1], b[0])))
