"""Stage B: claim arcs as a second pass, on top of the lower layers of the first, which stay as stage A left them.

Trained through the whole encoder, each point of claims cost the parser one (docs/decisions).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from imbroglio.language.arcs.marked import BARE, UNKNOWN, candidate_pairs, stack
from imbroglio.language.engine import WEIGHTS
from imbroglio.model import ActorKind
from training.claims.data import ATTRIBUTES, LABELS, SIZE, ClaimSentence, examples, is_held_out, labelled
from training.claims.model import ClaimModel
from training.claims.shipped import claims_state
from training.claims.swap import Swapper, common_words
from training.encoder import autocast
from training.train import optimizer, set_rate, step

FORMS = ["name", "description", "pronoun", "demonym", "metonym", "noun", "elided", BARE]
KINDS = [*map(str, ActorKind), UNKNOWN]
NUMBERS = tuple({name: number for number, name in enumerate(names, start=1)} for names in (FORMS, KINDS))
SWAPS = 2  # versions of each document with other names
RATE, PIECES = 1.5e-4, 900  # claims are few: small batches, many steps
GROUPS = [len(values) for values in LABELS.values()]
Batch = dict[str, Tensor]


def collate(group: Sequence[ClaimSentence]) -> Batch:
    """The model's inputs, which pairs of words are asked for, and the claims as flat lists.

    `asked` is (sentence, word, word); `row`, `subject`, `object` and `cue` are (pair,), `attributes` (pair, attribute),
    `relations` (pair, relation).
    """
    batch = stack([e.sentence for e in group], *NUMBERS)
    words = batch["firsts"].shape[1]
    batch["asked"] = np.zeros((len(group), words, words), bool)
    for row, e in enumerate(group):
        batch["asked"][(row, *candidate_pairs(e.sentence.marks))] = True
        for pair in e.doubtful:
            batch["asked"][(row, *pair)] = False
        for p in e.pairs:
            batch["asked"][row, p.subject, p.object] = True
    flat = [(row, pair) for row, e in enumerate(group) for pair in e.pairs]
    batch["row"] = np.array([row for row, _ in flat], np.int64)
    for key in ("subject", "object", "cue"):
        batch[key] = np.array([getattr(pair, key) for _, pair in flat], np.int64)
    batch["attributes"] = np.array([pair.attributes for _, pair in flat], np.int64).reshape(-1, len(ATTRIBUTES))
    batch["relations"] = np.zeros((len(flat), GROUPS[0]), np.float32)
    for number, (_, pair) in enumerate(flat):
        batch["relations"][number, pair.relations] = 1.0
    return {key: torch.from_numpy(array) for key, array in batch.items()}


def run(model: ClaimModel, batch: Batch) -> dict[str, Tensor]:
    """The model's outputs for a batch, in bfloat16 where it can."""
    with autocast():
        out: dict[str, Tensor] = model(*(batch[key] for key in ("states", "real", "forms", "kinds", "firsts")))
    return out


def claim_loss(model: ClaimModel, batch: Batch) -> Tensor:
    """Arcs: every pair of possible parties, yes or no. Labels and cue: of the gold pairs only."""
    out = run(model, batch)
    scores = out["claim"].float()
    gold = torch.zeros_like(scores)
    gold[batch["row"], batch["subject"], batch["object"]] = 1.0
    arcs = F.binary_cross_entropy_with_logits(scores[batch["asked"]], gold[batch["asked"]], reduction="sum")
    count = max(len(batch["row"]), 10)
    if not len(batch["row"]):
        return arcs / count
    labels, cues = label_scores(model, out, (batch["row"], batch["subject"], batch["object"]))
    by_group = labels.split(GROUPS, dim=-1)
    loss = arcs + F.binary_cross_entropy_with_logits(by_group[0], batch["relations"], reduction="sum")
    for number in range(len(ATTRIBUTES)):
        loss = loss + 0.2 * F.cross_entropy(by_group[number + 1], batch["attributes"][:, number], reduction="sum")
    return (loss + 0.5 * F.cross_entropy(cues, batch["cue"], reduction="sum")) / count


def label_scores(
    model: ClaimModel, out: dict[str, Tensor], pairs: tuple[Tensor, Tensor, Tensor]
) -> tuple[Tensor, Tensor]:
    """Scores of relation and attributes, and of every word as the cue, for chosen pairs (row, subject, object).

    The labels are read off the two words and off the likely cues, mixed by their probability.
    """
    row, subject, object_ = pairs
    a, b, words = out["claim_subject"][row, subject], out["claim_object"][row, object_], out["cue"][row]
    with autocast():
        cues = torch.bmm(words, model.claim_cue(a, b).unsqueeze(-1)).squeeze(-1).float()
        mixed = torch.bmm(cues.softmax(-1).to(words.dtype).unsqueeze(1), words).squeeze(1)
        labels = model.claim_labels(a, b, mixed)
    return labels.float(), cues


