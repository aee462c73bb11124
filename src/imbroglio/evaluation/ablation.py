"""What grammar and the learned arcs are worth alone and together, and what the arcs cost in time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.evaluation.gold import Gold, Row
from imbroglio.evaluation.reading import documents_of
from imbroglio.evaluation.scorecard import Score, ScoreCard

if TYPE_CHECKING:
    from imbroglio.claims.constructions import Candidate

SIDES: dict[str, Callable[[Candidate], bool]] = {
    "grammar alone": lambda candidate: candidate.probability is None,
    "arcs alone": lambda candidate: candidate.probability is not None,
    "both": lambda candidate: True,
}


@dataclass(frozen=True, slots=True)
class Ablation:
    """Strict scores by side; `arc_time` is the share of the reading's processor time that goes into the arcs."""

    scores: dict[str, Score]
    arc_time: float


def ablation(gold: Gold) -> Ablation:
    """Read the gold once and judge the proposals of each side, and of both, apart."""
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.claims.attributes import Context
    from imbroglio.claims.constructions import candidates
    from imbroglio.claims.parties import Parties
    from imbroglio.claims.read import judged_claims
    from imbroglio.knowledge.lexicon import load_lexicon
    from imbroglio.language import add_claim_arcs, parse
    from imbroglio.outputs.jsonl import claim_row

    found: dict[str, list[Row]] = {side: [] for side in SIDES}
    started, in_arcs = time.process_time(), 0.0
    for document in documents_of(gold):
        doc = next(parse([document.text]))
        mentions = find_mentions(doc, document, Registry.load())
        before = time.process_time()
        add_claim_arcs(doc, mentions)
        in_arcs += time.process_time() - before
        proposed = list(candidates(doc, mentions, load_lexicon()))
        parties, context = Parties(doc, mentions), Context(document, doc, mentions)
        for side, takes in SIDES.items():
            claims = judged_claims(context, parties, filter(takes, proposed))
            found[side] += [claim_row(claim, document) for claim in claims]
    scores = {side: ScoreCard.of(gold, rows, draws=0).strict for side, rows in found.items()}
    return Ablation(scores, in_arcs / (time.process_time() - started))
