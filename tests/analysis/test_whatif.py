"""What an edit changes; figures by margins are those of solving anew."""

from __future__ import annotations

import random

import numpy as np
import pytest

from imbroglio.analysis.balance import balance
from imbroglio.analysis.factions import factions
from imbroglio.analysis.whatif import (
    Matter,
    add_tie,
    drop_claim,
    drop_firmness,
    drop_outlet,
    drop_tie,
    drop_voice,
    each_tie,
    flip_tie,
    merge,
    outcome,
)
from imbroglio.analysis.whatif.resplit import index_by_margin, resplit
from imbroglio.errors import CaseError
from imbroglio.graph.signed import SignedGraph
from imbroglio.model import Relation
from tests.analysis.making import ACTORS, claim, document

DOCUMENTS = {one.id: one for one in (document("one", "Gazette"), document("two", "Herald"))}
ARMS, ALSO = claim("patria", "arms", "guard", trust=0.9), claim("patria", "arms", "rebels", trust=0.8)
FIGHT = claim("guard", "fights", "rebels", document="two", said_by=["wire"], trust=0.7)


def matter(*claims) -> Matter:
    return Matter(DOCUMENTS, ACTORS, claims or (ARMS, ALSO, FIGHT))


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        (lambda m: drop_voice(m, "the wire"), [ARMS, ALSO]),
        (lambda m: drop_voice(m, "something else", ["wire"]), [ARMS, ALSO]),
        (lambda m: drop_outlet(m, "herald"), [ARMS, ALSO]),
        (lambda m: drop_outlet(m, "The Wire"), [ARMS, ALSO]),  # what others pass on from it
        (lambda m: drop_claim(m, ALSO.id[:10]), [ARMS, FIGHT]),
        (lambda m: drop_tie(m, ["rebels"], ["guard"]), [ARMS, ALSO]),
        (lambda m: drop_tie(m, ["patrian-army"], ["guard"]), [ALSO, FIGHT]),
    ],
)
def test_what_is_left(edit, left):
    assert list(edit(matter()).claims) == left


def test_a_class_of_firmness():
    hedged = claim("patria", "funds", "guard", firmness="hedged")
    assert drop_firmness(matter(ARMS, hedged), "hedged").claims == (ARMS,)


def test_a_tie_turned_and_one_put_in():
    turned = flip_tie(matter(), ["guard"], ["rebels"])
    assert [one.relation for one in turned.claims] == [Relation.ARMS, Relation.ARMS, Relation.BACKS]
    more = add_tie(add_tie(matter(), "patria", Relation.FIGHTS, "rivalia"), "guard", Relation.ARMS, "rivalia")
    first, second = more.claims[3:]
    text = more.documents[first.document].text
    assert first.quote.of(text) == "Patria fights Rivalia (supposed)."
    assert [span.of(text) for span in (second.subject.span, second.cue, second.object.span)] == [
        "Home Guard", "arms", "Rivalia",
    ]  # fmt: skip


def test_two_actors_as_one():
    merged = merge(matter(), "guard", "hawks")
    assert "hawks" not in merged.actors and merged.actors["guard"].bonds == ACTORS["hawks"].bonds
    joined = merge(matter(), "guard", "rebels")
    assert {one.subject.name for one in joined.claims} == {"Patria", "Home Guard"}
    assert factions(joined.claims, joined.actors).balance.frustration == 0  # type: ignore[union-attr]


def test_a_finding_about_a_merged_actor_stays_the_same_finding():
    found = outcome(matter(), merge(matter(), "doves", "guard"))
    assert not (found.gone or found.new) and found.after.findings[0].actors[1:] == ("doves", "rebels")
    twice = merge(merge(matter(), "doves", "guard"), "hawks", "doves")
    assert twice.merged == {"guard": "hawks", "doves": "hawks"}


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda m: drop_voice(m, "Nobody"), "nobody called 'Nobody' is a source"),
        (lambda m: drop_outlet(m, "Nowhere"), "nothing is of the outlet 'Nowhere'; the outlets are Gazette, Herald"),
        (lambda m: drop_claim(m, "zz"), "no claim has it"),
        (lambda m: drop_claim(m, ""), "no claim has it"),
        (lambda m: drop_firmness(m, "planned"), "no claim is 'planned'"),
        (lambda m: drop_tie(m, ["patria"], ["rivalia"]), "nothing is said of support or hostility"),
        (lambda m: merge(m, "guard", "guard"), "is one actor already"),
    ],
)
def test_edits_that_change_nothing_are_told(edit, message):
    with pytest.raises(CaseError) as error:
        edit(matter())
    assert message in str(error.value)


