"""Known actors are found however the text spells them, and not where a word only looks like one."""

from datetime import date
from pathlib import Path

import pytest

from imbroglio.actors.registry import Registry
from imbroglio.model import Actor, ActorKind, Bond, Name

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def ids(registry: Registry, text: str) -> list[str]:
    return [known[0][0] for _, _, known in registry.match(text.split())]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("the U.S. military", "united-states-military"),
        ("the American armed forces", "united-states-military"),
        ("Kata ’ ib Hezbollah", "kataib-hezbollah"),
        ("Kata'ib Hizballah", "kataib-hezbollah"),
        ("Lord 's Resistance Army", "lords-resistance-army"),
        ("Al - Qaeda", "al-qaeda"),
        ("AL QAEDA", "al-qaeda"),
        ("Cote d ' Ivoire", "cote-divoire"),
        ("Guinea - Bissau", "guinea-bissau"),
        ("the Iraqi army", "iraqi-army"),
        ("the Quds force", "quds-force"),
        ("the ISI 's men", "inter-services-intelligence"),
        ("Turkish Ministry of Defense", "turkish-defence-ministry"),
        ("Élysée", "france"),
        ("Elysee", "france"),
        ("the Kremlin", "russia"),
        ("Foggy Bottom", "united-states-department-of-state"),
        ("Al Jazeera TV", "al-jazeera"),
    ],
)
def test_spelling_makes_no_difference(registry: Registry, text: str, ident: str) -> None:
    assert ids(registry, text) == [ident]


@pytest.mark.parametrize(
    "text",
    [
        "it is in us",  # neither IS nor US
        "a white house on the hill",
        "I ran home",
        "Syrian Arab , Army trucks",  # a comma ends a name
        "the Sun Valley road",  # a title that is an ordinary word wants room
        "Hadi al - Mutairi",  # a first name that is another man's surname
    ],
)
def test_what_only_looks_like_a_name(registry: Registry, text: str) -> None:
    assert set(ids(registry, text)) <= {"syria", "arabs"}


def test_longest_name_wins_and_offsets_are_tokens(registry: Registry) -> None:
    words = ["He", "told", "the", "Syrian", "Arab", "Army", "and", "Syria", "'s", "army"]
    assert [(a, b) for a, b, _ in registry.match(words)] == [(3, 6), (7, 10)]


def test_names_have_dates(registry: Registry) -> None:
    assert registry.find("Zaire", date(1990, 1, 1))[0][0].id == "democratic-republic-of-the-congo"
    assert registry.find("Zaire", date(2010, 1, 1)) == []
    assert registry.find("Burma")[0][1].role == "alias"


def test_offices_have_dates(registry: Registry) -> None:
    assert "hassan-rouhani" in registry.leader_of("iran", date(2017, 6, 1))
    assert "hassan-rouhani" not in registry.leader_of("iran", date(2022, 1, 1))
    assert registry.leader_of("saudi-foreign-ministry", date(2016, 2, 14)) == ["adel-al-jubeir"]
    assert [b.target for b in registry.bonds("donald-trump", date(2017, 6, 1), "leads")] == ["united-states"]


def test_bodies_act_for_their_state(registry: Registry) -> None:
    for ident in ("united-states-central-command", "central-intelligence-agency", "john-kerry", "trump-administration"):
        assert registry.state_of(ident) == "united-states"
    assert registry.state_of("syrian-arab-army") == "syria"
    assert registry.state_of("al-qaeda") is None
    assert "quds-force" in registry.members("islamic-revolutionary-guard-corps")


def test_body_named_by_a_common_noun(registry: Registry) -> None:
    assert registry.body_of("iran", "foreign ministry") == registry.get("iranian-foreign-ministry")
    assert registry.body_of("syria", "army") == registry.get("syrian-arab-army")
    assert registry.body_of("iran", "orchestra") is None


def test_sure_bearers_come_before_ambiguous_ones(registry: Registry) -> None:
    ((_, _, known),) = registry.match(["ISF"]) or [(0, 0, [])]
    assert {"iraqi-security-forces", "internal-security-forces"} <= {ident for ident, _ in known}
    small = Registry.of([
        Actor("a", "A", names=(Name("SRA", "acronym", ambiguous=True),)),
        Actor("b", "B", names=(Name("SRA", "acronym"),)),
    ])  # fmt: skip
    assert small.match(["SRA"]) == [(0, 1, [("b", "acronym"), ("a", "acronym")])]


def test_surnames() -> None:
    person = Actor("mara-okun", "Mara Okun", ActorKind.PERSON, names=(Name("Mara Okun", "preferred"), Name("Okunova")))
    group = Actor("okun-front", "Okun", bonds=(Bond("part_of", "x"),))
    assert Registry.of([person, group]).surnames() == {"Okun": ["mara-okun"], "Okunova": ["mara-okun"]}


@pytest.mark.skipif(not SEEDS.exists(), reason="the founding articles are not here")
def test_every_actor_of_the_founding_articles_is_known(registry: Registry) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = {known[0][0] for _, _, known in registry.match([token.text for token in nlp(text)])}
    assert {
        "united-states", "united-states-military", "united-states-department-of-defense",
        "central-intelligence-agency", "trump-administration", "iran", "iranian-government",
        "islamic-revolutionary-guard-corps", "syria", "syrian-government", "syrian-arab-army", "bashar-al-assad",
        "iraq", "iraqi-government", "russia", "jordan", "lebanon", "saudi-arabia", "adel-al-jubeir", "hezbollah",
        "badr-organization", "popular-mobilization-units", "kataib-hezbollah", "asaib-ahl-al-haq", "islamic-state",
        "jabhat-al-nusra", "amnesty-international", "reuters", "al-mayadeen", "al-jazeera", "the-daily-beast",
        "mintpress-news", "phillip-smyth", "afghanistan", "pakistan",
    } <= found  # fmt: skip
