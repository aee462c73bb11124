"""What grammar and the learned arcs are worth alone and together, and what each costs in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.evaluation.gold import Gold, Row
from imbroglio.evaluation.reading import Progress, counted, documents_of

if TYPE_CHECKING:
    from imbroglio.claims.constructions import Candidate

BOTH = "both"
SIDES: dict[str, Callable[[Candidate], bool]] = {
    "grammar alone": lambda candidate: candidate.probability is None,
    "arcs alone": lambda candidate: candidate.probability is not None,
    BOTH: lambda candidate: True,
}


@dataclass(frozen=True, slots=True)
class Ablation:
    """Claims by side, those of `both` being what the reader finds; `time` has shares of the reading's processor time,
    of syntax and names, of the learned arcs, and of grammar with all that completes and judges a claim."""

    claims: dict[str, list[Row]]
    time: dict[str, float]


def ablation(gold: Gold, progress: Progress = None) -> Ablation:
    """Read the gold once and judge the proposals of each side, and of both, apart."""
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.claims.attributes import Context
    from imbroglio.claims.constructions import candidates
    from imbroglio.claims.parties import Parties
    from imbroglio.claims.read import judged_claims
    from imbroglio.knowledge.lexicon import load_lexicon
    from imbroglio.language import add_claim_arcs, parse
    from imbroglio.language.plain import plain
    from imbroglio.outputs.jsonl import claim_row
    from imbroglio.pipeline import readable

    registry, lexicon = Registry.load(), load_lexicon()
    list(parse(["Warm up."]))
    found: dict[str, list[Row]] = {side: [] for side in SIDES}
    clock = _Clock()
    for document in counted(documents_of(gold), progress):
        with clock.on("syntax and actors"):
            doc = plain(next(parse([readable(document)])))
            mentions = find_mentions(doc, document, registry)
        with clock.on("learned arcs"):
            add_claim_arcs(doc, mentions)
        with clock.on("grammar and judge"):
            proposed = list(candidates(doc, mentions, lexicon))
            parties, context = Parties(doc, mentions), Context(document, doc, mentions)
            found[BOTH] += [claim_row(claim, document) for claim in judged_claims(context, parties, proposed)]
        for side, takes in SIDES.items():
            if side != BOTH:
                claims = judged_claims(context, parties, filter(takes, proposed))
                found[side] += [claim_row(claim, document) for claim in claims]
    return Ablation(found, clock.shares())


class _Clock:
    """Processor time by what it went into."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}

    @contextmanager
    def on(self, work: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self._spent[work] = self._spent.get(work, 0.0) + time.process_time() - start

    def shares(self) -> dict[str, float]:
        total = sum(self._spent.values()) or 1.0
        return {work: seconds / total for work, seconds in self._spent.items()}
