"""Records the parses of the tables' sentences: `python -m tests.claims.record [--all]`.

Parses that exist are kept, since some are corrected by hand; `--all` makes them anew. Parses of sentences that no table
has are dropped.
"""

from __future__ import annotations

import importlib
import sys

from imbroglio.language import parse
from imbroglio.language.conllu import to_conllu
from tests.claims import parsed
from tests.claims.grammar import Table, key

TABLES = (
    "verbs",
    "transfers",
    "nouns",
    "modifiers",
    "membership",
    "possession",
    "aliases",
    "stance",
    "syntax",
    "quiet",
    "news",
    "official",
    "sources",
)


def record(name: str, table: Table, anew: bool) -> None:
    path = parsed.FOLDER / f"{name}.conllu"
    known = parsed._texts(name) if path.exists() and not anew else {}
    missing = [text for text in table if key(text) not in known]
    made = {}
    for text in missing:
        (doc,) = parse([text])  # by itself, since what else stands in a batch may change a parse
        doc._.claim_arcs = ()
        made[key(text)] = to_conllu(doc)
    blocks = [f"# newdoc id = {key(text)}\n{made.get(key(text)) or known[key(text)]}" for text in table]
    path.write_text("".join(blocks), encoding="utf-8")
    print(f"{path.name}: {len(table)} texts, {len(made)} parsed")


if __name__ == "__main__":
    for each in TABLES:
        record(each, importlib.import_module(f"tests.claims.test_{each}").TABLE, "--all" in sys.argv)
