"""A table of questions to the API: every address under every filter, and with what it takes alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import Any
from urllib.parse import quote

from imbroglio.case import Case

# What a person may set, one after another and together.
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"level": "actor"},
    {"level": "umbrella"},
    {"theatre": "Syria"},
    {"theatre": ["syria", "The Yemen"], "level": "actor"},
    {"since": "2016-01-15"},
    {"until": "2016-06-30"},
    {"since": "2015-12-01", "until": "2016-03-01", "level": "umbrella"},
    {"firmness": ["hedged", "planned"]},
    {"trust": "0.8"},
    {"relation": ["arms", "fights", "allied_with"]},
    {"klass": "opposes", "background": "false"},
    {"status": ["accepted", "rejected"]},
    {"status": "unreviewed", "firmness": "fact"},
)


# Addresses that the filters go with, whatever the case holds.
VIEWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/matrix", {}),
    ("/matrix", {"order": "name", "rows": 7}),
    ("/matrix", {"order": "kind"}),
    ("/matrix", {"order": "activity"}),
    ("/findings", {}),
    ("/findings", {"state": ["dismissed", "kept"], "limit": 3}),
    ("/findings", {"rule": "triad", "after": 1}),
    ("/actors", {}),
    ("/actors", {"q": "A", "order": "name"}),
    ("/actors", {"kind": ["state", "armed group"], "order": "kind", "limit": 5}),
    ("/actors", {"order": "faction", "after": 4}),
    ("/documents", {}),
    ("/documents", {"order": "title", "limit": 4}),
    ("/documents", {"order": "read", "q": "THE", "after": 2}),
    ("/graph", {}),
    ("/graph", {"nodes": 9, "edges": 12}),
    ("/flows", {}),
    ("/places", {}),
    ("/queue", {}),
    ("/queue", {"kind": "claims", "after": 3, "limit": 9}),
    ("/queue", {"kind": "questions"}),
)

# Addresses without filters, and questions that cannot be answered.
ALONE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/search", {"q": "s", "limit": 50}),
    ("/decisions", {}),
    ("/decisions", {"kind": ["accept", "note"], "limit": 1}),
    ("/decisions", {"who": "ben"}),
    ("/claims/none", {}),
    ("/findings/none", {}),
    ("/actors/none", {}),
    ("/documents/none", {}),
    ("/none", {}),
    ("/claims", {"sort": "colour"}),
    ("/claims", {"since": "2016-02-30"}),
    ("/claims", {"colour": "red"}),
    ("/matrix", {"rows": 1000}),
    ("/claims", {"trust": "much"}),
    ("/claims", {"background": "yes"}),
    ("/claims", {"level": ["actor", "state"]}),
)
WORDS = ("rebels", "SYRIA", "arms the", "a", "said that", "é", "(")

Question = tuple[str, dict[str, Any]]


def questions(case: Case) -> list[Question]:
    """Every address of the API under every filter, and with what it takes alone."""
    first, last = case.claims()[0], case.claims()[-1]
    alone: list[Question] = [("/search", {"q": words}) for words in (*WORDS, first.subject.name)]
    alone += [*ALONE, ("/decisions", {"target": first.id}), (f"/claims/{last.id}", {})]
    filtered = [*VIEWS, *_of_parties(case), *_of_claims(case)]
    return [(path, {**own, **filters}) for path, own in filtered for filters in FILTERS] + alone


def _of_parties(case: Case) -> Iterator[Question]:
    """Ties, chains and pages of some pairs of actors."""
    claims = case.claims()
    pairs = dict.fromkeys((c.subject.actor, c.object.actor) for c in claims[:: max(1, len(claims) // 6)])
    paths = [(quote(one, safe=""), quote(other, safe="")) for one, other in pairs]
    for one, other in pairs:
        yield "/claims", {"subject": one, "object": other}
    for one, other in paths:
        yield f"/tie/{one}/{other}", {}
    for (one, other), longest in zip(paths, (5, 3, 4, 5, 5, 2), strict=False):
        yield f"/chains/{one}/{other}", {"longest": longest}
    for actor in dict.fromkeys(chain.from_iterable(paths)):
        yield f"/actors/{actor}", {}
    yield "/claims", {"actor": list(dict.fromkeys(chain.from_iterable(pairs)))[:2]}


def _of_claims(case: Case) -> Iterator[Question]:
    """Lists of claims, and the first document."""
    document = case.documents()[0]
    for sort, after in product(("firm", "date", "trust", "document"), (0, 15)):
        yield "/claims", {"sort": sort, "limit": 20, "after": after}
    yield "/claims", {"document": document.id}
    yield "/claims", {"outlet": document.source or "x"}
    yield "/claims", {"object": case.claims()[0].object.actor}
    yield f"/documents/{quote(document.id, safe='')}", {}
    yield f"/documents/{quote(document.id, safe='')}", {"start": 300, "length": 1000}
