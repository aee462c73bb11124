"""What was read, held ready for decisions to be laid over it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any, Protocol

from imbroglio.model import Actor, Anchor, Claim, Decision, Document, Reading


class Source(Protocol):
    """What a review needs of a case."""

    name: str

    def documents(self) -> list[Document]: ...
    def readings(self) -> list[Reading]: ...
    def claims(self) -> list[Claim]: ...
    def actors(self) -> dict[str, Actor]: ...
    def state(self) -> int: ...
    def decisions(self, after: int = 0) -> list[Decision]: ...
    def log(self) -> int: ...
    def keep(self, decision: Decision) -> bool: ...


class Base:
    """Documents, claims and actors as read, and the ways to find a claim again. `keys` are the claims' ids."""

    def __init__(self, case: Source) -> None:
        self.documents = {document.id: document for document in case.documents()}
        self.claims = case.claims()
        self.actors = case.actors()
        self.keys = [claim.id for claim in self.claims]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in `claims` each key stands; a reading may say the same thing twice."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self.keys):
            found[key].append(place)
        return dict(found)

    @cached_property
    def by_text(self) -> dict[str, str]:
        """Document ids by the hash of their text."""
        return {document.hash: document.id for document in self.documents.values()}

    @cached_property
    def by_words(self) -> dict[tuple[Any, ...], list[str]]:
        """Keys of claims by the words that they rest on."""
        found: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for key, claim in zip(self.keys, self.claims, strict=True):
            found[self.anchor(claim).words].append(key)
        return found

    @cached_property
    def by_actor(self) -> dict[str, list[int]]:
        """Where in `claims` each actor is a party, a channel or a speaker."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(self.claims):
            for actor in actors_of(claim):
                found[actor].append(place)
        return found

    def anchor(self, claim: Claim) -> Anchor:
        return Anchor.of(claim, self.documents[claim.document].hash)

    def find(self, key: str, anchor: Anchor | None) -> str | None:
        """The key under which a claim is known now: its own, or that of the only claim that rests on the same words."""
        if key in self.places:
            return key
        if anchor is None:
            return None
        same = list(dict.fromkeys(self.by_words.get(anchor.words, ())))
        if len(same) > 1:
            same = [key for key in same if self._alike(key, anchor)]
        return same[0] if len(same) == 1 else None

    def _alike(self, key: str, anchor: Anchor) -> bool:
        claim = self.claims[self.places[key][0]]
        return (claim.subject.actor, claim.object.actor) == anchor.actors


def actors_of(claim: Claim) -> set[str]:
    """Everybody whom a claim names by id."""
    found = {claim.subject.actor, claim.object.actor, *(s.actor for s in claim.said_by if s.actor)}
    return found | {claim.via_actor} if claim.via_actor else found
