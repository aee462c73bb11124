"""`python -m training.card` scores the shipped model and writes the score card, docs/model-card.md. Needs no torch."""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path
from typing import Any

from imbroglio.language.engine import WEIGHTS, Engine
from training import evaluate
from training.claims_data import is_held_out

CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
PROSE = Path(__file__).parent / "card.md"  # the card's text, with places for the tables
ROWS = {"tokens": "words", "sentences": "sentences", "upos": "part of speech", "morph": "morphology", "lemma": "lemma"}
ROWS |= {"uas": "head (UAS)", "las": "head and relation (LAS)", "names": "names (F1)"}


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora/ud"), help="default: %(default)s")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="default: %(default)s")
    options = parser.parse_args()
    tests = evaluate.test_sets(options.corpora)
    text = PROSE.read_text(encoding="utf-8").format(
        syntax=syntax_table(tests),
        claims=claims_table(options.gold),
        size=f"{evaluate.size():.1f}",
        machine=platform.machine(),
        **{key: f"{value:,.0f}" for key, value in evaluate.speed(tests["GUM test"]).items()},
        threshold=threshold(),
    )
    CARD.write_text(text, encoding="utf-8")
    print(text)


def threshold() -> float:
    """The probability from which a claim arc counts, chosen on held-out training documents."""
    return float(json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))["threshold"])


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


def claims_table(gold: Path) -> str:
    """Claim arcs alone, strict F1, on what was not trained on."""
    documents = (gold / "train" / "authored" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    held_out = {doc for doc in (json.loads(line)["id"] for line in documents) if is_held_out(doc)}
    sets = {
        "held-out training documents": evaluate.claims(gold / "train" / "authored", threshold(), held_out),
        "gold dev": evaluate.claims(gold / "dev", threshold()),
        "challenge": evaluate.claims(gold / "challenge", threshold()),
    }
    body = []
    for name, found in sets.items():
        quiet = found.get("false_on_quiet", {"quiet_documents": 0, "with_a_claim": 0})
        strict = [f"{found['strict'][key]:.3f}" for key in ("precision", "recall", "f1")]
        loud = f"{quiet['with_a_claim']} of {quiet['quiet_documents']}"
        body.append([name, *strict, f"{found['sign']['f1']:.3f}", loud])
    return _table(["documents", "precision", "recall", "strict F1", "sign F1", "quiet documents with a claim"], body)


def _table(head: list[str], body: list[list[str]]) -> str:
    rows = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


if __name__ == "__main__":
    main()
