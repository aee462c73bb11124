"""Verbs that hurt: whom they have for an object is no part of whom they have for a subject."""

from __future__ import annotations

from functools import cache

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Relation

_HARM = frozenset({Relation.FIGHTS, Relation.COERCES})


@cache
def harming() -> frozenset[str]:
    """Verbs that by themselves put their object under attack or in custody."""
    senses = ((verb, sense) for verb, senses in load_lexicon().verbs.items() for sense in senses)
    return frozenset(
        verb
        for verb, sense in senses
        if sense.frame.relation in _HARM and sense.frame.patient == ("obj",) and not (sense.particle or sense.nouns)
    )
