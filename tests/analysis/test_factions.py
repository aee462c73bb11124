"""Two camps, and what contradicts them."""

from __future__ import annotations

from imbroglio.analysis.factions import factions
from imbroglio.graph import Level
from tests.analysis.making import ACTORS, claim


def test_two_camps_and_the_tie_that_does_not_fit():
    friends = [claim("patria", "arms", "guard", trust=0.9), claim("rivalia", "arms", "rebels", trust=0.9)]
    foes = [claim("guard", "fights", "rebels", trust=0.9), claim("patria", "opposes", "rivalia", trust=0.9)]
    odd = claim("rivalia", "funds", "guard", trust=0.6)
    found = factions([*friends, *foes, odd], ACTORS, Level.ACTOR)
    assert found is not None and found.balance.proven and found.balance.optimal_splits == 1
    assert set(map(frozenset, found.camps)) == {frozenset({"patria", "guard"}), frozenset({"rivalia", "rebels"})}
    (misfit,) = found.misfits
    assert ({misfit.one, misfit.other}, misfit.sign, misfit.claims) == ({"rivalia", "guard"}, 1, (odd,))


def test_bodies_count_as_their_state():
    claims = [claim("patrian-army", "fights", "guard", trust=0.9), claim("patria", "arms", "rebels", trust=0.9)]
    found = factions(claims, ACTORS)
    assert found is not None and {"patria", "rebels"} in map(set, found.camps)


def test_what_is_denied_supposed_or_as_likely_wrong_as_not_weighs_nothing():
    nothing = [
        claim("patria", "arms", "guard", polarity="no"),
        claim("patria", "arms", "guard", firmness="norm"),
        claim("patria", "arms", "guard", trust=0.5),
    ]
    assert factions(nothing, ACTORS, Level.ACTOR) is None


def test_each_document_counts_once():
    one = [claim("patria", "arms", "guard", trust=0.7, document="one") for _ in range(3)]
    two = [claim("patria", "fights", "guard", trust=0.8, document="two")]
    found = factions([*one, *two], ACTORS, Level.ACTOR)
    assert found is not None and found.balance.graph.weight.tolist()[0] < 0
