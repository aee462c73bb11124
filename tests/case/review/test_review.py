"""Decisions over what was read: taken, undone, replayed, kept when documents are read again."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from imbroglio.case import Case
from imbroglio.case.review import Review
from imbroglio.errors import ConflictError, DecisionError
from imbroglio.model import Claim, Document, Relation, Span
from tests import toy
from tests.case.samples import document

TEXT = "Norland arms Guard in Sorn. Guard fights Sudland, according to Daily Wire. Sudland backs Old Guard. "
MORE = "Norland backs Sudland. Norland arms Guard."


def filled(case: Case, *texts: str) -> Case:
    for number, text in enumerate(texts or (TEXT, MORE)):
        own = document(f"d{number}", text, source="The Gazette")
        case.add(own, toy.reading(own))
    case.review.who = "ana"
    return case


def clock() -> Callable[[], datetime]:
    ticks = itertools.count()
    return lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=next(ticks))


@pytest.fixture
def case() -> Case:
    return filled(Case.memory())


@pytest.fixture
def review(case: Case) -> Review:
    return case.review


def key(case: Case, subject: str, relation: str, object_: str) -> str:
    """The id of the first claim as read."""
    wanted = (subject, relation, object_)
    return next(c.id for c in case.claims() if (c.subject.actor, c.relation.value, c.object.actor) == wanted)


def now(review: Review, id: str) -> Claim:
    view = review.view()
    return dict(view.items())[id]


def test_what_was_read_never_changes(case: Case, review: Review) -> None:
    read = case.claims(), case.actors(), [case.reading(d.id) for d in case.documents()]
    for decide in everything(case):
        decide(review)
    assert (case.claims(), case.actors(), [case.reading(d.id) for d in case.documents()]) == read


def everything(case: Case) -> list[Callable[[Review], Any]]:
    """A decision of every kind, in an order in which all can be taken."""
    arms, fights, backs = (
        key(case, *words.split()) for words in ("norland arms guard", "guard fights sudland", "sudland backs old-guard")
    )
    return [
        lambda r: r.accept(arms, why="seen"),
        lambda r: r.reject(backs, who="ben"),
        lambda r: r.unsure(fights, who="ben"),
        lambda r: r.needs_work(fights),
        lambda r: r.correct(fights, {"relation": "threatens", "place": "Sorn", "firmness": "hedged"}),
        lambda r: r.swap(fights, who="ben"),
        lambda r: r.note(fights, "ask the author"),
        lambda r: r.note("sudland", "a state that is gone"),
        lambda r: r.add("d1", (Span(0, 7), "norland"), Span(8, 13), (Span(14, 21), "guard"), "shelters"),
        lambda r: r.rename("guard", "The Guard"),
        lambda r: r.merge("guard", "old-guard"),
        lambda r: r.split("norland", "New Norland", [arms]),
        lambda r: r.reparent("guard", "norland"),
        lambda r: r.answer("sudland", "norland", "different"),
        lambda r: r.keep("0123456789abcdef", "tell it"),
        lambda r: r.dismiss("0123456789abcdef", "no", who="ben"),
        lambda r: r.undo(who="ben"),
        lambda r: r.redo(who="ben"),
        lambda r: r.undo(),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("votes", "status"),
    [
        ({"ana": "accept"}, "accepted"), ({"ana": "reject"}, "rejected"), ({"ana": "unsure"}, "needs work"),
        ({"ana": "needs_work"}, "needs work"), ({"ana": "accept", "ben": "reject"}, "in conflict"),
        ({"ana": "accept", "ben": "accept"}, "accepted"), ({"ana": "accept", "ben": "unsure"}, "needs work"),
        ({"ana": "reject", "ben": "needs_work"}, "needs work"), ({}, "unreviewed"),
    ],
)  # fmt: skip
def test_statuses_follow_everybodys_last_word(votes: dict[str, str], status: str, case: Case, review: Review) -> None:
    id = key(case, "norland", "backs", "sudland")
    for who, kind in votes.items():
        review.decide("reject" if kind == "accept" else "accept", [id], who=who)
        review.decide(kind, [id], who=who)
    assert review.view().status(id) == status
    assert (now(review, id) in review.claims()) == (status not in ("rejected", "accepted"))


def test_an_accepted_claim_is_trusted_and_a_rejected_one_is_gone(case: Case, review: Review) -> None:
    one, two = key(case, "norland", "backs", "sudland"), key(case, "guard", "fights", "sudland")
    review.accept(one)
    review.reject(two)
    standing = {c.id: c.trust for c in review.claims()}
    assert standing[one] == 1.0 and two not in standing


def test_a_correction_keeps_the_id_by_which_the_claim_is_known(case: Case, review: Review) -> None:
    id = key(case, "guard", "fights", "sudland")
    review.correct(id, {"relation": "threatens", "object": "norland"})
    review.correct(id, {"relation": "accuses"})
    entry = review.view().entries[id]
    assert (entry.claim.relation, entry.claim.object.actor) == (Relation.ACCUSES, "norland")
    assert entry.changed == {"relation": "fights", "object": "sudland"}
    assert entry.claim.quote == entry.read.quote  # type: ignore[union-attr]


def test_a_swap_turns_the_parties_round_and_twice_is_nothing(case: Case, review: Review) -> None:
    id = key(case, "norland", "arms", "guard")
    before = now(review, id)
    review.swap(id)
    assert (now(review, id).subject.actor, now(review, id).object.actor) == ("guard", "norland")
    assert now(review, id).subject.span == before.object.span
    review.swap(id)
    assert now(review, id) == before


def test_a_claim_is_added_with_its_words(case: Case, review: Review) -> None:
    made = review.add(
        "d0", (Span(0, 7), "norland"), Span(8, 12), (Span(13, 18), "sudland"), "funds", fields={"place": "Sorn"}
    )
    claim = review.view().entries[made.targets[0]].claim
    assert (claim.relation, claim.object.actor, claim.place, claim.quote) == (
        Relation.FUNDS,
        "sudland",
        "Sorn",
        Span(0, 18),
    )
    assert review.view().status(made.targets[0]) == "accepted"
    assert claim.construction == "added by ana"


def test_a_merge_tells_all_claims_under_one_name_and_can_be_undone(case: Case, review: Review) -> None:
    before = review.view().dump()
    review.merge("guard", "old-guard")
    view = review.view()
    assert "old-guard" not in view.actors and view.actor("old-guard") == "guard"
    assert "Old Guard" in {name.text for name in view.actors["guard"].names}
    assert now(review, key(case, "sudland", "backs", "old-guard")).object.actor == "guard"
    review.undo()
    assert review.view().dump() == before


def test_a_split_moves_the_claims_named_and_no_other(case: Case, review: Review) -> None:
    one, two = key(case, "norland", "arms", "guard"), key(case, "norland", "backs", "sudland")
    review.split("norland", "New Norland", [one])
    assert (now(review, one).subject.actor, now(review, two).subject.actor) == ("new-norland", "norland")
    with pytest.raises(DecisionError, match="does not speak of"):
        review.split("norland", "Third", [key(case, "guard", "fights", "sudland")])


def test_a_new_name_keeps_the_old_ones(review: Review) -> None:
    review.rename("guard", "The Guard")
    actor = review.view().actors["guard"]
    assert actor.name == "The Guard" and "Guard" in {name.text for name in actor.names}
    assert {c.object.name for c in review.claims() if c.object.actor == "guard"} == {"The Guard"}


def test_a_new_whole_replaces_all_others(review: Review) -> None:
    review.reparent("guard", "norland")
    review.reparent("guard", "sudland")
    assert [(b.target, b.settled) for b in review.view().actors["guard"].bonds] == [("sudland", True)]
    review.reparent("guard", None)
    assert [(b.target, b.settled) for b in review.view().actors["guard"].bonds] == [("", True)]


@pytest.mark.parametrize("answer", ["same", "part_of", "renamed_from", "different", "unsure"])
def test_answers_do_what_they_say_and_nothing_more(answer: str, review: Review) -> None:
    review.answer("old-guard", "guard", answer)
    view = review.view()
    assert view.answers == {("old-guard", "guard"): answer}
    assert ("guard" in view.actors) == (answer != "same")
    bonds = {(id, b.kind, b.target) for id, actor in view.actors.items() for b in actor.bonds}
    assert bonds == {
        "part_of": {("old-guard", "part_of", "guard")},
        "renamed_from": {("guard", "renamed", "old-guard")},
    }.get(answer, set())


def test_undo_and_redo_walk_back_and_forth(case: Case, review: Review) -> None:
    states = [review.view().dump()]
    taken = everything(case)[:-3]
    for decide in taken:
        decide(review)
        states.append(review.view().dump())
    mine = [d for d in review.decisions() if d.who == "ana"]
    for decision in reversed(mine):
        assert review.undo().targets == (decision.id,)
    for decision in mine:
        assert review.redo().targets == (decision.id,)
    assert review.view().dump() == states[-1]
    with pytest.raises(DecisionError, match="nothing to redo"):
        review.redo()


def test_who_decides_something_new_cannot_redo(case: Case, review: Review) -> None:
    review.accept(key(case, "norland", "arms", "guard"))
    review.undo()
    review.rename("guard", "The Guard")
    with pytest.raises(DecisionError, match="nothing to redo"):
        review.redo()


def test_the_log_replayed_gives_the_same_case_byte_for_byte(case: Case) -> None:
    case.review._now = clock()
    for decide in everything(case):
        decide(case.review)
    other = filled(Case.memory())
    other.review.replay(case.decisions())
    assert other.dump() == case.dump()
    assert other.review.view().dump() == case.review.view().dump()
    with pytest.raises(DecisionError, match="does not follow"):
        other.review.replay(case.decisions())


def test_the_order_of_reading_does_not_matter_to_a_replay(case: Case) -> None:
    for decide in everything(case):
        decide(case.review)
    other = Case.memory()
    for number, text in reversed(list(enumerate((TEXT, MORE)))):
        own = document(f"d{number}", text, source="The Gazette")
        other.add(own, toy.reading(own))
    other.review.replay(case.decisions())
    assert other.dump() == case.dump() and other.review.view().dump() == case.review.view().dump()


def test_reading_again_keeps_decisions_and_says_which_no_longer_attach(case: Case, review: Review) -> None:
    arms, fights = key(case, "norland", "arms", "guard"), key(case, "guard", "fights", "sudland")
    review.accept(arms)
    review.correct(fights, {"place": "Sorn"})
    again = toy.reading(case.document("d0"))
    case.add(case.document("d0"), again, "2", again=True)
    assert not review.unattached() and review.view().status(arms) == "accepted"

    # a newer reader takes the same words for another actor: the decision goes with the words
    others = [replace(c, object=replace(c.object, actor="home-guard")) if c.id == arms else c for c in again.claims]
    case.add(case.document("d0"), replace(again, claims=tuple(others)), "3", again=True)
    moved = next(c.id for c in case.claims() if c.object.actor == "home-guard")
    assert moved != arms and review.view().status(moved) == "accepted" and not review.unattached()

    # a newer one does not find the claim at all
    gone = tuple(c for c in again.claims if c.id != fights)
    case.add(case.document("d0"), replace(again, claims=gone), "4", again=True)
    assert [d.kind for d in review.unattached()] == ["correct"]
    case.add(case.document("d0"), again, "5", again=True)
    assert not review.unattached() and now(review, fights).place == "Sorn"


def test_decisions_about_actors_that_are_gone_wait_for_them(case: Case, review: Review) -> None:
    review.rename("old-guard", "Veterans")
    review.merge("guard", "old-guard")
    own: Document = case.document("d0")
    case.add(own, replace(toy.reading(own), claims=(), actors=()), "2", again=True)
    assert [d.kind for d in review.unattached()] == ["rename", "merge"]
    case.add(own, toy.reading(own), "3", again=True)
    assert not review.unattached() and review.view().actor("old-guard") == "guard"


@pytest.mark.parametrize("behind", [0, 1, 2])
def test_who_decides_behind_anothers_back_is_told(behind: int, case: Case, review: Review) -> None:
    id = key(case, "norland", "arms", "guard")
    review.accept(id, who="ben", seen=0)
    review.rename("sudland", "South", who="ben", seen=0)
    if behind == 0:
        with pytest.raises(ConflictError, match="ben decided about the same thing") as told:
            review.reject(id, seen=behind)
        assert [d.kind for d in told.value.since] == ["accept"]
        assert review.log() == 2
    else:
        assert review.reject(id, seen=behind).number == 3
    with pytest.raises(DecisionError, match="log ends"):
        review.reject(id, seen=99)


def test_an_undo_conflicts_with_what_came_behind_it(case: Case, review: Review) -> None:
    id = key(case, "norland", "arms", "guard")
    made = review.accept(id)
    review.swap(id, who="ben")
    with pytest.raises(ConflictError):
        review.undo(made.id, seen=1)


def test_several_writers_at_once_lose_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "war.case"
    with Case.open(path) as case:
        filled(case, *(f"Norland arms Guard{n}. " + "Guard fights Sudland. " * 6 for n in range(3)))
        ids = [c.id for c in case.claims()][:12]

    def write(who: str) -> None:
        with Case.open(path) as own:
            for id in ids:
                own.review.decide("accept" if who == "a" else "reject", [id], who=who)

    writers = [threading.Thread(target=write, args=(who,)) for who in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Case.open(path) as case:
        log = case.decisions()
        assert [d.number for d in log] == list(range(1, 25))
        assert {case.review.view().status(id) for id in ids} == {"in conflict"}


def test_a_casefile_of_the_version_before_gets_a_log(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "old.case"
    with Case.open(path) as case:
        filled(case)
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TABLE decisions")
        raw.execute("UPDATE about SET value = '1' WHERE key = 'version'")
    with Case.open(path) as case:
        case.review.accept(case.claims()[0].id)
        assert case.log() == 1
