"""Who said what: every speaker, how many claims hang on them, and who passed their words on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imbroglio.model import Claim


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker. `claims` are those whose chain the speaker is part of; `through` names who passed the words on.

    The voice named None is that of the documents themselves.
    """

    name: str | None
    anonymous: bool
    claims: tuple[Claim, ...]
    through: tuple[str, ...] = ()


def voices(claims: Iterable[Claim]) -> list[Voice]:
    """All voices, those with most claims first."""
    own: list[Claim] = []
    spoken: dict[tuple[str, bool], list[Claim]] = {}
    names: dict[tuple[str, bool], str] = {}
    through: dict[tuple[str, bool], dict[str, None]] = {}
    for claim in claims:
        if not claim.said_by:
            own.append(claim)
        for place, speaker in enumerate(claim.said_by):
            key = (speaker.actor or speaker.name.casefold(), speaker.anonymous)
            names.setdefault(key, speaker.name)
            spoken.setdefault(key, []).append(claim)
            if place:
                through.setdefault(key, {})[claim.said_by[place - 1].name] = None
    found = [Voice(names[key], key[1], tuple(group), tuple(through.get(key, ()))) for key, group in spoken.items()]
    if own:
        found.append(Voice(None, False, tuple(own)))
    return sorted(found, key=lambda voice: (-len(voice.claims), voice.name or ""))
