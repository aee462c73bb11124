"""All that is said between two actors."""

from __future__ import annotations

import numpy as np

from imbroglio.errors import CaseError
from imbroglio.graph.roots import REPRINT, origin, root_speaker, roots
from imbroglio.model import Claim
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.cells import summed
from imbroglio.web.columns import Ints
from imbroglio.web.query import Query
from imbroglio.web.views.claims import cell, sort_places

BARS = 500  # claims of a pair that are shown; the firmest


def tie(book: Book, query: Query, *, one: str, other: str, limit: int = BARS) -> shapes.Tie:
    """Everything said between two actors, counted at the level: claims, both directions, time line, theatres, chains
    of speakers, and the origins under which they count."""
    one, other = known(book, one), known(book, other)
    forth, back = cell(book, query, one, other), cell(book, query, other, one)
    places = np.union1d(forth, back).astype(np.int32)
    shown = sort_places(book, places, "firm")[:limit]
    claims = book.claims_at(shown.tolist())
    return {
        "version": book.version,
        "one": rows.actor(book, one, len(places), query.level),
        "other": rows.actor(book, other, len(places), query.level),
        "total": len(places),
        "claims": rows.claims(book, shown),
        "directions": [_direction(book, a, b, s) for a, b, s in ((one, other, forth), (other, one, back)) if len(s)],
        "timeline": [bar(book, place) for place in shown.tolist()],
        "theatres": theatres(book, places),
        "chains": _chains(book, claims),
        "roots": _roots(book, claims),
    }


def known(book: Book, actor: str) -> str:
    """The id under which an actor is known now; `CaseError` if the case has none such."""
    id = book.view.actor(actor)
    if id not in book.actors and id not in book.columns.vocabulary.actor.of:
        raise CaseError(f"{book.case.name} has no actor {actor[:80]!r}")
    return id


def _direction(book: Book, subject: str, object_: str, places: Ints) -> shapes.Direction:
    total = summed(book, places)
    return {
        "subject": rows.actor_name(book, subject), "object": rows.actor_name(book, object_), "glyph": total["glyph"],
        "plus": total["plus"], "minus": total["minus"], "roots": total["roots"], "claims": total["claims"],
    }  # fmt: skip


def bar(book: Book, place: int) -> shapes.Bar:
    """A claim on a time line."""
    claim = book.claims[place]
    when = rows.when(claim, book)
    return {
        "claim": book.keys[place],
        "subject": rows.actor_name(book, claim.subject.actor),
        "object": rows.actor_name(book, claim.object.actor),
        "relation": claim.relation.value,
        "sign": claim.sign,
        "theatre": book.theatres[book.columns["place"][place]] or None,
        "since": when["since"],
        "until": when["until"],
        "precise": when["precise"],
        "stated": bool(when["start"] or when["end"]),
        "published": rows.day(book.documents[claim.document].published),
    }


def theatres(book: Book, places: Ints) -> list[shapes.Theatre]:
    """Theatres of the claims, those with most first; claims without one stand under "" at the end."""
    columns = book.columns
    signs = np.where(columns["yes"][places] != 0, columns["sign"][places], 0)
    codes, names = book.theatre_codes[columns["place"][places]], book.theatre_names
    lots = codes, codes[signs > 0], codes[signs < 0]
    counts = (np.bincount(lot, minlength=len(names)).tolist() for lot in lots)
    found = [row for row in zip(names, *counts, strict=True) if row[1]]
    ordered = sorted(found, key=lambda row: (not row[0], -row[1], row[0]))
    return [{"id": name, "name": name, "claims": n, "plus": p, "minus": m} for name, n, p, m in ordered]


def _chains(book: Book, claims: list[Claim]) -> list[shapes.VoiceChain]:
    """The distinct chains of speakers, those that carry most first."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        outlet = book.documents[claim.document].source or claim.document
        names = ((link.actor or link.name.casefold(), link.anonymous) for link in claim.said_by)
        found.setdefault((outlet, *names), []).append(claim)
    return [
        {
            "outlet": book.documents[group[0].document].source,
            "documents": list(dict.fromkeys(claim.document for claim in group)),
            "said_by": [rows.speaker(link) for link in group[0].said_by],
            "claims": [book.key(claim) for claim in group],
        }
        for group in sorted(found.values(), key=len, reverse=True)
    ]


def _roots(book: Book, claims: list[Claim]) -> list[shapes.Root]:
    """The claims by origin, those with most claims first, and why each lot is one."""
    made: list[shapes.Root] = []
    for group in sorted(roots(claims, book.documents, book.actors), key=len, reverse=True):
        keys = dict.fromkeys(origin(claim, book.documents, book.actors) for claim in group)
        documents = list(dict.fromkeys(claim.document for claim in group))
        made.append({
            "key": next(iter(keys)), "name": _root_name(book, group[0]), "why": _why(book, group, len(keys), documents),
            "claims": [book.key(claim) for claim in group], "documents": documents,
        })  # fmt: skip
    return made


def _root_name(book: Book, claim: Claim) -> str:
    """The speaker, outlet or document that `graph.roots.origin` counts the claim under."""
    link = root_speaker(claim, book.actors)
    if link:
        return book.name(link.actor) if link.actor else link.name
    return book.documents[claim.document].source or claim.document


def _why(book: Book, group: list[Claim], keys: int, documents: list[str]) -> str:
    name = _root_name(book, group[0])
    if keys > 1:
        return f"the same words stand in several reports ({REPRINT} letters and more agree): one text, reprinted"
    if root_speaker(group[0], book.actors):
        return f"all of it goes back to {name}" if len(documents) > 1 else f"{name} says it"
    return f"all of it is {name}'s own report" if len(group) > 1 else f"{name} reports it"
