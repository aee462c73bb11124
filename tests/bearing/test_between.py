"""What a text has between two given parties."""

from __future__ import annotations

import pytest

import imbroglio
from imbroglio.errors import DocumentError
from imbroglio.model import Relation, RelationClass

WORDS = {  # no relation is claimed between the two; the words around them speak
    ("The government imposed a curfew on the town of Sorn.", "government", "Sorn"): "opposes",
    ("Chad rejected an offer from Sudan for direct talks.", "Chad", "Sudan"): "opposes",
    ("Chad cancelled a visit to Sudan.", "Chad", "Sudan"): "opposes",
    ("Chad lifted the curfew in the town of Sorn.", "Chad", "Sorn"): "supports",
    ("Chad agreed to reopen its border to the monitors of Sudan.", "Chad", "Sudan"): "supports",
    ("Rebels vandalised the offices of the Red Cross.", "Rebels", "Red Cross"): "opposes",
}


@pytest.mark.parametrize(("text", "one", "other"), WORDS)
def test_words_speak_where_nothing_is_claimed(text: str, one: str, other: str) -> None:
    found = imbroglio.between(text, one, other)
    attitudes = [b for b in found if b.klass not in (RelationClass.PLACE, RelationClass.STRUCTURE)]
    assert attitudes[0].klass == WORDS[text, one, other], found


def test_a_claim_comes_first_and_shows_its_words() -> None:
    text = "On Monday Iran armed the Houthis."
    first = imbroglio.between(text, "Houthis", "Iran")[0]
    assert (first.klass, first.relation, first.firmness) == (RelationClass.SUPPORTS, Relation.ARMS, "fact")
    assert "armed the Houthis" in first.quote.of(text)
    assert [b.trust for b in imbroglio.between(text, "Iran", "Houthis")] == sorted(
        (b.trust for b in imbroglio.between(text, "Iran", "Houthis")), reverse=True
    )


def test_what_is_denied_or_ends_turns_round() -> None:
    for text in ("Iran did not arm the Houthis.", "Iran stopped arming the Houthis."):
        assert imbroglio.between(text, "Iran", "Houthis")[0].klass is RelationClass.OPPOSES, text
    lifted = imbroglio.between("Britain lifted the sanctions against the Houthis.", "Britain", "Houthis")
    assert lifted[0].klass is RelationClass.SUPPORTS


def test_parties_may_be_offsets_and_must_be_there() -> None:
    text = "Chad said that Sudan attacked Chad."
    assert imbroglio.between(text, (15, 20), (30, 34))[0].relation is Relation.FIGHTS
    for wrong in ("Libya", (30, 99), (5, 5)):
        with pytest.raises(DocumentError, match="is not in the text"):
            imbroglio.between(text, "Sudan", wrong)


def test_nothing_is_said_across_sentences_without_a_reading() -> None:
    assert imbroglio.between("It rained in Chad. The minister slept in Peru.", "Chad", "Peru") == []
