"""One sitting: an item, a key, a decision, the next item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from imbroglio.case import Standing
from imbroglio.case.review import saying
from imbroglio.cli.names import Names
from imbroglio.cli.review import changes
from imbroglio.cli.review.cards import claim_card, question_card
from imbroglio.cli.review.help import COMMON, ON_CLAIMS, ON_QUESTIONS
from imbroglio.cli.review.queue import Item
from imbroglio.errors import CaseError, ConflictError, DecisionError
from imbroglio.model import DecisionKind
from imbroglio.outputs.tables import clean

if TYPE_CHECKING:
    from imbroglio.case import Case
    from imbroglio.case.review import Reviewed
    from imbroglio.cli.review.keys import Keys
    from imbroglio.model import Decision

K = DecisionKind
Act = Callable[[], None]
_CHANGE = {
    "c": (changes.relation, "Relation"), "f": (changes.firmness, "Firmness"), "1": (changes.subject, "Subject"),
    "2": (changes.object_, "Object"), "p": (changes.place, "Place (-: not said)"),
    "t": (changes.time, "Time (FROM..TO, past, present, future, throughout; -: no dates)"),
    "b": (changes.speakers, "Said by (outermost < next; (unnamed) behind a description; -: the document itself)"),
}  # fmt: skip
_VOTES = {"a": K.ACCEPT, "r": K.REJECT, "u": K.UNSURE}
_CLAIMS = (K.ACCEPT, K.REJECT, K.UNSURE, K.NEEDS_WORK, K.CORRECT, K.SWAP)
_ANSWERS = {"1": "same", "2": "part_of", "3": "renamed_from", "4": "different", "u": "unsure"}


class Desk:
    """Items in order, and who decides about them. `seen` is the last decision that stood behind the card shown."""

    def __init__(self, case: Case, items: Sequence[Item], keys: Keys, console: Console) -> None:
        self.review = case.review
        self._case, self._items, self._keys, self._console = case, list(items), keys, console
        self._at = 0
        self._asked_for = False  # the item is shown whether it waits or not
        self._turned = False  # the question is asked the other way round
        self._told = False  # something that the same card should not push off the screen
        self._open = True
        self.taken = 0

    def sit(self) -> None:
        """Until whoever decides leaves; at the end of the queue one can still go back."""
        while self._open:
            item, view = self._item(), self.review.view()
            if item and not (self._there(item, view) and (self._asked_for or item.waits(view))):
                self._go(1)
                continue
            if not self._told:
                self._show(item, view)
            self._told = False
            self._press(self._keys.key(), item, view)
        waiting = sum(item.waits(self.review.view()) for item in self._items)
        self._tell(
            f"{self.taken} decided by {self.review.who} in this sitting; {waiting} wait. The case keeps them all."
        )

    def _item(self) -> Item | None:
        return self._items[self._at] if self._at < len(self._items) else None

    def _there(self, item: Item, view: Reviewed) -> bool:
        """False once the claim is no longer read, or an actor was merged into another."""
        return item.there(view) if item.question else item.id in view.entries or item.id in self.review.base().places

    def _press(self, key: str | None, item: Item | None, view: Reviewed) -> None:
        acts = self._common(view)
        if item:
            acts |= self._on_question(view) if item.question else self._on_claim(item, view)
        if key is None:
            self._open = False
            return
        try:
            acts.get(key, self._unknown)()
        except ConflictError as error:
            self._tell(str(error))
            for decision in error.since:
                self._tell(f"  {decision.who}: {saying(decision, self.review.base(), self.review.view())}")
            self._asked_for = True
        except (DecisionError, CaseError) as error:
            self._tell(str(error))
            self._asked_for = True

    def _common(self, view: Reviewed) -> dict[str, Act]:
        return {
            "j": partial(self._go, 1), ".": partial(self._go, 1), " ": partial(self._go, 1), "k": partial(self._go, -1),
            "z": partial(self._back, K.UNDO, view), "y": partial(self._back, K.REDO, view), "?": self._help,
            "q": self._leave,
        }  # fmt: skip

    def _on_claim(self, item: Item, view: Reviewed) -> dict[str, Act]:
        votes = {key: partial(self._vote, kind, item, view) for key, kind in _VOTES.items()}
        edits = {key: partial(self._change, key, item, view) for key in _CHANGE}
        return {**votes, **edits, "s": partial(self._swap, item, view), "n": partial(self._note, item, view)}

    def _on_question(self, view: Reviewed) -> dict[str, Act]:
        answers = {key: partial(self._answer, answer, view) for key, answer in _ANSWERS.items()}
        return {**answers, "s": self._turn}

    def _vote(self, kind: DecisionKind, item: Item, view: Reviewed) -> None:
        self._decide(kind, [item.id], {}, view)
        self._go(1)

    def _answer(self, answer: str, view: Reviewed) -> None:
        self._decide(K.ANSWER, self._pair(), {"answer": answer}, view)
        self._go(1)

    def _swap(self, item: Item, view: Reviewed) -> None:
        self._decide(K.SWAP, [item.id], {}, view)
        self._asked_for = True

    def _change(self, key: str, item: Item, view: Reviewed) -> None:
        read, asked = _CHANGE[key]
        if line := self._keys.line(asked):
            self._decide(K.CORRECT, [item.id], read(line, self._claim(item, view), Names(Standing(self._case))), view)
            self._asked_for = True

    def _note(self, item: Item, view: Reviewed) -> None:
        if words := self._keys.line("Note"):
            self._decide(K.NOTE, [item.id], {"text": words}, view)
            self._asked_for = True

    def _decide(self, kind: DecisionKind, targets: Sequence[str], after: dict[str, Any], view: Reviewed) -> None:
        self._made(self.review.decide(kind, targets, after, seen=view.log))

    def _back(self, kind: DecisionKind, view: Reviewed) -> None:
        """Undo or redo, and look again at what it is about."""
        made = self.review.decide(kind, [], seen=view.log)
        self._made(made)
        about = next(decision for decision in view.decisions if decision.id == made.targets[0])
        places = [place for place, item in enumerate(self._items) if item.concerns(about)]
        if not places and about.kind in _CLAIMS:  # of an earlier sitting, or of the explorer
            self._items.insert(self._at, Item(about.targets[0], "you took back or put back what was decided about it"))
            places = [self._at]
        if places:
            self._at, self._asked_for, self._turned = places[0], True, False

    def _made(self, decision: Decision) -> None:
        self.taken += 1
        self._tell(f"{decision.who} {saying(decision, self.review.base(), self.review.view())}")

    def _go(self, by: int) -> None:
        self._turned = False
        self._asked_for = by < 0
        self._at = min(max(0, self._at + by), len(self._items))
        view = self.review.view()
        while by < 0 and 0 < self._at < len(self._items) and not self._there(self._items[self._at], view):
            self._at -= 1

    def _turn(self) -> None:
        self._turned = not self._turned

    def _leave(self) -> None:
        self._open = False

    def _unknown(self) -> None:
        self._tell("No such key here; ? lists them.")
        self._told = self._asked_for = True

    def _help(self) -> None:
        self._tell("\n".join(f"  {key}  {does}" for key, does in _keys_of(self._item()).items()))
        self._told = self._asked_for = True

    def _pair(self) -> list[str]:
        question = self._items[self._at].question
        assert question is not None
        pair = [question.one, question.other]
        return pair[::-1] if self._turned else pair

    def _claim(self, item: Item, view: Reviewed) -> Any:
        entry = view.entries.get(item.id)
        return entry.claim if entry else view.claims[self.review.base().places[item.id][0]]

    def _show(self, item: Item | None, view: Reviewed) -> None:
        base = self.review.base()
        if item is None:
            self._tell("\nNothing more waits in this queue.")
            self._keys_under(item)
            return
        self._console.print(Rule(f"{self._at + 1} of {len(self._items)}", align="left", characters="─"))
        if item.question is None:
            card = claim_card(self._console, self._claim(item, view), view.entries.get(item.id), base, item.why)
        else:
            one, other = self._pair()
            card = question_card(self._console, replace(item.question, one=one, other=other), view, base)
        self._console.print(card)
        self._keys_under(item)

    def _keys_under(self, item: Item | None) -> None:
        names = (f"{key} {does.split(':')[0]}" for key, does in _keys_of(item).items())
        self._console.print(Text("\n" + "  ".join(names), style="dim"))

    def _tell(self, words: str) -> None:
        self._console.print(Text("\n".join(map(clean, words.split("\n")))))


def _keys_of(item: Item | None) -> dict[str, str]:
    return ({} if item is None else ON_QUESTIONS if item.question else ON_CLAIMS) | COMMON
