"""The views of a whole case: graph, chains, flows, map."""

from __future__ import annotations

from typing import Literal, TypedDict

from imbroglio.web.shapes.claims import ActorName, Claim, Record


class Node(TypedDict):
    """An actor of the graph; `plus` and `minus` count its edges of either sign."""

    id: str
    name: str
    kind: str
    country: str | None
    faction: int | None
    claims: int
    plus: int
    minus: int


class Edge(TypedDict):
    """A directed tie of one class in one theatre; `source` and `target` are ids, dates say when as far as known."""

    source: str
    target: str
    klass: str
    sign: int
    theatre: str | None
    roots: int
    claims: int
    since: str | None
    until: str | None
    hedged: bool
    presupposed: bool


class Graph(TypedDict):
    """`total` counts the actors that pass the filters, of which `nodes` are those most is said of."""

    version: str
    level: str
    total: int
    nodes: list[Node]
    edges: list[Edge]


class FlowLink(TypedDict):
    """One step of a chain, with its first claims; none where the registry says it."""

    giver: ActorName
    taker: ActorName
    kind: Literal["support", "member", "whole"]
    strength: float
    claims: list[Claim]


class Chain(TypedDict):
    """A way by which support gets from one actor to another; as strong as its weakest link."""

    actors: list[ActorName]
    strength: float
    links: list[FlowLink]


class Chains(TypedDict):
    """The strongest chains first. `cut` are the fewest claims without which none is left.

    `certain`: a chain holds by what the registry knows alone, so that no claims would break it.
    """

    version: str
    one: ActorName
    other: ActorName
    chains: list[Chain]
    cut: list[Claim]
    certain: bool


class Channel(TypedDict):
    """Aid through one programme or go-between (`name`), or given directly (null); `behind`: who stands behind it."""

    name: str | None
    givers: list[ActorName]
    recipients: list[ActorName]
    relations: list[str]
    roots: int
    claims: list[str]
    behind: list[str]


class Ribbon(TypedDict):
    """One ribbon of the flow picture, from an actor or channel to another; `value` counts independent origins."""

    source: ActorName
    target: ActorName
    value: int
    relations: list[str]
    claims: list[str]


class Flows(TypedDict):
    """Who helps whom through what; a channel's id is `channel:` and its name."""

    version: str
    channels: list[Channel]
    ribbons: list[Ribbon]


class MapPlace(TypedDict):
    """A theatre, what is said of it, and its most named actors; `iso2` ties a country to the outline map."""

    id: str
    name: str
    kind: str | None
    country: str | None
    iso2: str | None
    claims: int
    plus: int
    minus: int
    actors: list[ActorName]


class MapStop(TypedDict):
    """A place of a route and the country that it is or lies in, where known."""

    name: str
    iso2: str | None


class MapRoute(TypedDict):
    """A corridor and who wants it; `stops` are start, through and end, in order."""

    start: str
    end: str
    through: list[str]
    stops: list[MapStop]
    wanted_by: list[ActorName]
    records: list[Record]


class Places(TypedDict):
    """`unplaced` counts claims that name no theatre."""

    version: str
    theatres: list[MapPlace]
    routes: list[MapRoute]
    unplaced: int
