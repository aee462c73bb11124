"""Which country a text is about at each point, for "the army" and "rebels" that name none."""

from __future__ import annotations

from dataclasses import dataclass, field

DISTANCE = 0.4  # what a sentence between costs


@dataclass(slots=True)
class Theatre:
    """Uses of countries: `(token, sentence, state id, weight)`; a country as ground weighs more than one as actor."""

    uses: list[tuple[int, int, str, float]] = field(default_factory=list)

    def add(self, token: int, sentence: int, state: str, weight: float) -> None:
        self.uses.append((token, sentence, state, weight))

    def at(self, token: int, sentence: int, least: float = 0.0) -> str | None:
        """The state that the words around the token are about; None where the text names none by uses of that weight."""
        scores: dict[str, float] = {}
        for place, line, state, weight in self.uses:
            if weight < least:
                continue
            gap = abs(sentence - line) * DISTANCE + (0.5 if place > token else 0.0)
            scores[state] = scores.get(state, 0.0) + weight / (1.0 + gap)
        return max(scores, key=lambda s: scores[s]) if scores else None
