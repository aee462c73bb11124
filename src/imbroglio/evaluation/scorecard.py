"""Every figure about a set of extracted claims held against labelled ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.evaluation import bootstrap
from imbroglio.evaluation.attributes import ATTRIBUTES, confusion, right
from imbroglio.evaluation.gold import Gold, Row
from imbroglio.evaluation.matching import Level, Pairs, match
from imbroglio.evaluation.trust import Reliability, reliability

CONFUSED = ("firmness", "polarity", "tense", "place")  # attributes with a table of their own
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1; `interval` is F1's 95 % bootstrap interval over documents, where it was asked for."""

    right: int
    found: int
    asked: int
    interval: Interval | None = None

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.asked) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of `count` cases, with its 95 % bootstrap interval."""

    value: float
    count: int
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """What the comparison says.

    `strict` wants the relation itself, `sign` its class. `attributes` are shares of the strictly found claims.
    `confusion` counts (labelled, read) for firmness, polarity, tense and place. `by` holds strict scores by relation,
    construction (precision only: gold has none), phenomenon and document. `quiet` is the share of documents without a
    claim in which one was found; None where every document has one. A claim that only one of two labellers saw
    (`optional`) neither counts for nor against.
    """

    documents: int
    strict: Score
    sign: Score
    attributes: dict[str, Share]
    confusion: dict[str, Counter[tuple[str, str]]]
    by: dict[str, dict[str, Score]]
    quiet: Share | None
    trust: Reliability | None

    @staticmethod
    def of(gold: Gold, claims: Sequence[Row], *, draws: int = bootstrap.DRAWS, seed: int = bootstrap.SEED) -> ScoreCard:
        """Hold extracted claims (rows of `imbroglio read --format jsonl`) against a gold folder's."""
        found = gold.inside(list(claims))
        strict, sign = _Level(gold, found, "strict"), _Level(gold, found, "sign")
        return ScoreCard(
            documents=len(gold.documents),
            strict=strict.score(draws, seed),
            sign=sign.score(draws, seed),
            attributes=_attributes(gold, found, strict.sure, draws, seed),
            confusion={key: confusion(gold.claims, found, strict.sure, key) for key in CONFUSED},
            by={name: strict.by(*keys) for name, keys in _groups(gold).items()},
            quiet=_quiet(gold, found, draws, seed),
            trust=strict.reliability(),
        )


class _Level:
    """One way of matching. `sure` leaves out pairs with an optional claim."""

    def __init__(self, gold: Gold, found: Sequence[Row], level: Level) -> None:
        self.gold, self.found = gold, found
        self.pairs = match(gold.claims, found, level)
        self.sure: Pairs = [(i, j) for i, j in self.pairs if not gold.claims[i].get("optional")]
        spare = {j for i, j in self.pairs if gold.claims[i].get("optional")}
        self.asked = [claim for claim in gold.claims if not claim.get("optional")]
        self.got = [claim for j, claim in enumerate(found) if j not in spare]

    def score(self, draws: int, seed: int) -> Score:
        rows = {id: n for n, id in enumerate(self.gold.documents)}
        counts = np.zeros((len(rows), 3))
        for column, ids in enumerate(
            ([self.gold.claims[i]["doc"] for i, _ in self.sure], [c["document"] for c in self.got],
             [c["doc"] for c in self.asked])
        ):  # fmt: skip
            for id in ids:
                counts[rows[id], column] += 1
        interval = bootstrap.interval(counts, bootstrap.f1, draws, seed) if draws else None
        return Score(len(self.sure), len(self.got), len(self.asked), interval)

    def by(self, gold_key: Callable[[Row], str] | None, found_key: Callable[[Row], str]) -> dict[str, Score]:
        """Scores by a key of the claims; without a key of the gold's, recall has no meaning and `asked` is 0."""
        right_ = Counter(gold_key(self.gold.claims[i]) if gold_key else found_key(self.found[j]) for i, j in self.sure)
        got = Counter(map(found_key, self.got))
        asked = Counter(map(gold_key, self.asked)) if gold_key else Counter[str]()
        return {
            key: Score(right_[key], got[key], asked[key])
            for key in sorted(asked | got, key=lambda k: (-asked[k], -got[k], k))
        }

    def reliability(self) -> Reliability | None:
        hits = {j for _, j in self.pairs}
        judged = [(float(c["trust"]), j in hits) for j, c in enumerate(self.found) if c.get("trust") is not None]
        return reliability(judged, len(self.asked))


def _groups(gold: Gold) -> dict[str, tuple[Callable[[Row], str] | None, Callable[[Row], str]]]:
    def phenomenon(id: str) -> str:
        return str(gold.documents[id].get("phenomenon") or "–")

    return {
        "relation": (lambda g: g["relation"], lambda f: f["relation"]),
        "construction": (None, lambda f: f.get("construction") or "–"),
        "phenomenon": (lambda g: phenomenon(g["doc"]), lambda f: phenomenon(f["document"])),
        "document": (lambda g: g["doc"], lambda f: f["document"]),
    }


def _attributes(gold: Gold, found: Sequence[Row], pairs: Pairs, draws: int, seed: int) -> dict[str, Share]:
    rows = {id: n for n, id in enumerate(gold.documents)}
    counts: dict[str, Any] = {key: np.zeros((len(rows), 2)) for key in ATTRIBUTES}
    for i, j in pairs:
        for key, hit in right(gold.claims[i], found[j]).items():
            counts[key][rows[gold.claims[i]["doc"]]] += (hit, 1)
    return {key: _share(table, draws, seed) for key, table in counts.items()}


def _quiet(gold: Gold, found: Sequence[Row], draws: int, seed: int) -> Share | None:
    if not gold.quiet:
        return None
    loud = {claim["document"] for claim in found}
    return _share(np.array([(id in loud, 1) for id in gold.quiet], float), draws, seed)


def _share(counts: Any, draws: int, seed: int) -> Share:
    total = counts.sum(axis=0)
    interval = bootstrap.interval(counts, bootstrap.share, draws, seed) if draws else None
    return Share(float(bootstrap.share(total)), int(total[1]), interval)
