"""Advertising and boilerplate: which stretches of a report are not report.

Whole lines are judged, and credits inside lines. The wording is data (`knowledge/cues/boilerplate.yaml`); what needs no
wording is here: a line that says the same thing over and over, and a line that stands in the document more than once
without being a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.load import data
from imbroglio.model import Span

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns: `line` judges a whole trimmed line, `inside` finds credits within one."""

    line: re.Pattern[str]
    inside: re.Pattern[str]
    most_words: int


def boilerplate(text: str) -> list[Span]:
    """The stretches of `text` to pass over, in order; they may touch but not overlap within one line."""
    lines = [(m, m.group().strip()) for m in _LINE.finditer(text) if m.group().strip()]
    often = Counter(line.casefold() for _, line in lines)
    spans: list[Span] = []
    before, end = "", 0
    for match, line in lines:
        wraps = _continues(before, line) and text.count("\n", end, match.start()) < 2
        if not wraps and (_is_boilerplate(line) or (often[line.casefold()] > 1 and _is_furniture(line))):
            spans.append(Span(match.start(), match.end()))
        else:
            spans += [Span(*credit.span()) for credit in cues().inside.finditer(text, *match.span())]
        before, end = line, match.end()
    return spans


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, overlapping ones joined and empty ones dropped."""
    out: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


@cache
def cues() -> Cues:
    """The wording from `knowledge/cues/boilerplate.yaml`."""
    name = "cues/boilerplate.yaml"
    wording = data(name)
    try:
        line, inside = ("|".join(f"(?:{p})" for p in wording[key]) for key in ("lines", "inside"))
        return Cues(re.compile(line, re.IGNORECASE), re.compile(inside), int(wording["most_words"]))
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise KnowledgeError(f"{name}: {error}; expected lines, inside (regular expressions) and most_words") from error


def _is_boilerplate(line: str) -> bool:
    words = _WORD.findall(line)
    if len(words) > cues().most_words:
        return False
    return _repeats_itself(words) or cues().line.fullmatch(line) is not None


def _repeats_itself(words: list[str]) -> bool:
    """Two or more rounds of the same two or more words and nothing else: "our sponsor our sponsor"."""
    folded = [w.casefold() for w in words]
    return any(
        len(folded) % period == 0 and folded == folded[:period] * (len(folded) // period)
        for period in range(2, len(folded) // 2 + 1)
    )


def _is_furniture(line: str) -> bool:
    """Short, and no sentence: the kind of line that a page repeats."""
    return len(_WORD.findall(line)) <= 12 and not _SENTENCE_END.search(line)


def _continues(before: str, line: str) -> bool:
    """True when the line looks like the rest of a sentence that was broken at a fixed width."""
    return line[:1].islower() and bool(before) and not _SENTENCE_END.search(before)
