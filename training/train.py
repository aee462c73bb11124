"""Stage A: fine-tune the encoder with the syntax heads on EWT and GUM, keep the epoch that is best on dev."""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from imbroglio.language.wordpiece import WordPiece
from training import losses
from training.batches import Example, Labels, augment, by_length, collate, example, windows
from training.data import Sentence, read
from training.encoder import minilm_folder
from training.heads import Model

ENCODER_RATE, HEAD_RATE, PIECES = 1.2e-4, 1.5e-3, 1500
TRAIN, DEV = ("en_ewt-train", "en_gum-cc-train"), ("en_ewt-dev", "en_gum-dev")


def wordpiece() -> WordPiece:
    """WordPiece with the vocabulary that belongs to the encoder."""
    return WordPiece((minilm_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n"))


def sizes(labels: Labels) -> dict[str, int]:
    """Label counts as `Model` wants them."""
    return {key: len(values) for key, values in asdict(labels).items()}


def optimizer(model: nn.Module, encoder_rate: float = ENCODER_RATE, encoder: str = "encoder.") -> torch.optim.AdamW:
    """AdamW with a low rate for the encoder, whose weights' names begin with `encoder`, a high one for the heads."""
    below = [p for name, p in model.named_parameters() if name.startswith(encoder)]
    heads = [p for name, p in model.named_parameters() if not name.startswith(encoder)]
    groups = [{"params": below, "peak": encoder_rate}, {"params": heads, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def set_rate(adam: torch.optim.AdamW, progress: float, warm_up: float = 0.08) -> None:
    """Linear warm-up, then linear decay to zero; `progress` runs from 0 to 1."""
    factor = min(progress / warm_up, (1 - progress) / (1 - warm_up))
    for group in adam.param_groups:
        group["lr"] = group["peak"] * max(factor, 0.0)


def step(model: nn.Module, adam: torch.optim.AdamW, loss: torch.Tensor) -> None:
    """One update with clipped gradients."""
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    adam.step()
    adam.zero_grad(set_to_none=True)


def evaluate(
    model: Model, dev: dict[str, list[Sentence]], labels: Labels, pieces: WordPiece
) -> dict[str, dict[str, float]]:
    """Dev scores in per cent, a dictionary a corpus."""
    model.eval()
    scores = {}
    for name, sentences in dev.items():
        made = [example(run, labels, pieces) for run in windows(sentences, random.Random(0), single=0.0)]
        seen: Counter[str] = Counter()
        for group in by_length([e for e in made if e], 3 * PIECES):
            losses.count(model, collate(group), seen)
        scores[name] = {
            key: round(100 * seen[key] / max(1, seen.get(key + "_known", seen["words"])), 2)
            for key in ("uas", "las", "upos", "morph", "lemma", "name", "sentence_end")
        }
    model.train()
    return scores


def epoch_groups(
    sentences: Sequence[Sentence], labels: Labels, pieces: WordPiece, rng: random.Random
) -> list[list[Example]]:
    """The batches of one epoch, cut and augmented anew."""
    made = (example([augment(s, rng) for s in run], labels, pieces) for run in windows(sentences, rng))
    return by_length([e for e in made if e], PIECES, rng)


def train(corpora: Path, out: Path, epochs: int, seed: int = 1) -> None:
    """Train stage A; writes `labels.json` and `syntax.pt`, the best epoch, to `out`."""
    torch.manual_seed(seed)
    rng, pieces = random.Random(seed), wordpiece()
    sentences = [s for name in TRAIN for s in read(corpora / f"{name}.conllu")]
    dev = {name: read(corpora / f"{name}.conllu") for name in DEV}
    labels = Labels.of(sentences)
    (out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False))
    model = Model(sizes(labels))
    model.encoder.load_minilm(minilm_folder())
    adam, best = optimizer(model), 0.0
    for epoch in range(epochs):
        started = time.time()
        groups = epoch_groups(sentences, labels, pieces, rng)
        loss = _epoch(model, adam, groups, (epoch, epochs))
        scores = evaluate(model, dev, labels, pieces)
        report = {"epoch": epoch + 1, "loss": round(loss, 3), "seconds": round(time.time() - started)}
        print(json.dumps({**report, **scores}), flush=True)
        mean = sum(s["las"] for s in scores.values()) / len(scores)
        if mean > best:
            best = mean
            torch.save(model.state_dict(), out / "syntax.pt")


def _epoch(model: Model, adam: torch.optim.AdamW, groups: Sequence[Sequence[Example]], place: tuple[int, int]) -> float:
    """One pass over the batches; `place` is the epoch's number and their count. Returns the mean loss."""
    model.train()
    total = 0.0
    for i, group in enumerate(groups):
        set_rate(adam, (place[0] + (i + 1) / len(groups)) / place[1])
        batch = collate(group)
        loss = losses.syntax_loss(model, losses.run(model, batch), batch)
        step(model, adam, loss)
        total += loss.item()
        if i % 50 == 49:
            print(f"epoch {place[0] + 1} batch {i + 1}/{len(groups)} loss {total / (i + 1):.3f}", file=sys.stderr)
    return total / len(groups)
