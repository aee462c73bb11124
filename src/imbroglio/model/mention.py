"""Where a document speaks of an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from imbroglio.model.actor import Actor
from imbroglio.model.span import Span

Form = Literal["name", "description", "pronoun", "demonym", "metonym", "noun", "elided"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase, name, adjective or pronoun that stands for one or more actors.

    `start`, `end` are token offsets (half-open) of the shortest phrase that names the actor ("Shiite militias", without
    determiner, clauses and appositions), `head` its syntactic head. `actors` holds actor ids: more than one where the
    words stand for several ("both countries", "they"). `reason` says in words why ("alias in registry", "acronym
    introduced at 120", "last actor of kind armed group"). `anonymous` marks unnamed people ("U.S. defense officials").
    Mentions nest: in "Iranian troops" the adjective and the phrase both are mentions of Iran, with heads of their own.
    """

    start: int
    end: int
    head: int
    span: Span
    actors: tuple[str, ...]
    form: Form
    reason: str
    anonymous: bool = False


@dataclass(slots=True)
class Mentions:
    """All mentions of one document, by head token, and the actors they stand for."""

    items: list[Mention] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    by_head: dict[int, list[Mention]] = field(default_factory=dict)

    def add(self, mention: Mention, actors: Iterable[Actor] = ()) -> None:
        self.items.append(mention)
        self.by_head.setdefault(mention.head, []).append(mention)
        for actor in actors:
            self.actors.setdefault(actor.id, actor)

    def at(self, token: int) -> Mention | None:
        """The longest mention headed by the token, or None."""
        found = self.by_head.get(token, ())
        return max(found, key=lambda m: m.end - m.start) if len(found) > 1 else found[0] if found else None
