"""Fits the judge: `python -m training.claims.judge GOLD_DIR … --calibrate GOLD_DIR …` writes its `judge.json`.

Only documents held out from the training of the claim arcs are used, since the judge must see arcs as doubtful as they
are on new text. L2-regularised logistic regression by Newton's method (Hastie, Tibshirani & Friedman, *The Elements of
Statistical Learning*, 4.4.1); the threshold is chosen by F in five-fold cross-validation, repeated. Those dispatches
are harder than most reports, and most proposals never become claims, since others win over them: trust would be too
low. Two more numbers set its log-odds right for the claims that are read in the folders to calibrate on (Platt 1999),
without changing which claim is trusted more than which.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.constructions import as_row, documents, rows, scorer
from imbroglio.claims.constructions import candidates
from imbroglio.claims.judging import Judge, features_of, proposals
from imbroglio.claims.parties import Parties
from imbroglio.claims.read import pairs
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.pipeline import mentions_of
from training.claims.data import is_held_out

OUT = Path(__file__).parents[2] / "src" / "imbroglio" / "claims" / "judging" / "judge.json"
RIDGE = 12.0  # cross-validated likelihood is flat from 4 to 16
FOLDS = 5
SPLITS = 6  # ways to cut the documents into folds: one alone moves the threshold by more than it is worth
BETA = 0.85  # how much recall counts against precision: a false claim is worse than a missed one


def examples(gold: Path) -> tuple[list[dict[str, float]], list[int], list[str], int]:
    """Features, labels and documents of every proposal in held-out documents, and how many gold claims they have."""
    score = scorer(gold)
    docs = [d for d in documents(gold) if is_held_out(d.id)]
    ids = {d.id for d in docs}
    labelled = [g for g in rows(gold / "claims.jsonl") if g["doc"] in ids]
    table: list[dict[str, float]] = []
    got: list[dict[str, Any]] = []
    owner: list[int] = []
    for document, doc, mentions in mentions_of(docs):
        parties = Parties(doc, mentions)
        gathered = proposals(parties, candidates(doc, mentions, load_lexicon()))
        for p, features in zip(gathered, features_of(doc, parties, gathered), strict=True):
            for subject, object_ in pairs(parties, p.best):
                got.append(as_row(document.id, subject, p.key[1], object_))
                owner.append(len(table))
            table.append(features)
    right = {owner[j] for _, j in score.match(labelled, got, "strict")}
    names = [p["document"] for p in got]
    doc_of = dict(zip(owner, names, strict=True))
    keep = [n for n in range(len(table)) if n in doc_of]
    return [table[n] for n in keep], [int(n in right) for n in keep], [doc_of[n] for n in keep], len(labelled)


def fit(x: np.ndarray, y: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Newton's method; x is (n, d) with a bias column first, which is not penalised."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def cross_validated(x: np.ndarray, y: np.ndarray, docs: list[str], split: int) -> np.ndarray:
    """Probability of each row from a fit that never saw its document."""
    fold = np.array([fold_of(d, split) for d in docs])
    out = np.zeros(len(y))
    for k in range(FOLDS):
        out[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ fit(x[fold != k], y[fold != k]))))
    return out


def fold_of(name: str, split: int) -> int:
    return int(hashlib.sha256(f"judge {split} {name}".encode()).hexdigest(), 16) % FOLDS


def best_threshold(splits: np.ndarray, y: np.ndarray, n_gold: int) -> tuple[float, float]:
    """(threshold, F): the threshold with the best F-measure at `BETA` (van Rijsbergen, *Information Retrieval*, 1979).

    `splits` holds one row of probabilities per way to cut the documents; the measure is that of all of them together.
    """
    weight = BETA * BETA

    def f(t: float) -> float:
        taken = splits >= t
        return (1 + weight) * float((taken * y).sum()) / (float(taken.sum()) + weight * n_gold * len(splits))

    return max(((round(float(t), 2), f(t)) for t in np.arange(0.2, 0.8, 0.02)), key=lambda tried: tried[1])


def calibration(weights: dict[str, float], threshold: float, folders: Sequence[Path]) -> tuple[float, float]:
    """Scale and shift of the log-odds that fit the claims read in these folders; 1 and 0 without folders."""
    odds: list[float] = []
    labels: list[int] = []
    for folder in folders:
        trust, right = read(Judge(weights, threshold), folder)
        odds += [math.log(t / (1 - t)) for t in trust]
        labels += right
    if not odds:
        return 1.0, 0.0
    shift, scale = fit(np.array([[1.0, z] for z in odds]), np.array(labels, float), ridge=1e-6)
    return float(scale), float(shift)


def read(judge: Judge, gold: Path) -> tuple[list[float], list[int]]:
    """The trust of each claim that a judge lets pass, and whether it is a labelled one."""
    score, got, trust = scorer(gold), [], []
    for document, doc, mentions in mentions_of(documents(gold)):
        parties = Parties(doc, mentions)
        for judged in judge.decide(doc, parties, candidates(doc, mentions, load_lexicon())):
            for subject, object_ in pairs(parties, judged.candidate):
                got.append(as_row(document.id, subject, judged.candidate.relation, object_))
                trust.append(judged.trust)
    right = {j for _, j in score.match(rows(gold / "claims.jsonl"), got, "strict")}
    return trust, [int(j in right) for j in range(len(got))]


def fitted(folders: Sequence[Path]) -> tuple[dict[str, float], float]:
    """Weights fitted to the held-out documents of these folders, and the threshold, both before calibration."""
    table, labels, docs, n_gold = [], [], [], 0
    for folder in folders:
        t, y, d, n = examples(folder)
        table, labels, docs, n_gold = table + t, labels + y, docs + d, n_gold + n
    names = ["bias", *sorted({name for row in table for name in row} - {"bias"})]
    x = np.array([[row.get(name, 0.0) for name in names] for row in table])
    y = np.array(labels, dtype=float)
    threshold, f = best_threshold(np.array([cross_validated(x, y, docs, split) for split in range(SPLITS)]), y, n_gold)
    print(f"{len(y)} proposals, {int(y.sum())} right, {n_gold} gold; cross-validated F {f:.3f} at {threshold}")
    weights = {name: round(float(v), 3) for name, v in zip(names, fit(x, y), strict=True) if abs(v) >= 0.005}
    return weights, threshold


def kept() -> tuple[dict[str, float], float]:
    """The weights of the shipped judge, and its threshold as it was before calibration."""
    judge = Judge.load()
    z = (math.log(judge.threshold / (1 - judge.threshold)) - judge.shift) / judge.scale
    return judge.weights, 1 / (1 + math.exp(-z))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "gold", type=Path, nargs="*", help="labelled folders to fit to; none: keep the weights there are"
    )
    parser.add_argument(
        "--calibrate", type=Path, nargs="*", default=[], help="labelled reports that nothing learned from"
    )
    parser.add_argument(
        "--threshold", type=float, help="trust from which a claim is read, not the one that cross-validation finds"
    )
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    options = parser.parse_args()
    weights, threshold = fitted(options.gold) if options.gold else kept()
    scale, shift = calibration(weights, threshold, options.calibrate)
    threshold = options.threshold or 1 / (1 + math.exp(-(scale * math.log(threshold / (1 - threshold)) + shift)))
    print(f"calibrated: scale {scale:.3f}, shift {shift:.3f}, threshold {threshold:.3f}")
    if not options.dry:
        judge = {
            "scale": round(scale, 3),
            "shift": round(shift, 3),
            "threshold": round(threshold, 3),
            "weights": weights,
        }
        OUT.write_text(json.dumps(judge, indent=1, sort_keys=True) + "\n", "utf-8")
    for name, value in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"  {value:+.2f} {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
