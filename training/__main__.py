"""`python -m training`: make the language model from the corpora, step by step, and write it into the package."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from imbroglio.language.engine import WEIGHTS
from training import claims_train, train
from training.batches import Labels
from training.claims_data import LABELS
from training.data import read
from training.export import export
from training.heads import Model
from training.lemma_table import lemma_table


def main() -> None:
    """Stage A, its export, stage B, the final export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--corpora",
        type=Path,
        default=Path("../shared/corpora/ud"),
        help="folder of the treebanks (default: %(default)s)",
    )
    parser.add_argument(
        "--gold",
        type=Path,
        default=Path("../shared/gold/train"),
        help="folder of the labelled claims (default: %(default)s)",
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="folder for checkpoints (default: %(default)s)"
    )
    parser.add_argument(
        "--out", type=Path, default=WEIGHTS, help="folder for the finished model (default: the package's)"
    )
    parser.add_argument("--epochs", type=int, default=10, help="of stage A, syntax (default: %(default)s)")
    parser.add_argument("--claim-epochs", type=int, default=10, help="of stage B, claims (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default: %(default)s)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    train.train(options.corpora, options.work, options.epochs)
    write(options.corpora, options.work, "syntax.pt", options.work / "stage_a")
    threshold = claims_train.train(options.gold, options.work, options.work / "stage_a", options.claim_epochs)
    write(options.corpora, options.work, "claims.pt", options.out, threshold)


def write(corpora: Path, work: Path, checkpoint: str, out: Path, threshold: float = 1.0) -> None:
    """Export a checkpoint in `work` to `out`; `threshold` is the probability from which a claim arc counts."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    model = Model(train.sizes(Labels(**labels)))
    model.load_state_dict(torch.load(work / checkpoint))
    sentences = (s for name in train.TRAIN for s in read(corpora / f"{name}.conllu"))
    export(model.eval(), {**labels, "claim": LABELS, "threshold": round(threshold, 3)}, lemma_table(sentences), out)


if __name__ == "__main__":
    main()
