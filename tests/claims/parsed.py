"""Recorded parses of short made-up texts (`parses/*.conllu`), corrected by hand: tests of grammar need no model."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from imbroglio.language.conllu import from_conllu
from imbroglio.language.plain import Doc, plain

FOLDER = Path(__file__).parent / "parses"


@cache
def _texts(name: str) -> dict[str, str]:
    parts = re.split(r"(?m)^# newdoc id = (\S+)\n", (FOLDER / f"{name}.conllu").read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def doc(file: str, name: str) -> Doc:
    """A fresh Doc of one recorded text."""
    return plain(from_conllu(_texts(file)[name]))


def names(file: str) -> list[str]:
    return list(_texts(file))


def token(parsed: Doc, word: str) -> int:
    """The index of the first token with these letters."""
    return next(t.i for t in parsed if t.text == word)
