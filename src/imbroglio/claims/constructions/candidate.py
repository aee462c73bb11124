"""What a construction proposes, before the parties are named and the judge has spoken."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.model import Relation


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible claim over token indices.

    `predicate` is the word whose clause carries the relation: attribution, firmness, time and place are read there.
    `cue` are the token indices `[start, end)` of the words that say it.
    """

    subject: int
    relation: Relation
    object: int
    predicate: int
    cue: tuple[int, int]
    construction: str
    background: bool = False
    stop: bool = False
    refused: bool = False  # where the predicate says that it is turned down
    via: int | None = None  # the channel's word, where the construction knows it
    each_other: int | None = None  # the word that stands for the object, where one phrase names both parties
    probability: float | None = None  # of the learned arc, where one agrees
