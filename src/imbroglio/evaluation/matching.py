"""When an extracted claim counts as one that people labelled.

Document, relation and both parties must agree; parties agree when their spans share at least half of the shorter one
and a seventh of the longer. Symmetric relations may be swapped. `strict` wants the relation itself, `sign` only its
class. Each claim, labelled or extracted, is used once, the best overlap first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from imbroglio.evaluation.gold import Row, span_of
from imbroglio.model import Relation, RelationClass

Level = Literal["strict", "sign"]
Pairs = list[tuple[int, int]]  # number of the labelled claim, number of the extracted one


def overlap(a: Sequence[int] | None, b: Sequence[int] | None) -> float:
    """The share of the longer span that two spans have in common; 0 where that is too little."""
    if not a or not b:
        return 0.0
    common = min(a[1], b[1]) - max(a[0], b[0])
    short, long_ = sorted((a[1] - a[0], b[1] - b[0]))
    if common <= 0 or short <= 0 or common < 0.5 * short or common * 7 < long_:
        return 0.0
    return common / long_


def likeness(gold: Row, found: Row, level: Level) -> float:
    """How well the parties of two claims agree, from 0 (not the same claim) to 1."""
    if level == "strict" and gold["relation"] != found["relation"]:
        return 0.0
    if level == "sign" and klass(gold["relation"]) != klass(found["relation"]):
        return 0.0
    one, two = span_of(found["subject"]), span_of(found["object"])
    straight = overlap(gold["subject_span"], one) * overlap(gold["object_span"], two)
    if symmetric(gold["relation"]) or (level == "sign" and symmetric(found["relation"])):
        return max(straight, overlap(gold["subject_span"], two) * overlap(gold["object_span"], one))
    return straight


def match(gold: Sequence[Row], found: Sequence[Row], level: Level) -> Pairs:
    """Pairs of labelled and extracted claims that are the same, chosen greedily inside each document."""
    by_document: defaultdict[str, list[int]] = defaultdict(list)
    for j, claim in enumerate(found):
        by_document[claim["document"]].append(j)
    scored = []
    for i, claim in enumerate(gold):
        for j in by_document[claim["doc"]]:
            if like := likeness(claim, found[j], level):
                same = (claim["relation"] == found[j]["relation"]) + (claim.get("polarity") == found[j].get("polarity"))
                scored.append((like + 0.01 * same, i, j))
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: Pairs = []
    for _, i, j in scored:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


@lru_cache(maxsize=64)
def klass(relation: str) -> RelationClass | str:
    """The class of a relation; tied by its name alone where it is none of ours."""
    return Relation(relation).klass if relation in set(Relation) else relation


@lru_cache(maxsize=64)
def symmetric(relation: str) -> bool:
    return relation in set(Relation) and Relation(relation).symmetric
