"""What a document says beside claims: agreements, norms, goals and routes; each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imbroglio.model.actor import Actor
from imbroglio.model.attribution import Quotation, Speaker
from imbroglio.model.claim import Claim, Party
from imbroglio.model.interval import Interval
from imbroglio.model.relation import Relation
from imbroglio.model.span import Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """A ceasefire, deal or coalition: who is in it, from when, and who is left out."""

    document: str
    kind: Literal["ceasefire", "deal", "coalition"]
    parties: tuple[Party, ...]
    excluded: tuple[Party, ...]
    quote: Span
    firmness: str = "fact"
    when: Interval = Interval()
    place: str | None = None
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule: who forbids, permits or obliges (`authority`), whom, which relations, toward whom.

    Toward whom is a description over the graph, not a list: a kind, a country, and a relation to a third party, e.g.
    armed groups · of Iraq · that are `tied_to` (or part of, backed by …) Iran.
    """

    document: str
    mode: Literal["forbids", "permits", "obliges"]
    authority: str | None
    bound: Party | None
    relations: tuple[Relation, ...]
    toward: str  # the description in words
    quote: Span
    toward_party: Party | None = None  # the described group as an actor
    toward_country: str | None = None  # state id
    toward_tied_to: Party | None = None
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """An actor and what it is said to want."""

    document: str
    actor: Party
    wants: str
    quote: Span
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A corridor: its two ends and the places between."""

    document: str
    start: str
    end: str
    through: tuple[str, ...]
    quote: Span
    wanted_by: tuple[Party, ...] = ()
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something the reader saw and could not settle: a party it could not identify, an open reference."""

    document: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document; `actors` holds every actor the records refer to."""

    document: str
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    norms: tuple[Norm, ...] = ()
    goals: tuple[Goal, ...] = ()
    routes: tuple[Route, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    actors: tuple[Actor, ...] = ()
