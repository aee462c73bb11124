"""Claims, actors and records as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from imbroglio.case.review import Entry
from imbroglio.graph import Level, period
from imbroglio.graph.roots import origin
from imbroglio.model import ActorKind, Claim, Document, Span, Speaker
from imbroglio.outputs.reasons import why
from imbroglio.outputs.tables import clean, particulars, quote_pieces, sources, statement
from imbroglio.web import shapes
from imbroglio.web.book import Book


def claims(book: Book, places: Iterable[int]) -> list[shapes.Claim]:
    """The claims at positions of the book."""
    return [claim(book, int(place)) for place in places]


def of_claims(book: Book, found: Iterable[Claim]) -> list[shapes.Claim]:
    """Rows of claims that an analysis gave back."""
    return [claim(book, place) for one in found for place in book.places(book.key(one))[:1]]


def claim(book: Book, place: int) -> shapes.Claim:
    """The claim at a position of the book."""
    found, entry = book.claims[place], book.entry(place)
    document = book.documents[found.document]
    return {
        "id": book.keys[place],
        "document": document.id,
        "title": document.title,
        "outlet": document.source,
        "published": day(document.published),
        "subject": party(found, document.text, "subject"),
        "relation": found.relation.value,
        "klass": found.relation.klass.value,
        "sign": found.sign,
        "object": party(found, document.text, "object"),
        "polarity": found.polarity,
        "firmness": found.firmness,
        "background": found.background,
        "trend": found.trend,
        "when": when(found, book),
        "place": found.place,
        "place_id": found.place_id,
        "theatre": book.theatres[book.columns["place"][place]] or None,
        "via": found.via,
        "via_actor": found.via_actor,
        "said_by": [speaker(link) for link in found.said_by],
        "quote": offsets(found.quote),
        "cue": offsets(found.cue),
        "pieces": pieces(found, document),
        "sentence": found.sentence,
        "construction": found.construction,
        "trust": round((entry.read if entry and entry.read else found).trust, 3),
        "why": why(found),
        "statement": statement(found),
        "particulars": particulars(found),
        "source": sources(found, document),
        "root": origin(found, book.documents, book.actors),
        "status": book.view.status(book.keys[place]),
        "added": entry is not None and entry.read is None,
        "notes": notes(entry),
        "changed": dict(entry.changed) if entry else {},
    }


def notes(entry: Entry | None) -> list[shapes.Note]:
    """What people wrote about a claim."""
    return [{"who": n.who, "at": n.at, "text": n.after["text"]} for n in entry.notes] if entry else []


def party(found: Claim, text: str, role: str) -> shapes.Party:
    one = found.subject if role == "subject" else found.object
    words = clean(one.span.of(text))
    return {"id": one.actor, "name": one.name, "span": offsets(one.span), "words": words, "reason": one.reason}


def speaker(link: Speaker) -> shapes.Speaker:
    return {"name": link.name, "actor": link.actor, "anonymous": link.anonymous}


def pieces(found: Claim, document: Document) -> list[shapes.Piece]:
    return [cast(shapes.Piece, {"words": p.words, "part": p.part}) for p in quote_pieces(found, document)]


def when(found: Claim, book: Book) -> shapes.When:
    own = found.when
    since, until = period(found, book.documents)
    return {
        "tense": own.tense, "basis": own.basis, "start": day(own.start), "end": day(own.end), "precise": own.precise,
        "words": own.words, "since": day(since), "until": day(until),
    }  # fmt: skip


def actor_name(book: Book, id: str) -> shapes.ActorName:
    return {"id": id, "name": book.name(id)}


def actor(book: Book, id: str, claims: int, level: Level, members: int = 0) -> shapes.Actor:
    """An actor in a list."""
    found = book.actors.get(id)
    return {
        "id": id,
        "name": found.name if found else id,
        "kind": (found.kind if found else ActorKind.OTHER).value,
        "country": found.country if found else None,
        "known": found.known if found else False,
        "described": found.described if found else False,
        "claims": claims,
        "faction": book.factions(level).get(id),
        "members": members,
    }


def document(book: Book, id: str) -> shapes.DocumentRow:
    found = book.documents[id]
    return {
        "id": id, "title": found.title, "outlet": found.source, "published": day(found.published),
        "claims": book.claims_in.get(id, 0), "length": len(found.text),
    }  # fmt: skip


def offsets(span: Span) -> list[int]:
    return [span.start, span.end]


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None
