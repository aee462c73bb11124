"""All that findings and factions are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from imbroglio.model import Actor, Agreement, Claim, Document, Norm, Speaker

if TYPE_CHECKING:
    from imbroglio.case import Case, Standing


@dataclass(frozen=True)
class Matter:
    """One version of a case. `merged` has the ids of actors that were put into others, and into which."""

    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    claims: tuple[Claim, ...]
    agreements: tuple[Agreement, ...] = ()
    norms: tuple[Norm, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(case: Case | Standing) -> Matter:
        """What a case holds: `Case` as read, `Standing` as reviewed."""
        documents = {document.id: document for document in case.documents()}
        agreements, norms = tuple(case.records("agreements")), tuple(case.records("norms"))
        return Matter(documents, case.actors(), tuple(case.claims()), agreements, norms)

    def keeping(self, keep: Callable[[str, tuple[Speaker, ...]], bool]) -> Matter:
        """What is left of claims and records whose document and chain of sources pass."""
        return replace(
            self,
            claims=tuple(one for one in self.claims if keep(one.document, one.said_by)),
            agreements=tuple(one for one in self.agreements if keep(one.document, one.said_by)),
            norms=tuple(one for one in self.norms if keep(one.document, one.said_by)),
        )
