"""Candidates that the language engine proposes: learned arcs between two words (see `language/arcs.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: Doc) -> Iterator[Candidate]:
    """One candidate an arc; what the engine thinks of its attributes comes along as hints."""
    for arc in doc._.claim_arcs:
        yield Candidate(
            arc.subject,
            Relation(arc.relation),
            arc.object,
            arc.cue,
            (arc.cue, arc.cue + 1),
            "learned arc",
            background=arc.background,
            negated=arc.polarity == "no",
            stop=arc.trend == "stop",
            planned=arc.firmness == "planned",
            hedged=arc.firmness == "hedged",
            probability=arc.probability,
        )
