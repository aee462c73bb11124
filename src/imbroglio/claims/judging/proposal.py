"""What is judged: everything that proposes one relation between the same two mentions; and the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.model import Relation

LEARNED = "learned arc"
FAMILY = {"channel": "transfer"}  # constructions too rare to be judged on their own
GIVING = frozenset({Relation.ARMS, Relation.ASSISTS, Relation.FUNDS})
Key = tuple[int, Relation, int]


@dataclass(slots=True)
class Proposal:
    """All candidates for one relation between the same two mentions."""

    key: Key
    candidates: list[Candidate]
    probability: float = 0.0  # of the learned arc

    @property
    def by_grammar(self) -> bool:
        """Whether a construction proposes it, and not arcs alone."""
        return any(c.construction != LEARNED for c in self.candidates)

    @property
    def constructions(self) -> list[str]:
        return sorted({FAMILY.get(c.construction, c.construction) for c in self.candidates} - {LEARNED})

    @property
    def best(self) -> Candidate:
        """The candidate whose words are shown: grammar knows its cue better than the engine."""
        chosen = min(self.candidates, key=lambda c: (c.construction == LEARNED, -(c.probability or 0.0)))
        probability = self.probability or None
        return chosen if chosen.probability == probability else replace(chosen, probability=probability)


@dataclass(frozen=True, slots=True)
class Judged:
    candidate: Candidate
    trust: float
