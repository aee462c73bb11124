"""Whose "I", "we" and "our" inside direct speech is: the speaker's, or the body the speaker speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from imbroglio.claims.attribution import Attribution, find_quotations
from imbroglio.model import Actor, ActorKind, Document, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def first_persons(document: Document, doc: Doc, mentions: Mentions) -> Mapping[int, tuple[str, ...]]:
    """Token of each first-person pronoun in direct speech with a known speaker → the actors it stands for."""
    tokens = [t for t in doc if t.lower_ in _SINGULAR or t.lower_ in _PLURAL]
    if not tokens:
        return {}
    attribution = Attribution(doc, mentions, find_quotations(doc, mentions), document.source)
    out: dict[int, tuple[str, ...]] = {}
    for token in tokens:
        speaker = attribution.speaker_of(token.i)
        actor = mentions.actors.get(speaker.actor) if speaker and speaker.actor else None
        if actor is not None:
            out[token.i] = (actor.id if token.lower_ in _SINGULAR else _spoken_for(actor),)
    return out


def _spoken_for(actor: Actor) -> str:
    """The body a person leads or belongs to; others speak for themselves. An open bond goes before an ended one."""
    if actor.kind is not ActorKind.PERSON:
        return actor.id
    bonds = sorted((b for b in actor.bonds if b.kind in ("leads", "part_of")), key=lambda b: b.end is not None)
    return bonds[0].target if bonds else actor.country or actor.id
