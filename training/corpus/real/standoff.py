"""The stand-off notation (corpus/README.md): read with every problem by line, joined with the treebank, written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from imbroglio.model import Relation
from training.corpus.notation import PLAIN, Dispatch, Problem, options
from training.corpus.real.treebank import Source

ROLES = ("subject", "cue", "object")
FIELDS = 6  # sentence and subject | relation | cue | object | options | hash
_PLACE = re.compile(r"(\d+)-(\d+)(?:=(.+))?")


def read(path: Path, sources: Mapping[str, Source]) -> tuple[list[Dispatch], list[Problem]]:
    """The labelled documents of one file, joined with their texts, and what is wrong with it."""
    dispatches: list[Dispatch] = []
    problems: list[Problem] = []
    current: Dispatch | None = None  # None while a document is passed over
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("//"):
            continue
        try:
            if line.startswith("D "):
                current = None
                current = _document(line, number, sources)
                dispatches.append(current)
            elif current is not None and line == "-":
                current.quiet = True
            elif current is not None:
                current.claims.append(_claim(current, line))
        except (ValueError, IndexError) as error:
            problems.append(Problem(path.name, number, f"{error}: {line}"))
    problems += (
        Problem(path.name, d.line, f"{d.id} needs labels or a lone minus, and not both")
        for d in dispatches
        if bool(d.claims) == d.quiet
    )
    return dispatches, problems


def _document(line: str, number: int, sources: Mapping[str, Source]) -> Dispatch:
    id, text_hash, licence = line[2:].split(maxsplit=2)
    if id not in sources:
        raise ValueError("the treebank has no such document")
    source = sources[id]
    if source.hash != text_hash:
        raise ValueError(f"not the text that was labelled, which has the hash {source.hash} here")
    return Dispatch(id, id.split("_")[1], source.text, number, source=licence, sentences=source.sentences)


def _claim(dispatch: Dispatch, line: str) -> dict[str, Any]:
    fields = [part.strip() for part in line.split("|")]
    number, _, subject = fields[0].partition(" ")
    if not number.isdigit() or len(fields) != FIELDS:
        raise ValueError("a label is: sentence subject | relation | cue | object | options | hash")
    start, end = dispatch.sentences[int(number)]
    claim: dict[str, Any] = {"s": int(number), "relation": Relation(fields[1]).value}
    for role, written in zip(ROLES, (subject, fields[2], fields[3]), strict=True):
        claim[f"{role}_span"], name = _span(dispatch.text, start, end, written)
        claim[role] = dispatch.text[slice(*claim[f"{role}_span"])]
        if role != "cue":
            claim[f"{role}_is"] = name or claim[role]
    if _hash(dispatch.text[start:end], claim) != fields[5]:
        raise ValueError("these are not the words that were labelled")
    return claim | PLAIN | dict(options(dispatch.text, fields[4]))


def _span(text: str, start: int, end: int, written: str) -> tuple[list[int], str | None]:
    """The place in the document of `from-to[=name]`, which is counted in the sentence, and the name."""
    place = _PLACE.fullmatch(written)
    if not place:
        raise ValueError(f"{written!r} is not a span, from-to=name")
    left, right = start + int(place[1]), start + int(place[2])
    if not start <= left < right <= end:
        raise ValueError(f"{written!r} is not inside the sentence, which has {end - start} characters")
    if any(text[i - 1].isalnum() and text[i].isalnum() for i in (left, right) if 0 < i < len(text)):
        raise ValueError(f"{written!r} cuts a word")
    return [left, right], place[3]


def _hash(sentence: str, claim: Mapping[str, Any]) -> str:
    words = "\n".join([sentence, *(claim[role] for role in ROLES)])
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def written(dispatch: Dispatch, source: Source) -> list[str]:
    """The lines of a labelled document in this notation."""
    lines = [f"D {dispatch.id} {source.hash} {dispatch.source}"]
    for claim in dispatch.claims:
        start, end = source.sentences[claim["s"]]
        subject, cue, object_ = ("{}-{}".format(*(o - start for o in claim[f"{role}_span"])) for role in ROLES)
        lines.append(
            f"{claim['s']} {subject}={claim['subject_is']} | {claim['relation']} | {cue} | "
            f"{object_}={claim['object_is']} | {_options(claim)} | {_hash(source.text[start:end], claim)}"
        )
    return [*lines, *(["-"] if dispatch.quiet else []), ""]


def _options(claim: Mapping[str, Any]) -> str:
    short = {"hypothetical": "hyp"}
    flags = [
        short.get(claim[key], claim[key])
        for key in ("polarity", "firmness", "tense", "trend")
        if claim[key] != PLAIN[key]
    ]
    flags += ["bg"] if claim["background"] else []
    flags += [f"{key}={claim[key]}" for key in ("via", "place") if claim[key]]
    by = ">".join(s["name"] + "*" * s["anonymous"] for s in claim["said_by"])
    return "; ".join([*flags, *([f"by={by}"] if by else [])])
