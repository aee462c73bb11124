"""The case at a glance: what it holds, and every value that a filter can take."""

from __future__ import annotations

from collections import Counter

import numpy as np

from imbroglio.graph import Level
from imbroglio.knowledge.load import data
from imbroglio.model import FIRMNESS, STATUSES, Relation
from imbroglio.web import shapes
from imbroglio.web.book import Book
from imbroglio.web.columns import RELATIONS, Ints
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import ORDERS
from imbroglio.web.views.tie import theatres

NOTHING = (
    "This case has no documents yet. Read some into it with: imbroglio read FILES --case {name} — or look at the "
    "dispatches that come with Imbroglio: imbroglio read examples/20*.md --serve"
)
SILENT = "The documents of this case were read, but none of them says who backs, arms or fights whom."


def summary(book: Book) -> shapes.CaseSummary:
    """What the case holds, and every value that a filter can take with the number of claims that have it."""
    return book.cached("summary", lambda: _summary(book))


def _summary(book: Book) -> shapes.CaseSummary:
    shown, columns = book.select(Query()), book.columns
    dates = sorted(d.published for d in book.documents.values() if d.published)
    months = Counter(f"{day:%Y-%m}" for day in dates)
    kinds = Counter(actor.kind.value for id, actor in book.actors.items() if book.spoken.get(id))
    statuses = np.bincount(book.status, minlength=len(STATUSES)).tolist()
    return {
        "version": book.version,
        "log": book.view.log,
        "name": book.case.name,
        "read_only": book.read_only,
        "empty": not book.claims,
        "explains": _explains(book),
        "who": book.case.review.who,
        "documents": len(book.documents),
        "claims": len(shown),
        "actors": sum(kinds.values()),
        "unattached": len(book.view.loose),
        "statuses": dict(zip(STATUSES, statuses, strict=True)),
        "first": dates[0].isoformat() if dates else None,
        "last": dates[-1].isoformat() if dates else None,
        "months": [{"month": month, "documents": n} for month, n in sorted(months.items())],
        "outlets": _counts(book.columns.vocabulary.outlet.names, columns["outlet"][shown]),
        "theatres": [
            {"id": t["id"], "name": t["name"], "count": t["claims"]} for t in theatres(book, shown) if t["id"]
        ],
        "kinds": [{"id": kind, "name": kind, "count": n} for kind, n in kinds.most_common()],
        "firmness": _counts(FIRMNESS, columns["firmness"][shown]),
        "relations": _relations(columns["relation"][shown]),
        "levels": [level.value for level in Level],
        "orders": list(ORDERS),
    }


def _explains(book: Book) -> str:
    if not book.documents:
        return NOTHING.format(name=book.case.name)
    return "" if book.claims else SILENT


def _counts(names: list[str] | tuple[str, ...], codes: Ints) -> list[shapes.Count]:
    """Values that claims have, the most frequent first; the empty one is none."""
    counts = np.bincount(codes, minlength=len(names)).tolist()
    found = [(name, n) for name, n in zip(names, counts, strict=True) if name and n]
    return [{"id": name, "name": name, "count": n} for name, n in sorted(found, key=lambda item: (-item[1], item[0]))]


def _relations(codes: Ints) -> list[shapes.RelationRow]:
    counts = np.bincount(codes, minlength=len(RELATIONS)).tolist()
    means = data("relations.yaml")
    return [_relation(relation, n, means[relation.value]) for relation, n in zip(RELATIONS, counts, strict=True)]


def _relation(relation: Relation, count: int, means: dict[str, str]) -> shapes.RelationRow:
    return {
        "id": relation.value, "klass": relation.klass.value, "sign": relation.sign, "symmetric": relation.symmetric,
        "material": relation.material, "means": means["means"], "count": count,
    }  # fmt: skip
