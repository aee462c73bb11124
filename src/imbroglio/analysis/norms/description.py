"""Descriptions of parties over the graph: each says of an actor yes, no, or that it cannot be decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from imbroglio.analysis.norms.match import YES, Match, every, other, some
from imbroglio.analysis.norms.world import World
from imbroglio.analysis.wording import listed


class Description(Protocol):
    @property
    def words(self) -> str: ...

    def match(self, world: World, actor: str) -> Match: ...


def matched(world: World, description: Description, actor: str) -> Match:
    """What the description says of the actor, found once."""
    key = description, actor
    if key not in world.matches:
        world.matches[key] = description.match(world, actor)
    return world.matches[key]


@dataclass(frozen=True, slots=True)
class Anyone:
    """Everybody."""

    words: str = "anybody"

    def match(self, world: World, actor: str) -> Match:
        return YES


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Description, ...]

    @property
    def words(self) -> str:
        return ", ".join(part.words for part in self.parts)

    def match(self, world: World, actor: str) -> Match:
        return every(part.match(world, actor) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Description, ...]

    @property
    def words(self) -> str:
        return listed([part.words for part in self.parts], "or")

    def match(self, world: World, actor: str) -> Match:
        return some(part.match(world, actor) for part in self.parts)


@dataclass(frozen=True, slots=True)
class NotThat:
    part: Description

    @property
    def words(self) -> str:
        return f"not {self.part.words}"

    def match(self, world: World, actor: str) -> Match:
        return other(self.part.match(world, actor))
