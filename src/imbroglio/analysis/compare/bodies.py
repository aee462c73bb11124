"""Bodies of claims to compare: of an outlet, of a period, of another case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from imbroglio.analysis.moments import moment
from imbroglio.analysis.situation import Situation
from imbroglio.model import Claim, Document


def of_outlet(situation: Situation, outlet: str) -> list[Claim]:
    """The claims of documents that the outlet published; case does not matter."""
    name = outlet.casefold()
    ids = {id for id, document in situation.documents.items() if (document.source or "").casefold() == name}
    return [claim for claim in situation.sure if claim.document in ids]


def of_period(situation: Situation, start: date | None, end: date | None) -> list[Claim]:
    """The dated claims whose moment lies in the period, ends included; what is to come is of no period yet."""
    found = []
    for claim in situation.sure:
        when = moment(claim, situation.documents)
        if when and when.rank < 2 and not (start and when.day < start) and not (end and when.day > end):
            found.append(claim)
    return found


def told_apart(
    documents: Iterable[Document], claims: Iterable[Claim], taken: Mapping[str, Document], mark: str
) -> tuple[list[Document], list[Claim]]:
    """Documents and claims of one case under ids that no other text of the other case (`taken`) has."""
    names: dict[str, str] = {}
    kept = []
    for document in documents:
        other = taken.get(document.id)
        names[document.id] = document.id if other is None or other.hash == document.hash else f"{document.id} ({mark})"
        kept.append(replace(document, id=names[document.id]))
    return kept, [replace(claim, document=names[claim.document]) for claim in claims]
