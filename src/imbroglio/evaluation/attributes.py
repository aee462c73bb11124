"""What else a found claim says: who, how firmly, when, where; each right if it is one of the accepted answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from imbroglio.evaluation.gold import Row
from imbroglio.evaluation.matching import Pairs

ATTRIBUTES = ("names", "said_by", "polarity", "firmness", "background", "tense", "place", "trend")
_SMALL = {"the", "of", "al", "a", "and"}
_VALUES = ("polarity", "firmness", "background", "trend", "tense")


def norm(name: str | None) -> str:
    """A name without case, punctuation, possessive and small words."""
    name = re.sub(r"[’']s\b", "", (name or "").lower())
    return " ".join(word for word in re.sub(r"[^\w\s]", " ", name).split() if word not in _SMALL)


def value(found: Row, attribute: str) -> Any:
    """An attribute of an extracted claim, in the gold's form."""
    if attribute == "tense":
        return (found.get("when") or {}).get("tense", found.get("tense"))
    if attribute == "place":
        place = found.get("place")
        return norm(place.get("name") if isinstance(place, dict) else place)
    if attribute == "said_by":
        return chain(found.get("said_by"))
    return found.get(attribute)


def chain(said_by: Sequence[Any] | None) -> list[str]:
    """The names of a chain of speakers, outermost first."""
    return [norm(name_of(speaker)) for speaker in said_by or []]


def name_of(party: Any) -> str | None:
    return party.get("name") if isinstance(party, dict) else party


def right(gold: Row, found: Row) -> dict[str, float]:
    """For each attribute 1.0 if it is right, else 0.0; `names` is the share of the two parties' names."""
    answers = [gold, {**gold, **gold.get("also", {})}]
    names = {norm(name_of(found["subject"])), norm(name_of(found["object"]))}
    out = {"names": sum(any(norm(a[key]) in names for a in answers) for key in ("subject_is", "object_is")) / 2}
    out |= {key: float(any(a.get(key) == value(found, key) for a in answers)) for key in _VALUES}
    out["place"] = float(any(norm(a.get("place")) == value(found, "place") for a in answers))
    out["said_by"] = float(any(chain(a.get("said_by")) == value(found, "said_by") for a in answers))
    return out


def confusion(gold: Sequence[Row], found: Sequence[Row], pairs: Pairs, attribute: str) -> Counter[tuple[str, str]]:
    """How often people labelled one value and the reader another: `(labelled, read)`, agreeing answers as labelled."""
    table: Counter[tuple[str, str]] = Counter()
    for i, j in pairs:
        read = value(found[j], attribute)
        answers = [gold[i].get(attribute), gold[i].get("also", {}).get(attribute, gold[i].get(attribute))]
        if attribute == "place":
            answers = [norm(answer) for answer in answers]
        labelled = read if read in answers else answers[0]
        table[str(labelled), str(read)] += 1
    return table
