"""The notation in which dispatches are written (README.md), read with every problem by file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imbroglio.model import Relation
from training.corpus.sentences import spans

FLAGS: dict[str, tuple[str, Any]] = {
    "bg": ("background", True),
    "no": ("polarity", "no"),
    "hyp": ("firmness", "hypothetical"),
    **{tense: ("tense", tense) for tense in ("past", "present", "future")},
    **{firmness: ("firmness", firmness) for firmness in ("hedged", "planned", "norm")},
    **{trend: ("trend", trend) for trend in ("more", "less", "begin", "stop")},
}
PLAIN: dict[str, Any] = {
    "via": None, "place": None, "trend": None, "polarity": "yes", "firmness": "fact", "said_by": [],
    "background": False, "tense": "present",
}  # fmt: skip
PARTS = 4  # subject | relation | cue | object, and options
_NUMBERED = re.compile(r"#(\d+)$")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be right, and why."""

    file: str
    line: int
    what: str


@dataclass(slots=True)
class Dispatch:
    """A text and its claims as they stand in the gold files, spans in characters of the text.

    `sentences` are its own where somebody has already divided it, as a treebank has; else they are found.
    """

    id: str
    phenomenon: str
    text: str
    line: int
    claims: list[dict[str, Any]] = field(default_factory=list)
    quiet: bool = False
    source: str | None = None
    sentences: list[tuple[int, int]] = field(default_factory=list)


def read(path: Path) -> tuple[list[Dispatch], list[Problem]]:
    """The dispatches of one file, and what is wrong with it."""
    dispatches: list[Dispatch] = []
    problems: list[Problem] = []
    phenomenon = ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if line.startswith("#P "):
            phenomenon = line[3:].strip()
        elif line.startswith("T "):
            text = line[2:].strip().replace("\\n", "\n")
            dispatches.append(Dispatch(f"{path.stem}-{len(dispatches) + 1:04d}", phenomenon, text, number))
        elif line and not line.startswith("//"):
            try:
                label(dispatches[-1], line)
            except (ValueError, IndexError) as error:
                problems.append(Problem(path.name, number, f"{error}: {line}"))
    problems += (
        Problem(path.name, d.line, "a dispatch needs labels or a lone minus, and not both: " + d.text[:60])
        for d in dispatches
        if bool(d.claims) == d.quiet
    )
    return dispatches, problems


def label(dispatch: Dispatch, line: str) -> None:
    """Add what a label line says to its dispatch; ValueError or IndexError where it cannot be right."""
    if line == "-":
        dispatch.quiet = True
        return
    number, _, rest = line.partition(" ")
    parts = [part.strip() for part in rest.split("|")]
    if not number.isdigit() or len(parts) < PARTS:
        raise ValueError("a label is: sentence subject | relation | cue | object | options")
    sentence = int(number)
    start, end = (dispatch.sentences or spans(dispatch.text))[sentence]
    claim: dict[str, Any] = {"s": sentence}
    for role, written in (("subject", parts[0]), ("object", parts[3])):
        words, _, name = (piece.strip() for piece in written.partition("="))
        claim[f"{role}_span"] = _found(dispatch.text, start, end, words)
        claim[role] = _NUMBERED.sub("", words)
        claim[f"{role}_is"] = name or claim[role]
    claim["relation"] = Relation(parts[1]).value
    claim["cue"], claim["cue_span"] = _NUMBERED.sub("", parts[2]), _found(dispatch.text, start, end, parts[2])
    if claim["subject_is"] == claim["object_is"] and claim["relation"] != Relation.SAME_AS.value:
        raise ValueError("an actor is in no relation with itself")
    dispatch.claims.append(claim | PLAIN | dict(options(dispatch.text, ";".join(parts[PARTS:]))))


def options(text: str, written: str) -> Iterator[tuple[str, Any]]:
    """The attributes that options between semicolons set; ValueError for one that is unknown or not in the text."""
    for option in filter(None, (piece.strip() for piece in written.split(";"))):
        key, _, value = option.partition("=")
        if option in FLAGS:
            yield FLAGS[option]
        elif key == "by":
            names = value.split(">")
            yield "said_by", [{"name": n.strip().rstrip("*"), "anonymous": n.strip().endswith("*")} for n in names]
        elif key in ("via", "place"):
            if value not in text:
                raise ValueError(f"{key} {value!r} does not stand in the text")
            yield key, value
        else:
            raise ValueError(f"unknown option {option!r}")


def _found(text: str, start: int, end: int, words: str) -> list[int]:
    """Where the words stand in the sentence as whole words; `word#2` is their second occurrence."""
    number = _NUMBERED.search(words)
    wanted = int(number.group(1)) if number else 1
    words = _NUMBERED.sub("", words)
    if not words:
        raise ValueError("nothing between the bars")
    left, right = (r"(?<![^\W_])" if words[0].isalnum() else ""), (r"(?![^\W_])" if words[-1].isalnum() else "")
    hits = [m.start() for m in re.compile(left + re.escape(words) + right).finditer(text, start, end)]
    if len(hits) < wanted:
        raise ValueError(f"{words!r} does not stand {wanted} times in the sentence")
    return [hits[wanted - 1], hits[wanted - 1] + len(words)]
