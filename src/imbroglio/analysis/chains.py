"""Who ends up supporting whom: chains of support from one actor to another, and what would have to be wrong.

A link is support that is claimed (affirmed, not supposed) and goes one way, a membership or a leadership: what reaches
an umbrella may reach its members, what reaches a member or a leader its whole; from one member to the next it goes by
support alone. Alliances, truces and words of praise hand nothing on. A chain is as strong as its weakest link, whose
strength is its best claim's trust; what the registry says counts as certain. The least set of claims that carries all
chains is a minimum cut (Ford & Fulkerson 1956), each claim counting one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import TYPE_CHECKING, Literal

from imbroglio.model import SUPPOSED, Actor, Claim, Relation

if TYPE_CHECKING:
    import networkx

LONGEST, MOST = 5, 200
Kind = Literal["support", "member", "whole"]
_CARRIES = frozenset(
    {Relation.ARMS, Relation.FUNDS, Relation.ASSISTS, Relation.BACKS, Relation.FIGHTS_FOR, Relation.SHELTERS}
)
_STRUCTURE = frozenset({Relation.PART_OF, Relation.LEADS})
LINKS = _CARRIES | _STRUCTURE
"""The relations that make links; other claims change nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain. `claims` say it; none where the registry does."""

    giver: str
    taker: str
    kind: Kind
    claims: tuple[Claim, ...]

    @property
    def strength(self) -> float:
        return max((claim.trust for claim in self.claims), default=1.0)


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from the first link's giver to the last one's taker, nobody twice."""

    links: tuple[Link, ...]

    @property
    def strength(self) -> float:
        """That of the weakest link."""
        return min(link.strength for link in self.links)

    @property
    def actors(self) -> tuple[str, ...]:
        return (self.links[0].giver, *(link.taker for link in self.links))


@dataclass(frozen=True, slots=True)
class Reach:
    """`chains` from one actor to another, the strongest first (at most `MOST`).

    `cut` is the least set of claims without which none is left; it is empty where there is no chain, and where the
    registry alone makes one (`certain`).
    """

    chains: tuple[Chain, ...]
    cut: tuple[Claim, ...]
    certain: bool


