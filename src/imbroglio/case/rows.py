"""Records to rows of the casefile and back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, true

from imbroglio.case import schema
from imbroglio.case.codec import dumps, loads
from imbroglio.model import (
    Actor,
    Agreement,
    Claim,
    Decision,
    Document,
    Goal,
    Norm,
    Quotation,
    Reading,
    Route,
    Span,
    Unresolved,
)

# The parts of a reading that are kept as they are, by the field that holds them.
KINDS: dict[str, type] = {
    "quotations": Quotation, "agreements": Agreement, "norms": Norm, "goals": Goal, "routes": Route,
    "unresolved": Unresolved,
}  # fmt: skip


def of_document(document: Document, reader: str) -> dict[str, Any]:
    names = (field.name for field in fields(document) if field.name != "skip")
    return {name: getattr(document, name) for name in names} | {"skip": dumps(document.skip), "reader": reader}


def document(row: Row[Any]) -> Document:
    values = {field.name: getattr(row, field.name) for field in fields(Document)}
    return Document(**values | {"skip": loads(tuple[Span, ...], row.skip)})


def of_claims(claims: Iterable[Claim], document: int) -> list[dict[str, Any]]:
    return [
        {
            "document": document, "position": position, "id": claim.id, "subject": claim.subject.actor,
            "relation": claim.relation.value, "object": claim.object.actor, "place": claim.place,
            "place_id": claim.place_id, "trust": claim.trust, "body": dumps(claim),
        }
        for position, claim in enumerate(claims)
    ]  # fmt: skip


def claim(body: str) -> Claim:
    return loads(Claim, body)


def actor(body: str) -> Actor:
    return loads(Actor, body)


def of_records(reading: Reading, document: int) -> list[dict[str, Any]]:
    return [
        {"document": document, "kind": kind, "position": position, "body": dumps(record)}
        for kind in KINDS
        for position, record in enumerate(getattr(reading, kind))
    ]


def of_actors(actors: Iterable[Actor], document: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows for the actors themselves, equal ones once, and for their places in the reading."""
    rows, links = {}, []
    for position, actor in enumerate(actors):
        body, digest = _stored(actor)
        rows[digest] = {
            "digest": digest, "id": actor.id, "name": actor.name, "kind": actor.kind.value, "known": actor.known,
            "body": body,
        }  # fmt: skip
        links.append({"document": document, "position": position, "actor": digest})
    return list(rows.values()), links


@lru_cache(maxsize=4096)
def _stored(actor: Actor) -> tuple[str, str]:
    """The actor as JSON, and the hash of that; the known ones come again with every document."""
    body = dumps(actor)
    return body, hashlib.sha256(body.encode()).hexdigest()


def together(one: Actor, other: Actor) -> Actor:
    """The first actor with what the second adds to its names and bonds.

    Two documents that call a known actor otherwise (`actors.named.printed`) have its preferred name in common.
    """
    preferred = (name.text for name in one.names if name.role == "preferred")
    return replace(
        one,
        name=one.name if one.name == other.name else next(preferred, one.name),
        names=tuple(dict.fromkeys(one.names + other.names)),
        bonds=tuple(dict.fromkeys(one.bonds + other.bonds)),
        ids={**other.ids, **one.ids},
        country=one.country or other.country,
    )


def record(kind: str, body: str) -> Any:
    return loads(KINDS[kind], body)


def of_decision(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number, "id": decision.id, "at": decision.at, "who": decision.who,
        "kind": decision.kind.value, "body": dumps(decision),
    }  # fmt: skip


def readings(connection: Connection, only: str | None = None) -> list[Reading]:
    """All readings (or that of one document), from four passes over the tables."""
    parts: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    d = schema.documents.c
    found = connection.execute(select(d.seq, d.id).where(d.id == only if only else true()).order_by(d.seq)).all()

    def mine(column: ColumnElement[int]) -> ColumnElement[bool]:
        return column == found[0].seq if only else true()

    c = schema.claims.c
    for seq, body in connection.execute(
        select(c.document, c.body).where(mine(c.document)).order_by(c.document, c.position)
    ):
        parts[seq]["claims"].append(claim(body))
    r = schema.records.c
    query = select(r.document, r.kind, r.body).where(mine(r.document)).order_by(r.document, r.position)
    for seq, kind, body in connection.execute(query):
        parts[seq][kind].append(record(kind, body))
    made: dict[str, Actor] = {}
    link = schema.readings_actors.c
    links = select(link.document, schema.actors.c.body).join(schema.actors).where(mine(link.document))
    for seq, body in connection.execute(links.order_by(link.document, link.position)):
        if body not in made:
            made[body] = actor(body)
        parts[seq]["actors"].append(made[body])
    return [Reading(id, **{kind: tuple(items) for kind, items in parts[seq].items()}) for seq, id in found]


def dump(connection: Connection) -> str:
    """Every row as a line, by document id, without the order in which documents came."""
    ids: dict[int, str] = {row.seq: row.id for row in connection.execute(select(schema.documents))}
    lines = []
    for table in schema.metadata.sorted_tables:
        for row in connection.execute(select(table)):
            values = dict(row._mapping)
            values.pop("seq", None)
            if values.get("key") == schema.CHANGES:
                continue
            if "document" in values:
                values["document"] = ids[values["document"]]
            lines.append(f"{table.name} {dumps(values)}")
    return "\n".join(sorted(lines)) + "\n"
