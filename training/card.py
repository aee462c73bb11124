"""`python -m training.card` scores the shipped model and writes the score card, docs/model-card.md. Needs no torch."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path
from typing import Any

from imbroglio.language.engine import Engine
from training import evaluate

CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
PROSE = Path(__file__).parent / "card.md"  # the card's text, with places for the tables
ROWS = {"tokens": "words", "sentences": "sentences", "upos": "part of speech", "morph": "morphology", "lemma": "lemma"}
ROWS |= {"uas": "head (UAS)", "las": "head and relation (LAS)", "names": "names (F1)"}


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora/ud"), help="default: %(default)s")
    options = parser.parse_args()
    tests = evaluate.test_sets(options.corpora)
    text = PROSE.read_text(encoding="utf-8").format(
        syntax=syntax_table(tests),
        size=f"{evaluate.size():.1f}",
        machine=platform.machine(),
        **{key: f"{value:,.0f}" for key, value in evaluate.speed(tests["GUM test"]).items()},
    )
    CARD.write_text(text, encoding="utf-8")
    print(text)


def syntax_table(tests: dict[str, list[Any]]) -> str:
    """One column a test set and way of measuring."""
    engine = Engine()
    columns: dict[str, dict[str, float]] = {}
    for name, sentences in tests.items():
        columns[f"{name}, gold words and sentences"] = evaluate.gold_tokens(sentences, engine)
        columns[f"{name}, each sentence alone"] = evaluate.gold_tokens(sentences, engine, longest=0)
        columns[f"{name}, raw text"] = evaluate.raw_text(sentences)
    body = [
        [label, *(f"{scores[key]:.1f}" if key in scores else "–" for scores in columns.values())]
        for key, label in ROWS.items()
    ]
    return _table(["%", *columns], body)


def _table(head: list[str], body: list[list[str]]) -> str:
    rows = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


if __name__ == "__main__":
    main()
