"""What would resolve a finding: without those claims it is gone, with some of them it stays."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from imbroglio.analysis import tensions
from imbroglio.analysis.tensions.resolving import resolving
from imbroglio.model import Interval
from tests.analysis.making import claim, situation

PEOPLE = ("patria", "rivalia", "thirdland", "rebels", "guard", "hawks")
A, B, C, D, E = (claim("patria", "arms", "guard", trust=trust) for trust in (0.9, 0.8, 0.7, 0.6, 0.5))


@pytest.mark.parametrize(
    ("ways", "sets"),
    [
        ([[[A], [B]]], [{B}, {A}]),  # the less sure first
        ([[[A, B], [C]]], [{C}, {A, B}]),
        ([[[A], [B]], [[A], [C]]], [{A}, {B, C}]),  # one claim that both ways stand on
        ([[[A, B]], [[B, C]]], [{A, B, C}]),
        ([[[A], []]], [{A}]),  # what the registry knows cannot be wrong
        ([[[A], [B]], [[]]], []),
        ([], []),
    ],
)
def test_least_sets(ways, sets):
    assert [set(one) for one in resolving(ways)] == sets


@pytest.mark.parametrize("seed", range(60))
def test_without_those_claims_the_finding_is_gone(seed):
    draw = random.Random(seed)
    claims = []
    for _ in range(9):
        one, other = draw.sample(PEOPLE, 2)
        words = draw.choice(("arms", "backs", "fights", "fights", "opposes", "allied_with"))
        claims.append(claim(one, words, other, place=draw.choice((None, "Northland", "Port City"))))
    for finding in tensions(situation(claims)):
        assert finding.resolves
        for wrong in finding.resolves:
            left = tensions(situation([one for one in claims if one not in wrong]))
            assert finding.id not in {other.id for other in left}
            assert set(wrong) <= set(claims)


def test_one_of_two_claims_on_a_side_is_not_enough():
    arms, funds = claim("patria", "arms", "guard"), claim("patria", "funds", "guard")
    both, fight = claim("patria", "arms", "rebels", trust=0.5), claim("guard", "fights", "rebels")
    (finding,) = tensions(situation([arms, funds, both, fight]))
    assert [set(one) for one in finding.resolves] == [{both}, {fight}, {arms, funds}]
    assert [found.id for found in tensions(situation([arms, both, fight]))] == [finding.id]


def test_a_chain_of_friends_whose_ends_are_enemies():
    chain = [claim("patria", "backs", "guard"), claim("rivalia", "arms", "guard"), claim("rivalia", "backs", "rebels")]
    quarrel = claim("patria", "fights", "rebels")
    (finding,) = tensions(situation([*chain, quarrel]))
    assert finding.rule == "unbalanced cycle" and finding.actors == ("patria", "guard", "rivalia", "rebels")
    assert finding.sides == (*((one,) for one in chain), (quarrel,))
    assert finding.sentence.endswith("but Patria fights northern rebels.")


@pytest.mark.parametrize(
    "last",
    [
        claim("rivalia", "backs", "rebels", trend="stop"),
        claim("rivalia", "tied_to", "rebels"),
        claim("rivalia", "fights", "rebels"),
        replace(claim("rivalia", "backs", "rebels"), when=Interval("past", "stated", words="once")),
    ],
    ids=["ended", "loose", "hostile", "over"],
)
def test_what_closes_no_cycle(last):
    claims = [claim("patria", "backs", "guard"), claim("rivalia", "arms", "guard"), claim("patria", "fights", "rebels")]
    assert "unbalanced cycle" not in {finding.rule for finding in tensions(situation([*claims, last]))}


def test_a_cycle_apart_in_theatre_is_none():
    chain = [claim("patria", "backs", "guard"), claim("rivalia", "arms", "guard"), claim("rivalia", "backs", "rebels")]
    apart = [claim("patria", "fights", "rebels", place="Northland")]
    chain[0] = claim("patria", "backs", "guard", place="Southland")
    assert "unbalanced cycle" not in {finding.rule for finding in tensions(situation([*chain, *apart]))}
