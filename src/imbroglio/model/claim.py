"""The unit of everything: one relation that one passage of one document puts forward."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from imbroglio.model.attribution import Speaker
from imbroglio.model.interval import Interval
from imbroglio.model.relation import Relation
from imbroglio.model.span import Span

Polarity = Literal["yes", "no"]
Firmness = Literal["fact", "hedged", "planned", "hypothetical", "norm"]
Trend = Literal["more", "less", "begin", "stop"]
FIRMNESS: tuple[Firmness, ...] = get_args(Firmness)
SUPPOSED: frozenset[Firmness] = frozenset({"hypothetical", "norm"})
"""Not said to be so: a mere possibility, or what a rule asks."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as it is mentioned in the passage: who it is, the words, and why we think so."""

    actor: str  # actor id
    name: str  # the actor's preferred name
    span: Span  # the mention in the text: the shortest noun phrase that names it
    reason: str = ""  # "alias in registry", "acronym introduced at 120", "last actor of kind armed group"


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation between two parties, with the words it rests on and the chain of people who said them.

    A claim without a quote cannot be made: `quote` is the clause that carries it, `cue` the words inside it that say
    the relation. `said_by` runs outermost first and leaves out the document's own outlet. `construction` names the
    grammar (or the learned arc) that found it and `trust` is the reader's own estimate that it is right, in [0, 1].
    """

    document: str
    subject: Party
    relation: Relation
    object: Party
    quote: Span
    cue: Span
    polarity: Polarity = "yes"
    firmness: Firmness = "fact"
    background: bool = False
    trend: Trend | None = None
    when: Interval = Interval()
    place: str | None = None  # the theatre, by its preferred name
    place_id: str | None = None
    via: str | None = None
    via_actor: str | None = None
    said_by: tuple[Speaker, ...] = ()
    sentence: int = 0
    construction: str = ""
    trust: float = 1.0

    @property
    def id(self) -> str:
        """Content hash: reading the same words in the same document twice gives the same id."""
        parts = (
            self.document, self.subject.actor, self.relation, self.object.actor,
            self.subject.span, self.cue, self.object.span, self.polarity,
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    @property
    def sign(self) -> int:
        """+1, −1 or 0: what the relation says, turned to 0 where the claim denies it."""
        return self.relation.sign if self.polarity == "yes" else 0
