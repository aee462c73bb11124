"""Where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A country, province, city or region; `parent` is the id of the place it lies in, so that places form a tree."""

    id: str
    name: str
    kind: str  # country | region | province | city | border | area
    parent: str | None = None
    names: tuple[str, ...] = ()
    country: str | None = None  # state id
