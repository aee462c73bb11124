"""What else a found claim says: who, how firmly, when, where; each right if it is one of the accepted answers.

Where two people labelled a text and differ on an attribute, `also` holds the second answer and either counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from imbroglio.evaluation.gold import Row, name_of
from imbroglio.evaluation.matching import Pairs

ATTRIBUTES = {  # and how many answers a claim gives
    "names": 2, "said_by": 1, "said_by_depth": 1, "polarity": 1, "firmness": 1, "background": 1, "tense": 1, "place": 1,
    "trend": 1,
}  # fmt: skip
_SMALL = {"the", "of", "al", "a", "and"}
Confusion = Counter[tuple[str, str]]  # how often (labelled, read)


def norm(name: str | None) -> str:
    """A name without case, punctuation, possessive and small words."""
    name = re.sub(r"[’']s\b", "", (name or "").lower())
    return " ".join(word for word in re.sub(r"[^\w\s]", " ", name).split() if word not in _SMALL)


def labelled(gold: Row, attribute: str) -> list[Any]:
    """The accepted answers, the first labeller's first."""
    answers = [gold, {**gold, **gold.get("also", {})}]
    if attribute == "place":
        return [norm(answer.get("place")) for answer in answers]
    if attribute in ("said_by", "said_by_depth"):
        chains = [chain(answer.get("said_by")) for answer in answers]
        return chains if attribute == "said_by" else [len(one) for one in chains]
    return [answer.get(attribute) for answer in answers]


def read(found: Row, attribute: str) -> Any:
    """An attribute of an extracted claim, in the gold's form."""
    if attribute == "tense":
        return (found.get("when") or {}).get("tense", found.get("tense"))
    if attribute == "place":
        return norm(name_of(found.get("place")))
    if attribute == "said_by":
        return chain(found.get("said_by"))
    if attribute == "said_by_depth":
        return len(found.get("said_by") or [])
    return found.get(attribute)


def chain(said_by: Sequence[Any] | None) -> list[str]:
    """The names of a chain of speakers, outermost first."""
    return [norm(name_of(speaker)) for speaker in said_by or []]


def right(gold: Row, found: Row) -> dict[str, int]:
    """For each attribute 1 if it is right, else 0; for `names` how many of the two parties bear a labelled name."""
    names = {norm(name_of(found["subject"])), norm(name_of(found["object"]))}
    known = sum(any(norm(a) in names for a in labelled(gold, key)) for key in ("subject_is", "object_is"))
    others = (key for key in ATTRIBUTES if key != "names")
    return {"names": known} | {key: int(read(found, key) in labelled(gold, key)) for key in others}


def confusion(gold: Sequence[Row], found: Sequence[Row], pairs: Pairs, attribute: str) -> Confusion:
    """How often people labelled one value and the reader another: `(labelled, read)`, agreeing answers as read."""
    table: Confusion = Counter()
    for i, j in pairs:
        value, answers = read(found[j], attribute), labelled(gold[i], attribute)
        table[str((value if value in answers else answers[0]) or "none"), str(value or "none")] += 1
    return table
