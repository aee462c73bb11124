"""Stage B: claim arcs as one more head of the same pass, on top layers of their own.

Syntax stays as stage A left it: trained together, each point of claims cost the parser one (docs/decisions).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from imbroglio.language.engine import Engine
from imbroglio.language.windows import stack
from training import losses
from training.batches import Batch, Labels, by_length
from training.claims_data import ATTRIBUTES, LABELS, ClaimWindow, claim_windows, is_held_out
from training.encoder import attention_mask
from training.heads import CLAIM_ROLES, Model
from training.train import PIECES, optimizer, set_rate, sizes, step

REAL = 3  # times that real documents are read for once that authored dispatches are: they are few and the target
BRANCH_RATE, CLAIM_PIECES = 1.5e-4, 750  # claims are few: smaller batches, more steps
GROUPS = torch.tensor([len(values) for values in LABELS.values()]).tolist()


def collate(examples: Sequence[ClaimWindow]) -> Batch:
    """Inputs as for syntax, and the pairs as flat lists.

    `row`, `subject`, `object` and `cue` are (pair,), `attributes` (pair, attribute), `relations` (pair, relation).
    """
    batch: dict[str, Any] = stack([e.window for e in examples])
    batch["sentence"] = np.zeros(batch["firsts"].shape, np.int64)
    for row, e in enumerate(examples):
        batch["sentence"][row, : len(e.sentence)] = e.sentence
    flat = [(row, pair) for row, e in enumerate(examples) for pair in e.pairs]
    batch["row"] = np.array([row for row, _ in flat], np.int64)
    for key in ("subject", "object", "cue"):
        batch[key] = np.array([getattr(pair, key) for _, pair in flat], np.int64)
    batch["attributes"] = np.array([pair.attributes for _, pair in flat], np.int64).reshape(-1, len(ATTRIBUTES))
    batch["relations"] = np.zeros((len(flat), len(LABELS["relation"])), np.float32)
    for number, (_, pair) in enumerate(flat):
        batch["relations"][number, pair.relations] = 1.0
    return {key: torch.from_numpy(array) for key, array in batch.items()}


def claim_loss(model: Model, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Arcs: every pair of words of a sentence, yes or no. Labels and cue: of the gold pairs only."""
    scores, allowed = out["claim"].float(), _same_sentence(batch["sentence"])
    gold = torch.zeros_like(scores)
    gold[batch["row"], batch["subject"], batch["object"]] = 1.0
    arcs = F.binary_cross_entropy_with_logits(scores[allowed], gold[allowed], reduction="sum")
    count = max(len(batch["row"]), 10)
    if not len(batch["row"]):
        return arcs / count
    labels, cues = label_scores(model, out, batch, (batch["row"], batch["subject"], batch["object"]))
    by_group = labels.split(GROUPS, dim=-1)
    loss = arcs + F.binary_cross_entropy_with_logits(by_group[0], batch["relations"], reduction="sum")
    for number in range(len(ATTRIBUTES)):
        loss = loss + 0.3 * F.cross_entropy(by_group[number + 1], batch["attributes"][:, number], reduction="sum")
    return (loss + 0.5 * F.cross_entropy(cues, batch["cue"], reduction="sum")) / count


def label_scores(
    model: Model, out: dict[str, Tensor], batch: Batch, pairs: tuple[Tensor, Tensor, Tensor]
) -> tuple[Tensor, Tensor]:
    """Scores of relation and attributes, and of every word as the cue, for chosen pairs (row, subject, object).

    The labels are read off the two words and off the likely cues, mixed by their probability.
    """
    row, subject, object_ = pairs
    a, b, words = out["claim_subject"][row, subject], out["claim_object"][row, object_], out["cue"][row]
    sentence = batch["sentence"][row]
    own = sentence == sentence.gather(1, subject[:, None])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cues = torch.bmm(words, model.claim_cue(a, b).unsqueeze(-1)).squeeze(-1).float().masked_fill(~own, -1e4)
        mixed = torch.bmm(cues.softmax(-1).to(words.dtype).unsqueeze(1), words).squeeze(1)
        labels = model.claim_labels(a, b, mixed)
    return labels.float(), cues


def _same_sentence(sentence: Tensor) -> Tensor:
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] > 0)
    return same & ~torch.eye(sentence.shape[1], dtype=torch.bool)


