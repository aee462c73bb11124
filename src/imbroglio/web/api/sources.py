"""Which claims the footnotes of a view are about, where it is not all that pass its filters."""

from __future__ import annotations

from typing import Any

from imbroglio.model import Claim
from imbroglio.web import shapes
from imbroglio.web.book import Book
from imbroglio.web.query import Query
from imbroglio.web.views import claims, documents, findings
from imbroglio.web.views.tie import tie


def of_claims(book: Book, query: Query, **asked: Any) -> list[Claim]:
    """The claims shown."""
    return _named(book, claims.claims(book, query, **asked)["claims"])


def of_claim(book: Book, *, id: str) -> list[Claim]:
    """The claim."""
    return _named(book, [claims.claim(book, id=id)])


def of_findings(book: Book, query: Query, **asked: Any) -> list[Claim]:
    """The claims on all sides of the findings shown."""
    shown = findings.findings(book, query, **asked)["findings"]
    return _named(book, [claim for finding in shown for side in finding["sides"] for claim in side])


def of_finding(book: Book, *, id: str) -> list[Claim]:
    """The claims on its sides."""
    return list(findings.find(book, id).claims)


def of_tie(book: Book, query: Query, *, one: str, other: str) -> list[Claim]:
    """The claims between the two."""
    return _named(book, tie(book, query, one=one, other=other)["claims"])


def of_documents(book: Book, query: Query, **asked: Any) -> list[Claim]:
    """The claims of the stretch shown."""
    return _named(book, documents.document(book, query, **asked)["claims"])


def _named(book: Book, shown: list[shapes.Claim]) -> list[Claim]:
    return [book.claims[book.places(claim["id"])[0]] for claim in shown]
