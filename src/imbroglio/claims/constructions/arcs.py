"""Candidates that the language engine proposes: learned arcs between two words (see `language/arcs/`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc


def find(doc: Doc) -> Iterator[Candidate]:
    """One candidate an arc; of its attributes only those that syntax cannot show are taken over."""
    for arc in doc._.claim_arcs:
        yield Candidate(
            arc.subject,
            Relation(arc.relation),
            arc.object,
            arc.cue,
            (arc.cue, arc.cue + 1),
            "learned arc",
            background=arc.background,
            stop=arc.trend == "stop",
            probability=arc.probability,
        )
