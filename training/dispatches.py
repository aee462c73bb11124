"""Dispatches written for training, in their compact notation, as a gold folder: `python -m training.dispatches OUT`.

A file of `training/dispatches/` holds `#P` lines (the register), `T` lines (the text of one dispatch) and under each
its claims, `SENTENCE subject[=name] | relation | cue | object[=name] | options`, or a lone `-` for none. Phrases are
copied from their sentence; `phrase#2` is its second occurrence there. Options, separated by `;`: `bg`, `past`,
`future`, `no`, `hedged`, `planned`, `hyp`, `norm`, `more`, `less`, `begin`, `stop`, `via=…`, `place=…`,
`by=Outer>Inner` (`*` after an anonymous speaker).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent / "dispatches"
OPTIONS: dict[str, tuple[str, Any]] = {
    "bg": ("background", True),
    "no": ("polarity", "no"),
    "hyp": ("firmness", "hypothetical"),
    **{tense: ("tense", tense) for tense in ("past", "present", "future")},
    **{firmness: ("firmness", firmness) for firmness in ("hedged", "planned", "norm")},
    **{trend: ("trend", trend) for trend in ("more", "less", "begin", "stop")},
}
_SENTENCE_END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s+[“\"‘(\[]?[A-Z0-9ÉÁÚÖŠŽ])|\n")


def read(folder: Path = SOURCE) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each dispatch as a row of `documents.jsonl` with its rows of `claims.jsonl`. Raises ValueError with the line."""
    for path in sorted(folder.glob("*.txt")):
        document: dict[str, Any] = {}
        claims: list[dict[str, Any]] = []
        register = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#P "):
                register = line[3:].strip()
            elif line.startswith("T "):
                if document:
                    yield document, claims
                text = line[2:].strip().replace("\\n", "\n")
                document, claims = {"id": f"{path.stem}-{number}", "phenomenon": register, "text": text}, []
            elif line.strip() not in ("", "-"):
                try:
                    claims.append(_claim(line, document))
                except ValueError as error:
                    raise ValueError(f"{path}:{number}: {error}") from error
        if document:
            yield document, claims


def _claim(line: str, document: dict[str, Any]) -> dict[str, Any]:
    number, _, rest = line.partition(" ")
    subject, relation, cue, object_, *more = (field.strip() for field in rest.split("|"))
    start, end = sentences(document["text"])[int(number)]
    claim: dict[str, Any] = {
        "doc": document["id"], "s": int(number), "relation": relation, "via": None, "place": None, "trend": None,
        "polarity": "yes", "firmness": "fact", "said_by": [], "background": False, "tense": "present",
    }  # fmt: skip
    for key, value in (("subject", subject), ("cue", cue), ("object", object_)):
        words, _, name = value.partition("=")
        plain = re.sub(r"#\d+$", "", words.strip())
        claim |= {key: plain, f"{key}_is": name.strip() or plain}
        claim[f"{key}_span"] = _find(words.strip(), document["text"], start, end)
    del claim["cue_is"]
    for option in filter(None, (o.strip() for o in ";".join(more).split(";"))):
        key, _, value = option.partition("=")
        if key == "by":
            claim["said_by"] = [
                {"name": s.strip().rstrip("*"), "anonymous": s.strip().endswith("*")} for s in value.split(">")
            ]
        else:
            claim |= {key: value} if value else dict([OPTIONS[option]])
    return claim


def _find(words: str, text: str, start: int, end: int) -> list[int]:
    count = re.search(r"#(\d+)$", words)
    words = words[: count.start()] if count else words
    left, right = ("(?<![^\\W_])" if words[0].isalnum() else ""), ("(?![^\\W_])" if words[-1].isalnum() else "")
    hits = list(re.compile(left + re.escape(words) + right).finditer(text, start, end))
    if len(hits) < (wanted := int(count.group(1)) if count else 1):
        raise ValueError(f"{words!r} is not {wanted} times in its sentence")
    return [hits[wanted - 1].start(), hits[wanted - 1].end()]


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences by which a label line is numbered: a line's end, or a stop before a new beginning."""
    spans, begin = [], 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() if end.group() == "\n" else end.end()
        if text[begin:stop].strip():
            spans.append((begin, stop))
        begin = end.end()
        while begin < len(text) and text[begin].isspace():
            begin += 1
    return [*spans, (begin, len(text))] if text[begin:].strip() else spans


def write(out: Path) -> None:
    """Write `documents.jsonl` and `claims.jsonl`."""
    out.mkdir(parents=True, exist_ok=True)
    rows = list(read())
    for name, lines in (("documents", [d for d, _ in rows]), ("claims", [c for _, own in rows for c in own])):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (out / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
