"""Which candidates become claims, and how far each is to be trusted.

Grammar and learned arcs propose; a logistic regression gives each proposal a probability, fitted on labelled dispatches
that the arcs never saw (`training/claims/judge.py`). Its weights are a readable JSON file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.consistent import consistent
from imbroglio.claims.judging.features import features_of
from imbroglio.claims.judging.gather import proposals
from imbroglio.claims.judging.proposal import Judged
from imbroglio.claims.parties import Parties

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc


class Judge:
    """A logistic regression with named features, and a line that sets its log-odds to those of plain news.

    `scale` and `shift` are Platt's (1999) calibration, fitted on labelled reports that neither grammar nor arcs were
    trained on, since the dispatches for training are harder than most reports.
    """

    def __init__(self, weights: dict[str, float], threshold: float, scale: float = 1.0, shift: float = 0.0) -> None:
        self.weights = weights
        self.threshold = threshold
        self.scale, self.shift = scale, shift

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Judge:
        """The shipped judge."""
        data = json.loads(files("imbroglio.claims.judging").joinpath("judge.json").read_text("utf-8"))
        return Judge(**data)

    def trust(self, features: dict[str, float]) -> float:
        """Probability that a proposal with these features is a claim."""
        z = self.shift + self.scale * sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))

    def decide(self, doc: Doc, parties: Parties, candidates: Iterable[Candidate]) -> list[Judged]:
        """The proposals that pass, each with its trust."""
        gathered = proposals(parties, candidates)
        table = features_of(doc, parties, gathered)
        judged = [Judged(p.best, self.trust(f)) for p, f in zip(gathered, table, strict=True)]
        return consistent(parties, [j for j in judged if j.trust >= self.threshold])
