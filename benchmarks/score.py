"""Accuracy on labelled text, in one run: claims, quotations, other people's corpora, and what each part is worth.

usage: python -m benchmarks.score [--shared FOLDER] [--write]

Reads everything in FOLDER (by default the folder `shared` beside the repository) that a score can be had from, and the
texts of `benchmarks/blind/`, and prints a table beside the frozen results of `benchmarks/results.json`. Fails if a
score has dropped by more than its noise: if the 95 % interval of the change, both readings drawn on the same documents
(paired bootstrap), lies below zero; where the labelled text is another than the frozen one, if the drop is more than
half the frozen interval. To accept a drop, freeze the new results (`--write`, which also rewrites `scores.md`) in the
commit that causes it: what is compared is the frozen file as it lies in the working tree, so that a commit passes only
with the results it leads to. Without the folder nothing is measured: says so and succeeds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.page import as_table, page
from imbroglio.evaluation import Gold, Measure, ScoreCard, load_gold, read_gold
from imbroglio.evaluation.ablation import BOTH, ablation
from imbroglio.evaluation.corpora import measure
from imbroglio.evaluation.measure import f1, share
from imbroglio.evaluation.render import as_data

HERE = Path(__file__).parent
RESULTS, TABLE, BLIND = HERE / "results.json", HERE / "scores.md", HERE / "blind"
SHARED = HERE.parent.parent / "shared"
SETS = {"dev": "documents", "challenge": "dispatches"}
PLACES = {"re3d": "re3d", "plover": "plover", "petrarch": "petrarch", "polnear": "polnear/dev", "gum": "ud"}
TREEBANKS = {"EWT": "en_ewt-test.conllu", "GUM": "en_gum-test.conllu"}
SYNTAX = {"sentences": "sentences", "upos": "part of speech", "uas": "heads", "las": "heads and relations"}
NOISE = 0.01  # of a figure without an interval
LOW = "with a claim"  # of a figure whose name ends so, less is better
TRADED = re.compile(r": (precision|recall)$| alone: |^plover: (?!class$)")  # shown, and not held to: traded for others

Figures = dict[str, Measure]
Results = dict[str, Any]


def measured(shared: Path) -> tuple[Figures, Results]:
    """Every figure that can be had; and as plain data the cards of the gold folders and what each side is worth."""
    figures: Figures = {}
    results: Results = {"cards": {}, "sides": {}, "time": {}}
    for folder, name in SETS.items():
        gold = load_gold(shared / "gold" / folder)
        read = ablation(gold)
        cards = {side: ScoreCard.of(gold, claims) for side, claims in read.claims.items()}
        figures |= {f"{name}: {label}": figure for label, figure in cards[BOTH].figures().items()}
        if folder == "dev":
            articles = ScoreCard.of(founding(gold), read.claims[BOTH])
            figures |= {f"founding articles: {label}": figure for label, figure in articles.figures().items()}
        figures |= {f"{name}, {side}: strict F1": card.strict for side, card in cards.items() if side != BOTH}
        results["cards"][name] = _card(as_data(cards[BOTH]))
        results["sides"][name] = {side: _by(as_data(card, draws=0)) for side, card in cards.items()}
        results["time"][name] = {work: round(share, 2) for work, share in read.time.items()}
    blind = blind_texts()
    card = ScoreCard.of(blind, read_gold(blind))
    figures |= {f"blind texts: {label}": figure for label, figure in card.figures().items()}
    corpora = shared / "corpora"
    for corpus, place in PLACES.items():
        if (corpora / place).exists():
            figures |= {f"{corpus}: {label}": figure for label, figure in measure(corpus, corpora / place).items()}
    return figures | dict(syntax(corpora / "ud")), results


def founding(gold: Gold) -> Gold:
    """The founding articles among the documents."""
    return gold.only({id for id in gold.documents if id.startswith("seed")})


def blind_texts() -> Gold:
    """The texts of `blind/`, which nothing learns from."""
    from training.corpus.tables import every, write

    dispatches, problems = every(BLIND)
    if problems:
        raise ValueError(f"{len(problems)} problems in {BLIND}: python -m training.corpus {BLIND}/*.txt lists them")
    with tempfile.TemporaryDirectory() as folder:
        write(dispatches, Path(folder))
        return load_gold(Path(folder))


def syntax(folder: Path) -> Iterator[tuple[str, Measure]]:
    """The language engine alone on raw text."""
    from training.data import read
    from training.evaluate import raw_counts

    for name, file in TREEBANKS.items():
        if (folder / file).is_file():
            counts = raw_counts(read(folder / file))
            for key, label in SYNTAX.items():
                yield f"syntax, {name}: {label}", Measure.of([document[key] for document in counts], f1)


def _card(data: Results) -> Results:
    """Without the scores of each document: they are for looking, not for publishing."""
    return data | {"by": {key: groups for key, groups in data["by"].items() if key != "document"}}


def _by(data: Results) -> Results:
    return {"strict": data["strict"]["f1"]["value"]} | {key: data["by"][key] for key in ("construction", "relation")}


def frozen() -> Results:
    """The committed results; none if there is no file, or one of another make."""
    rows: Results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return rows if "figures" in rows else {"figures": {}}


def as_results(figures: Figures, results: Results) -> Results:
    """What is frozen: of each figure its value, interval and counts a document, and the cards."""
    rows = {
        name: figure.as_data() | {"counts": [[_short(n) for n in row] for row in figure.counts.tolist()]}
        for name, figure in figures.items()
    }
    return {"figures": rows, **results}


def _short(number: float) -> float:
    return int(number) if number == int(number) else round(number, 4)


def written(results: Results) -> str:
    """JSON with a figure, a card a line, so that a commit shows which of them have changed."""
    parts = []
    for key, rows in results.items():
        lines = [f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items()]
        parts.append(f" {json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def dropped(now: Figures, before: Mapping[str, Any]) -> list[str]:
    """What has got worse by more than its noise, in words; and what was measured once and is not now."""
    told = []
    here = {name.split(":")[0] for name in now}
    for name, old in before.items():
        if name not in now:
            told += [f"{name} is measured no longer"] if name.split(":")[0] in here else []
            continue
        sign = -1 if name.endswith(LOW) else 1
        rise = sign * (now[name].value - old["value"])
        if rise < -0.0005 and not TRADED.search(name) and _beyond_noise(now[name], old, rise, sign):
            told.append(f"{name} went from {old['value']:.3f} to {now[name].value:.3f}, by more than its noise")
    return told


def _beyond_noise(now: Measure, old: Mapping[str, Any], rise: float, sign: int) -> bool:
    before = np.array(old["counts"], float)
    same_text = before.shape == now.counts.shape and (
        now.formula is share or np.array_equal(before[:, -1], now.counts[:, -1])  # a share's cases are found, not given
    )
    if same_text and len(before) > 1:
        low, high = now.change(before)
        return (high if sign > 0 else -low) < 0
    ends = old["interval"]
    return -rise > (max(NOISE, (ends[1] - ends[0]) / 2) if ends else NOISE)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds gold/ and corpora/")
    parser.add_argument("--write", action="store_true", help="freeze the results in results.json and scores.md")
    options = parser.parse_args()
    if not (options.shared / "gold" / "dev").is_dir():
        print(f"No labelled text in {options.shared}: nothing to measure.")
        return 0
    figures, rest = measured(options.shared)
    results, before = as_results(figures, rest), frozen()["figures"]
    print(as_table(results["figures"], before))
    if options.write:
        RESULTS.write_text(written(results), encoding="utf-8")
        TABLE.write_text(page(results), encoding="utf-8")
        return 0
    worse = dropped(figures, before)
    for line in worse:
        print(line, file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
