"""What does not add up."""

from __future__ import annotations

from typing import cast

from imbroglio.errors import CaseError
from imbroglio.graph import Level
from imbroglio.model import Agreement, Claim, Finding, Norm
from imbroglio.outputs.tables import statement
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book
from imbroglio.web.query import Query
from imbroglio.web.tension import evidence
from imbroglio.web.views.records import record

STATES = ("open", "kept", "dismissed")


def findings(
    book: Book, query: Query, *, state: tuple[str, ...] = ("open", "kept"), rule: tuple[str, ...] = (), after: int = 0,
    limit: int = 30,
) -> shapes.Findings:  # fmt: skip
    """What does not add up, the weightiest first; with filters, what has a claim on each side that passes them."""
    tensions = book.tensions
    keep = set(map(int, book.select(query))) if query != Query() else None
    found = [
        finding
        for finding in tensions.found
        if _state(book, finding) in state and (not rule or finding.rule in rule) and _passes(book, finding, keep)
    ]
    more = after + limit if after + limit < len(found) else None
    shown = [_finding(book, finding) for finding in found[after : after + limit]]
    return {
        "version": book.version, "total": len(found), "findings": shown, "next": more, "pending": tensions.pending,
    }  # fmt: skip


def finding(book: Book, *, id: str) -> shapes.Finding:
    """One finding, dismissed ones too."""
    return _finding(book, find(book, id))


def find(book: Book, id: str) -> Finding:
    """The finding of this id; `CaseError` if there is none."""
    for found in book.tensions.found:
        if found.id == id:
            return found
    raise CaseError(f"{book.case.name} has no finding {id[:80]!r}; a decision may have settled it")


def about(book: Book, actor: str) -> list[Finding]:
    """The findings in which an actor, or what it acts for, has a part."""
    ids = {actor, book.roll(actor, Level.STATE)}
    return [found for found in book.tensions.found if ids & set(found.actors)]


def _state(book: Book, found: Finding) -> str:
    verdict = book.view.findings.get(found.id)
    return verdict.state if verdict else "open"


def _passes(book: Book, found: Finding, keep: set[int] | None) -> bool:
    return keep is None or all(
        any(place in keep for claim in side for place in book.places(book.key(claim))) for side in found.sides
    )


def _finding(book: Book, found: Finding) -> shapes.Finding:
    verdict = book.view.findings.get(found.id)
    return cast(shapes.Finding, {
        "id": found.id,
        "rule": found.rule,
        "sentence": found.sentence,
        "actors": [rows.actor_name(book, actor) for actor in found.actors],
        "place": found.place,
        "score": found.score,
        "sides": [rows.of_claims(book, side) for side in found.sides],
        "arcs": _arcs(book, found),
        "records": [record(book, one) for one in found.records if isinstance(one, Agreement | Norm)],
        "resolves": [[_short(book, claim) for claim in claims] for claims in found.resolves],
        "state": verdict.state if verdict else "open",
        "note": verdict.note if verdict else "",
        "who": verdict.who if verdict else None,
        "stale": bool(verdict and verdict.claims and verdict.claims != tuple(evidence(found))),
    })  # fmt: skip


def _short(book: Book, claim: Claim) -> shapes.ClaimName:
    return {"id": book.key(claim), "statement": statement(claim)}


def _arcs(book: Book, found: Finding) -> list[shapes.Arc]:
    """The signed lines between the finding's actors, each once."""
    arcs = {}
    for claim in (claim for side in found.sides for claim in side):
        subject, object_ = (_party(book, found, party.actor) for party in (claim.subject, claim.object))
        if claim.sign and subject and object_ and subject != object_:
            arcs[subject, object_, claim.sign] = shapes.Arc(subject=subject, object=object_, sign=claim.sign)
    return list(arcs.values())


def _party(book: Book, found: Finding, actor: str) -> str | None:
    """The actor of the finding that a party of its claims stands for."""
    for id in (actor, book.roll(actor, Level.STATE), book.roll(actor, Level.UMBRELLA)):
        if id in found.actors:
            return id
    return None