@dataclass
class Flow:
    """All links of a case, by giver and taker."""

    links: dict[tuple[str, str], dict[Kind, list[Claim]]] = field(default_factory=dict)
    _chosen: dict[tuple[str, str], Link] = field(default_factory=dict)  # the links that chains are made of

    @staticmethod
    def of(claims: Iterable[Claim], actors: Mapping[str, Actor]) -> Flow:
        """The links that claims and the actors' bonds make."""
        made = Flow()
        for claim in claims:
            made._add_claim(claim)
        for actor in actors.values():
            for bond in actor.bonds:
                if bond.kind != "renamed" and bond.target in actors:
                    made._tie(actor.id, bond.target)
        return made

    def _add_claim(self, claim: Claim) -> None:
        one, two = claim.subject.actor, claim.object.actor
        if claim.polarity == "no" or claim.firmness in SUPPOSED or one == two:
            return
        if claim.relation in _STRUCTURE:
            self._tie(one, two, claim)
        elif claim.relation in _CARRIES:
            between = [claim.via_actor] if claim.via_actor and claim.via_actor not in (one, two) else []
            for giver, taker in pairwise([one, *between, two]):
                self._link(giver, taker, "support", claim)

    def _tie(self, part: str, whole: str, claim: Claim | None = None) -> None:
        self._link(whole, part, "member", claim)
        self._link(part, whole, "whole", claim)

    def _link(self, giver: str, taker: str, kind: Kind, claim: Claim | None) -> None:
        if giver != taker:
            said = self.links.setdefault((giver, taker), {}).setdefault(kind, [])
            if claim is not None:
                said.append(claim)

    def reach(self, givers: Iterable[str], takers: Iterable[str], longest: int = LONGEST) -> Reach:
        """All simple chains of up to `longest` links from any of the givers to any of the takers, and their least cut.

        Raises ValueError if somebody stands on both ends.
        """
        import networkx

        first, last = set(givers), set(takers)
        if first & last:
            raise ValueError("an actor cannot stand at both ends of a chain")
        graph = networkx.DiGraph(list(self.links))
        first, last = first & set(graph), last & set(graph)
        pairs = product(sorted(first), sorted(last))
        paths = (path for one, two in pairs for path in _paths(graph, one, two, first | last, longest))
        useful = filter(self._carries, paths)
        chains = sorted(
            (self._chain(path) for path in _at_most(useful)), key=lambda c: (-c.strength, len(c.links), c.actors)
        )
        return Reach(tuple(chains), *self._cut(graph, first, last, chains))

    def _carries(self, path: list[str]) -> bool:
        """A chain carries support: it is not made of memberships alone, nor goes sideways from member to member."""
        kinds = [link.kind for link in self._chain(path).links]
        return "support" in kinds and not any({a, b} == {"member", "whole"} for a, b in pairwise(kinds))

    def _chain(self, path: list[str]) -> Chain:
        return Chain(tuple(self._best(pair) for pair in pairwise(path)))

    def _best(self, pair: tuple[str, str]) -> Link:
        if pair not in self._chosen:
            links = [Link(*pair, kind, tuple(claims)) for kind, claims in self.links[pair].items()]
            self._chosen[pair] = max(links, key=lambda link: (link.kind == "support", link.strength))
        return self._chosen[pair]

    def _cut(
        self, graph: networkx.DiGraph, first: set[str], last: set[str], chains: list[Chain]
    ) -> tuple[tuple[Claim, ...], bool]:
        """The least claims on the chains' links that separate the ends; whether no claim could."""
        import networkx

        if not chains:
            return (), False
        flow = networkx.DiGraph()
        for pair in {(link.giver, link.taker) for chain in chains for link in chain.links}:
            said = [claim for claims in self.links[pair].values() for claim in claims]
            known = any(not claims for claims in self.links[pair].values())
            flow.add_edge(*pair, **({} if known else {"capacity": len(set(map(_words, said)))}))
        for end in first & set(flow):
            flow.add_edge("source", end)
        for end in last & set(flow):
            flow.add_edge(end, "sink")
        try:
            _, (near, _) = networkx.minimum_cut(flow, "source", "sink")
        except networkx.NetworkXUnbounded:
            return (), True
        cut = [pair for pair in flow.edges if pair[0] in near and pair[1] not in near]
        claims = {claim.id: claim for pair in cut for own in self.links[pair].values() for claim in own}
        return tuple(sorted(claims.values(), key=lambda claim: (claim.document, claim.quote.start, claim.id))), False


def _paths(graph: networkx.DiGraph, one: str, two: str, ends: set[str], longest: int) -> Iterator[list[str]]:
    """All simple paths of up to `longest` links that no other end stands on; no step leads where it is too far."""
    import networkx

    left = networkx.single_source_shortest_path_length(graph.reverse(copy=False), two, cutoff=longest)

    def further(path: list[str]) -> Iterator[list[str]]:
        for actor in graph[path[-1]]:
            if actor == two:
                yield [*path, actor]
            elif actor not in ends and actor not in path and len(path) + left.get(actor, longest) <= longest:
                yield from further([*path, actor])

    return further([one])


def _words(claim: Claim) -> tuple[object, ...]:
    """Where a link's claim stands: what is read twice there is said once."""
    return claim.document, claim.relation, claim.cue.start, claim.subject.span.start, claim.object.span.start


def _at_most(paths: Iterator[list[str]]) -> Iterator[list[str]]:
    """The first so many chains; a dense graph has more than anybody reads."""
    for count, path in enumerate(paths):
        if count >= MOST:
            return
        yield path
