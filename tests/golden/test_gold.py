"""What analysis and brief make of the two founding articles when people have read the claims."""

from __future__ import annotations

import pytest

from imbroglio.analysis import Situation, changes, channels, joins, tensions, voices
from imbroglio.graph import PlaceTree
from imbroglio.model import Agreement, Norm, Party, Relation, Span
from imbroglio.outputs.brief import brief, render_markdown, render_text
from tests.golden.gold import GOLD, load

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the founding articles are not here")


@pytest.fixture(scope="module")
def situation() -> Situation:
    documents, claims, actors = load("seed")

    def party(actor: str) -> Party:
        return Party(actor, actors[actor].name, Span(0, 0))

    first, second = (document.text for document in documents)
    at = second.index("agreement")
    truce = Agreement(
        "seed-001", "ceasefire",
        tuple(map(party, ("united-states", "saudi-arabia", "russia", "iran"))), (party("islamic-state"),),
        Span(at, at + 60), "planned",
    )  # fmt: skip
    at = first.index("prohibits")
    norm = Norm(
        "seed-000", "forbids", "American law", party("united-states-military"),
        (Relation.ARMS, Relation.FUNDS, Relation.ASSISTS), "Iraqi groups tied to Iran", Span(at, at + 60),
        toward_country="iraq", toward_tied_to=party("iran"),
    )  # fmt: skip
    return Situation(documents, actors, claims, PlaceTree(), [truce], [norm])


def test_the_findings_that_made_the_project(situation):
    found = {(finding.rule, finding.actors[0]): finding for finding in tensions(situation)}
    both = found["both sides", "united-states"]
    assert set(both.actors) == {"united-states", "syrian-rebels", "iraqi-shia-militias"}
    assert {claim.document for claim in both.claims} == {"seed-000", "seed-001"}
    law = found["against its own rule", "united-states"]
    assert {"popular-mobilization-units", "iraqi-shia-militias"} <= set(law.actors)
    divided = found["divided alignment", "united-states"]
    assert divided.actors == ("united-states", "iraqi-shia-militias", "syria") and divided.place == "Syria"
    shared = found["shared client", "iran"]
    assert {"united-states", "popular-mobilization-units"} <= set(shared.actors)
    assert found["truce in doubt", "russia"].place == "Aleppo"


def test_findings_are_few_and_no_two_tell_the_same(situation):
    found = tensions(situation)
    assert len(found) <= 10
    assert len({(finding.rule, frozenset(finding.actors)) for finding in found}) == len(found)


def test_two_channels_of_aid(situation):
    named = [channel for channel in channels(situation.claims) if channel.name]
    givers = {frozenset(channel.givers) for channel in named}
    assert {frozenset({"cia", "jordan", "saudi-arabia"}), frozenset({"pentagon"})} <= givers
    assert all(channel.recipients == ("syrian-rebels",) for channel in named)


def test_what_changed_and_what_joins(situation):
    turns = {change.actor for change in changes(situation) if change.before}
    assert "iraqi-shia-militias" in turns
    joined = {join.subject for join in joins(situation) if join.object is None}
    assert {"united-states", "iran", "russia", "badr-organization", "islamic-state"} <= joined
    assert any(voice.name == "Reuters" and len(voice.claims) > 20 for voice in voices(situation.claims))


def test_the_brief_holds_every_quote_it_refers_to(situation):
    made = brief(situation.documents.values(), situation.claims, situation.actors)
    assert "BOTH SIDES" not in render_text(made) and "Both sides: The United States" in render_text(made, 400)
    assert render_markdown(made).count('<a id="q') == len(made.quotes)
