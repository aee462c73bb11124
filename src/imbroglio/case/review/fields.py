"""The fields of a claim that a person may correct, from plain data and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from imbroglio.case.codec import of_plain, plain
from imbroglio.errors import DecisionError
from imbroglio.model import Actor, Claim, Party, Relation

LONGEST = 10_000  # characters of a note, a name or any other text that a person writes
TEXTS = frozenset({"place", "place_id", "via"})
FIELDS = ("relation", "polarity", "firmness", "background", "trend", "when", "said_by", *sorted(TEXTS))
PARTIES = ("subject", "object")
_HINTS = get_type_hints(Claim)


def corrected(claim: Claim, after: Mapping[str, Any], actors: Mapping[str, Actor]) -> Claim:
    """The claim with these fields, whose values are plain data, put in place of its own.

    Raises:
        DecisionError: no such field, or a value that it cannot have.
    """
    values: dict[str, Any] = {
        name: _party(getattr(claim, name), after[name], actors) for name in PARTIES if name in after
    }
    values |= {name: _value(name, data, actors) for name, data in after.items() if name not in PARTIES}
    return replace(claim, **values)


def before(claim: Claim, names: Mapping[str, Any]) -> dict[str, Any]:
    """What the claim has in these fields, as plain data."""
    return {name: claim_field(claim, name) for name in names}


def claim_field(claim: Claim, name: str) -> Any:
    value = getattr(claim, name)
    return value.actor if isinstance(value, Party) else plain(value)


def text(value: Any, what: str, *, empty: bool = False) -> str:
    """The value as a text that a person wrote; `DecisionError` if it is none, or too long."""
    if not isinstance(value, str) or not (empty or value.strip()):
        raise DecisionError(f"{what} must be a text that is not empty")
    if len(value) > LONGEST:
        raise DecisionError(f"{what} is longer than {LONGEST:,} characters; shorten it")
    return value.strip()


def _value(name: str, data: Any, actors: Mapping[str, Actor]) -> Any:
    if name not in FIELDS:
        raise DecisionError(f"{name!r} cannot be corrected; what can is {', '.join((*FIELDS, *PARTIES))}")
    if name in TEXTS:
        return None if data is None else text(data, name)
    hint = _HINTS[name]
    choices = [value for one in (hint, *get_args(hint)) if get_origin(one) is Literal for value in get_args(one)]
    choices = [*Relation] if name == "relation" else choices
    if choices and not (data in choices or (data is None and name == "trend")):
        raise DecisionError(f"{data!r} is no {name}; choose one of {', '.join(map(str, choices))}")
    if name == "background" and not isinstance(data, bool):
        raise DecisionError("background must be true or false")
    try:
        value = of_plain(hint, data)
        _checked(name, value, actors)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DecisionError(f"{name} cannot be {str(data)[:80]!r}: {error}") from error
    return value


def _checked(name: str, value: Any, actors: Mapping[str, Actor]) -> None:
    """What the types alone let through."""
    if name == "said_by":
        for speaker in value:
            text(speaker.name, "the name of a speaker")
            if not isinstance(speaker.anonymous, bool) or speaker.span is not None:
                raise ValueError("anonymous is true or false, and a speaker has no span")
            if speaker.actor is not None and not (isinstance(speaker.actor, str) and speaker.actor in actors):
                raise ValueError(f"the case has no actor {str(speaker.actor)[:80]!r}")
    if name == "when" and not (
        value.tense in ("past", "present", "future") and value.basis in ("stated", "tense")
        and isinstance(value.precise, bool) and isinstance(value.words, str | None)
    ):  # fmt: skip
        raise ValueError("tense, basis, precise or words are not what they may be")


def _party(party: Party, actor: Any, actors: Mapping[str, Actor]) -> Party:
    if not isinstance(actor, str) or actor not in actors:
        raise DecisionError(f"the case has no actor {str(actor)[:80]!r}; add or rename one first")
    return replace(party, actor=actor, name=actors[actor].name, reason="set by a person")
