"""How right each construction is: `python -m benchmarks.constructions GOLD_DIR [--errors CONSTRUCTION]`.

Every claim of the reader is held against the gold claims of its document with the matching rule of the gold's scorer,
and counted under the construction that found it. GOLD_DIR holds `documents.jsonl`, `claims.jsonl`; a folder above it
holds `score.py`.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from imbroglio.documents.build import make_document
from imbroglio.model import Document, Party, Relation


def scorer(gold: Path) -> ModuleType:
    """The scorer that lies beside the gold folders."""
    path = next(p / "score.py" for p in gold.resolve().parents if (p / "score.py").exists())
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def as_row(document: str, subject: Party, relation: Relation, object_: Party) -> dict[str, Any]:
    """The keys that the scorer compares to tell whether a claim was found."""
    return {
        "document": document,
        "subject": {"name": subject.name, "span": [subject.span.start, subject.span.end]},
        "object": {"name": object_.name, "span": [object_.span.start, object_.span.end]},
        "relation": str(relation),
        "polarity": "yes",
    }


def documents(gold: Path) -> list[Document]:
    return [make_document(r["text"], id=r["id"], source=r.get("source")) for r in rows(gold / "documents.jsonl")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", metavar="CONSTRUCTION", help="print this construction's wrong claims")
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    options = parser.parse_args()
    from imbroglio.pipeline import read_documents

    score = scorer(options.gold)
    docs = documents(options.gold)[: options.limit]
    ids = {d.id for d in docs}
    gold = [g for g in rows(options.gold / "claims.jsonl") if g["doc"] in ids]
    claims = [c for _, reading in read_documents(docs) for c in reading.claims]
    right = {
        j for _, j in score.match(gold, [as_row(c.document, c.subject, c.relation, c.object) for c in claims], "strict")
    }
    tally: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for j, claim in enumerate(claims):
        tally[claim.construction][0] += 1
        tally[claim.construction][1] += j in right
    print(f"{'construction':20} {'claims':>7} {'right':>7} {'precision':>9}")
    for name, (n, hits) in sorted(tally.items(), key=lambda item: -item[1][0]):
        print(f"{name:20} {n:7} {hits:7} {hits / n:9.2f}")
    if options.errors:
        texts = {d.id: d.text for d in docs}
        for j, c in enumerate(claims):
            if j not in right and c.construction == options.errors:
                words = c.quote.of(texts[c.document])
                print(f"{c.document}: {c.subject.name} --{c.relation}--> {c.object.name} | {words!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
