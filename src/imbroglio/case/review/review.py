"""Takes decisions: checked, signed, numbered, added to the log."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from imbroglio.case.review import prepare
from imbroglio.case.review.base import Base, Source
from imbroglio.case.review.fields import text
from imbroglio.case.review.replay import replay
from imbroglio.case.review.reviewed import Reviewed
from imbroglio.errors import ConflictError, DecisionError
from imbroglio.model import Claim, Decision, DecisionKind, Finding, Span

K = DecisionKind
TRIES = 20  # writers that may come first before this one gives up


class Review:
    """A case's decisions. `who` signs those that name nobody; `now` is the clock.

    Every method that decides takes `who`, `why`, and `seen`: the number of the last decision that whoever decides has
    seen. If somebody decided about the same thing behind it, `ConflictError` is raised and nothing is written; without
    `seen` all is taken to be seen. Decisions about other things never stand in the way.
    """

    def __init__(
        self, case: Source, who: str | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.who = who or _user()
        self._case = case
        self._now = now
        self._lock = threading.RLock()
        self._base: tuple[int, Base] | None = None
        self._reviewed: tuple[int, Reviewed] | None = None

    def log(self) -> int:
        """The number of the last decision."""
        return self._case.log()

    def decisions(self) -> list[Decision]:
        """The whole log."""
        return self._case.decisions()

    def base(self) -> Base:
        """What was read, kept until something more is."""
        with self._lock:
            state = self._case.state()
            if self._base is None or self._base[0] != state:
                self._base = state, Base(self._case)
                self._reviewed = None
            return self._base[1]

    def view(self) -> Reviewed:
        """The case as decisions leave it, kept until there is another one."""
        with self._lock:
            base = self.base()
            log = self._case.log()
            if self._reviewed is None or self._reviewed[0] != log:
                self._reviewed = log, replay(base, self._case.decisions())
            return self._reviewed[1]

    def claims(self) -> list[Claim]:
        """The claims that stand: without the rejected, corrected where somebody did."""
        return self.view().standing()

    def unattached(self) -> list[Decision]:
        """Decisions whose claim, actor or document is no longer in the case, as after reading it again."""
        view = self.view()
        return [decision for decision in view.decisions if decision.id in view.loose]

    def accept(self, *claims: str, **signed: Any) -> Decision:
        """The claims are right as they stand."""
        return self.decide(K.ACCEPT, claims, **signed)

    def reject(self, *claims: str, **signed: Any) -> Decision:
        """The passage does not say so."""
        return self.decide(K.REJECT, claims, **signed)

    def unsure(self, *claims: str, **signed: Any) -> Decision:
        """Somebody else should look."""
        return self.decide(K.UNSURE, claims, **signed)

    def needs_work(self, *claims: str, **signed: Any) -> Decision:
        """Something about the claims is to be found out."""
        return self.decide(K.NEEDS_WORK, claims, **signed)

    def correct(self, claim: str, fields: Mapping[str, Any], **signed: Any) -> Decision:
        """Other values for fields of the claim, as plain data; see `fields.FIELDS`, and `subject`, `object` by id."""
        return self.decide(K.CORRECT, [claim], fields, **signed)

    def swap(self, claim: str, **signed: Any) -> Decision:
        """Subject for object."""
        return self.decide(K.SWAP, [claim], **signed)

    def note(self, target: str, words: str, **signed: Any) -> Decision:
        """Words about a claim or an actor."""
        return self.decide(K.NOTE, [target], {"text": words}, **signed)

    def add(
        self, document: str, subject: tuple[Span, str], cue: Span, object: tuple[Span, str], relation: str,
        quote: Span | None = None, fields: Mapping[str, Any] | None = None, **signed: Any,
    ) -> Decision:  # fmt: skip
        """A claim by spans of a document; parties as span and actor id, or span and a new actor's name."""
        after = {
            "document": document, "relation": relation, "cue": _pair(cue), "quote": _pair(quote) if quote else None,
            "subject": {"span": _pair(subject[0]), "id": subject[1]},
            "object": {"span": _pair(object[0]), "id": object[1]}, "fields": dict(fields or {}),
        }  # fmt: skip
        return self.decide(K.ADD, [], after, **signed)

    def merge(self, kept: str, *others: str, **signed: Any) -> Decision:
        """The others are the first one by other names."""
        return self.decide(K.MERGE, [kept, *others], **signed)

    def split(self, actor: str, name: str, claims: Iterable[str], **signed: Any) -> Decision:
        """In these claims it is somebody else, of this name."""
        return self.decide(K.SPLIT, [actor], {"name": name, "claims": list(claims)}, **signed)

    def rename(self, actor: str, name: str, **signed: Any) -> Decision:
        """Another preferred name; the old one stays among its names."""
        return self.decide(K.RENAME, [actor], {"name": name}, **signed)

    def reparent(self, actor: str, parent: str | None, **signed: Any) -> Decision:
        """It is part of this one and of nothing else; None: of nothing."""
        return self.decide(K.REPARENT, [actor], {"parent": parent}, **signed)

    def answer(self, one: str, other: str, answer: str, **signed: Any) -> Decision:
        """`one` is the `same` as, `part_of`, `renamed_from` the other, `different`, or `unsure`."""
        return self.decide(K.ANSWER, [one, other], {"answer": answer}, **signed)

    def keep(self, finding: Finding | str, note: str = "", **signed: Any) -> Decision:
        """The finding is worth telling."""
        return self._finding(K.KEEP, finding, note, signed)

    def dismiss(self, finding: Finding | str, note: str = "", **signed: Any) -> Decision:
        """The finding is none."""
        return self._finding(K.DISMISS, finding, note, signed)

    def undo(self, decision: str | None = None, **signed: Any) -> Decision:
        """Takes back a decision, by default the last that `who` took and that stands."""
        return self.decide(K.UNDO, [decision] if decision else [], **signed)

    def redo(self, decision: str | None = None, **signed: Any) -> Decision:
        """Puts back what was undone, by default what `who` undid last."""
        return self.decide(K.REDO, [decision] if decision else [], **signed)

    def replay(self, decisions: Sequence[Decision]) -> None:
        """Adds a log, as it is, behind this one, which must be where the other began.

        Raises:
            DecisionError: the numbers do not follow on.
        """
        for decision in decisions:
            if decision.number != self.log() + 1 or not self._case.keep(decision):
                raise DecisionError(
                    f"decision {decision.number} does not follow on {self.log()}; replay into a new case"
                )

    def decide(
        self, kind: str, targets: Sequence[str], after: Mapping[str, Any] | None = None, *, who: str | None = None,
        why: str = "", seen: int | None = None, before: Mapping[str, Any] | None = None,
    ) -> Decision:  # fmt: skip
        """Takes a decision and writes it down.

        Raises:
            DecisionError: it is about something that is not there, or has a value that cannot be.
            ConflictError: somebody decided about the same thing behind `seen`.
        """
        if kind not in {*K}:
            raise DecisionError(f"{kind!r} is no decision; choose one of {', '.join(K)}")
        signed = text(who, "who") if who else self.who
        for _ in range(TRIES):
            with self._lock:
                view, base = self.view(), self.base()
            made = prepare.prepared(
                K(kind), tuple(targets), dict(after or {}), prepare.Ground(base, view, signed, dict(before or {}))
            )
            self._unseen(view, made, seen)
            decision = Decision(
                view.log + 1, K(kind), signed, self._now().isoformat(timespec="seconds"), made.targets,
                text(why, "why", empty=True), made.before, made.after, made.anchors,
            )  # fmt: skip
            if self._case.keep(decision):
                return decision
        raise ConflictError("too many others write at once; try again", ())

    def _unseen(self, view: Reviewed, made: prepare.Prepared, seen: int | None) -> None:
        if seen is None:
            return
        if seen > view.log:
            raise DecisionError(f"`seen` is {seen}, but the log ends at {view.log}")
        known = {decision.id: decision for decision in view.decisions}
        mine = _concerns(made.targets, made.after, known)
        since = [d for d in view.decisions if d.number > seen and _concerns((*d.targets, d.id), d.after, known) & mine]
        if since:
            people = ", ".join(dict.fromkeys(d.who for d in since))
            raise ConflictError(
                f"{people} decided about the same thing while you looked at it; nothing was written. "
                "Look at it as it stands now, and decide again.", tuple(since),
            )  # fmt: skip

    def _finding(self, kind: DecisionKind, finding: Finding | str, note: str, signed: dict[str, Any]) -> Decision:
        before = {} if isinstance(finding, str) else {"claims": sorted({claim.id for claim in finding.claims})}
        id = finding if isinstance(finding, str) else finding.id
        return self.decide(kind, [id], {"note": note}, before=before, **signed)


def _concerns(targets: Iterable[str], after: Mapping[str, Any], known: Mapping[str, Decision]) -> set[str]:
    """Ids of all that a decision is about; for an undo, of what it undoes too."""
    found = {*targets, *map(str, after.get("claims", ()))}
    return found.union(*(known[id].targets for id in found if id in known))


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "analyst"
