"""Which claims a view is about: the filters that all views share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imbroglio.graph import Level
from imbroglio.model import STATUSES

SHOWN = tuple(status for status in STATUSES if status != "rejected")


@dataclass(frozen=True, slots=True)
class Query:
    """Filters; an empty one keeps everything, several values of one let any of them pass.

    `theatre` takes names or ids of places and keeps what is said to hold in them or in a part of them; `since` and
    `until` keep what may hold on some day between them; `actor` keeps claims with such a party, counted at the level.
    """

    level: Level = Level.STATE
    theatre: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    firmness: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    trust: float = 0.0
    relation: tuple[str, ...] = ()
    klass: tuple[str, ...] = ()
    status: tuple[str, ...] = SHOWN
    background: bool = True
    document: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