@torch.no_grad()
def scored_arcs(model: ClaimModel, held: Sequence[ClaimSentence]) -> tuple[list[tuple[float, bool]], int]:
    """(probability, right) of every proposed relation arc, and the number of gold ones."""
    model.eval()
    found, gold = [], 0
    for group in batches(held, 3 * PIECES, None):
        batch = collate(group)
        out = run(model, batch)
        likely = out["claim"].float().sigmoid() * batch["asked"]
        row, subject, object_ = (likely > 0.05).nonzero(as_tuple=True)
        wanted = {
            (r, p.subject, p.object, relation) for r, e in enumerate(group) for p in e.pairs for relation in p.relations
        }
        gold += len(wanted)
        if not len(row):
            continue
        labels, _ = label_scores(model, out, (row, subject, object_))
        relations = likely[row, subject, object_][:, None] * labels[:, : GROUPS[0]].sigmoid()
        for n, relation in (relations > 0.05).nonzero().tolist():
            key = (int(row[n]), int(subject[n]), int(object_[n]), relation)
            found.append((float(relations[n, relation]), key in wanted))
    model.train()
    return found, gold


def best_f1(found: Sequence[tuple[float, bool]], gold: int) -> tuple[float, float]:
    """The best F1 over all thresholds, and the threshold that reaches it."""
    best, right = (0.0, 1.0), 0
    for count, (probability, hit) in enumerate(sorted(found, reverse=True), start=1):
        right += hit
        best = max(best, (2 * right / (count + gold), probability))
    return best


def batches(sentences: Sequence[ClaimSentence], pieces: int, rng: random.Random | None) -> list[list[ClaimSentence]]:
    """Sentences of like length together, at most `pieces` pieces with padding; in a new order each time."""
    order = sorted(sentences, key=lambda e: len(e.sentence.states) + (rng.random() * 4 if rng else 0))
    groups: list[list[ClaimSentence]] = [[]]
    for e in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(e.sentence.states) > pieces:
            groups.append([])
        groups[-1].append(e)
    if rng:
        rng.shuffle(groups)
    return groups


def versions(folders: Sequence[Path]) -> list[list[ClaimSentence]]:
    """The sentences of all documents, first as they are, then `SWAPS` times with other names."""
    common = common_words([text for folder in folders for _, text, _ in labelled(folder)])
    swaps = [None, *(Swapper(common, seed) for seed in range(SWAPS))]
    return [list(examples(folders, swap)) for swap in swaps]


def train(
    made: list[list[ClaimSentence]], out: Path, epochs: int, seed: int = 2, after: Path | None = None, done: int = 0
) -> None:
    """Train on `versions`, beginning with the shipped syntax layers; writes the best epoch on held-out to `out`.

    `after` is a checkpoint or a folder of exported weights: `done` of the epochs count as behind it, and the rest goes
    on from there, on more text.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = ClaimModel(len(FORMS), len(KINDS), SIZE)
    model.begin_with(WEIGHTS / "model.onnx")
    if after:
        model.load_state_dict(claims_state(after) if after.is_dir() else torch.load(after))
    held = [e for e in made[0] if is_held_out(e.document)]
    learned = [_by_document(version) for version in made]
    adam, best = optimizer(model, RATE, "layers."), 0.0
    for epoch in range(done, epochs):
        started = time.time()
        groups = batches(_drawn(learned, rng), PIECES, rng)
        loss = _epoch(model, adam, groups, (epoch, epochs))
        f1, threshold = best_f1(*scored_arcs(model, held))
        report = {"epoch": epoch + 1, "loss": round(loss, 3), "seconds": round(time.time() - started)}
        print(json.dumps({**report, "held_out_f1": round(f1, 4), "threshold": round(threshold, 3)}), flush=True)
        if f1 > best:
            best = f1
            torch.save(model.state_dict(), out)


def _by_document(version: Sequence[ClaimSentence]) -> dict[str, list[ClaimSentence]]:
    found: dict[str, list[ClaimSentence]] = {}
    for e in version:
        if not is_held_out(e.document):
            found.setdefault(e.document, []).append(e)
    return found


def _drawn(learned: Sequence[dict[str, list[ClaimSentence]]], rng: random.Random) -> list[ClaimSentence]:
    """One version of each document, real documents several times."""
    drawn = []
    for document, sentences in learned[0].items():
        for _ in range(sentences[0].times):
            drawn += rng.choice(learned).get(document, [])
    return drawn


def _epoch(
    model: ClaimModel, adam: torch.optim.AdamW, groups: Sequence[Sequence[ClaimSentence]], place: tuple[int, int]
) -> float:
    """One pass over the claims; returns the mean loss."""
    model.train()
    total = 0.0
    for i, group in enumerate(groups):
        set_rate(adam, (place[0] + (i + 1) / len(groups)) / place[1])
        loss = claim_loss(model, collate(group))
        total += loss.item()
        step(model, adam, loss)
    return total / len(groups)
