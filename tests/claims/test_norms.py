"""Rules."""

import pytest

from imbroglio.claims.norms import find_norms
from tests.claims.reading import read

AID = ["arms", "funds", "assists"]


@pytest.mark.parametrize(
    ("text", "mode", "authority", "bound", "relations", "toward"),
    [
        (
            "French law prohibits the French army from providing assistance to Libyan militias loyal to Russia.",
            "forbids", "French law", "french-armed-forces", AID, "Libyan militias loyal to Russia",
        ),
        ("Turkey is banned from arming the Syrian rebels.", "forbids", None, "turkey", ["arms"], "Syrian rebels"),
        (
            "The law does not prohibit the CIA from funding Iran-backed militias.",
            "permits", "law", "central-intelligence-agency", ["funds"], "Iran-backed militias",
        ),
        ("The treaty requires Germany to support Poland.", "obliges", "treaty", "germany", AID, "Poland"),
        ("Under the deal, Russia may bomb Hamas.", "permits", "deal", "russia", ["fights"], "Hamas"),
        ("Israel must not strike Hezbollah.", "forbids", None, "israel", ["fights"], "Hezbollah"),
        ("A United Nations arms embargo on Libya is ignored.", "forbids", "United Nations", None, ["arms"], "Libya"),
        ("France has imposed a ban on arming the Syrian rebels.", "forbids", "France", None, ["arms"], "Syrian rebels"),
    ],
)  # fmt: skip
def test_rules(text, mode, authority, bound, relations, toward):
    _, (norm,) = read(find_norms, text)
    assert (norm.mode, norm.authority, norm.toward) == (mode, authority, toward)
    assert (norm.bound.actor if norm.bound else None) == bound
    assert [relation.value for relation in norm.relations] == relations
    assert norm.quote.of(text) == text.rstrip(".")


def test_toward_whom_is_a_description():
    text = "German law bars the Bundeswehr from training Iraqi groups affiliated with the government of Iran."
    _, (norm,) = read(find_norms, text)
    assert norm.toward_country == "iraq"
    assert norm.toward_tied_to is not None and "Iran" in norm.toward_tied_to.name


@pytest.mark.parametrize(
    "text",
    [
        "Iran allowed the militias to leave the city.",
        "Congress would ban the army from helping rebels if it could.",
        "Hezbollah may attack Israel.",
        "The army banned cameras.",
    ],
)
def test_events_chances_and_wishes_are_no_rules(text):
    assert read(find_norms, text)[1] == []
