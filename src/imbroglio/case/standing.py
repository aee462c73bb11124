"""What of a case stands: what questions ask, whoever asks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from imbroglio.case.case import Case
from imbroglio.case.review import Reviewed, Verdict, known
from imbroglio.model import Actor, Claim, Document, Reading, Relation


class Standing:
    """A case as the decisions of its review leave it, from the moment it is first asked.

    Rejected claims are left out, corrected and added ones are there, and everybody has the id and name that merges,
    splits and renames gave them. `as_read`: as if nobody had decided anything. Claims that are trusted less than
    `min_trust` are left out; what a person accepted is trusted fully.
    """

    def __init__(self, case: Case, *, as_read: bool = False, min_trust: float = 0.0) -> None:
        self.case = case
        self.name = case.name
        self._min_trust = min_trust
        self._view: Reviewed | None = None if as_read or not case.log() else case.review.view()

    def documents(self) -> list[Document]:
        """All documents."""
        return self.case.documents()

    def actors(self) -> dict[str, Actor]:
        """Every actor by id."""
        return dict(self._view.actors) if self._view else self.case.actors()

    @cached_property
    def _claims(self) -> list[Claim]:
        return self._view.standing() if self._view else []

    def claims(
        self,
        *,
        actor: str | Iterable[str] | None = None,
        pair: tuple[str | Iterable[str], str | Iterable[str]] | None = None,
        relation: Relation | Iterable[Relation] | None = None,
        place: str | Iterable[str] | None = None,
        document: str | Iterable[str] | None = None,
        min_trust: float = 0.0,
    ) -> list[Claim]:
        """Claims that pass every filter given, as with `Case.claims`."""
        least = max(min_trust, self._min_trust)
        if self._view is None:
            return self.case.claims(
                actor=actor, pair=pair, relation=relation, place=place, document=document, min_trust=least
            )
        actors, relations, places, documents = map(_several, (actor, relation, place, document))
        ones, others = map(_several, pair or (None, None))

        def passes(claim: Claim) -> bool:
            subject, object_ = claim.subject.actor, claim.object.actor
            return (
                claim.trust >= least
                and (actors is None or bool(actors & {subject, object_}))
                and (relations is None or claim.relation in relations)
                and (places is None or bool(places & {claim.place, claim.place_id}))
                and (documents is None or claim.document in documents)
                and (ones is None or others is None or _between(ones, others, subject, object_))
            )

        return [claim for claim in self._claims if passes(claim)]

    def readings(self) -> list[Reading]:
        """What each document says, claims and records alike, in the order of `documents`."""
        if self._view is None and not self._min_trust:
            return self.case.readings()
        said: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims():
            said[claim.document].append(claim)
        readings = [replace(one, claims=tuple(said[one.document])) for one in self.case.readings()]
        return readings if self._view is None else [known(one, self._view) for one in readings]

    def records(self, kind: str) -> list[Any]:
        """All records of this kind, as with `Case.records`."""
        found = self.case.records(kind)
        return [known(record, self._view) for record in found] if self._view else found

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What people decided about findings, by their ids."""
        return self._view.findings if self._view else {}


def _several(values: str | Iterable[str] | None) -> frozenset[str | None] | None:
    if values is None:
        return None
    return frozenset([values]) if isinstance(values, str) else frozenset(values)


def _between(ones: frozenset[str | None], others: frozenset[str | None], subject: str, object_: str) -> bool:
    return (subject in ones and object_ in others) or (subject in others and object_ in ones)
