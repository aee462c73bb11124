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

from imbroglio.evaluation.corpora.measured import Measured, Progress, share
from imbroglio.evaluation.matching import klass, overlap

CLASS = {
    **dict.fromkeys(["AGREE", "SUPPORT", "COOPERATE", "AID"], "supports"),
    **dict.fromkeys(
        ["REJECT", "THREATEN", "DISAPPROVE", "ACCUSE", "COERCE", "ASSAULT", "FIGHT", "SANCTION"], "opposes"
    ),
    "CONSULT": "talk",
}


def measure(path: Path, progress: Progress = None) -> list[Measured]:
    """Accuracy overall and by category; `path` is the file or its folder."""
    if path.is_dir():
        path = path / "PLOVER_GSR_CAMEO.txt"
    records = [(r, ends) for r in _records(path.read_text(encoding="utf-8")) if (ends := _ends(r))]
    hits: dict[str, list[bool]] = {}
    for done, (record, read) in enumerate(zip(records, _classes(records), strict=True), start=1):
        hits.setdefault(record[0]["event"], []).append(read == CLASS[record[0]["event"]])
        if progress:
            progress(done)
    every = [hit for row in hits.values() for hit in row]
    return [share("class", every), *(share(event, row) for event, row in sorted(hits.items()))]


def _records(text: str) -> Iterator[dict[str, Any]]:
    """The file is a list of objects with commas between and nothing around them."""
    decoder, at = json.JSONDecoder(strict=False), text.find("{")
    while at >= 0:
        record, end = decoder.raw_decode(text, at)
        if record.get("event") in CLASS:
            yield record
        at = text.find("{", end)


def _ends(record: dict[str, Any]) -> tuple[list[int], list[int]] | None:
    """Where the two parties stand in the text."""
    actors = [actor for side in ("source", "target") for actor in record.get(side) or () if isinstance(actor, dict)]
    named = [actor["actorText"] for actor in actors]
    found = [_find(name, record["text"]) for name in named[:2]]
    one, two = (*found, None, None)[:2]
    return (one, two) if one and two and one != two else None


def _find(name: str, text: str) -> list[int] | None:
    """A name may leave words out: "U.S. ... negotiators"."""
    pattern = r"\s.*?\s".join(r"\s+".join(map(re.escape, part.split())) for part in name.split("...") if part.strip())
    found = re.search(pattern, text, re.DOTALL) if pattern else None
    return [found.start(), found.end()] if found else None


def _classes(records: list[tuple[dict[str, Any], tuple[list[int], list[int]]]]) -> Iterator[str | None]:
    from imbroglio.claims.constructions import candidates
    from imbroglio.claims.judge import Judge, features_of, proposals
    from imbroglio.claims.parties import Parties
    from imbroglio.documents import make_document
    from imbroglio.knowledge.lexicon import load_lexicon
    from imbroglio.pipeline import mentions_of

    documents = (make_document(record["text"], id=record["id"]) for record, _ in records)
    for (_, doc, mentions), (_, ends) in zip(mentions_of(documents), records, strict=True):
        parties = Parties(doc, mentions)
        gathered = proposals(parties, candidates(doc, mentions, load_lexicon()))
        best: tuple[float, str | None] = (0.0, None)
        for proposal, row in zip(gathered, features_of(doc, parties, gathered), strict=True):
            spans = [_span(parties, i) for i in (proposal.key[0], proposal.key[2])]
            if _between(spans, ends):
                best = max(best, (Judge.load().trust(row), str(klass(proposal.key[1]))), key=lambda pair: pair[0])
        yield best[1]


def _span(parties: Any, i: int) -> list[int]:
    span = parties.of(i)[0].span
    return [span.start, span.end]


def _between(spans: list[list[int]], ends: tuple[list[int], list[int]]) -> bool:
    a, b = spans
    straight = overlap(a, ends[0]) and overlap(b, ends[1])
    return bool(straight or (overlap(a, ends[1]) and overlap(b, ends[0])))
