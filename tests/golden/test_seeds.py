"""What the two founding articles must give, read by the shipped reader, from words to brief."""

from __future__ import annotations

import pytest

from imbroglio.analysis import Situation, channels, joins, tensions
from imbroglio.case import Case
from imbroglio.graph import PlaceTree
from imbroglio.model import Claim, Finding, Relation
from imbroglio.outputs.brief import brief, render_markdown, render_text
from imbroglio.pipeline import read
from tests.golden.gold import SHARED

SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the founding articles are not here")

MILITIAS = ("militia", "mobilization")


class Reading:
    """The case, and what analysis makes of it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.claims = case.claims()
        self.actors = case.actors()
        self.texts = {document.id: document.text for document in case.documents()}
        readings = case.readings()
        self.agreements = [record for reading in readings for record in reading.agreements]
        self.norms = [record for reading in readings for record in reading.norms]
        self.routes = [record for reading in readings for record in reading.routes]
        self.situation = Situation(case.documents(), self.actors, self.claims, PlaceTree(), self.agreements, self.norms)
        self.findings = tensions(self.situation)

    def name(self, actor: str) -> str:
        return self.actors[actor].name

    def between(self, subject: str, relation: Relation, object_: str) -> list[Claim]:
        """Claims between parties whose names hold these words."""
        return [
            claim
            for claim in self.claims
            if claim.relation == relation
            and subject.lower() in claim.subject.name.lower()
            and object_.lower() in claim.object.name.lower()
        ]

    def found(self, rule: str, *actors: str) -> list[Finding]:
        """Findings of the rule that name an actor for each of the words."""
        return [
            finding
            for finding in self.findings
            if finding.rule == rule
            and all(any(word in self.name(actor).lower() for actor in finding.actors) for word in actors)
        ]

    def words(self, claim: Claim) -> str:
        return claim.quote.of(self.texts[claim.document])


@pytest.fixture(scope="module")
def seeds() -> Reading:
    summary = read(SEEDS)
    assert not summary.failed
    return Reading(summary.case)


def test_01_two_channels_of_aid_to_the_rebels(seeds):
    named = [channel for channel in channels(seeds.claims) if channel.name]
    moc = next(channel for channel in named if "MOC" in (channel.name or ""))
    assert {"central-intelligence-agency", "jordan", "saudi-arabia"} <= set(moc.givers)
    pentagon = next(channel for channel in named if "united-states-department-of-defense" in channel.givers)
    assert pentagon is not moc
    for channel in (moc, pentagon):
        assert any("rebels" in seeds.name(recipient).lower() for recipient in channel.recipients)


def test_02_same_as_is_not_part_of(seeds):
    ids = {}
    for claim in seeds.claims:
        for party in (claim.subject, claim.object):
            ids.setdefault(party.span.of(seeds.texts[claim.document]), set()).add(party.actor)
    units = "popular-mobilization-units"
    for words in ("PMU", "Popular Mobilization Forces", "Hashd al-Shaabi"):
        assert ids[words] == {units}, words
    for words in ("ISIS", "ISIL", "Islamic State"):
        assert ids[words] == {"islamic-state"}, words
    (badr,) = {claim.subject.actor for claim in seeds.between("Badr", Relation.PART_OF, "Popular Mobilization")}
    assert badr != units
    aliases = [claim for claim in seeds.claims if claim.relation is Relation.SAME_AS and claim.subject.actor == units]
    named = [{party.span.of(seeds.texts[a.document]) for party in (a.subject, a.object)} for a in aliases]
    assert {"PMU", "Hashd al-Shaabi"} in named


def test_03_with_them_in_iraq_and_against_their_side_in_syria(seeds):
    rules = ("divided alignment", "both sides")  # the second where it is read, too, that the one arms the other
    found = [f for rule in rules for word in MILITIAS for f in seeds.found(rule, "united states", word)]
    assert found and {f.place for f in found} & {"Syria", "Aleppo"}


def test_04_the_supply_route_and_who_wants_it(seeds):
    long = next(route for route in seeds.routes if route.start == "Tehran")
    assert (long.end, set(long.through)) == ("Beirut", {"Iraq", "Syria", "Lebanon"})
    assert {party.name for party in long.wanted_by} == {"Iran"}
    short = [route for route in seeds.routes if {route.start, route.end} == {"Iraq", "Syria"}]
    assert any("militias" in party.name for route in short for party in route.wanted_by)


def test_05_chains_of_sources(seeds):
    chains = {tuple((speaker.name, speaker.anonymous) for speaker in claim.said_by) for claim in seeds.claims}
    assert any([name for name, _ in chain] == ["Reuters", "Syrian rebels"] for chain in chains)
    assert any(
        len(chain) == 2 and "Daily Beast" in chain[0][0] and "defense officials" in chain[1][0] and chain[1][1]
        for chain in chains
    )


def test_06_the_law_and_the_aid_that_meets_its_ban(seeds):
    (norm,) = seeds.norms
    assert norm.mode == "forbids" and norm.authority == "American law" and norm.toward_country == "iraq"
    (finding,) = seeds.found("against its own rule", "united states")
    assert finding.records == (norm,)
    assert {"Popular Mobilization Units"} <= {seeds.name(actor) for actor in finding.actors}


def test_07_a_coalition_that_is_only_attempted(seeds):
    (coalition,) = [record for record in seeds.agreements if record.kind == "coalition"]
    assert coalition.firmness == "planned" and "Trump" in coalition.parties[0].name
    assert "Sunni Arab coalition" in coalition.quote.of(seeds.texts[coalition.document])


def test_08_the_cessation_of_hostilities_and_what_came_after(seeds):
    (truce,) = [record for record in seeds.agreements if record.kind == "ceasefire"]
    assert {party.name for party in truce.parties} == {"United States", "Saudi Arabia", "Russia", "Iran"}
    assert {party.name for party in truce.excluded} == {"Islamic State", "Jabhat al-Nusra"}
    assert "Russian airstrikes" in truce.quote.of(seeds.texts[truce.document])
    (finding,) = seeds.found("truce in doubt")
    assert any(seeds.situation.parties(act)[0] == "russia" for act in finding.claims)


def test_09_once_alongside_now_against_its_clients(seeds):
    found = [f for word in MILITIAS for f in seeds.found("both sides", "united states", "syrian rebels", word)]
    assert any("Aleppo" in (finding.place or "") for finding in found)
    before = [c for f in found for c in f.claims if c.relation == Relation.FIGHTS_ALONGSIDE and c.when.tense == "past"]
    assert before


def test_10_sanctioned_is_approved(seeds):
    (claim,) = seeds.between("Iraq", Relation.ENDORSES, "Popular Mobilization")
    assert "sanctioned" in claim.cue.of(seeds.texts[claim.document])
    assert not seeds.between("Iraq", Relation.SANCTIONS, "Popular Mobilization")


def test_11_troops_by_origin(seeds):
    assert seeds.between("Iran", Relation.DEPLOYS_TO, "Syria")
    assert any("tens of thousands" in seeds.words(claim) for claim in seeds.between("Iran", Relation.DEPLOYS_TO, ""))
    fighting = {claim.subject.name for claim in seeds.claims if claim.relation == Relation.FIGHTS_FOR}
    for origin in ("Iran", "Hezbollah", "Revolutionary Guard", "Afghan", "Pakistan"):
        assert any(origin in name for name in fighting), origin


def test_12_what_joins_the_articles(seeds):
    shared = {seeds.name(join.subject) for join in joins(seeds.situation) if join.object is None}
    assert {"United States", "Iran", "Russia", "Badr Organization", "Islamic State", "Syrian rebels"} <= shared
    assert any(join.object and len(join.documents) == 2 for join in joins(seeds.situation))


def test_the_brief_tells_it_all(seeds):
    made = brief(seeds.case.documents(), seeds.claims, seeds.actors, seeds.case.readings())
    titles = {section.title for section in made.sections}
    assert titles >= {
        "Who stands where", "What does not add up", "Aid and its channels", "Truces, deals and coalitions", "Rules",
        "Goals", "Routes", "Who said what", "What changed over time", "What joins the documents", "Who is who",
    }  # fmt: skip
    for quote in made.quotes:
        words = "".join(piece.words for piece in quote.pieces)
        assert words.split() == seeds.texts[quote.document][quote.start : quote.end].split()
    assert render_text(made) and render_markdown(made)
