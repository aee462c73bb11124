"""Who ends up supporting whom: chains from one actor to another, and aid by its channels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from imbroglio.analysis.chains import LINKS, LONGEST, Chain, Flow, Link
from imbroglio.analysis.channels import TOLD, Channel
from imbroglio.analysis.channels import channels as find_channels
from imbroglio.graph import Level
from imbroglio.model import Claim, Relation
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.cells import roots
from imbroglio.web.columns import RELATIONS
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import names
from imbroglio.web.views.tie import known

CLAIMS = 4  # that a link of a chain is told with
Run = tuple[shapes.ActorName, shapes.ActorName, list[Claim]]
"""From whom to whom, and the claims that say so."""


def chains(book: Book, query: Query, *, one: str, other: str, longest: int = LONGEST, limit: int = 50) -> shapes.Chains:
    """Chains by which support gets from one actor to another, with members and bodies counted in, and the fewest claims
    without which none is left."""
    one, other = known(book, one), known(book, other)
    flow = book.cached(("flow", query), lambda: Flow.of(_claims(book, query, LINKS), book.actors))
    givers, takers = ({id, *_counted(book, id)} for id in (one, other))
    found = flow.reach(givers - takers, takers - givers, longest)
    told: dict[tuple[str, str], shapes.FlowLink] = {}  # many chains run over one link
    return {
        "version": book.version,
        "one": rows.actor_name(book, one),
        "other": rows.actor_name(book, other),
        "chains": [_chain(book, chain, told) for chain in found.chains[:limit]],
        "cut": rows.of_claims(book, found.cut),
        "certain": found.certain,
    }


def _claims(book: Book, query: Query, relations: Iterable[Relation]) -> list[Claim]:
    """The claims of these relations that pass the filters, in order."""
    places = book.select(query)
    wanted = [RELATIONS.index(relation) for relation in relations]
    return book.claims_at(places[np.isin(book.columns["relation"][places], wanted)].tolist())


def _counted(book: Book, id: str) -> list[str]:
    """Bodies and leaders that act for the actor."""
    return [other for other in book.actors if book.roll(other, Level.STATE) == id]


def _chain(book: Book, chain: Chain, told: dict[tuple[str, str], shapes.FlowLink]) -> shapes.Chain:
    for link in chain.links:
        if (link.giver, link.taker) not in told:
            told[link.giver, link.taker] = _link(book, link)
    links = [told[link.giver, link.taker] for link in chain.links]
    return {"actors": names(book, chain.actors), "strength": round(chain.strength, 3), "links": links}


def _link(book: Book, link: Link) -> shapes.FlowLink:
    return {
        "giver": rows.actor_name(book, link.giver), "taker": rows.actor_name(book, link.taker), "kind": link.kind,
        "strength": round(link.strength, 3), "claims": rows.of_claims(book, link.claims[:CLAIMS]),
    }  # fmt: skip


def flows(book: Book, query: Query, *, limit: int = 150) -> shapes.Flows:
    """Weapons, money and other help: who gives, through what, to whom. Channels with a name come first."""
    return book.cached(("flows", query, limit), lambda: _flows(book, query, limit))


def _flows(book: Book, query: Query, limit: int) -> shapes.Flows:
    found = find_channels(_claims(book, query, TOLD))[:limit]
    runs = [run for channel in found for run in _runs(book, channel)]
    whole, single = (_roots(book, lots) for lots in ([c.claims for c in found], [claims for _, _, claims in runs]))
    return {
        "version": book.version,
        "channels": [_channel(book, channel, count) for channel, count in zip(found, whole, strict=True)],
        "ribbons": [_ribbon(book, run, count) for run, count in zip(runs, single, strict=True)],
    }


def _channel(book: Book, channel: Channel, count: int) -> shapes.Channel:
    return {
        "name": channel.name,
        "givers": names(book, channel.givers),
        "recipients": names(book, channel.recipients),
        "relations": list(dict.fromkeys(claim.relation.value for claim in channel.claims)),
        "roots": count,
        "claims": [book.key(claim) for claim in channel.claims],
        "behind": [book.key(claim) for claim in channel.behind],
    }


def _runs(book: Book, channel: Channel) -> list[Run]:
    """Giver to channel to recipient, or giver to recipient where there is no channel."""
    middle: shapes.ActorName | None = None
    if channel.name:
        middle = {"id": channel_id(channel.name), "name": channel.name}
    lots: dict[tuple[str, str], Run] = {}

    def run(source: shapes.ActorName, target: shapes.ActorName, claim: Claim) -> None:
        lots.setdefault((source["id"], target["id"]), (source, target, []))[2].append(claim)

    for claim in channel.claims:
        giver, taker = (rows.actor_name(book, party.actor) for party in (claim.subject, claim.object))
        if middle:
            run(giver, middle, claim)
            run(middle, taker, claim)
        else:
            run(giver, taker, claim)
    for claim in channel.behind if middle else ():
        run(rows.actor_name(book, claim.subject.actor), middle, claim)  # type: ignore[arg-type]
    return list(lots.values())


def _ribbon(book: Book, run: Run, count: int) -> shapes.Ribbon:
    source, target, claims = run
    relations = list(dict.fromkeys(claim.relation.value for claim in claims))
    keys = [book.key(claim) for claim in claims]
    return {"source": source, "target": target, "value": count, "relations": relations, "claims": keys}


def _roots(book: Book, lots: Sequence[Sequence[Claim]]) -> list[int]:
    """Independent roots of each lot of claims."""
    places = np.array([book.place(claim) for lot in lots for claim in lot], np.int32)
    lot = np.repeat(np.arange(len(lots)), [len(lot) for lot in lots])
    return roots(book, places, lot, len(lots)).tolist()


def channel_id(name: str) -> str:
    """The id of a channel in the picture."""
    return "channel:" + re.sub(r"\W+", "-", name.casefold())
