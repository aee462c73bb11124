"""`python -m training.corpus [FILE …]` checks dispatches; `--out FOLDER` writes them as JSON lines."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.corpus.notation import read
from training.corpus.tables import every, write


def main() -> int:
    """Print each problem and the counts; 1 if there is a problem."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="files in the notation (default: the whole corpus)")
    parser.add_argument("--out", type=Path, help="write documents.jsonl and claims.jsonl into this folder")
    options = parser.parse_args()
    read_files = [read(path) for path in options.files] or [every()]
    dispatches = [d for found, _ in read_files for d in found]
    problems = [p for _, wrong in read_files for p in wrong]
    for problem in problems:
        print(f"{problem.file}:{problem.line}: {problem.what}")
    relations = Counter(claim["relation"] for d in dispatches for claim in d.claims)
    quiet = sum(not d.claims for d in dispatches)
    print(f"{len(dispatches)} dispatches, {quiet} of them quiet, {relations.total()} claims, {len(problems)} problems")
    print(", ".join(f"{relation} {count}" for relation, count in relations.most_common()))
    if options.out:
        write(dispatches, options.out)
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
