"""What stands between the reader and the gold: `python -m benchmarks.misses GOLD_DIR … [--list CAUSE] [--write FILE]`.

Every gold claim that the reader does not find is put under the first cause that applies:

  party      no mention of the subject or of the object was found
  sentence   the parties stand in different sentences for the reader
  proposal   no construction and no learned arc proposed anything between the two
  direction  it was proposed the other way round
  relation   only another relation was proposed
  judge      it was proposed and not trusted
  taken      it was trusted; another claim took its place in the scorer, or its mention stands for somebody else
"""

from __future__ import annotations

import argparse
import collections
import sys
from pathlib import Path
from typing import Any

from benchmarks.constructions import as_row, documents, rows, scorer
from imbroglio.claims.constructions import candidates
from imbroglio.claims.judge import Judge, Key, features_of, proposals
from imbroglio.claims.parties import Parties
from imbroglio.claims.read import pairs
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Relation
from imbroglio.pipeline import mentions_of

CAUSES = ("party", "sentence", "proposal", "direction", "relation", "judge", "taken")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--list", metavar="CAUSE", choices=CAUSES, help="print the claims missed for this cause")
    parser.add_argument("--write", type=Path, help="write the table to this Markdown file as well")
    options = parser.parse_args()
    lines = ["| gold | claims | missed | " + " | ".join(CAUSES) + " |", "|---" * (3 + len(CAUSES)) + "|"]
    for folder in options.gold:
        asked, causes = missed(folder, options.list)
        cells = [folder.name, asked, sum(causes.values()), *(causes[cause] for cause in CAUSES)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    print("\n".join(lines))
    if options.write:
        meaning = (__doc__ or "").partition("\n\n")[2]
        options.write.write_text("# Misses by cause\n\n" + meaning + "\n" + "\n".join(lines) + "\n", "utf-8")
    return 0


def missed(folder: Path, show: str | None = None) -> tuple[int, collections.Counter[str]]:
    """How many gold claims a folder asks for, and the causes of those that are not found."""
    score, judge = scorer(folder), Judge.load()
    by_document = collections.defaultdict(list)
    for g in rows(folder / "claims.jsonl"):
        by_document[g["doc"]].append(g)
    causes: collections.Counter[str] = collections.Counter()
    for document, doc, mentions in mentions_of(documents(folder)):
        parties = Parties(doc, mentions)
        gathered = proposals(parties, candidates(doc, mentions, load_lexicon()))
        trust = {p.key: judge.trust(f) for p, f in zip(gathered, features_of(doc, parties, gathered), strict=True)}
        trusted = [p for p in gathered if trust[p.key] >= judge.threshold]
        got = [as_row(document.id, s, p.key[1], o) for p in trusted for s, o in pairs(parties, p.best)]
        gold = by_document[document.id]
        found = {i for i, _ in score.match(gold, got, "strict")}
        for i, g in enumerate(gold):
            if i in found or g.get("optional"):
                continue
            cause = _cause(g, parties, doc, trust, score)
            causes[cause] += 1
            if cause == show:
                print(f"{document.id}: {g['subject']} --{g['relation']}--> {g['object']} | {g['cue']}")
    return sum(not g.get("optional") for rows_ in by_document.values() for g in rows_), causes


def _cause(g: dict[str, Any], parties: Parties, doc: Any, trust: dict[Key, float], score: Any) -> str:
    subjects = _heads(g["subject_span"], parties, score)
    objects = _heads(g["object_span"], parties, score)
    if not subjects or not objects:
        return "party"
    ends = [(a, b) for a in subjects for b in objects if a != b and doc[a].sent == doc[b].sent]
    if not ends:
        return "sentence"
    relation = Relation(g["relation"])
    proposed = {(a, r, b) for a, r, b in trust if (a, b) in ends}
    reverse = {(a, r, b) for a, r, b in trust if (b, a) in ends}
    if any(r is relation for _, r, _ in proposed) or (relation.symmetric and any(r is relation for _, r, _ in reverse)):
        threshold = Judge.load().threshold
        keys = [k for k in proposed | (reverse if relation.symmetric else set()) if k[1] is relation]
        return "taken" if any(trust[k] >= threshold for k in keys) else "judge"
    if any(r is relation for _, r, _ in reverse):
        return "direction"
    return "relation" if proposed else "proposal"


def _heads(span: list[int], parties: Parties, score: Any) -> list[int]:
    return [m.head for m in parties.mentions.items if score.overlap(span, [m.span.start, m.span.end])]


if __name__ == "__main__":
    sys.exit(main())
