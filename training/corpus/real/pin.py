"""`python -m training.corpus.real.pin FILE`: turn labels that quote the text into stand-off labels that do not.

FILE, which stays outside the repository, has a line `D document licence` for each document and below it label lines
in the notation of dispatches, with the treebank's sentences counted from 0.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from training.corpus.notation import Dispatch, Problem, label
from training.corpus.real.standoff import written
from training.corpus.real.tables import TREEBANK
from training.corpus.real.treebank import TREEBANKS, Source, sources


def pinned(path: Path, texts: Mapping[str, Source]) -> tuple[list[str], list[Problem]]:
    """The stand-off lines of a file of quoting labels, and what is wrong with it."""
    dispatches: list[Dispatch] = []
    problems: list[Problem] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("D "):
                id, licence = line[2:].split(maxsplit=1)
                text = texts[id]
                dispatches.append(Dispatch(id, "", text.text, number, source=licence, sentences=text.sentences))
            elif line and not line.startswith("//"):
                label(dispatches[-1], line)
        except (ValueError, LookupError) as error:
            problems.append(Problem(path.name, number, f"{error}: {line}"))
    return [line for d in dispatches for line in written(d, texts[d.id])], problems


def main() -> int:
    """Print the stand-off labels, or each problem and 1."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus.real.pin", description=__doc__)
    parser.add_argument("file", type=Path, help="labels that quote the text")
    parser.add_argument("--treebanks", type=Path, default=TREEBANKS, help="folder (default: %(default)s)")
    given = parser.parse_args()
    lines, problems = pinned(given.file, sources(given.treebanks / TREEBANK))
    print("\n".join([f"{p.file}:{p.line}: {p.what}" for p in problems] or lines))
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
