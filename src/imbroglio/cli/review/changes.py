"""Corrections as they are written on one line, and the fields of a claim that they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from imbroglio.errors import CaseError, DecisionError
from imbroglio.model import FIRMNESS

if TYPE_CHECKING:
    from imbroglio.cli.names import Names
    from imbroglio.model import Claim

TENSES = ("past", "present", "future")
_UNNAMED = re.compile(r"\s*\(unnamed\)$", re.IGNORECASE)

Fields = dict[str, Any]


def relation(line: str, claim: Claim, names: Names) -> Fields:
    """A relation word, or as much of it as no other begins with."""
    from imbroglio.model import Relation

    return {"relation": _one_of(line.replace(" ", "_").replace("-", "_"), list(Relation), "relation")}


def firmness(line: str, claim: Claim, names: Names) -> Fields:
    return {"firmness": _one_of(line, FIRMNESS, "firmness")}


def party(side: str, line: str, names: Names) -> Fields:
    """The only actor of the case that bears the name."""
    ids = names.ids(line)
    if len(ids) > 1:
        listed = ", ".join(f"{names.actors[id].name} ({id})" for id in ids)
        raise DecisionError(f"{line!r} may be {listed}; give the id")
    return {side: ids[0]}


def subject(line: str, claim: Claim, names: Names) -> Fields:
    return party("subject", line, names)


def object_(line: str, claim: Claim, names: Names) -> Fields:
    return party("object", line, names)


def place(line: str, claim: Claim, names: Names) -> Fields:
    """Any place; its id where the gazetteer knows it. "-": not said."""
    from imbroglio.graph import PlaceTree

    if line == "-":
        return {"place": None, "place_id": None}
    found = PlaceTree().place(line)
    return {"place": found.name if found else line, "place_id": found.id if found else None}


def time(line: str, claim: Claim, names: Names) -> Fields:
    """ "2016-02", "2015..2016-03", "..2016", a tense; "throughout": on each of these days; "-": no dates."""
    from imbroglio.cli.questions.compare import period

    words = [word for word in line.split() if word != "-"]
    tenses = [word for word in words if word in TENSES]
    dates = [word for word in words if word not in (*TENSES, "throughout")]
    if len(dates) > 1 or len(tenses) > 1:
        raise DecisionError(f"{line!r}: give one period (FROM..TO) and one of {', '.join(TENSES)}")
    try:
        start, end = period(dates[0]) if dates else (None, None)
    except click.UsageError as error:
        raise DecisionError(error.message) from error
    when = claim.when
    if not dates and line != "-":
        start, end = when.start, when.end
    precise = "throughout" in words if dates else when.precise and bool(start or end)
    return {
        "when": {
            "tense": tenses[0] if tenses else when.tense, "basis": "stated" if start or end else "tense",
            "start": start and start.isoformat(), "end": end and end.isoformat(), "precise": precise,
            "words": when.words,
        }
    }  # fmt: skip


def speakers(line: str, claim: Claim, names: Names) -> Fields:
    """The chain, outermost first, with < between; "(unnamed)" behind a description. "-": the document itself."""
    chain = [] if line == "-" else [part.strip() for part in re.split("[<‹]", line) if part.strip()]
    known = {link.name: link.actor for link in claim.said_by}
    said = []
    for part in chain:
        name = _UNNAMED.sub("", part)
        actor = known.get(name) or (None if name != part else _actor(name, names))
        said.append({"name": name, "actor": actor, "anonymous": name != part, "span": None})
    return {"said_by": said}


def _actor(name: str, names: Names) -> str | None:
    """Speakers need not be actors of the case."""
    try:
        ids = names.ids(name)
    except CaseError:
        return None
    return ids[0] if len(ids) == 1 else None


def _one_of(line: str, choices: list[Any] | tuple[str, ...], what: str) -> str:
    words = [str(choice) for choice in choices]
    found = [line] if line in words else [word for word in words if line and word.startswith(line.lower())]
    if len(found) != 1:
        offered = found or words
        raise DecisionError(f"{line!r} is no {what}; write one of {', '.join(offered)}")
    return found[0]
