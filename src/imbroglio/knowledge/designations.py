"""Designations of arms: what bears one is a machine and no party."""

from __future__ import annotations

import re

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,2}s?")


def is_designation(word: str) -> bool:
    """Whether the word has the form of a type of arms: "Su-27", "MiG-29s", "F-16C"."""
    return _DESIGNATION.fullmatch(word) is not None
