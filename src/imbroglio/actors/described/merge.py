"""Mentions joined at the end: "Iraqi militias" and "Iraqi Shiite militias" are one, a foreign minister is his state."""

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


def for_their_states(linker: Linker) -> None:
    """Let a foreign minister without a name stand for his state, once it is known who "he" and "his country" are."""
    for head, mention in linker.found.items():
        alone = mention.form == "pronoun" and len(mention.actors) == 1
        if not alone and any(actor in linker.abroad for actor in mention.actors):
            actors = tuple(dict.fromkeys(linker.abroad.get(actor, actor) for actor in mention.actors))
            linker.actors.update({a: linker.registry.actors[a] for a in actors if a not in linker.actors})
            linker.found[head] = replace(mention, actors=actors, reason=f"{mention.reason}; acts for his state")


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
