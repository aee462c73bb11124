"""Every figure about a set of extracted claims held against labelled ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from imbroglio.evaluation.attributes import ATTRIBUTES, Confusion, confusion, right
from imbroglio.evaluation.gold import Gold, Row, span_of
from imbroglio.evaluation.matching import Level, Pairs, match
from imbroglio.evaluation.measure import Measure, f1, precision, recall, share
from imbroglio.evaluation.trust import SURE, Reliability, reliability, trust_of

CONFUSED = ("firmness", "polarity", "tense", "place")  # attributes with a table of their own


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims of one relation, construction, phenomenon or document; `asked` is 0 where gold has no such thing."""

    right: int
    found: int
    asked: int


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """What the comparison says.

    `strict` wants the relation itself, `sign` its class. `attributes` are shares of the strictly found claims.
    `confusion` counts (labelled, read) for firmness, polarity, tense and place. `by` holds strict counts by relation,
    construction (precision only: gold has none), phenomenon and document. `quiet` is the share of documents without a
    claim in which one was found; None where every document has one. `sure` are the strict scores of the claims at trust
    0.9 and more alone. A claim that only one of two labellers saw (`optional`) counts neither for nor against.
    `unanchored` claims say not where their parties stand, and cannot be right.
    """

    documents: int
    extracted: int
    optional: int
    unanchored: int
    strict: Measure
    sign: Measure
    attributes: dict[str, Measure]
    confusion: dict[str, Confusion]
    by: dict[str, dict[str, Tally]]
    quiet: Measure | None
    sure: Measure
    trust: Reliability | None

    @staticmethod
    def of(gold: Gold, claims: Iterable[Row]) -> ScoreCard:
        """Hold extracted claims (rows of `imbroglio read --format jsonl`) against a gold folder's."""
        found = gold.inside(claims)
        strict = _Level(gold, found, "strict")
        return ScoreCard(
            documents=len(gold.documents),
            extracted=len(found),
            optional=len(gold.claims) - len(strict.asked),
            unanchored=sum(not (span_of(c["subject"]) and span_of(c["object"])) for c in found),
            strict=strict.measure(),
            sign=_Level(gold, found, "sign").measure(),
            attributes=_attributes(gold, found, strict.sure),
            confusion={key: confusion(gold.claims, found, strict.sure, key) for key in CONFUSED},
            by={name: strict.by(*keys) for name, keys in _groups(gold).items()},
            quiet=_quiet(gold, found),
            sure=_Level(gold, [claim for claim in found if trust_of(claim) >= SURE], "strict").measure(),
            trust=strict.reliability(),
        )

    def figures(self) -> dict[str, Measure]:
        """Every number of the card under its label."""
        made = {"strict F1": self.strict, "sign F1": self.sign}
        made |= {"precision": self.strict.under(precision), "recall": self.strict.under(recall)}
        made |= {"quiet documents with a claim": self.quiet} if self.quiet else {}
        made |= self.attributes
        sure = {"precision": self.sure.under(precision), "share of gold": self.sure.under(recall)}
        return made | {f"{name} at trust {SURE}": measure for name, measure in sure.items()}


class _Level:
    """One way of matching. `sure` leaves out pairs with an optional claim."""

    def __init__(self, gold: Gold, found: Sequence[Row], level: Level) -> None:
        self.gold, self.found = gold, found
        pairs = match(gold.claims, found, level)
        self.sure: Pairs = [(i, j) for i, j in pairs if not gold.claims[i].get("optional")]
        self.spare = {j for i, j in pairs if gold.claims[i].get("optional")}
        self.asked = [claim for claim in gold.claims if not claim.get("optional")]
        self.got = [claim for j, claim in enumerate(found) if j not in self.spare]

    def measure(self) -> Measure:
        hit = Counter(self.gold.claims[i]["doc"] for i, _ in self.sure)
        got, asked = Counter(c["document"] for c in self.got), Counter(c["doc"] for c in self.asked)
        return Measure.of([(hit[id], got[id], asked[id]) for id in self.gold.documents], f1)

    def by(self, gold_key: Callable[[Row], str] | None, found_key: Callable[[Row], str]) -> dict[str, Tally]:
        """Counts by a key of the claims; without a key of the gold's, recall has no meaning and `asked` is 0."""
        hit = Counter(gold_key(self.gold.claims[i]) if gold_key else found_key(self.found[j]) for i, j in self.sure)
        got = Counter(map(found_key, self.got))
        asked = Counter(map(gold_key, self.asked)) if gold_key else Counter[str]()
        return {
            key: Tally(hit[key], got[key], asked[key])
            for key in sorted(asked | got, key=lambda k: (-asked[k], -got[k], k))
        }

    def reliability(self) -> Reliability | None:
        hits = {j for _, j in self.sure}
        judged = [(trust_of(c), j in hits) for j, c in enumerate(self.found) if j not in self.spare and "trust" in c]
        return reliability(judged)


def _groups(gold: Gold) -> dict[str, tuple[Callable[[Row], str] | None, Callable[[Row], str]]]:
    def phenomenon(id: str) -> str:
        return str(gold.documents[id].get("phenomenon") or "–")

    return {
        "relation": (lambda g: g["relation"], lambda f: f["relation"]),
        "construction": (None, lambda f: f.get("construction") or "–"),
        "phenomenon": (lambda g: phenomenon(g["doc"]), lambda f: phenomenon(f["document"])),
        "document": (lambda g: g["doc"], lambda f: f["document"]),
    }


def _attributes(gold: Gold, found: Sequence[Row], pairs: Pairs) -> dict[str, Measure]:
    hits: dict[str, list[dict[str, int]]] = defaultdict(list)
    for i, j in pairs:
        hits[gold.claims[i]["doc"]].append(right(gold.claims[i], found[j]))
    counts = {
        key: [(sum(hit[key] for hit in hits[id]), weight * len(hits[id])) for id in gold.documents]
        for key, weight in ATTRIBUTES.items()
    }
    return {key: Measure.of(rows, share) for key, rows in counts.items()}


def _quiet(gold: Gold, found: Sequence[Row]) -> Measure | None:
    loud = {claim["document"] for claim in found}
    return Measure.of([(id in loud, 1) for id in gold.quiet], share) if gold.quiet else None
