"""`python -m training.corpus [FILE …]` checks dispatches and labels of real text; `--out`, `--real` write them."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.corpus.notation import Dispatch, Problem, read
from training.corpus.real import tables as real
from training.corpus.real.treebank import TREEBANKS
from training.corpus.tables import every, write


def main() -> int:
    """Print each problem and the counts; 1 if there is a problem."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="files in the notation (default: the whole corpus)")
    parser.add_argument("--out", type=Path, help="write the dispatches as gold documents into this folder")
    parser.add_argument("--real", type=Path, help="write the labelled real texts into this one, whose name begins real")
    parser.add_argument(
        "--treebanks", type=Path, default=TREEBANKS, help="where their texts are (default: %(default)s)"
    )
    options = parser.parse_args()
    read_files = [read(path) for path in options.files] or [every()]
    dispatches = [d for found, _ in read_files for d in found]
    sound = report("dispatches", dispatches, [p for _, wrong in read_files for p in wrong])
    if options.out:
        write(dispatches, options.out)
    if options.files:
        return int(not sound)
    try:
        documents, problems = real.every(options.treebanks)
    except real.TreebankMissing as missing:
        print(missing)
        return int(not sound)
    sound &= report("real documents", documents, problems)
    if options.real:
        write(documents, options.real)
    return int(not sound)


def report(kind: str, dispatches: list[Dispatch], problems: list[Problem]) -> bool:
    """Print each problem and the counts; True if there is no problem."""
    for problem in problems:
        print(f"{problem.file}:{problem.line}: {problem.what}")
    relations = Counter(claim["relation"] for d in dispatches for claim in d.claims)
    quiet = sum(not d.claims for d in dispatches)
    print(f"{len(dispatches)} {kind}, {quiet} of them quiet, {relations.total()} claims, {len(problems)} problems")
    print(", ".join(f"{relation} {count}" for relation, count in relations.most_common()))
    return not problems


if __name__ == "__main__":
    raise SystemExit(main())
