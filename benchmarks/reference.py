"""Fit the weights by which pronouns find their antecedents, and say how often they do.

usage: python -m benchmarks.reference TRAIN_DIR… [--test GOLD_DIR] [--write]

From every labelled party that is a pronoun come its possible antecedents; those whose actor bears the labelled name are
right. The weights maximise the likelihood that a right one is chosen (a softmax over the candidates, with an L2 prior),
and `--write` stores them in `knowledge/reference.yaml`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.constructions import rows
from benchmarks.parties import parties
from imbroglio.actors import Registry
from imbroglio.actors.link import Linker
from imbroglio.actors.reference import Seen, sort_of
from imbroglio.actors.referring.pronouns import PERSONAL
from imbroglio.actors.tree import Tree
from imbroglio.evaluation.attributes import norm
from imbroglio.knowledge import load
from imbroglio.language import parse
from imbroglio.language.plain import plain
from imbroglio.model import Document

PRIOR, STEPS, RATE = 1.0, 300, 0.5
Case = list[tuple[list[str], bool]]


def cases(folder: Path) -> Iterator[tuple[str, Case]]:
    """(sort of pronoun, candidates with features and whether they are right), where at least one is right."""
    registry = Registry.load()
    labelled: dict[str, list[tuple[tuple[int, int], str, set[str]]]] = defaultdict(list)
    for document, span, words, names in parties(rows(folder / "claims.jsonl")):
        labelled[document].append((span, words.lower(), names))
    documents = [d for d in rows(folder / "documents.jsonl") if d["id"] in labelled]
    for row, doc in zip(documents, map(plain, parse(d["text"] for d in documents)), strict=True):
        linker = Linker(Tree(doc), Document(row["id"], row["text"], ""), registry, {})
        linker.run()
        heads = {s.root.i: names for place, _, names in labelled[row["id"]] if (s := doc.char_span(*place))}
        for place, word, names in labelled[row["id"]]:
            pronoun = doc.char_span(*place) if word in PERSONAL else None
            if pronoun is None:
                continue
            found = [(f, right(linker, one, names, heads)) for one, f in linker.discourse.candidates(pronoun.start)]
            if any(is_right for _, is_right in found):
                yield sort_of(word), found


def right(linker: Linker, one: Seen, names: set[str], heads: dict[int, set[str]]) -> bool:
    """Whether a candidate is labelled with one of the pronoun's names, or bears one where it is not labelled."""
    if one.token in heads and one.form != "pronoun":
        return bool(heads[one.token] & names)
    actors = [linker.actors[a] for a in one.actors]
    return any(norm(text) in names for a in actors for text in (a.name, *(n.text for n in a.names)))


def fit(data: list[Case]) -> dict[str, float]:
    """Weights by gradient ascent on the log-likelihood of the right candidates."""
    names = sorted({f for case in data for features, _ in case for f in features})
    column = {name: k for k, name in enumerate(names)}
    matrices = []
    for case in data:
        x = np.zeros((len(case), len(names)))
        for row, (features, _) in enumerate(case):
            x[row, [column[f] for f in features]] = 1.0
        matrices.append((x, np.array([right for _, right in case])))
    w, moment, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):  # Adam (Kingma & Ba 2015)
        gradient = -PRIOR * w
        for x, right in matrices:
            p = _softmax(x @ w)
            gradient += (p * right / (p @ right) - p) @ x
        moment, second = 0.9 * moment + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
        w += RATE / np.sqrt(step) * (moment / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(value), 2) for name, value in zip(names, w, strict=True)}


def _softmax(scores: np.ndarray) -> np.ndarray:
    e = np.exp(scores - scores.max())
    return e / e.sum()


def share(data: list[Case], table: dict[str, float]) -> float:
    """How often the best candidate is right."""
    right = 0
    for case in data:
        scores = [sum(table.get(f, 0.0) for f in features) for features, _ in case]
        right += case[scores.index(max(scores))][1]
    return right / max(1, len(data))


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("train", type=Path, nargs="+")
    ap.add_argument("--test", type=Path, nargs="*", default=[])
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    train: dict[str, list[Case]] = defaultdict(list)
    test: dict[str, list[Case]] = defaultdict(list)
    for folders, store in ((args.train, train), (args.test, test)):
        for folder in folders:
            for sort, case in cases(folder):
                store[sort].append(case)
    tables = {}
    for sort, data in sorted(train.items()):
        fifths = [data[k::5] for k in range(5)]
        held = [share(part, fit([c for other in fifths if other is not part for c in other])) for part in fifths]
        tables[sort] = fit(data)
        apart = f"test {share(test[sort], tables[sort]):.3f} of {len(test[sort])}"
        print(f"{sort:5} {len(data):4} pronouns, right held out {np.mean(held):.3f}, {apart}")
    if args.write:
        (load.FOLDER / "reference.yaml").write_text(written(tables), encoding="utf-8")
    return 0


def written(tables: dict[str, dict[str, float]]) -> str:
    """The knowledge file of the weights; those that hardly count are left out."""
    lines = ["# Weights by which pronouns find their antecedents, made by benchmarks/reference.py from labelled texts."]
    for sort, table in tables.items():
        lines += [f"{sort}:", *(f"  {name}: {value}" for name, value in table.items() if abs(value) >= 0.05)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
