"""Quotation marks: where direct speech begins and ends.

Marks are read in characters, not tokens, so that a missing space after a closing mark ("…hesitation,”unnamed") does no
harm. A quotation that runs over several paragraphs opens each of them anew and closes only the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from imbroglio.claims.tree import BREAK
from imbroglio.model import Span

LONGEST = 8000  # characters between two marks; beyond this the opening mark was stray
_MARK = re.compile(r"[“”„«»\"]|‘‘|’’|''|``|[‘’']")
_CLOSING = {
    "“": ("”", '"'), "„": ("”", "“"), "«": ("»",), '"': ('"', "”"), "‘‘": ("’’", "''"), "''": ("''", "’’"),
    "``": ("''",), "‘": ("’", "'"), "'": ("'", "’"),
}  # fmt: skip
_SINGLE = "‘’'"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quoted stretch: `outer` with its marks, `inner` without; `depth` 0 is outermost.

    `goes_on` says that the speaker of the quotation before this one is still speaking (a further paragraph).
    """

    outer: Span
    inner: Span
    depth: int = 0
    goes_on: bool = False


def find_quoted(text: str) -> list[Quoted]:
    """All quoted stretches, in order of their opening marks."""
    out: list[Quoted] = []
    opened: list[tuple[str, int, int]] = []  # mark, where it starts, where the words start
    goes_on = False
    breaks = iter([m.end() for m in BREAK.finditer(text)] + [len(text) + 1])
    brk = next(breaks)
    for m in _MARK.finditer(text):
        while m.start() >= brk:
            goes_on = _at_break(text, brk, m, opened, out, goes_on)
            brk = next(breaks)
        mark = m.group()
        depth = _closes(text, m, opened)
        if depth is not None:
            _, start, inner = opened[depth]
            if m.end() - start <= LONGEST:
                out.append(Quoted(Span(start, m.end()), Span(inner, m.start()), depth, goes_on and depth == 0))
            del opened[depth:]
            goes_on = goes_on and depth > 0
        elif _opens(text, m, opened):
            opened.append((mark, m.start(), m.end()))
    while brk <= len(text):
        goes_on = _at_break(text, brk, None, opened, out, goes_on)
        brk = next(breaks)
    if opened:
        _give_up(len(text), opened, out, goes_on)
    return sorted(out, key=lambda q: (q.outer.start, -q.outer.end))


def _at_break(
    text: str, brk: int, m: re.Match[str] | None, opened: list[tuple[str, int, int]], out: list[Quoted], goes_on: bool
) -> bool:
    """Ends what a paragraph's end ends; returns whether the open quotation goes on behind it."""
    if not opened:
        return False
    mark, start, _ = opened[0]
    if mark in _SINGLE:
        opened.clear()
        return False
    again = m is not None and m.group() == mark and text[brk : m.start()].strip() == ""
    if mark in "“„«" and not again and m is not None and m.group() in _CLOSING[mark] and m.end() - start < LONGEST:
        del opened[1:]
        return goes_on  # the next mark closes it: one quotation over a line end
    _give_up(brk, opened, out, goes_on, text)
    return again


def _give_up(end: int, opened: list[tuple[str, int, int]], out: list[Quoted], goes_on: bool, text: str = "") -> None:
    """An opening mark without a closing one reaches to the end of its paragraph."""
    mark, start, inner = opened[0]
    opened.clear()
    if mark in _SINGLE or end - start > LONGEST:
        return
    while text and end > inner and text[end - 1].isspace():
        end -= 1
    out.append(Quoted(Span(start, end), Span(inner, end), 0, goes_on))


def _closes(text: str, m: re.Match[str], opened: list[tuple[str, int, int]]) -> int | None:
    """The depth of the open quotation that this mark closes, or None."""
    before = text[m.start() - 1 : m.start()]
    after = text[m.end() : m.end() + 1]
    for depth in range(len(opened) - 1, -1, -1):
        mark = opened[depth][0]
        if m.group() not in _CLOSING[mark]:
            continue
        if mark in _SINGLE and (after.isalnum() or before.isspace() or (before == "s" and after == " ")):
            return None  # an apostrophe
        if m.group() == '"' and mark == "“" and (not before.strip() or after.isalnum()):
            return None  # straight marks inside curly ones
        if mark == '"' and before.isspace() and after.isalnum() and depth == len(opened) - 1 and len(opened) == 1:
            return (
                None if '"' in text[m.end() : m.end() + 400] and text[m.start() - 2 : m.start() - 1] in ",:" else depth
            )
        return depth
    return None


def _opens(text: str, m: re.Match[str], opened: list[tuple[str, int, int]]) -> bool:
    mark = m.group()
    before, after = text[m.start() - 1 : m.start()] if m.start() else "", text[m.end() : m.end() + 1]
    if mark in ("”", "»", "’", "’’"):
        return False
    if mark in _SINGLE:
        near = text[m.end() : m.end() + 600]
        return (
            (not before or before.isspace() or before in '(“"[—–-')
            and after.isalnum()
            and bool(re.search(r"[’'](?!\w)", near.split("\n")[0]))
        )
    return bool(after) and not after.isspace() and not before.isalnum()
