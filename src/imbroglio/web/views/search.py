"""Search: actors, documents, claims and places that bear the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from imbroglio.model import Span
from imbroglio.outputs.tables import clean
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book

AROUND = 80  # characters shown on either side of a hit
LONGEST = 200  # characters of a query that are looked at


def search(book: Book, *, q: str = "", limit: int = 10) -> shapes.Search:
    """The best hits of each kind: actors by any of their names, theatres, claims and documents whose words hold all
    words of the query."""
    words = q.casefold()[:LONGEST].split()
    found: list[shapes.Hit] = []
    if words:
        for kind in (_actors, _places, _claims, _documents):
            found += [hit for hit, _ in zip(kind(book, words), range(limit), strict=False)]
    return {"version": book.version, "query": q, "hits": found}


def _actors(book: Book, words: list[str]) -> Iterator[shapes.Hit]:
    """Names that are the query first, then those that begin with it, then the rest; the most spoken of first."""
    phrase = " ".join(words)
    ranked = []
    for id, names in book.names.items():
        hits = [name for name in names if all(word in name for word in words)]
        if hits:
            rank = min((name != phrase, not name.startswith(phrase)) for name in hits)
            ranked.append((rank, -book.spoken.get(id, 0), id, hits[0]))
    for _, count, id, name in sorted(ranked):
        actor = book.actors[id]
        also = f" · also “{clean(name)}”" if name != actor.name.casefold() else ""
        detail = f"{actor.kind.value} · {-count} claim{'' if count == -1 else 's'}{also}"
        yield _hit("actor", id, actor.name, detail, f"/actor/{quote(id, safe='')}")


def _places(book: Book, words: list[str]) -> Iterator[shapes.Hit]:
    for name in sorted({*book.theatres} - {""}):
        if all(word in name.casefold() for word in words):
            yield _hit("place", name, name, "theatre", f"/?theatre={quote(name, safe='')}")


def _documents(book: Book, words: list[str]) -> Iterator[shapes.Hit]:
    for id, folded in book.folded.items():
        document = book.documents[id]
        title = f"{document.title or ''} {document.source or ''} {id}".casefold()
        if all(word in folded or word in title for word in words):
            around = _around(document.text, words)
            detail = " · ".join(str(part) for part in (document.source, document.published) if part)
            url = f"/document/{quote(id, safe='')}"
            yield _hit("document", id, document.title or id, detail, url, _pieces(document.text, around, words))


def _claims(book: Book, words: list[str]) -> Iterator[shapes.Hit]:
    for id, folded in book.folded.items():
        if not all(word in folded for word in words):
            continue
        text = book.documents[id].text
        for place in book.claims_of.get(id, ()):
            claim = book.claims[place]
            said = f"{claim.quote.of(text)} {claim.subject.name} {claim.object.name}".casefold()
            if book.status[place] != book.REJECTED and all(word in said for word in words):
                row = rows.claim(book, place)
                url = f"/document/{quote(id, safe='')}?claim={row['id']}"
                yield _hit("claim", row["id"], row["statement"], row["source"], url, row["pieces"])


def _hit(kind: str, id: str, title: str, detail: str, url: str, pieces: list[shapes.Piece] | None = None) -> shapes.Hit:
    return {"kind": kind, "id": id, "title": title, "detail": detail, "url": url, "pieces": pieces or []}  # type: ignore[typeddict-item]


def _around(text: str, words: list[str]) -> Span:
    """The words around the first place where the query, or its first word that is there, stands."""
    for wanted in (r"\s+".join(map(re.escape, words)), *map(re.escape, words)):
        if match := re.search(wanted, text, re.IGNORECASE):
            return Span(max(match.start() - AROUND, 0), min(match.end() + AROUND, len(text)))
    return Span(0, min(2 * AROUND, len(text)))


def _pieces(text: str, around: Span, words: list[str]) -> list[shapes.Piece]:
    """The excerpt with the query's words marked as cues."""
    parts = re.split(f"({'|'.join(map(re.escape, words))})", clean(around.of(text)), flags=re.IGNORECASE)
    return [{"words": part, "part": "cue" if n % 2 else ""} for n, part in enumerate(parts) if part]
