"""Accuracy on labelled text: claims, quiet dispatches, quotations.

usage: python -m benchmarks.score [--shared FOLDER] [--write]

Runs the command line over the labelled sets in FOLDER (by default the folder `shared` beside the repository), scores
what it prints with the scorers that lie there, and prints a table with the frozen results of `benchmarks/results.json`
beside the new ones. `--write` freezes the new ones, in `results.json` and `scores.md`. Without the folder there is
nothing to measure: says so and succeeds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS, TABLE = HERE / "results.json", HERE / "scores.md"
SHARED = HERE.parent.parent / "shared"

Results = dict[str, dict[str, Any]]
# Label of a row, the set it is measured on, the path to the number in the scorer's answer.
ROWS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("documents: strict F1", "dev", ("strict", "f1")),
    ("documents: sign F1", "dev", ("sign", "f1")),
    ("founding articles: strict F1", "seeds", ("strict", "f1")),
    ("founding articles: sign F1", "seeds", ("sign", "f1")),
    ("dispatches: strict F1", "challenge", ("strict", "f1")),
    ("dispatches: sign F1", "challenge", ("sign", "f1")),
    ("quiet dispatches with a claim", "challenge", ("false_on_quiet", "share")),
    ("documents: who said it", "dev", ("attributes", "said_by")),
    ("documents: polarity", "dev", ("attributes", "polarity")),
    ("documents: firmness", "dev", ("attributes", "firmness")),
    ("documents: background", "dev", ("attributes", "background")),
    ("documents: tense", "dev", ("attributes", "tense")),
    ("documents: names", "dev", ("attributes", "names")),
    ("documents: place", "dev", ("attributes", "place")),
    ("quotations: content F1", "quotes", ("content", "f1")),
    ("quotations: source F1", "quotes", ("source", "f1")),
    ("quotations: cue F1", "quotes", ("cue", "f1")),
)


def imbroglio(*arguments: str, to: Path) -> None:
    """Run the command line as a user would, standard output into a file."""
    program = Path(sys.executable).with_name("imbroglio")
    with to.open("wb") as out:
        done = subprocess.run([program, *arguments], stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"imbroglio {' '.join(arguments)} failed:\n{done.stderr}")


def scored(scorer: Path, gold: Path, found: Path) -> dict[str, Any]:
    """What a scorer says of one file of results."""
    command = [sys.executable, str(scorer), str(gold), str(found), "--json"]
    answer: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    if quiet := answer.get("false_on_quiet"):
        quiet["share"] = round(quiet["with_a_claim"] / quiet["quiet_documents"], 3)
    return answer


def only(gold: Path, wanted: Callable[[str], bool], folder: Path) -> Path:
    """A copy of a labelled set that holds only the documents whose id is wanted."""
    folder.mkdir()
    for name, key in (("documents.jsonl", "id"), ("claims.jsonl", "doc")):
        rows = (gold / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / name).write_text(
            "".join(row for row in rows if row.strip() and wanted(json.loads(row)[key])), "utf-8"
        )
    return folder


def measure(shared: Path) -> Results:
    """Every labelled set, read and scored."""
    gold, polnear = shared / "gold", shared / "corpora" / "polnear" / "dev"
    with tempfile.TemporaryDirectory() as name:
        work, results = Path(name), {}
        for part in ("dev", "challenge"):
            imbroglio("read", str(gold / part / "documents.jsonl"), "--format", "jsonl", to=work / part)
            results[part] = scored(gold / "score.py", gold / part, work / part)
        seeds = only(gold / "dev", lambda document: document.startswith("seed"), work / "seeds")
        results["seeds"] = scored(gold / "score.py", seeds, work / "dev")
        if polnear.is_dir():
            imbroglio("quotes", str(polnear / "text"), "--format", "jsonl", to=work / "quotes")
            results["quotes"] = scored(gold / "score_quotes.py", polnear, work / "quotes")
    return results


def number(results: Results, part: str, path: tuple[str, ...]) -> str:
    """One cell: the number at a path of a set's answer, or a dash."""
    value: Any = results.get(part)
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return "–" if value is None else f"{value:.3f}"


def table(results: Results, before: Results | None = None) -> str:
    """The results as a Markdown table, with a column for earlier ones where given."""
    columns = [results] if before is None else [results, before]
    lines = [["what", "score", "frozen"][: 1 + len(columns)], ["---"] * (1 + len(columns))]
    lines += [[label, *(number(column, part, path) for column in columns)] for label, part, path in ROWS]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page(results: Results) -> str:
    """The committed page."""
    dev, challenge, quotes = (results.get(part, {}).get("counts", {}) for part in ("dev", "challenge", "quotes"))
    return f"""# Scores

Printed by `make score`, frozen by `python -m benchmarks.score --write`. Strict F1 wants the relation itself, sign F1
only its class; the attributes are shares of the strictly found claims. None of these texts is trained on, but the
errors on documents and dispatches were read while the grammar grew, so new text will score lower.

- Documents: {dev.get("documents", 0)} real reports, {dev.get("gold", 0)} claims; the founding articles are two of them.
- Dispatches: {challenge.get("documents", 0)} short texts written by phenomenon, {challenge.get("gold", 0)} claims. Some
  of them are quiet: they name two parties and claim nothing.
- Quotations: {quotes.get("gold", 0)} attributions of the PolNeAR corpus.

{table(results)}
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds gold/ and corpora/")
    parser.add_argument("--write", action="store_true", help="freeze the results in results.json and scores.md")
    options = parser.parse_args()
    if not (options.shared / "gold" / "score.py").is_file():
        print(f"No labelled text in {options.shared}: nothing to measure.")
        return 0
    results = measure(options.shared)
    frozen: Results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    print(table(results, frozen))
    if options.write:
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        TABLE.write_text(page(results), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
