"""What stands between the reader and the gold, by cause: `python -m benchmarks.misses [--shared FOLDER]`.

Rewrites `misses.md` with what `imbroglio eval GOLD --errors` prints for the documents and the dispatches.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.score import HERE, SETS, SHARED
from imbroglio.evaluation import load_gold
from imbroglio.evaluation.causes import errors, table
from imbroglio.evaluation.render import table as markdown

PAGE = HERE / "misses.md"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds gold/")
    options = parser.parse_args()
    if not (options.shared / "gold" / "dev").is_dir():
        print(f"No labelled text in {options.shared}: nothing to measure.")
        return 0
    parts = [
        "# Errors by cause\n\nMade by `python -m benchmarks.misses`; `imbroglio eval GOLD --list CAUSE` shows each.\n"
    ]
    for folder, name in SETS.items():
        found = table(list(errors(load_gold(options.shared / "gold" / folder))))
        rows = [[kind, cause, str(n), meaning] for kind, cause, n, meaning in found]
        parts.append(f"## {name.capitalize()}\n\n{markdown(['', 'cause', 'claims', 'meaning'], rows)}")
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    print("\n".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