@torch.no_grad()
def scored_arcs(model: Model, examples: Sequence[ClaimWindow]) -> tuple[list[tuple[float, bool]], int]:
    """(probability, right) of every proposed relation arc, and the number of gold ones."""
    model.eval()
    found, gold = [], 0
    for group in by_length(examples, 3 * PIECES):
        batch = collate(group)
        out = losses.run(model, batch)
        likely = out["claim"].float().sigmoid() * _same_sentence(batch["sentence"])
        row, subject, object_ = (likely > 0.05).nonzero(as_tuple=True)
        labels, _ = label_scores(model, out, batch, (row, subject, object_))
        relations = likely[row, subject, object_][:, None] * labels[:, : GROUPS[0]].sigmoid()
        wanted = {
            (r, p.subject, p.object, relation) for r, e in enumerate(group) for p in e.pairs for relation in p.relations
        }
        gold += len(wanted)
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


def train(gold: Path, out: Path, stage_a: Path, epochs: int, seed: int = 2) -> float:
    """Train stage B from `out`/syntax.pt to `out`/claims.pt; `stage_a` is the former's export, to find head words.

    Returns the threshold of the epoch that was kept.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    labels = Labels(**json.loads((out / "labels.json").read_text(encoding="utf-8")))
    model = Model(sizes(labels))
    model.load_state_dict(torch.load(out / "syntax.pt"), strict=False)  # the claims' own layers are not in it
    model.encoder.branch()
    freeze_syntax(model)
    examples = list(claim_windows([gold / "authored", *[gold / "real"] * REAL], Engine(stage_a)))
    learned = [(e, trunk(model, e)) for e in examples if not is_held_out(e.document)]
    held = list({(e.document, tuple(e.window.pieces)): e for e in examples if is_held_out(e.document)}.values())
    adam, best, kept = optimizer(model, BRANCH_RATE), 0.0, 1.0
    for epoch in range(epochs):
        started = time.time()
        loss = _epoch(model, adam, _groups(learned, rng), (epoch, epochs))
        f1, threshold = best_f1(*scored_arcs(model, held))
        report = {"epoch": epoch + 1, "loss": round(loss, 3), "seconds": round(time.time() - started)}
        print(json.dumps({**report, "held_out_f1": round(f1, 4), "threshold": round(threshold, 3)}), flush=True)
        if f1 > best:
            best, kept = f1, threshold
            torch.save(model.state_dict(), out / "claims.pt")
    return kept


def freeze_syntax(model: Model) -> None:
    """Only the claims' own layers and heads learn; all that syntax uses stays as it is."""
    own = ("encoder.claim_layers.", "claim", *(f"roles.{name}." for name in CLAIM_ROLES))
    for name, parameter in model.named_parameters():
        parameter.requires_grad = name.startswith(own)


@torch.no_grad()
def trunk(model: Model, example: ClaimWindow) -> Tensor:
    """The shared layers' output for one window, `(piece, 384)`; computed once, since it never changes."""
    model.eval()
    batch = {key: torch.from_numpy(array) for key, array in stack([example.window]).items()}
    return model.encoder.trunk(batch["pieces"], batch["piece_shapes"])[0].half()


Learned = tuple[ClaimWindow, Tensor]  # a window and the shared layers' output for it


def _groups(learned: Sequence[Learned], rng: random.Random) -> list[list[Learned]]:
    """Windows of like length together, in a new order each time."""
    order = sorted(range(len(learned)), key=lambda i: (len(learned[i][0].window.pieces) // 4, rng.random()))
    groups: list[list[Learned]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(learned[i][0].window.pieces) > CLAIM_PIECES:
            groups.append([])
        groups[-1].append(learned[i])
    rng.shuffle(groups)
    return groups


def _epoch(
    model: Model,
    adam: torch.optim.AdamW,
    groups: Sequence[Sequence[Learned]],
    place: tuple[int, int],
) -> float:
    """One pass over the claims; returns the mean loss."""
    model.train()
    total = 0.0
    for i, group in enumerate(groups):
        set_rate(adam, (place[0] + (i + 1) / len(groups)) / place[1])
        batch = collate([example for example, _ in group])
        loss = claim_loss(model, _from_trunk(model, group, batch), batch)
        total += loss.item()
        step(model, adam, loss)
    return total / len(groups)


def _from_trunk(model: Model, group: Sequence[Learned], batch: Batch) -> dict[str, Tensor]:
    """The claim outputs of a batch, from where the claims' own layers begin."""
    x = torch.nn.utils.rnn.pad_sequence([below for _, below in group], batch_first=True).float()
    mask = attention_mask(batch["pieces"])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        for layer in model.encoder.claim_layers:
            x = layer(x, mask)
        return model.claims(model.words(x, batch["firsts"], batch["word_shapes"]))
