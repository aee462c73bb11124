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


def roots(claims: Iterable[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> list[list[Claim]]:
    """The claims by independent root."""
    groups: list[tuple[set[str], list[Claim]]] = []
    for claim in claims:
        words = reprint(claim, documents)
        keys = {origin(claim, documents, actors), *((words,) if words else ())}
        joined = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(k for k, _ in joined)), [*(c for _, own in joined for c in own), claim]))
    return [own for _, own in groups]


def count_roots(claims: Iterable[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> int:
    """The number of independent roots among the claims."""
    return len(roots(claims, documents, actors))


def _named(speaker: Speaker, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(speaker.actor or "")
    return not speaker.anonymous and not (actor and actor.described)


def _key(name: str) -> str:
    return re.sub(r"^the |\W+", "", name.casefold())
