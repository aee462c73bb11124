"""Aid channels, voices, changes and joins."""

from imbroglio.analysis import changes, channels, joins, voices
from imbroglio.model import RelationClass
from tests.analysis.making import claim, document, situation


def test_named_channels_come_first_with_who_stands_behind_them():
    through = [claim("patria", "arms", "rebels", via="Desert Room", via_actor="front")]
    through.append(claim("rivalia", "arms", "rebels", via="the room", via_actor="front"))
    behind = claim("thirdland", "backs", "front")
    direct = claim("patria", "funds", "guard")
    denied = claim("patria", "funds", "hawks", polarity="no")
    named, plain = channels([direct, *through, behind, denied])
    assert (named.name, named.givers, named.recipients) == (
        "Desert Room", ("patria", "rivalia", "thirdland"), ("rebels",),
    )  # fmt: skip
    assert named.behind == (behind,) and plain.claims == (direct,) and plain.name is None


def test_voices_count_claims_for_everybody_in_the_chain():
    own = claim("patria", "arms", "guard")
    told = claim("patria", "arms", "rebels", said_by=["wire", "leader"])
    also = claim("patria", "arms", "hawks", said_by=["wire"])
    found = {voice.name: (len(voice.claims), voice.through) for voice in voices([own, told, also])}
    assert found == {"The Wire": (2, ()), "Ada Leader": (1, ("The Wire",)), None: (1, ())}


def test_changes_are_trends_and_sides_then_and_now():
    more = claim("patria", "arms", "guard", trend="more")
    before = claim("guard", "fights_alongside", "patria", tense="past", sentence=3)
    now = claim("guard", "fights", "rebels", sentence=3)
    elsewhere = claim("guard", "fights", "hawks", sentence=4)
    trend, turn = changes(situation([more, before, now, elsewhere]))
    assert (trend.trend, trend.after) == ("more", (more,))
    assert (turn.actor, turn.before, turn.after) == ("guard", (before,), (now,))


def test_joins_are_ties_and_actors_of_more_than_one_document():
    one = claim("patrian-army", "arms", "guard")
    two = claim("patria", "funds", "guard", document="two")
    alone = claim("rivalia", "arms", "hawks")
    found = joins(situation([one, two, alone], [document("one"), document("two", text="z" * 4000)]))
    assert [(join.subject, join.object, join.klass, join.roots) for join in found] == [
        ("patria", "guard", RelationClass.SUPPORTS, 2),
        ("guard", None, None, 2),
        ("patria", None, None, 2),
    ]
