"""Accuracy on labelled text, in one run: claims, quotations, other people's corpora, and what each part is worth.

usage: python -m benchmarks.score [--shared FOLDER] [--write]

Reads everything in FOLDER (by default the folder `shared` beside the repository) that a score can be had from, and
prints a table beside the frozen results of `benchmarks/results.json`. Fails if a score has dropped below the frozen one
by more than its noise: half the width of its 95 % bootstrap interval, or 0.01 where it has none. To accept a drop, freeze
the new results (`--write`, which also rewrites `scores.md`) in the commit that causes it. Without the folder there is
nothing to measure: says so and succeeds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from imbroglio.evaluation import Gold, ScoreCard, load_gold, read_gold
from imbroglio.evaluation.ablation import ablation
from imbroglio.evaluation.corpora import CORPORA, measure
from imbroglio.evaluation.render import as_tables, between, table

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "results.json", HERE / "scores.md"
SHARED = HERE.parent.parent / "shared"
SETS = {"dev": "documents", "challenge": "dispatches"}
PLACES = {"re3d": "re3d", "plover": "plover", "petrarch": "petrarch", "polnear": "polnear/dev", "gum": "ud"}
NOISE = 0.01
LOW = "quiet"  # of a score whose name ends so, less is better


@dataclass(frozen=True)
class Figure:
    """One number of the table, with its 95 % interval where it has one, and how many cases it rests on."""

    value: float
    cases: int
    interval: tuple[float, float] | None = None

    @property
    def noise(self) -> float:
        return (self.interval[1] - self.interval[0]) / 2 if self.interval else NOISE


Figures = dict[str, Figure]


def of_card(name: str, card: ScoreCard) -> Iterator[tuple[str, Figure]]:
    """The figures of one gold folder."""
    for level, score in (("strict F1", card.strict), ("sign F1", card.sign)):
        yield f"{name}: {level}", Figure(score.f1, score.asked, score.interval)
    yield f"{name}: precision", Figure(card.strict.precision, card.strict.found)
    yield f"{name}: recall", Figure(card.strict.recall, card.strict.asked)
    if card.quiet:
        yield f"{name}: quiet", Figure(card.quiet.value, card.quiet.count, card.quiet.interval)
    for attribute, share in card.attributes.items():
        yield f"{name}: {attribute}", Figure(share.value, share.count, share.interval)
    if card.trust and card.trust.sure_precision is not None and card.trust.sure_recall is not None:
        yield f"{name}: precision at trust 0.9", Figure(card.trust.sure_precision, card.strict.found)
        yield f"{name}: share of gold at trust 0.9", Figure(card.trust.sure_recall, card.strict.asked)


def seeds(gold: Gold) -> Gold:
    """The founding articles among the documents."""
    return gold.only({id for id in gold.documents if id.startswith("seed")})


def measured(shared: Path) -> tuple[Figures, dict[str, ScoreCard]]:
    """Every figure that can be had, and the cards of the gold folders."""
    figures: Figures = {}
    cards: dict[str, ScoreCard] = {}
    for folder, name in SETS.items():
        gold = load_gold(shared / "gold" / folder)
        claims = read_gold(gold)
        cards[name] = ScoreCard.of(gold, claims)
        figures |= of_card(name, cards[name])
        if folder == "dev":
            figures |= of_card("founding articles", ScoreCard.of(seeds(gold), claims, draws=0))
        sides = ablation(gold)
        figures |= {f"{name}: {side}, strict F1": Figure(s.f1, s.asked) for side, s in sides.scores.items()}
        print(f"{name}: {sides.arc_time:.0%} of the reading's processor time goes into the arcs", file=sys.stderr)
    for corpus, place in PLACES.items():
        if (shared / "corpora" / place).exists():
            for m in measure(corpus, shared / "corpora" / place):
                figures[f"{corpus}: {m.label}"] = Figure(m.value, m.cases, m.interval)
    return figures, cards


def frozen() -> Figures:
    """The committed results; none if there is no file."""
    if not RESULTS.exists():
        return {}
    rows = json.loads(RESULTS.read_text(encoding="utf-8"))
    return {
        name: Figure(r["value"], r["cases"], tuple(r["interval"]) if r["interval"] else None)
        for name, r in rows.items()
    }


def dropped(now: Figures, before: Figures) -> list[str]:
    """What has got worse by more than its noise, in words."""
    told = []
    for name, old in before.items():
        if name in now:
            fall = (now[name].value - old.value) if name.endswith(LOW) else (old.value - now[name].value)
            if fall > max(old.noise, NOISE):
                told.append(
                    f"{name} went from {old.value:.3f} to {now[name].value:.3f}, more than its noise of {old.noise:.3f}"
                )
    return told


def as_table(now: Figures, before: Figures) -> str:
    rows = []
    for name, figure in now.items():
        old = f"{before[name].value:.3f}" if name in before else "–"
        rows.append([name, f"{figure.value:.3f}", between(figure.interval), str(figure.cases), old])
    return table(["what", "score", "95 % interval", "cases", "frozen"], rows)


def page(now: Figures, cards: dict[str, ScoreCard]) -> str:
    """The committed page."""
    rows = [[name, f"{f.value:.3f}", between(f.interval), str(f.cases)] for name, f in now.items()]
    corpora = "\n".join(f"- {text}" for text in CORPORA.values())
    parts = "\n".join(
        f"## {name.capitalize()}\n\n{as_tables(card, ('relation', 'construction'))}" for name, card in cards.items()
    )
    return f"""# Scores

Printed by `make score`, frozen by `python -m benchmarks.score --write`; [how to read them](../docs/evaluation.md). Strict F1
wants the relation itself, sign F1 only its class; the attributes are shares of the strictly found claims. None of these
texts is trained on. Trust alone is calibrated on the documents and the dispatches (two numbers), and their errors were read
while the grammar grew, so new text will score lower. Intervals draw documents again.

{table(["what", "score", "95 % interval", "cases"], rows)}
The corpora:

{corpora}

What their figures mean, and where their terms are not ours, is told at the head of each file of
`src/imbroglio/evaluation/corpora/`.

{parts}"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds gold/ and corpora/")
    parser.add_argument("--write", action="store_true", help="freeze the results in results.json and scores.md")
    options = parser.parse_args()
    if not (options.shared / "gold" / "dev").is_dir():
        print(f"No labelled text in {options.shared}: nothing to measure.")
        return 0
    (now, cards), before = measured(options.shared), frozen()
    print(as_table(now, before))
    if options.write:
        rows = {name: asdict(figure) for name, figure in now.items()}
        RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page(now, cards), encoding="utf-8")
        return 0
    worse = dropped(now, before)
    for line in worse:
        print(line, file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
