"""PLOVER's gold records: of two given parties, is the class of what is between them right?

The reader is asked for its most trusted proposal between the two, however little it trusts it; no proposal is wrong.
Records of events that our relations have no word for (demands, protests, investigations, concessions, retreats) and
those without two parties in their text are left out. Categories: PLOVER manual 0.8 (Schrodt 2021).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.evaluation.matching import klass, overlap
from imbroglio.evaluation.measure import Measure, share
from imbroglio.evaluation.reading import Inspected, Progress, inspect
from imbroglio.model import Mention

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
    found = [_find(name, record["text"]) for name in named[:2]]
    if len(found) < 2 or found[0] is None or found[1] is None or found[0] == found[1]:
        return None
    return found[0], found[1]


def _find(name: str, text: str) -> list[int] | None:
    """A name may leave words out: "U.S. ... negotiators"."""
    pattern = r"\s.*?\s".join(r"\s+".join(map(re.escape, part.split())) for part in name.split("...") if part.strip())
    found = re.search(pattern, text, re.DOTALL) if pattern else None
    return [found.start(), found.end()] if found else None


def _classes(records: list[tuple[dict[str, Any], Ends]], progress: Progress) -> Iterator[str | None]:
    """The class of the most trusted proposal between the parties of each record; None where there is none."""
    from imbroglio.documents import make_document

    documents = [make_document(record["text"], id=record["id"]) for record, _ in records]
    for seen, (_, ends) in zip(inspect(documents, progress), records, strict=True):
        given = tuple(_actors(seen, end) for end in ends)
        between = [
            (trust, klass(relation))
            for (one, relation, two), trust in seen.trust.items()
            if _between([_span(seen.parties, one), _span(seen.parties, two)], ends)
            or _same([{party.actor for party in seen.parties.of(i)} for i in (one, two)], given)
        ]
        yield str(max(between)[1]) if between else None


def _actors(seen: Inspected, end: list[int]) -> set[str]:
    """Whom the reader takes a given party for; "it" and "the country" elsewhere are the same."""
    return {actor for mention in seen.mentions.items for actor in mention.actors if overlap(_of(mention), end)}


def _of(mention: Mention) -> list[int]:
    return [mention.span.start, mention.span.end]


def _span(parties: Any, i: int) -> list[int]:
    span = parties.of(i)[0].span
    return [span.start, span.end]


def _same(read: list[set[str]], given: tuple[set[str], ...]) -> bool:
    """Whether the two sides are the given ones, in either order."""
    straight = read[0] & given[0] and read[1] & given[1]
    return bool(straight or (read[0] & given[1] and read[1] & given[0]))


def _between(spans: list[list[int]], ends: Ends) -> bool:
    a, b = spans
    straight = overlap(a, ends[0]) and overlap(b, ends[1])
    return bool(straight or (overlap(a, ends[1]) and overlap(b, ends[0])))
