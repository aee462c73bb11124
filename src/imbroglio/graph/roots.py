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
    for speaker in reversed(claim.said_by):
        if _named(speaker, actors):
            actor = actors.get(speaker.actor or "")
            return _key(actor.name if actor else speaker.name)
    document = documents.get(claim.document)
    if document and document.source:
        return _key(document.source)
    return f"document {claim.document}"


def count_roots(claims: Iterable[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> int:
    """The number of independent roots among the claims."""
    groups: list[set[str]] = []
    for claim in claims:
        keys = {origin(claim, documents, actors)}
        document = documents.get(claim.document)
        words = re.sub(r"\W+", "", claim.quote.of(document.text)).casefold() if document else ""
        if len(words) >= REPRINT:
            keys.add("words " + words)
        joined = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*joined))
    return len(groups)


def _named(speaker: Speaker, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(speaker.actor or "")
    return not speaker.anonymous and not (actor and actor.described)


def _key(name: str) -> str:
    return re.sub(r"^the |\W+", "", name.casefold())
