"""Which candidates become claims, and how far each is to be trusted.

Grammar and learned arcs propose; a logistic regression gives each proposal a probability, fitted on labelled dispatches
that the arcs never saw (`training/claims/judge.py`). Its weights are a readable JSON file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.consistent import consistent
from imbroglio.claims.judging.features import features_of
from imbroglio.claims.judging.gather import proposals
from imbroglio.claims.judging.proposal import LEARNED, Judged
from imbroglio.claims.parties import Parties
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc


_SIDES = frozenset({ActorKind.STATE, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY})


class Judge:
    """A logistic regression with named features, and a line that sets its log-odds to those of plain news.

    `scale` and `shift` are Platt's (1999) calibration, fitted to the claims read in labelled reports that neither
    grammar nor arcs were trained on, since the dispatches for training are harder than most reports.
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
        told = {_words_of(j.candidate) for j in judged if j.trust >= self.threshold}
        taken = {_taker(j.candidate) for j in judged if j.trust >= self.threshold and _takes(j.candidate)}
        judged = [self._with_other_side(j, told, taken, parties) for j in judged]
        return consistent(parties, [j for j in judged if j.trust >= self.threshold])

    def _with_other_side(
        self, j: Judged, told: set[tuple[object, ...]], taken: set[tuple[int, int]], parties: Parties
    ) -> Judged:
        """ "X, foe of Y": where one way passes, so does the other, however little is known of Y.

        "Took A, B and C *from X*": whoever is believed to have taken them fought X. "*Its allies*" are on its side,
        whoever they are.
        """
        c = j.candidate
        fought = c.construction == "verb" and c.relation is Relation.FIGHTS and _taker(c) in taken
        own = c.construction == "own agent noun" and c.relation.symmetric
        own = own and any(parties.kind(i) in _SIDES for i in (c.subject, c.object))
        return replace(j, trust=max(j.trust, self.threshold)) if own or fought or _turned(c) in told else j


def _words_of(c: Candidate) -> tuple[object, ...]:
    return (c.subject, c.relation, c.object, c.cue, c.construction)


def _takes(c: Candidate) -> bool:
    return c.relation is Relation.ADVANCES_ON and c.construction == "verb"


def _taker(c: Candidate) -> tuple[int, int]:
    return c.predicate, c.subject


def _turned(c: Candidate) -> tuple[object, ...] | None:
    """What the same words tell the other way round: "X, *foe* of Y", "X and Y clashed" go both ways or none."""
    if c.construction in (LEARNED, "own agent noun"):  # "an enemy of Y": perhaps nobody in particular
        return None
    return (c.object, c.relation, c.subject, c.cue, c.construction)
