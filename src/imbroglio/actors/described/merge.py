"""One described group, one actor: "Iraqi militias" and "Iraqi Shiite militias" of one text are the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.actors.normal import demonym
from imbroglio.knowledge.load import words
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker


def one_group(linker: Linker) -> None:
    """Let the mentions of a group that is described less closely stand for the only one that fits it."""
    ids = dict.fromkeys(actor for mention in linker.found.values() for actor in mention.actors)
    groups = [linker.actors[i] for i in ids if linker.actors[i].described and linker.actors[i].kind is ActorKind.GROUP]
    into: dict[str, Actor] = {}
    for one in groups:
        closer = [other for other in groups if other.id != one.id and _fits(linker, one, other)]
        if len(closer) == 1:
            into[one.id] = closer[0]
    for head, mention in linker.found.items():
        if any(actor in into for actor in mention.actors):
            actors = tuple(dict.fromkeys(into[a].id if a in into else a for a in mention.actors))
            named = ", ".join(into[a].name for a in mention.actors if a in into)
            linker.found[head] = replace(
                mention, actors=actors, reason=f"{mention.reason}; the text tells more: {named}"
            )


def _fits(linker: Linker, one: Actor, other: Actor) -> bool:
    """Whether the other is the same with a country or faith that the one leaves open."""
    mine, theirs = _parts(linker, one), _parts(linker, other)
    if mine[1] != theirs[1] or not mine[0] <= theirs[0]:
        return False
    if one.country == other.country or one.country is None:
        return mine[0] < theirs[0] or one.country != other.country
    guessed = one.id in linker.guessed and other.id not in linker.guessed
    return guessed and bool(mine[0]) and mine[0] == theirs[0]


def _parts(linker: Linker, actor: Actor) -> tuple[frozenset[str], str]:
    """The faith in the description of a group, and the rest of it without the country."""
    state = linker.actors.get(actor.country or "") or linker.registry.get(actor.country or "")
    rest = f"-{actor.id}".replace(f"-{slug(demonym(state))}-", "-", 1) if state is not None else f"-{actor.id}"
    faiths = frozenset(word for word in words("faiths") if f"-{word}-" in rest)
    for word in faiths:
        rest = rest.replace(f"-{word}-", "-")
    return faiths, rest
