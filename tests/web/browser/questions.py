"""A table of questions to the API: every address under every filter, and with what it takes alone."""

from __future__ import annotations

from itertools import product
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


def questions(case: Case) -> list[tuple[str, dict[str, Any]]]:
    """Every address of the API under every filter, and with what it takes alone."""
    claims, documents = case.claims(), case.documents()
    pairs = {(c.subject.actor, c.object.actor): None for c in claims[:: max(1, len(claims) // 6)]}
    actors = dict.fromkeys(id for pair in pairs for id in pair)
    text = documents[0].id
    paths: list[tuple[str, dict[str, Any]]] = [
        ("/matrix", {}),
        ("/matrix", {"order": "name", "rows": 7}),
        ("/matrix", {"order": "kind"}),
        ("/matrix", {"order": "activity"}),
        *(
            ("/claims", {"sort": sort, "limit": 20, "after": after})
            for sort, after in product(("firm", "date", "trust", "document"), (0, 15))
        ),
        ("/claims", {"actor": list(actors)[:2]}),
        ("/claims", {"document": text}),
        ("/claims", {"outlet": documents[0].source or "x"}),
        *(("/claims", {"subject": one, "object": other}) for one, other in pairs),
        ("/claims", {"object": claims[0].object.actor}),
        ("/findings", {}),
        ("/findings", {"state": ["dismissed", "kept"], "limit": 3}),
        ("/findings", {"rule": "triad", "after": 1}),
        ("/actors", {}),
        ("/actors", {"q": "A", "order": "name"}),
        ("/actors", {"kind": ["state", "armed group"], "order": "kind", "limit": 5}),
        ("/actors", {"order": "faction", "after": 4}),
        *((f"/actors/{quote(id, safe='')}", {}) for id in actors),
        *((f"/tie/{quote(one, safe='')}/{quote(other, safe='')}", {}) for one, other in pairs),
        *(
            (f"/chains/{quote(one, safe='')}/{quote(other, safe='')}", {"longest": n})
            for (one, other), n in zip(pairs, (5, 3, 4, 5, 5, 2), strict=False)
        ),
        ("/documents", {}),
        ("/documents", {"order": "title", "limit": 4}),
        ("/documents", {"order": "read", "q": "THE", "after": 2}),
        (f"/documents/{quote(text, safe='')}", {}),
        (f"/documents/{quote(text, safe='')}", {"start": 300, "length": 1000}),
        ("/graph", {}),
        ("/graph", {"nodes": 9, "edges": 12}),
        ("/flows", {}),
        ("/places", {}),
        ("/queue", {}),
        ("/queue", {"kind": "claims", "after": 3, "limit": 9}),
        ("/queue", {"kind": "questions"}),
    ]
    plain: list[tuple[str, dict[str, Any]]] = [
        *(
            ("/search", {"q": words})
            for words in ("rebels", "SYRIA", "arms the", "a", "said that", "é", "(", claims[0].subject.name)
        ),
        ("/search", {"q": "s", "limit": 50}),
        ("/decisions", {}),
        ("/decisions", {"kind": ["accept", "note"], "limit": 1}),
        ("/decisions", {"who": "ben"}),
        ("/decisions", {"target": claims[0].id}),
        (f"/claims/{claims[-1].id}", {}),
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
    ]
    return [(path, {**own, **filters}) for path, own in paths for filters in FILTERS] + plain