def test_findings_figures_and_ties_before_and_after():
    found = outcome(matter(), drop_claim(matter(), FIGHT.id))
    assert [one.rule for one in found.gone] == ["both sides"] and not found.new and found.by_margins
    assert found.claims_gone == (FIGHT,) and found.claims_new == () and found.moved == ()
    before, after = found.before.factions, found.after.factions
    assert before and after and (before.balance.frustration, after.balance.frustration) == (85, 0)
    assert [one.claims for one in found.misfits_gone] == [(FIGHT,)]
    back = outcome(drop_claim(matter(), FIGHT.id), matter())
    assert [one.id for one in back.new] == [one.id for one in found.gone] and not back.by_margins


def test_who_moves_is_told():
    claims = [claim("patria", "arms", "guard", trust=0.9), claim("rivalia", "arms", "rebels", trust=0.9)]
    claims += [claim("guard", "fights", "rebels", trust=0.6), claim("patria", "fights", "rivalia", trust=0.9)]
    found = outcome(matter(*claims), flip_tie(matter(*claims), ["rivalia"], ["rebels"]))
    after = found.after.factions
    assert found.by_margins and after and after.balance.frustration == 41 and found.moved == ("rebels",)


def graph(seed: int) -> SignedGraph:
    draw = random.Random(seed)
    pairs = [(a, b) for a in range(7) for b in range(a)]
    chosen = draw.sample(pairs, draw.randrange(6, 16))
    return SignedGraph.of([(f"a{a}", f"a{b}", draw.choice((-3, -2, -1, 1, 2, 3))) for a, b in chosen])


@pytest.mark.parametrize("seed", range(40))
def test_margins_tell_what_solving_does(seed):
    old = graph(seed)
    split = balance(old, seconds=5)
    draw = random.Random(seed)
    for tie in draw.sample(range(len(old)), 3):
        weight = int(old.weight[tie])
        for left in {0, -weight, weight // abs(weight)}:
            rows = [(old.names[a], old.names[b], left if n == tie else int(w))
                    for n, (a, b, w) in enumerate(zip(old.one, old.two, old.weight, strict=True))]  # fmt: skip
            new = SignedGraph.of([row for row in rows if row[2]])
            if left == weight or not len(new):
                continue
            anew = balance(new, seconds=5)
            assert index_by_margin(split, new, 5) == anew.frustration
            found = resplit(split, new, 5)
            assert found.by_margins and new.frustration(found.balance.side) == anew.frustration


@pytest.mark.parametrize("seed", range(20))
def test_of_the_best_splits_the_nearest_is_taken(seed):
    old, new = graph(seed), graph(seed + 100)
    before = balance(old, seconds=5)
    found = resplit(before, new, 5).balance
    side = dict(zip(old.names, before.side.tolist(), strict=True))
    known = [n for n, name in enumerate(new.names) if name in side]
    best = balance(new, seconds=5).frustration

    def moves(sides) -> int:
        return sum(sides[n] != side[new.names[n]] for n in known)

    every = (np.array([1 if code >> n & 1 else -1 for n in range(new.actors)]) for code in range(2**new.actors))
    least = min(moves(sides) for sides in every if new.frustration(sides) == best)
    own = min(moves(found.side), moves(-found.side))
    assert new.frustration(found.side) == best and own == least


def test_each_tie_the_other_way_round():
    split, ties = each_tie((ARMS, ALSO, FIGHT), ACTORS)  # type: ignore[misc]
    assert split.frustration == 85
    found = {(tie.one, tie.other): (tie.sign, tie.contradicted, tie.without, tie.turned) for tie in ties}
    assert found["guard", "rebels"] == (-1, "all", 0, 0)
    assert found["guard", "patria"] == (1, "none", 0, 0)
    assert [tie.claims for tie in ties if tie.sign < 0] == [(FIGHT,)]
    assert each_tie((), ACTORS) is None
