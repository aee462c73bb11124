"""Decisions in words."""

from __future__ import annotations

from typing import Any

from imbroglio.case.review.base import Base
from imbroglio.case.review.reviewed import Reviewed
from imbroglio.model import Claim, Decision, DecisionKind

K = DecisionKind
_VOTES = {K.ACCEPT: "accepted", K.REJECT: "rejected", K.UNSURE: "is unsure of", K.NEEDS_WORK: "wants work on"}
_FIELDS = {"said_by": "said by", "when": "time"}
_ANSWERS = {
    "same": "is the same as", "part_of": "is part of", "renamed_from": "was renamed from", "different": "is not",
    "unsure": "may be",
}  # fmt: skip


def saying(decision: Decision, base: Base, view: Reviewed) -> str:
    """The decision in one sentence, without who and when."""
    kind, after = decision.kind, decision.after
    names = [_name(id, base, view) for id in decision.targets]
    if kind in _VOTES:
        return f"{_VOTES[kind]} {'; '.join(_claim(id, base, view) for id in decision.targets)}"
    match kind:
        case K.CORRECT:
            changes = (
                f"{_FIELDS.get(name, name)}: {in_words(decision.before.get(name))} → {in_words(after[name])}"
                for name in after
                if name != "place_id"
            )
            return f"corrected {_claim(decision.targets[0], base, view)}: {', '.join(changes)}"
        case K.SWAP:
            return f"swapped subject and object of {_claim(decision.targets[0], base, view)}"
        case K.ADD:
            return f"added {_claim(decision.targets[0], base, view)}"
        case K.NOTE:
            return f"noted: {in_words(after['text'])}"
        case K.MERGE:
            return f"merged {', '.join(names[1:])} into {names[0]}"
        case K.SPLIT:
            return f"split {after['name']} off {decision.before['name']}"
        case K.RENAME:
            return f"renamed {decision.before['name']} to {after['name']}"
        case K.REPARENT:
            return f"{names[0]} is part of {_name(after['parent'], base, view) if after['parent'] else 'nothing'}"
        case K.ANSWER:
            return f"{names[0]} {_ANSWERS[after['answer']]} {names[1]}"
        case K.KEEP | K.DISMISS:
            return f"{'kept' if kind == K.KEEP else 'dismissed'} a finding" + (
                f": {after['note']}" if after["note"] else ""
            )
    known = {d.id: d for d in view.decisions}
    verb = "took back" if kind == K.UNDO else "put back"
    return f"{verb}: {saying(known[decision.targets[0]], base, view)}"


def _claim(key: str, base: Base, view: Reviewed) -> str:
    claim: Claim | None = None
    if key in base.places:
        claim = base.claims[base.places[key][0]]
    elif key in view.entries:
        claim = view.entries[key].claim
    return f"“{claim.subject.name} {claim.relation.value} {claim.object.name}”" if claim else f"claim {key}"


def _name(id: str, base: Base, view: Reviewed) -> str:
    actor = base.actors.get(id) or view.actors.get(id)
    return actor.name if actor else id


def in_words(value: Any) -> str:
    """The value of a field, plain data, in a few words: a time by its dates, speakers by their names."""
    text = "none" if value in (None, "", []) else str(value)
    if isinstance(value, dict):
        dates = [value.get("start") or "…", value.get("end") or "…"]
        text = " to ".join(dict.fromkeys(dates)) if dates != ["…", "…"] else value.get("tense", "present")
    elif isinstance(value, list):
        text = " ‹ ".join(one["name"] for one in value) or text
    return text if len(text) <= 60 else text[:59] + "…"
