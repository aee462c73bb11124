"""When a relation is said to hold.

The two kinds of range follow the Security Force Monitor's research handbook: a *precise* range is true on each of its
days, an *imprecise* one on at least one of them. Ends may be open, and nothing is stretched beyond what was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tense = Literal["past", "present", "future"]
Basis = Literal["stated", "tense"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A dated or merely tensed stretch of time, ends included; `None` is an open end."""

    tense: Tense = "present"
    basis: Basis = "tense"
    start: date | None = None
    end: date | None = None
    precise: bool = False
    words: str | None = None  # the expression it rests on: "since 2014", "previously"

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self.start} … {self.end}")
