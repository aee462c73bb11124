"""What is said between two actors, gathered."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.model.claim import Claim
from imbroglio.model.interval import Tense
from imbroglio.model.relation import RelationClass


@dataclass(frozen=True, slots=True)
class Tie:
    """Claims of one class between one ordered pair in one theatre and tense (past, present or future of its report).

    `sign` is the class's sign; `roots` counts independent origins: documents that pass on the same source count once.
    """

    subject: str  # actor id (after any roll-up)
    object: str
    klass: RelationClass
    place: str | None
    tense: Tense
    claims: tuple[Claim, ...]
    roots: int

    @property
    def sign(self) -> int:
        return {RelationClass.SUPPORTS: 1, RelationClass.OPPOSES: -1}.get(self.klass, 0)
