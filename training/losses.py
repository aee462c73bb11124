"""Losses and dev scores of the syntax heads."""

from __future__ import annotations

from collections import Counter

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import IGNORE, Batch
from training.encoder import autocast
from training.heads import Model

INPUTS = ("pieces", "piece_shapes", "firsts", "word_shapes")
WEIGHTS = {"upos": 0.5, "morph": 0.3, "lemma": 0.5, "name": 0.5}
IMPOSSIBLE = -1e4


def run(model: Model, batch: Batch) -> dict[str, Tensor]:
    """The model's outputs for a batch, in bfloat16 where it can."""
    with autocast():
        return model(*(batch[key] for key in INPUTS))


def arc_scores(out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Arc scores with every head outside the word's own sentence made impossible."""
    sentence = batch["sentence"]
    allowed = sentence[:, :, None] == sentence[:, None, :]
    allowed &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    allowed = F.pad(allowed, (1, 0), value=True)
    return out["arc"].float().masked_fill(~allowed, IMPOSSIBLE)


def deprel_scores(model: Model, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    """Label scores of every word with the head given for it."""
    vectors = out["label_head"]
    chosen = vectors.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, vectors.shape[-1]))
    with autocast():
        return model.deprel(out["label_dependent"], chosen).float()


def syntax_loss(model: Model, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Sum of the cross-entropies of all syntax heads."""
    loss = _cross_entropy(arc_scores(out, batch), batch["head"])
    loss = loss + _cross_entropy(deprel_scores(model, out, batch["head"]), batch["deprel"])
    for key, weight in WEIGHTS.items():
        loss = loss + weight * _cross_entropy(out[key].float(), batch[key])
    known = batch["sentence_end"] != IGNORE
    ends = out["sentence_end"].squeeze(-1).float()[known]
    return loss + F.binary_cross_entropy_with_logits(
        ends, batch["sentence_end"][known].float(), reduction="sum"
    ) / known.sum().clamp(min=1)


def _cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    total = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / (target != IGNORE).sum().clamp(min=1)


@torch.no_grad()
def count(model: Model, batch: Batch, seen: Counter[str]) -> None:
    """Add the hits of a dev batch to `seen` (arcs by plain argmax)."""
    out = run(model, batch)
    real = batch["sentence"] > 0
    heads = arc_scores(out, batch).argmax(-1)
    labels = deprel_scores(model, out, heads).argmax(-1)
    right = (heads == batch["head"]) & real
    seen["words"] += int(real.sum())
    seen["uas"] += int(right.sum())
    seen["las"] += int((right & (labels == batch["deprel"])).sum())
    for key in ("upos", "morph", "lemma"):
        seen[key] += int((out[key].argmax(-1) == batch[key])[real].sum())
    for key, hit in (("name", out["name"].argmax(-1)), ("sentence_end", (out["sentence_end"].squeeze(-1) > 0).long())):
        known = batch[key] != IGNORE
        seen[key + "_known"] += int(known.sum())
        seen[key] += int((hit == batch[key])[known].sum())
