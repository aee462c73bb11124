"""Who can back, arm and fight whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal


class ActorKind(StrEnum):
    """The contract's kinds, and `PLACE` for the objects of `controls`, `advances_on` and `deploys_to`."""

    STATE = "state"
    BODY = "government body"
    GROUP = "armed group"
    UMBRELLA = "umbrella"
    POPULATION = "population"
    PERSON = "person"
    PROGRAMME = "programme"
    MEDIA = "media"
    INTERNATIONAL = "international body"
    OTHER = "other"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """One of an actor's names, and when it was in use."""

    text: str
    role: Literal["preferred", "alias", "acronym", "demonym", "capital", "metonym", "former"] = "alias"
    start: date | None = None
    end: date | None = None
    ambiguous: bool = False  # another actor bears it too, or it is an ordinary word: context must confirm it


@dataclass(frozen=True, slots=True)
class Bond:
    """A dated structural relation that the registry knows: `part_of`, `leads` or `renamed` (to the later name)."""

    kind: Literal["part_of", "leads", "renamed"]
    target: str  # the id of the other actor
    start: date | None = None
    end: date | None = None
    settled: bool = (
        False  # a person decided it: what documents say of this kind of relation no longer counts; a settled
    )
    # bond to "" says that there is none


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `id` is a slug; actors the registry does not know get one made from their normal form.

    `name` is the preferred name; `described` is true for a group that no name is given for ("Syrian rebels").
    """

    id: str
    name: str
    kind: ActorKind = ActorKind.OTHER
    country: str | None = None  # the id of a state
    names: tuple[Name, ...] = ()
    bonds: tuple[Bond, ...] = ()
    ids: dict[str, str] = field(default_factory=dict, hash=False)  # e.g. {"wikidata": "Q42418", "iso2": "IR"}
    known: bool = False  # from the registry
    described: bool = False
