"""How many of the parties of labelled claims the mentions cover, and whether they are given the right name.

usage: python -m benchmarks.parties GOLD_DIR [--misses N]

GOLD_DIR holds `documents.jsonl` and `claims.jsonl`. A party is covered when a mention overlaps the labelled span by at
least half of the shorter and a seventh of the longer. It is headed when a covering mention has the syntactic head of
the labelled words as its own, and named when an actor of that mention (else of those that overlap most) bears the
labelled name, articles and case aside; "known" lets its other names count too. Each labelled span counts once.
"""

from __future__ import annotations

import argparse
import collections
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.constructions import rows
from imbroglio.actors import Registry, find_mentions
from imbroglio.evaluation.attributes import norm
from imbroglio.evaluation.matching import overlap
from imbroglio.language import parse
from imbroglio.language.plain import Doc, plain
from imbroglio.model import Document, Mention, Mentions

PRONOUN = re.compile(
    r"(it|its|they|them|their|theirs|he|him|his|she|her|we|us|our|ours|i|me|my|mine|you|your|both|who|which|that|whom|whose)$",
    re.I,
)

Row = dict[str, Any]


def parties(claims: Sequence[Row]) -> Iterator[tuple[str, tuple[int, int], str, set[str]]]:
    """(document, span, words, names) of every labelled party, once a span."""
    spans: dict[tuple[str, int, int], tuple[str, set[str]]] = {}
    for claim in claims:
        for role in ("subject", "object"):
            if claim.get(role + "_span"):
                key = (claim["doc"], *claim[role + "_span"])
                names = spans.setdefault(key, (claim[role], set()))[1]
                names |= {
                    norm(claim[role + "_is"]),
                    norm(claim.get("also", {}).get(role + "_is") or claim[role + "_is"]),
                }
    for (document, start, end), (words, names) in spans.items():
        yield document, (start, end), words, names


def covering(doc: Doc, mentions: Mentions, span: tuple[int, int]) -> tuple[list[Mention], bool]:
    """Mentions that cover the span, and whether they share its syntactic head; else the ones that overlap most."""
    words = doc.char_span(*span)
    scored = [(overlap(span, (m.span.start, m.span.end)), m) for m in mentions.items]
    found = [(score, m) for score, m in scored if score]
    headed = [m for _, m in found if words is not None and m.head == words.root.i]
    best = max((score for score, _ in found), default=0.0)
    return headed or [m for score, m in found if score >= best - 1e-9], bool(headed)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("--misses", type=int, default=0, help="print up to N parties not covered and N named otherwise")
    args = ap.parse_args()
    documents = {d["id"]: d for d in rows(args.gold / "documents.jsonl")}
    registry = Registry.load()
    read: dict[str, tuple[Doc, Mentions]] = {}
    words = sentences = 0
    spent = 0.0
    parsed = map(plain, parse(d["text"] for d in documents.values()))
    for row, doc in zip(documents.values(), parsed, strict=True):
        start = time.perf_counter()
        read[row["id"]] = doc, find_mentions(doc, Document(row["id"], row["text"], ""), registry)
        spent += time.perf_counter() - start
        words, sentences = words + len(doc), sentences + sum(1 for _ in doc.sents)
    report(documents, rows(args.gold / "claims.jsonl"), read, args.misses)
    count = sum(len(mentions.items) for _, mentions in read.values())
    print(f"mentions a 100 words  {100 * count / words:.1f}")
    print(f"ms a sentence         {1000 * spent / sentences:.2f}")
    return 0


def report(documents: dict[str, Row], claims: list[Row], read: dict[str, tuple[Doc, Mentions]], misses: int) -> None:
    """Print the shares by sort of party, and what was missed."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    lines: dict[str, list[str]] = {"NOT COVERED": [], "NAMED OTHERWISE": []}
    for document, span, words, names in parties(claims):
        doc, mentions = read[document]
        found, at_head = covering(doc, mentions, span)
        actors = [mentions.actors[a] for m in found for a in m.actors]
        got = {norm(a.name) for a in actors}
        others = {norm(n.text) for a in actors for n in a.names}
        sort = "pronoun" if PRONOUN.match(words) else "noun phrase" if words.split()[-1].islower() else "name"
        marks = {"parties": True, "covered": bool(found), "headed": at_head}
        marks |= {"named": bool(names & got), "known": bool(names & (got | others))}
        for mark, true in marks.items():
            counts[sort][mark] += true
            counts["all"][mark] += true
        text = documents[document]["text"]
        around = f"…{text[max(0, span[0] - 70) : span[0]]}[[{words}]]{text[span[1] : span[1] + 40]}…".replace("\n", " ")
        if not found:
            lines["NOT COVERED"].append(f"{document}: {around} = {sorted(names)}")
        elif not names & got:
            reason = f"got {sorted(got)} ({found[0].reason})"
            lines["NAMED OTHERWISE"].append(f"{document}: {around} = {sorted(names)} {reason}")
    for sort in ("name", "noun phrase", "pronoun", "all"):
        size = max(1, counts[sort]["parties"])
        shares = "  ".join(f"{m} {counts[sort][m] / size:.3f}" for m in ("covered", "headed", "named", "known"))
        print(f"{sort:20}  {counts[sort]['parties']:5}  {shares}")
    for title, found_lines in lines.items():
        for line in ([title] if misses else []) + found_lines[:misses]:
            print(line)


if __name__ == "__main__":
    raise SystemExit(main())
