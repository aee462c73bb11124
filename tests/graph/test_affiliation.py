"""Roll-up to state and umbrella, and what counts as kin."""

from datetime import date

from imbroglio.graph import Affiliations, Level
from tests.analysis.making import ACTORS, claim


def test_bodies_stand_for_their_state_and_groups_for_their_umbrella():
    affiliations = Affiliations(ACTORS)
    assert affiliations.roll("patrian-army", Level.STATE) == "patria"
    assert affiliations.roll("patrian-army", Level.ACTOR) == "patrian-army"
    assert affiliations.roll("hawks", Level.STATE) == "hawks"
    assert affiliations.roll("hawks", Level.UMBRELLA) == "front"


def test_a_leader_stands_for_the_state_only_while_leading_it():
    affiliations = Affiliations(ACTORS)
    assert affiliations.roll("leader", Level.STATE, date(2019, 1, 1)) == "patria"
    assert affiliations.roll("leader", Level.STATE, date(2021, 1, 1)) == "leader"


def test_claims_of_membership_count_like_bonds_and_denied_ones_do_not():
    joined = claim("guard", "part_of", "front")
    affiliations = Affiliations(ACTORS, [joined])
    assert affiliations.umbrellas("guard") == ("front",)
    assert affiliations.chain("guard", "front") == (joined,)
    assert Affiliations(ACTORS, [claim("guard", "part_of", "front", polarity="no")]).umbrellas("guard") == ()


def test_a_group_that_belongs_to_a_state_does_not_stand_for_it():
    affiliations = Affiliations(ACTORS, [claim("front", "part_of", "thirdland")])
    assert affiliations.roll("front", Level.UMBRELLA) == "front"
    assert not affiliations.kin("front", "thirdland")


def test_membership_in_a_circle_ends():
    affiliations = Affiliations(ACTORS, [claim("front", "part_of", "hawks"), claim("guard", "same_as", "rebels")])
    assert set(affiliations.wholes("hawks")) == {"front"}
    assert affiliations.roll("rebels", Level.STATE) == "guard"
    assert affiliations.kin("hawks", "front")


def test_a_circle_stands_for_one_and_a_roll_up_is_its_own():
    around = (("hawks", "guard"), ("guard", "doves"), ("doves", "hawks"))
    circle = [claim(one, "part_of", other) for one, other in around]
    known = Affiliations(ACTORS, circle)
    for level in Level:
        for actor in ACTORS:
            assert known.roll(known.roll(actor, level), level) == known.roll(actor, level)
    assert len({known.roll(actor, Level.UMBRELLA) for actor in ("hawks", "guard", "doves")}) == 1
