"""Records beside claims, with everybody under the id and name that decisions gave them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from imbroglio.case.review.reviewed import Reviewed
from imbroglio.model import Actor, Claim, Party, Speaker

R = TypeVar("R")


def known(record: R, view: Reviewed) -> R:
    """The record (or reading, or tuple of them) after merges and renames; its claims are left as they are."""
    value: Any = record
    if isinstance(value, Claim | Actor):
        return record
    if isinstance(value, Party):
        return cast(R, _party(value, view))
    if isinstance(value, Speaker):
        return cast(R, replace(value, actor=view.actor(value.actor)) if value.actor else value)
    if isinstance(value, tuple):
        parts_known = tuple(known(one, view) for one in value)
        same = all(one is other for one, other in zip(parts_known, value, strict=True))
        return record if same else cast(R, parts_known)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, part in parts.items() if (new := known(part, view)) is not part}
        return cast(R, replace(value, **changed)) if changed else record
    return record


def _party(party: Party, view: Reviewed) -> Party:
    id = view.actor(party.actor)
    name = view.actors[id].name if id in view.actors else party.name
    return party if (id, name) == (party.actor, party.name) else replace(party, actor=id, name=name)
