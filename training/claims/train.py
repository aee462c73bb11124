"""Stage B: claim arcs as a second pass, on top of the lower layers of the first, which stay as stage A left them.

Trained through the whole encoder, each point of claims cost the parser one (docs/decisions). A large teacher learns the
same labels first; the small model then learns from both the labels and what the teacher says (`opinions`).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from imbroglio.language.engine import WEIGHTS
from training.batches import Batch
from training.claims.batches import FORMS, KINDS, Feed, batches, collate
from training.claims.data import GROUPS, SIZE, ClaimSentence, examples, is_held_out, labelled
from training.claims.model import Arcs, ClaimModel
from training.claims.shipped import claims_state
from training.claims.swap import Swapper, common_words
from training.encoder import autocast
from training.train import optimizer, set_rate, step

SWAPS = 2  # versions of each document with other names
TESTED = 2700  # pieces a batch where nothing is learned
Versions = list[list[ClaimSentence]]  # the sentences of the same documents, each time otherwise


def run(model: Arcs, batch: Batch) -> dict[str, Tensor]:
    """The model's outputs for a batch, in bfloat16 where it can."""
    with autocast():
        out: dict[str, Tensor] = model(*(batch[key] for key in model.inputs))
    return out


def claim_loss(model: Arcs, batch: Batch) -> Tensor:
    """Arcs: every pair of possible parties, as likely as it is. Labels and cue: of the likely pairs only."""
    out = run(model, batch)
    asked = batch["asked"]
    loss = F.binary_cross_entropy_with_logits(out["claim"].float()[asked], batch["likely"][asked], reduction="sum")
    if len(batch["row"]):
        labels, cues = label_scores(model, out, (batch["row"], batch["subject"], batch["object"]))
        loss = loss + (batch["weight"] * _label_loss(labels, cues, batch)).sum()
    return loss / max(float(batch["likely"].sum()), 10.0)


def _label_loss(labels: Tensor, cues: Tensor, batch: Batch) -> Tensor:
    """Of each pair: its relations, each for itself; its attributes; its cue."""
    relations, *attributes = labels.split(GROUPS, dim=-1)
    loss = F.binary_cross_entropy_with_logits(relations, batch["relations"], reduction="none").sum(-1)
    for scores, shares in zip(attributes, batch["attributes"].split(GROUPS[1:], dim=-1), strict=True):
        loss = loss - 0.2 * (shares * scores.log_softmax(-1)).sum(-1)
    return loss - 0.5 * (batch["cue"] * cues.log_softmax(-1)).sum(-1)


def label_scores(model: Arcs, out: dict[str, Tensor], pairs: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor]:
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
def scored_arcs(model: Arcs, held: Sequence[ClaimSentence], feed: Feed) -> tuple[list[tuple[float, bool]], int]:
    """(probability, right) of every proposed relation arc, and the number of gold ones."""
    model.eval()
    found, gold = [], 0
    for group in batches(held, TESTED, None):
        batch = collate(group, feed)
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


def versions(folders: Sequence[Path]) -> Versions:
    """The sentences of all documents, first as they are, then `SWAPS` times with other names."""
    common = common_words([text for folder in folders for _, text, _ in labelled(folder)])
    swaps = [None, *(Swapper(common, seed) for seed in range(SWAPS))]
    return [list(examples(folders, swap)) for swap in swaps]


@dataclass(frozen=True)
class Plan:
    """How a model is trained: epochs, `done` of which count as behind it, pieces a batch, and the layers' rate."""

    epochs: int
    pieces: int = 900  # claims are few: small batches, many steps
    rate: float = 1.5e-4
    done: int = 0
    seed: int = 2


def small_model(after: Path | None = None) -> ClaimModel:
    """The model that ships, beginning with the shipped syntax layers, or with a checkpoint or exported weights."""
    model = ClaimModel(len(FORMS), len(KINDS), SIZE)
    model.begin_with(WEIGHTS / "model.onnx")
    if after:
        model.load_state_dict(claims_state(after) if after.is_dir() else torch.load(after))
    return model


def train(model: Arcs, feed: Feed, texts: Sequence[Versions], out: Path, plan: Plan) -> None:
    """Train on kinds of text, of each document one version an epoch; the first kind has labels, of the others a teacher
    has opinions. Writes the best epoch on held-out documents to `out`."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    held = [e for e in texts[0][0] if is_held_out(e.document)]
    learned = [[_by_document(version) for version in made] for made in texts if made]
    adam, best = optimizer(model, plan.rate, "layers."), 0.0
    for epoch in range(plan.done, plan.epochs):
        started = time.time()
        drawn = [e for made in learned for e in _drawn(made, rng)]
        loss = _epoch(model, feed, adam, batches(drawn, plan.pieces, rng), (epoch, plan.epochs))
        f1, threshold = best_f1(*scored_arcs(model, held, feed))
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
    model: Arcs,
    feed: Feed,
    adam: torch.optim.AdamW,
    groups: Sequence[Sequence[ClaimSentence]],
    place: tuple[int, int],
) -> float:
    """One pass over the claims; returns the mean loss."""
    model.train()
    total = 0.0
    for i, group in enumerate(groups):
        set_rate(adam, (place[0] + (i + 1) / len(groups)) / place[1])
        loss = claim_loss(model, collate(group, feed))
        total += loss.item()
        step(model, adam, loss)
    return total / len(groups)
