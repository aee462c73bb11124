"""How many independent roots a set of claims has.

The *root* of a claim is the innermost speaker of its chain who can be told apart from others: a named person, body or
outlet. Anonymous and merely described speakers ("rebels", "officials") cannot, so what they told Reuters has the root
Reuters, in whichever paper it is reprinted. A claim without a named speaker has the outlet of its document as root, or
the document itself where the outlet is not known. Two claims whose quotes are word for word the same have one root.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from imbroglio.model import Actor, Claim, Document, Speaker

REPRINT = 60
"""Quotes of this many letters and more that agree in all of them are taken for reprints of one text."""


def origin(claim: Claim, documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> str:
    """The root of one claim, as a key: the same key, the same root."""
    if speaker := root_speaker(claim, actors):
        actor = actors.get(speaker.actor or "")
        return _key(actor.name if actor else speaker.name)
    document = documents.get(claim.document)
    if document and document.source:
        return _key(document.source)
    return f"document {claim.document}"


def root_speaker(claim: Claim, actors: Mapping[str, Actor]) -> Speaker | None:
    """The innermost speaker who can be told apart from others, if there is one."""
    return next((speaker for speaker in reversed(claim.said_by) if _named(speaker, actors)), None)


def reprint(claim: Claim, documents: Mapping[str, Document]) -> str | None:
    """The letters of the quote if there are enough to tell a reprint by, as a key."""
    document = documents.get(claim.document)
    words = re.sub(r"\W+", "", claim.quote.of(document.text)).casefold() if document else ""
    return f"words {words}" if len(words) >= REPRINT else None


class Roots:
    """Counts roots among claims of the same documents again and again: what tells a claim's root is looked up once."""

    def __init__(self, documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> None:
        self._documents, self._actors = documents, actors
        self._known: dict[int, tuple[Claim, tuple[str, ...]]] = {}  # by identity; the claims are kept, and so is that

    def groups(self, claims: Iterable[Claim]) -> list[list[Claim]]:
        """The claims by independent root."""
        leader: dict[str, str] = {}

        def top(key: str) -> str:
            while leader[key] != key:
                leader[key] = key = leader[leader[key]]
            return key

        told = [(claim, self._keys(claim)) for claim in claims]
        for _, keys in told:
            for key in keys:
                leader.setdefault(key, key)
                leader[top(keys[0])] = top(key)
        found: dict[str, list[Claim]] = {}
        for claim, (key, *_) in told:
            found.setdefault(top(key), []).append(claim)
        return list(found.values())

    def count(self, claims: Iterable[Claim]) -> int:
        """The number of independent roots among the claims."""
        return len(self.groups(claims))

    def _keys(self, claim: Claim) -> tuple[str, ...]:
        """Two claims that share one of these have one root."""
        if id(claim) not in self._known:
            words = reprint(claim, self._documents)
            keys = (origin(claim, self._documents, self._actors), *((words,) if words else ()))
            self._known[id(claim)] = claim, keys
        return self._known[id(claim)][1]


def roots(claims: Iterable[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> list[list[Claim]]:
    """The claims by independent root."""
    return Roots(documents, actors).groups(claims)


def count_roots(claims: Iterable[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> int:
    """The number of independent roots among the claims."""
    return Roots(documents, actors).count(claims)


def _named(speaker: Speaker, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(speaker.actor or "")
    return not speaker.anonymous and not (actor and actor.described)


def _key(name: str) -> str:
    return re.sub(r"^the |\W+", "", name.casefold())
