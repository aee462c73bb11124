"""Yes, no, or not decided, each with what it rests on (S. C. Kleene, "Introduction to Metamathematics", 1952, §64)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imbroglio.model import Claim


@dataclass(frozen=True, slots=True)
class Match:
    """`value` is None where it cannot be decided; then `missing` says what is. `grounds` are the claims behind it."""

    value: bool | None
    grounds: tuple[Claim, ...] = ()
    missing: tuple[str, ...] = ()


YES, NO = Match(True), Match(False)


def every(matches: Iterable[Match]) -> Match:
    """No if one is no (none behind it is looked at), else undecided if one is, else yes on the grounds of all."""
    found: list[Match] = []
    for match in matches:
        if match.value is False:
            return match
        found.append(match)
    grounds = tuple(dict.fromkeys(claim for match in found for claim in match.grounds))
    missing = tuple(dict.fromkeys(gap for match in found for gap in match.missing))
    return Match(None if any(match.value is None for match in found) else True, grounds, missing)


def some(matches: Iterable[Match]) -> Match:
    """Yes if one is yes, on its grounds; else undecided if one is, else no."""
    found = list(matches)
    granted = next((match for match in found if match.value), None)
    if granted:
        return granted
    missing = tuple(dict.fromkeys(gap for match in found for gap in match.missing))
    return Match(None, (), missing) if any(match.value is None for match in found) else NO


def other(match: Match) -> Match:
    """Yes for no and no for yes."""
    return match if match.value is None else Match(not match.value, match.grounds)
