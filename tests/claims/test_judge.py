"""What the judge weighs and what it never lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from imbroglio import read_text
from imbroglio.actors import Registry, find_mentions
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging import Judge, Judged
from imbroglio.claims.judging.consistent import owners_alone
from imbroglio.claims.judging.features import logit
from imbroglio.claims.parties import Parties
from imbroglio.documents import make_document
from imbroglio.language import parse
from imbroglio.model import Relation

EXAMPLES = Path(__file__).parents[2] / "examples"


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


def told(text: str) -> set[tuple[str, str, str]]:
    return {(c.subject.name, str(c.relation), c.object.name) for c in read_text(text).claims}


def test_its_allies_are_its_whoever_they_are() -> None:
    assert ("Chad", "allied_with", "allies of Chad") in told("Chad and its allies agreed to meet again in June.")
    assert not told("The two clubs and their partners agreed to meet again in June.")


def test_enemies_are_so_both_ways_or_not_at_all() -> None:
    said = told("The elders of Ayod, sworn foes of Juba, met.")
    assert {(one, other) for one, _, other in said} == {
        ("elders of Ayod", "South Sudan"),
        ("South Sudan", "elders of Ayod"),
    }


@pytest.mark.parametrize(
    "text, said, unsaid",
    [
        (
            "In Syria the Kharef Brigade is battling rebels armed by the CIA.",
            ("CIA", "arms", "Syrian rebels"),
            ("CIA", "arms", "Kharef Brigade"),
        ),
        (
            "The Chadian army fought rebels armed by Sudan.",
            ("Sudan", "arms", "rebels"),
            ("Sudan", "arms", "Chadian National Army"),
        ),
    ],
)
def test_a_word_whose_parties_grammar_knows_tells_of_no_others(
    text: str, said: tuple[str, str, str], unsaid: tuple[str, str, str]
) -> None:
    assert said in told(text) and unsaid not in told(text)


def test_who_is_close_to_a_minister_is_not_led_by_him() -> None:
    found = told(
        "Fighters of the Fen Brigade, a unit close to Prime Minister Karim Dastan, stormed the port overnight."
    )
    assert ("Fen Brigade", "tied_to", "Karim Dastan") in found
    assert ("Karim Dastan", "leads", "Fen Brigade") not in found
    assert ("Karim Dastan", "leads", "Fen Brigade") in told("Karim Dastan's Fen Brigade stormed the port overnight.")


def test_members_of_a_list_are_believed_together() -> None:
    claims = read_text("Iran has sent troops, including Afghans and Pakistanis, to fight for Assad.").claims
    trust = {c.subject.name: c.trust for c in claims if str(c.relation) == "fights_for"}
    assert trust["Afghanistan"] == trust["Pakistan"] >= Judge.load().threshold


def test_taking_a_town_coerces_nobody() -> None:
    relations = {str(claim.relation) for claim in read_text("The Syrian army seized Palmyra on Friday.").claims}
    assert relations == {"advances_on"}


@pytest.mark.parametrize(
    ("example", "unsaid"),
    [
        ("2024-08-06-sahel", ("Russia", "fights", "Wagner Group")),  # what fighters are called is no fight
        ("2019-12-02-tripoli", ("Wagner Group", "fights", "Libyan National Army")),  # its mercenaries fight alongside
        ("2024-07-09-kivu", ("North Kivu", "fights", "March 23 Movement")),  # where the troops were sent
        (
            "2024-07-09-kivu",
            ("Uganda People's Defence Force", "arms", "March 23 Movement"),
        ),  # intelligence gave support
    ],
)
def test_an_arc_does_not_stand_against_what_the_words_are(example: str, unsaid: tuple[str, str, str]) -> None:
    text = (EXAMPLES / f"{example}.md").read_text(encoding="utf-8")
    assert unsaid not in told(text.split("---\n", 2)[2])


def test_an_arc_alone_does_not_turn_a_foe_into_a_friend() -> None:
    claims = told("Uganda regards the rebels, who killed its soldiers, as a mortal enemy.")
    assert ("Uganda", "opposes", "rebels") in claims and ("Uganda", "endorses", "rebels") not in claims


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Cairo vetoed the release of 6 billion dollars for Sudan.", "no"),
        ("Cairo released 6 billion dollars for Sudan.", "yes"),
    ],
)
def test_money_that_is_vetoed_is_not_given(text: str, polarity: str) -> None:
    assert {c.polarity for c in read_text(text).claims if c.object.name == "Sudan"} <= {polarity}


def test_a_depot_is_not_struck_beside_its_owner() -> None:
    text = "Rabat jets bombed an Algerian oil depot."
    (doc,) = parse([text])
    parties = Parties(doc, find_mentions(doc, make_document(text, id="one"), Registry.load()))
    jets, bombed, algerian, depot = 1, 2, 4, 6
    owner, thing = (
        Judged(Candidate(jets, Relation.FIGHTS, i, bombed, (bombed, bombed + 1), "verb"), 0.5)
        for i in (algerian, depot)
    )
    assert owners_alone(parties, [owner, thing]) == [owner]
    assert owners_alone(parties, [thing]) == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "Rifles for Tuareg rebels seized off Port Carrow, envoy recalled",
        "A niece of the late Joseph Kony sits on the council of Sudan's army.",
    ],
)
def test_whom_wares_are_for_and_whose_kin_acts_do_nothing_themselves(text: str) -> None:
    assert not {subject for subject, _, _ in told(text)} & {"Tuareg rebels", "Joseph Kony"}


def test_wares_and_sums_are_no_party() -> None:
    assert not [t for t in told("The $12m that Qatar paid Haftar bought him 9 tanks.") if "$" in t]
    assert ("Iran", "fights", "Israel") in told("Iranian missiles struck Israel.")


@pytest.mark.parametrize(
    "text",
    [
        "Israeli troops captured rifles meant for Hezbollah in Rmeish.",
        "In May Kenya confiscated rockets that were headed for Al-Shabaab.",
    ],
)
def test_who_takes_arms_on_their_way_gives_none(text: str) -> None:
    assert not any(relation in {"arms", "assists", "funds"} for _, relation, _ in told(text))
