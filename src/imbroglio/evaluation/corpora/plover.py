"""PLOVER's gold records: of two given parties, is the class of what is between them right?

The reader is asked what there is between the two (`imbroglio.between`). Its most trusted answer that is an attitude or
a meeting counts, however little it trusts it; no answer is wrong. Two thirds of the records are of conflict, so whoever
always says "opposes" is right in as many. Records of events that our relations have no word for (demands, protests,
investigations, concessions, retreats) and those without two parties in their text are left out. Categories: PLOVER
manual 0.8 (Schrodt 2021).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from imbroglio.bearing import ATTITUDES, Bearing
from imbroglio.errors import GoldError
from imbroglio.evaluation.measure import Measure, share
from imbroglio.evaluation.reading import Progress, counted
from imbroglio.model import RelationClass, Span

CLASS = {
    **dict.fromkeys(["AGREE", "SUPPORT", "COOPERATE", "AID"], "supports"),
    **dict.fromkeys(
        ["REJECT", "THREATEN", "DISAPPROVE", "ACCUSE", "COERCE", "ASSAULT", "FIGHT", "SANCTION"], "opposes"
    ),
    "CONSULT": "talk",
}
Ends = tuple[list[int], list[int]]


def measure(path: Path, progress: Progress = None) -> dict[str, Measure]:
    """Accuracy overall and by category; `path` is the file or its folder."""
    path = path / "PLOVER_GSR_CAMEO.txt" if path.is_dir() else path
    records = [(r, ends) for r in _records(path.read_text(encoding="utf-8")) if (ends := _ends(r))]
    if not records:
        raise GoldError(f"{path}: holds no records; give PLOVER_GSR_CAMEO.txt or its folder")
    hits: dict[str, list[tuple[int, int]]] = {"class": []}
    for (record, _), read in zip(records, _classes(records, progress), strict=True):
        hit = (int(read == CLASS[record["event"]]), 1)
        hits["class"].append(hit)
        hits.setdefault(record["event"], []).append(hit)
    return {event: Measure.of(rows, share) for event, rows in sorted(hits.items(), key=lambda e: (e[0] != "class", e))}


def _records(text: str) -> Iterator[dict[str, Any]]:
    """The file is a list of objects with commas between and nothing around them."""
    decoder, at = json.JSONDecoder(strict=False), text.find("{")
    while at >= 0:
        record, end = decoder.raw_decode(text, at)
        if record.get("event") in CLASS:
            yield record
        at = text.find("{", end)


def _ends(record: dict[str, Any]) -> Ends | None:
    """Where the two parties stand in the text."""
    one, two = ([a for a in record.get(side) or () if isinstance(a, dict)] for side in ("source", "target"))
    named = [actor["actorText"] for actor in (*one[:1], *two[:1], *one[1:])]  # two sources act on each other
    if len(named) < 2 or (first := _find(named[0], record["text"])) is None:
        return None
    hidden = record["text"][: first[0]] + "\0" * (first[1] - first[0]) + record["text"][first[1] :]
    second = _find(named[1], hidden) or _find(
        named[1], record["text"]
    )  # "the Palestinian Jihad … Palestinian factions"
    return None if second is None or second == first else (first, second)


def _find(name: str, text: str) -> list[int] | None:
    """A name may leave words out: "U.S. ... negotiators"."""
    pattern = r"\s.*?\s".join(r"\s+".join(map(re.escape, part.split())) for part in name.split("...") if part.strip())
    found = re.search(pattern, text, re.DOTALL) if pattern else None
    return [found.start(), found.end()] if found else None


def _classes(records: list[tuple[dict[str, Any], Ends]], progress: Progress) -> Iterator[str | None]:
    """The class of the most trusted bearing between the parties of each record; None where there is none."""
    from imbroglio.bearing import between_all
    from imbroglio.documents import make_document

    asked = [
        (make_document(record["text"], id=record["id"]), (Span(*one), Span(*two))) for record, (one, two) in records
    ]
    for found in counted(between_all(asked), progress):
        yield next((_class(bearing) for bearing in found if bearing.klass in ATTITUDES), None)


def _class(bearing: Bearing) -> str:
    """A meeting that is only meant to be is willingness to meet: PLOVER's AGREE, no CONSULT."""
    meant = bearing.klass is RelationClass.TALK and bearing.firmness in ("planned", "hypothetical")
    return str(RelationClass.SUPPORTS if meant else bearing.klass)
