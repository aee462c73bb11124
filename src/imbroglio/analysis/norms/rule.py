"""A rule: who may not (or must) do what toward whom, when, but for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal

from imbroglio.analysis.norms.description import Anyone, Description
from imbroglio.analysis.norms.parties import PartyTo
from imbroglio.model import Norm, Relation

ANYBODY = Anyone()
MUST_NOT, MUST = "may not", "must"
Mode = Literal["may not", "must"]


@dataclass(frozen=True, slots=True)
class Excuse:
    """An exception: deeds of these relations (or of any), by whom, toward whom and in what place it says."""

    who: Description = ANYBODY
    toward: Description = ANYBODY
    relations: tuple[Relation, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`steps` is the number of links that what is forbidden may take to arrive (1: from hand to hand). `why` is the
    rule's source in words, `record` the words of a document that state it."""

    name: str
    who: Description
    mode: Mode
    relations: tuple[Relation, ...]
    toward: Description
    start: date | None = None
    end: date | None = None
    steps: int = 1
    excuses: tuple[Excuse, ...] = ()
    why: str = ""
    record: Norm | None = None

    @property
    def words(self) -> str:
        """ "United States may not arms or funds (armed group, of Iraq)"."""
        deeds = " or ".join(relation.value.replace("_", " ") for relation in self.relations)
        return f"{self.who.words} – {self.mode} – {deeds} – {self.toward.words}"

    @property
    def agreement(self) -> str | None:
        """The kind of agreement whose parties the rule speaks of."""
        return next((node.kind for node in _nodes(self) if isinstance(node, PartyTo)), None)


def _nodes(value: Any) -> Iterator[Any]:
    """A rule and all descriptions in it."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from _nodes(one)
    elif is_dataclass(value) and not isinstance(value, Norm):
        for own in fields(value):
            yield from _nodes(getattr(value, own.name))
