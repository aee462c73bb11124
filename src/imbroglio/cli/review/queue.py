"""What is to be decided in one sitting, the most worth a look first, as in the explorer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imbroglio.analysis.identity import Question
    from imbroglio.case import Case
    from imbroglio.case.review import Reviewed
    from imbroglio.model import Decision


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, by the id it is known by, or a question of identity; `why` says what makes one ask."""

    id: str
    why: str
    question: Question | None = None

    def waits(self, view: Reviewed) -> bool:
        """True while it is there and nobody has decided about it."""
        from imbroglio.analysis.waiting import WAITING, unanswered

        if self.question is None:
            return view.status(self.id) in WAITING
        return self.there(view) and bool(unanswered(view, [self.question]))

    def there(self, view: Reviewed) -> bool:
        """False for a question about an actor that was merged into another meanwhile."""
        question = self.question
        return question is None or {question.one, question.other} <= set(view.actors)

    def concerns(self, decision: Decision) -> bool:
        if self.question is None:
            return self.id in decision.targets
        return {self.question.one, self.question.other} == set(decision.targets)


def queue(case: Case, kind: str = "all", actors: Collection[str] = ()) -> list[Item]:
    """What waits: questions of identity first, then claims; with `actors`, only what is about one of these ids."""
    from imbroglio.analysis import Situation, tensions
    from imbroglio.analysis.identity import questions
    from imbroglio.analysis.waiting import unanswered, waiting
    from imbroglio.analysis.worth import worth
    from imbroglio.case import Standing

    view, wanted = case.review.view(), set(actors)
    items = []
    if kind != "claims":
        for one in unanswered(view, questions(view.standing(), view.actors)):
            if not wanted or wanted & {one.one, one.other}:
                items.append(Item(one.id, one.why, one))
    if kind != "questions":
        claims = [c for c in waiting(view).values() if not wanted or wanted & {c.subject.actor, c.object.actor}]
        ranked = worth(claims, tensions(Situation.of(Standing(case))) if claims else ())
        items += [Item(view.key(one.claim), one.why) for one in ranked]
    return items
