"""`python -m training`: make the language model from the corpora, step by step, and write it into the package."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from imbroglio.language.engine import WEIGHTS
from training import train
from training.batches import Labels
from training.claims.batches import FORMS, KINDS, states
from training.claims.data import LABELS, is_held_out
from training.claims.opinions import Pieces, add_opinions, new_teacher, plain_text
from training.claims.reword import reworded
from training.claims.teacher import mpnet_folder
from training.claims.train import Plan, Versions, small_model, versions
from training.claims.train import train as train_arcs
from training.corpus.real import tables as real
from training.corpus.tables import every, write
from training.data import read
from training.export import export, export_claims
from training.heads import Model
from training.lemma_table import lemma_table

TEACHER = Plan(epochs=3, pieces=800, rate=7e-5)
REWORDED = 4  # versions of each document in other words


def main() -> None:
    """Stage A, syntax; then stage B, claims, which reads with what stage A wrote."""
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
        default=Path("../shared/gold/train/real"),
        help="folder of labelled real reports, beside training/corpus (default: %(default)s)",
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="folder for checkpoints (default: %(default)s)"
    )
    parser.add_argument("--epochs", type=int, default=10, help="of stage A (default: %(default)s)")
    parser.add_argument("--claim-epochs", type=int, default=10, help="of stage B (default: %(default)s)")
    parser.add_argument("--claims-only", action="store_true", help="keep the syntax that ships, make stage B anew")
    parser.add_argument(
        "--after",
        type=Path,
        help="go on with this checkpoint of stage B, or with a folder of exported weights, on a corpus that has grown",
    )
    parser.add_argument(
        "--teacher", type=Path, help="take this checkpoint of the teacher of stage B, and do not train one"
    )
    parser.add_argument("--alone", action="store_true", help="let stage B learn from labels alone, without a teacher")
    parser.add_argument("--done", type=int, default=7, help="epochs of stage B behind it (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default: %(default)s)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.backends.cuda.enable_flash_sdp(False)  # on the CPU too, where its backward pass is slow
    options.work.mkdir(parents=True, exist_ok=True)
    if not options.claims_only:
        train.train(options.corpora, options.work, options.epochs)
        write_syntax(options.corpora, options.work)
    learn_claims(options)


def learn_claims(options: argparse.Namespace) -> None:
    """Stage B: the labelled texts, a teacher's opinions of them and of plain text, and the model that ships."""
    folders = [*write_corpus(options.corpora, options.work), options.gold]
    texts: list[Versions] = [versions(folders)]
    if not options.alone:
        texts += [list(reworded(folders, REWORDED)), [list(plain_text(options.corpora))]]
        teach(texts, options.work, options.teacher)
    checkpoint = options.work / "claims.pt"
    plan = Plan(epochs=options.claim_epochs, done=options.done if options.after else 0)
    train_arcs(small_model(options.after), states, texts, checkpoint, plan)
    write_claims(checkpoint)


def teach(texts: list[Versions], work: Path, checkpoint: Path | None) -> None:
    """Add the opinions of a teacher, that of `checkpoint` or a new one, which learns from the first of the texts."""
    folder = mpnet_folder(work)
    teacher, feed = new_teacher(folder), Pieces(folder)
    if checkpoint is None:
        checkpoint = work / "teacher.pt"
        train_arcs(teacher, feed, texts[:1], checkpoint, TEACHER)
    teacher.load_state_dict(torch.load(checkpoint))
    for sentences in (version for made in texts for version in made):
        add_opinions(teacher, feed, [e for e in sentences if not is_held_out(e.document)])


def write_corpus(corpora: Path, work: Path) -> list[Path]:
    """Write the open corpus into `work`, the part of real text in a folder of its own, and say into which folders."""
    folders = [work / "corpus"]
    write(every()[0], folders[0])
    try:
        documents, problems = real.every(corpora)
    except real.TreebankMissing as missing:
        print(missing)
    else:
        if problems:
            print(f"{len(problems)} problems with the labels of real text: python -m training.corpus lists them")
        folders.append(work / real.FOLDER)
        write(documents, folders[1])
    return folders


def write_syntax(corpora: Path, work: Path) -> None:
    """Export stage A's checkpoint in `work` into the package."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    model = Model(train.sizes(Labels(**labels)))
    model.load_state_dict(torch.load(work / "syntax.pt"))
    sentences = (s for name in train.TRAIN for s in read(corpora / f"{name}.conllu"))
    export(model.eval(), labels, lemma_table(sentences), WEIGHTS)


def write_claims(checkpoint: Path, folder: Path = WEIGHTS) -> None:
    """Export stage B's checkpoint into the package."""
    labels = {"claim": LABELS, "forms": FORMS, "kinds": KINDS}
    export_claims(small_model(checkpoint).eval(), labels, folder)


if __name__ == "__main__":
    main()
