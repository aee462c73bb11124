"""Sentences of a dispatch, as its labels number them."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s+[“\"‘(\[]?[A-Z0-9ÉÁÚÖŠŽ])|\n")


def spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence: it ends with a line, or with . ! ? before white space and a capital or digit."""
    found: list[tuple[int, int]] = []
    start = 0
    for mark in _END.finditer(text):
        end = mark.start() if mark.group() == "\n" else mark.end()
        if text[start:end].strip():
            found.append((start, end))
        start = mark.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if text[start:].strip():
        found.append((start, len(text)))
    return found
