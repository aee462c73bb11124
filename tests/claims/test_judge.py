"""What the judge weighs and what it never lets pass."""

from __future__ import annotations

import pytest

from imbroglio import read_text
from imbroglio.claims.judge import Judge, logit


def test_trust_is_a_probability_that_grows_with_its_evidence() -> None:
    judge = Judge({"bias": -1.0, "arc support": 0.5}, threshold=0.5)
    weak, strong = (judge.trust({"bias": 1.0, "arc support": logit(p) - logit(0.0)}) for p in (0.0, 0.9))
    assert 0 < weak < strong < 1


def test_every_claim_is_trusted_at_least_as_far_as_the_threshold() -> None:
    claims = read_text("Iran-backed militias shelled Turkish troops near Bashiqa, an Iraqi general said.").claims
    assert claims and all(claim.trust >= Judge.load().threshold for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana routed Togo in the semi-final on Sunday, its striker scoring twice.",
        "Kenyan and Ethiopian farmers battled locusts all spring.",
        "The finance minister attacked the budget and defended the currency.",
    ],
)
def test_news_of_other_things_is_quiet(text: str) -> None:
    assert not read_text(text).claims


def test_taking_a_town_coerces_nobody() -> None:
    relations = {str(claim.relation) for claim in read_text("The Syrian army seized Palmyra on Friday.").claims}
    assert relations == {"advances_on"}
