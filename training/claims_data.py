"""Claim arcs to learn: labelled documents as windows of words with arcs between the head words of the parties.

The order of the parties in a symmetric relation carries no meaning, so there the first in the text is the subject.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from imbroglio.language.engine import Engine
from imbroglio.language.windows import Window

SYMMETRIC = frozenset(["fights_alongside", "allied_with", "agrees_with", "tied_to", "talks_with", "same_as"])
RELATIONS = (
    "accuses advances_on agrees_with allied_with arms assists backs coerces controls deploys_to endorses fights "
    "fights_alongside fights_for funds leads opposes part_of same_as sanctions shelters talks_with threatens tied_to"
)
LABELS = {
    "relation": RELATIONS.split(),
    "polarity": ["yes", "no"],
    "firmness": ["fact", "hedged", "planned", "hypothetical", "norm"],
    "background": ["false", "true"],
    "tense": ["past", "present", "future"],
    "trend": ["none", "more", "less", "begin", "stop"],
}
ATTRIBUTES = tuple(key for key in LABELS if key != "relation")
SIZE = sum(map(len, LABELS.values()))
HELD_OUT = 10  # one document in ten is kept for choosing the epoch and the threshold


@dataclass
class Pair:
    """Two words of a window that are the parties of one or more claims; label numbers, words from 0."""

    subject: int
    object: int
    relations: list[int]
    attributes: list[int]
    cue: int


@dataclass
class ClaimWindow:
    """A window, the number of each word's sentence (from 1), and its claim arcs."""

    document: str
    window: Window
    sentence: list[int]
    pairs: list[Pair]


def is_held_out(document: str) -> bool:
    """Whether a training document belongs to the part that is not trained on; depends on its id alone."""
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) % HELD_OUT == 0


def labelled(folder: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """(id, labelled text, claims) of each document of a gold folder, spans counted in that text."""
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        claims[claim["doc"]].append(claim)
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        start, end = document.get("labelled") or (0, len(document["text"]))
        for claim in claims[document["id"]]:
            for key in ("subject_span", "object_span", "cue_span"):
                claim[key] = [offset - start for offset in claim[key]] if claim[key] else None
        yield document["id"], document["text"][start:end], claims[document["id"]]


def claim_windows(folders: Iterable[Path], engine: Engine) -> Iterator[ClaimWindow]:
    """The windows of all documents, parsed with `engine` to find head words; claims across sentences are left out."""
    from imbroglio.language import load
    from imbroglio.language.syntax import windows_of

    for folder in folders:
        for document, text, claims in labelled(folder):
            doc = load().make_doc(text)
            for tokens, passage, found in windows_of(doc, engine):
                places = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in tokens]
                sentence = np.cumsum([1, *found.ends[:-1]]).tolist()
                pairs = _pairs(claims, places, found.heads, sentence)
                yield ClaimWindow(document, Window.of(passage.words, passage.breaks, engine.wordpiece), sentence, pairs)


def _pairs(
    claims: Sequence[dict[str, Any]], places: Sequence[tuple[int, int]], heads: Sequence[int], sentence: Sequence[int]
) -> list[Pair]:
    pairs: dict[tuple[int, int], Pair] = {}
    for claim in claims:
        subject, object_, cue = (
            _head(claim[key], places, heads) for key in ("subject_span", "object_span", "cue_span")
        )
        if subject is None or object_ is None or subject == object_ or sentence[subject] != sentence[object_]:
            continue
        if claim["relation"] in SYMMETRIC and subject > object_:
            subject, object_ = object_, subject
        values = {key: str(claim[key]).lower() for key in ATTRIBUTES}
        attributes = [LABELS[key].index(values[key]) if values[key] in LABELS[key] else -100 for key in ATTRIBUTES]
        cue = cue if cue is not None and sentence[cue] == sentence[subject] else -100
        pair = pairs.setdefault((subject, object_), Pair(subject, object_, [], attributes, cue))
        pair.relations.append(LABELS["relation"].index(claim["relation"]))
    return list(pairs.values())


def _head(span: Sequence[int] | None, places: Sequence[tuple[int, int]], heads: Sequence[int]) -> int | None:
    """The word of a character span whose syntactic head lies outside the span."""
    if not span:
        return None
    inside = [i for i, (start, end) in enumerate(places) if start < span[1] and end > span[0]]
    tops = [i for i in inside if heads[i] == i or heads[i] not in inside]
    return tops[0] if tops else None
