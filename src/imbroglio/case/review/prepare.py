"""What a decision must be before it is written: about things that are there, with values they can have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from imbroglio.case.codec import plain
from imbroglio.case.review import adding, fields
from imbroglio.case.review.base import Base
from imbroglio.case.review.replay import can_redo, can_undo
from imbroglio.case.review.reviewed import Reviewed
from imbroglio.errors import DecisionError
from imbroglio.model import ActorKind, Anchor, Claim, DecisionKind, Document

K = DecisionKind
ANSWERS = ("same", "part_of", "renamed_from", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision stands on: the case as read and as it is now, and by whom; `before` is what the caller knows."""

    base: Base
    view: Reviewed
    who: str
    before: dict[str, Any]

    def claim(self, key: Any) -> Claim:
        if not isinstance(key, str):
            raise DecisionError(f"a claim is named by its id, not {str(key)[:80]!r}")
        if key in self.view.entries:
            return self.view.entries[key].claim
        if key not in self.base.places:
            raise DecisionError(
                f"the case has no claim {str(key)[:80]!r}; it may have gone when a document was read again"
            )
        return self.view.claims[self.base.places[key][0]]

    def anchor(self, key: str) -> Anchor:
        """By the words as read, whatever was corrected since."""
        entry = self.view.entries.get(key)
        return self.base.anchor(entry.read or entry.claim if entry else self.claim(key))

    def actor(self, id: Any) -> str:
        found = self.view.actor(id) if isinstance(id, str) else ""
        if found not in self.view.actors:
            raise DecisionError(f"the case has no actor {str(id)[:80]!r}")
        return found

    def document(self, id: Any) -> Document:
        if not isinstance(id, str) or id not in self.base.documents:
            raise DecisionError(f"the case has no document {str(id)[:80]!r}")
        return self.base.documents[id]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts of a decision that its kind makes."""

    targets: tuple[str, ...]
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()


def prepared(kind: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    """The decision's parts, checked.

    Raises:
        DecisionError: something in it cannot be.
    """
    least, most = _TARGETS.get(kind, (1, 1))
    if not least <= len(targets) <= most or not all(isinstance(target, str) for target in targets):
        wanted = f"{least}" if least == most else f"at least {least}"
        raise DecisionError(f"{kind.value} is about {wanted} target(s), not {len(targets)}")
    return _PREPARE[kind](kind, targets, after, ground)


def _vote(kind: DecisionKind, targets: tuple[str, ...], _: dict[str, Any], ground: Ground) -> Prepared:
    for key in targets:
        ground.claim(key)
    before = {"status": [ground.view.status(key) for key in targets]}
    return Prepared(targets, before, {}, tuple(map(ground.anchor, targets)))


def _correct(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    if not after:
        raise DecisionError("a correction must name at least one field")
    claim = ground.claim(targets[0])
    now = fields.corrected(claim, after, ground.view.actors)
    if now == claim:
        raise DecisionError("the claim has these values already")
    kept = {name: fields.claim_field(now, name) for name in after}
    return Prepared(targets, fields.before(claim, after), kept, (ground.anchor(targets[0]),))


def _swap(_: DecisionKind, targets: tuple[str, ...], __: dict[str, Any], ground: Ground) -> Prepared:
    claim = ground.claim(targets[0])
    pair = [claim.subject.actor, claim.object.actor]
    return Prepared(
        targets, dict(zip(fields.PARTIES, pair, strict=True)), dict(zip(fields.PARTIES, pair[::-1], strict=True)),
        (ground.anchor(targets[0]),),
    )  # fmt: skip


def _note(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    kept = {"text": fields.text(after.get("text"), "a note")}
    if ground.view.actor(targets[0]) in ground.view.actors:
        return Prepared(targets, {}, kept)
    ground.claim(targets[0])
    return Prepared(targets, {}, kept, (ground.anchor(targets[0]),))


def _add(_: DecisionKind, __: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    document = ground.document(after.get("document"))
    claim, actors = adding.made(document, after, ground.view.actors, ground.view.merged, ground.who)
    if claim.id in ground.base.places or claim.id in ground.view.entries:
        raise DecisionError("the case has this claim already")
    made = {"claim": plain(claim), "actors": [plain(actor) for actor in actors]}
    return Prepared((claim.id,), {}, made, (Anchor.of(claim, document.hash),))


def _merge(_: DecisionKind, targets: tuple[str, ...], __: dict[str, Any], ground: Ground) -> Prepared:
    ids = tuple(dict.fromkeys(map(ground.actor, targets)))
    if len(ids) < 2:
        raise DecisionError("these are one actor already")
    return Prepared(ids, {"names": [ground.view.actors[id].name for id in ids]})


def _split(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    actor, name = ground.actor(targets[0]), fields.text(after.get("name"), "the name")
    keys = after.get("claims")
    if not isinstance(keys, list) or not keys:
        raise DecisionError("name the claims (a list of ids) in which it is somebody else")
    for key in keys:
        claim = ground.claim(key)
        if actor not in (claim.subject.actor, claim.object.actor):
            raise DecisionError(f"claim {key} does not speak of {ground.view.actors[actor].name}")
    kind = after.get("kind", ground.view.actors[actor].kind.value)
    if kind not in {*ActorKind}:
        raise DecisionError(f"{str(kind)[:80]!r} is no kind of actor; choose one of {', '.join(ActorKind)}")
    new = adding.new_id(name, {*ground.view.actors, *ground.view.merged})
    made = {"id": new, "name": name, "kind": str(kind), "claims": keys}
    return Prepared((actor,), {"name": ground.view.actors[actor].name}, made, tuple(map(ground.anchor, keys)))


def _rename(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    actor, name = ground.actor(targets[0]), fields.text(after.get("name"), "the name")
    return Prepared((actor,), {"name": ground.view.actors[actor].name}, {"name": name})


def _reparent(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    actor = ground.actor(targets[0])
    parent = None if after.get("parent") is None else ground.actor(after["parent"])
    if parent == actor:
        raise DecisionError("an actor is no part of itself")
    bonds = ground.view.actors[actor].bonds
    before = {"parents": [bond.target for bond in bonds if bond.kind == "part_of" and bond.target]}
    return Prepared((actor,), before, {"parent": parent})


def _answer(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    one, other = map(ground.actor, targets)
    answer = after.get("answer")
    if answer not in ANSWERS:
        raise DecisionError(f"answer one of {', '.join(ANSWERS)}")
    if one == other:
        raise DecisionError("these are one actor already")
    if answer == "same" and ground.view.actors[other].known and not ground.view.actors[one].known:
        one, other = other, one  # the name that the registry knows is kept
    return Prepared((one, other), {"answer": ground.view.answers.get((one, other))}, {"answer": answer})


def _finding(_: DecisionKind, targets: tuple[str, ...], after: dict[str, Any], ground: Ground) -> Prepared:
    earlier = ground.view.findings.get(targets[0])
    before = {"state": earlier.state if earlier else "open", **ground.before}
    return Prepared(targets, before, {"note": fields.text(after.get("note", ""), "a note", empty=True)})


def _undo(kind: DecisionKind, targets: tuple[str, ...], _: dict[str, Any], ground: Ground) -> Prepared:
    find, undone = (can_undo, False) if kind == K.UNDO else (can_redo, True)
    id = targets[0] if targets else find(ground.view.decisions, ground.who)
    if id is None:
        raise DecisionError(f"{ground.who} has nothing to {kind.value}")
    known = {decision.id: decision for decision in ground.view.decisions}
    if id not in known or known[id].kind in (K.UNDO, K.REDO):
        raise DecisionError(f"there is no decision {id[:80]!r} to {kind.value}")
    if (id in ground.view.undone) != undone:
        raise DecisionError("it stands: there is nothing to redo" if undone else "it is undone already")
    return Prepared((id,), {}, {})


_TARGETS = {
    **dict.fromkeys((K.ACCEPT, K.REJECT, K.UNSURE, K.NEEDS_WORK), (1, 1000)), K.MERGE: (2, 100), K.ANSWER: (2, 2),
    K.ADD: (0, 0), K.UNDO: (0, 1), K.REDO: (0, 1),
}  # fmt: skip
_PREPARE: dict[DecisionKind, Callable[[DecisionKind, tuple[str, ...], dict[str, Any], Ground], Prepared]] = {
    K.ACCEPT: _vote, K.REJECT: _vote, K.UNSURE: _vote, K.NEEDS_WORK: _vote, K.CORRECT: _correct, K.SWAP: _swap,
    K.NOTE: _note, K.ADD: _add, K.MERGE: _merge, K.SPLIT: _split, K.RENAME: _rename, K.REPARENT: _reparent,
    K.ANSWER: _answer, K.KEEP: _finding, K.DISMISS: _finding, K.UNDO: _undo, K.REDO: _undo,
}  # fmt: skip
