"""Our scores against those of the scorers that lie beside the gold, where they are present.

What is scored are the labels themselves, bent at random, so that nothing needs to be read.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from imbroglio.evaluation import ScoreCard, load_gold
from imbroglio.evaluation.corpora import polnear
from imbroglio.model import Document, Quotation, Reading, Relation, Span

SHARED = Path(__file__).parents[3] / "shared"
GOLD, POLNEAR = SHARED / "gold", SHARED / "corpora" / "polnear" / "dev"
VALUES = {
    "polarity": ["yes", "no"], "firmness": ["fact", "hedged", "planned"], "background": [True, False],
    "trend": [None, "stop"], "place": [None, "Syria", "Aleppo"], "tense": ["past", "present"],
}  # fmt: skip

needs_gold = pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason="no labelled text here")
needs_polnear = pytest.mark.skipif(not POLNEAR.is_dir(), reason="no corpus here")


def scorer(name: str, *arguments: object) -> dict:
    command = [sys.executable, str(GOLD / name), *map(str, arguments), "--json"]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def moved(span: list[int], dice: random.Random) -> list[int]:
    start = max(0, span[0] + dice.choice([-6, -2, 0, 0, 0, 3]))
    return [start, max(start + 1, span[1] + dice.choice([-5, 0, 0, 0, 9]))]


def bent(claim: dict, dice: random.Random) -> dict:
    """A labelled claim as a reader might have found it."""
    ends = [("subject", "object"), ("object", "subject")][dice.random() < 0.2]
    subject, object_ = (
        {"name": claim[f"{end}_is"] if dice.random() < 0.7 else "Somebody", "span": moved(claim[f"{end}_span"], dice)}
        for end in ends
    )
    row = {"document": claim["doc"], "relation": claim["relation"], "subject": subject, "object": object_}
    if dice.random() < 0.2:
        row["relation"] = dice.choice(list(Relation)).value
    row |= {key: claim.get(key) if dice.random() < 0.7 else dice.choice(values) for key, values in VALUES.items()}
    row["when"] = {"tense": row.pop("tense")}
    row["said_by"] = claim["said_by"] if dice.random() < 0.7 else [{"name": "Somebody"}]
    return row | {"trust": round(dice.random(), 2)}


@needs_gold
@pytest.mark.parametrize("folder", ["dev", "challenge"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_claims_are_scored_as_by_the_gold_s_own_scorer(folder: str, seed: int, tmp_path: Path) -> None:
    gold, dice = load_gold(GOLD / folder), random.Random(seed)
    found = [bent(claim, dice) for claim in gold.claims for _ in range(dice.choice([0, 1, 1, 1, 2]))]
    for id in gold.documents:  # so that something is found in quiet documents and outside the labelled part
        if dice.random() < 0.3:
            found.append(bent(dice.choice(gold.claims), dice) | {"document": id})
    (tmp_path / "found.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found))
    theirs = scorer("score.py", GOLD / folder, tmp_path / "found.jsonl")
    card = ScoreCard.of(gold, found)
    figures = card.figures()
    for level in ("strict", "sign"):
        assert round(figures[f"{level} F1"].value, 3) == theirs[level]["f1"]
    assert round(figures["precision"].value, 3) == theirs["strict"]["precision"]
    assert round(figures["recall"].value, 3) == theirs["strict"]["recall"]
    assert {key: round(measure.value, 3) for key, measure in card.attributes.items()} == theirs["attributes"]
    assert theirs["counts"] == {
        "documents": card.documents, "gold": card.strict.cases, "optional": card.optional, "extracted": card.extracted,
    }  # fmt: skip
    quiet = theirs.get("false_on_quiet", {"quiet_documents": 0, "with_a_claim": 0})
    ours = card.quiet.sums.tolist() if card.quiet else [0, 0]
    assert ours == [quiet["with_a_claim"], quiet["quiet_documents"]]
    assert card.unanchored == theirs["unanchored"]


@needs_gold
@needs_polnear
def test_quotations_are_scored_as_by_the_gold_s_own_scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(4)
    labels = {}
    for path in sorted((POLNEAR / "attributions").glob("*.ann")):
        labels.setdefault(path.stem[:-5], polnear._gold(path.read_text(encoding="utf-8")))

    def stretch(characters: set[int]) -> Span | None:
        if not characters or dice.random() < 0.1:
            return None
        first, last = min(characters), max(characters)
        return Span(max(0, min(last, first + dice.choice([-8, 0, 0, 4]))), last + dice.choice([1, 1, 1, 9]))

    def read(texts, progress):
        for id, text in texts.items():
            found = []
            for roles in labels[id]:
                content = stretch(roles["content"])
                if content and dice.random() < 0.8:
                    found.append(Quotation((content,), stretch(roles["source"]), stretch(roles["cue"])))
            yield Document(id, text, ""), Reading(id, quotations=tuple(found))

    readings = []
    monkeypatch.setattr(polnear, "read_texts", lambda *a: readings.extend(read(*a)) or readings)
    ours = polnear.measure(POLNEAR)

    def offsets(span: Span | None) -> list[int] | None:
        return [span.start, span.end] if span else None

    rows = [
        {"document": d.id, "content": offsets(q.content[0]), "source": offsets(q.source), "cue": offsets(q.cue)}
        for d, reading in readings
        for q in reading.quotations
    ]
    (tmp_path / "quotes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    theirs = scorer("score_quotes.py", POLNEAR, tmp_path / "quotes.jsonl")
    assert {kind: round(measure.value, 3) for kind, measure in ours.items()} == {
        kind: theirs[kind]["f1"] for kind in ours
    }
    assert ours["content"].cases == theirs["counts"]["gold"]
