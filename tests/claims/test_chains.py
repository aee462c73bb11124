"""The chain of sources behind a word, and how far they vouch for it."""

from __future__ import annotations

import pytest

from imbroglio.claims.attribution import Attribution, find_quotations
from imbroglio.model import Actor, ActorKind, Mention, Mentions, Span
from tests.claims.parsed import doc, token


def attribution(
    name: str, mentions: Mentions | None = None, outlet: str | None = None
) -> tuple[Attribution, list[str]]:
    parsed = doc("quotations", name)
    quotations = find_quotations(parsed, mentions)
    return Attribution(parsed, mentions, quotations, outlet), [t.text for t in parsed]


def chain(name: str, word: str, outlet: str | None = None) -> list[str]:
    found, words = attribution(name, outlet=outlet)
    return [speaker.name for speaker in found.chain(words.index(word))]


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("that_clause", "shelled", ["ministry"]),
        ("wire", "doubled", ["Daily Lantern", "Rebels"]),
        ("outlet_behind", "arms", ["Daily Lantern", "Omar Haddad"]),
        ("closing_mark", "certain", ["envoy"]),
        ("closing_mark", "shelled", ["Daily Lantern", "officers"]),
        ("unnamed_he", "armed", ["former adviser"]),
        ("told_an_outlet", "withdrawn", ["Daily Lantern", "colonel"]),
        ("told_parliament", "withdrawn", ["minister"]),
        ("citing", "hit", ["agency", "officer"]),
        ("quoted_as_saying", "fled", ["Daily Lantern", "officer"]),
        ("seen_by", "pays", ["Daily Lantern", "memo"]),
        ("said_to", "guard", []),
        ("vowed", "retake", []),  # a vow is the vower's own, not a report about somebody
        ("modifier", "backed", []),  # who speaks does not say what the writer calls them
        ("modifier", "fled", ["Orland-backed rebels"]),
    ],
)
def test_chains_run_outermost_first(name: str, word: str, expected: list[str]) -> None:
    assert chain(name, word) == expected


def test_the_document_s_own_outlet_is_left_out() -> None:
    assert chain("told_an_outlet", "withdrawn", outlet="The Daily Lantern") == ["colonel"]


def test_a_linked_speaker_has_the_actor_s_name() -> None:
    parsed = doc("quotations", "accused")
    mentions = Mentions()
    mention = Mention(0, 1, 0, Span(0, 6), ("varnia",), "metonym", "capital")
    mentions.add(mention, [Actor("varnia", "Republic of Varnia", ActorKind.STATE)])
    found = Attribution(parsed, mentions, find_quotations(parsed, mentions))
    (speaker,) = found.chain(token(parsed, "arming"))
    assert (speaker.name, speaker.actor, speaker.anonymous) == ("Republic of Varnia", "varnia", False)


def test_a_pronoun_that_links_to_nobody_is_whoever_spoke_last() -> None:
    found, words = attribution("added")
    speaker = found.speaker_of(words.index("We"))
    assert speaker is not None and speaker.name == "spokeswoman"
    assert found.speaker_of(words.index("port")) is None


@pytest.mark.parametrize(
    ("name", "word", "hedged"),
    [
        ("accused", "arming", True),
        ("said_to", "guard", True),
        ("allegedly", "armed", True),
        ("claim_by", "shelled", True),
        ("that_clause", "shelled", False),
        ("denied", "arming", False),
        ("aside", "guard", True),
        ("aside", "trained", False),
    ],
)
def test_what_nobody_vouches_for_is_hedged(name: str, word: str, hedged: bool) -> None:
    found, words = attribution(name)
    assert found.hedge(words.index(word)) is hedged


@pytest.mark.parametrize(
    ("name", "word", "denied"),
    [("denied", "arming", True), ("not_denied", "armed", False), ("accused", "arming", False)],
)
def test_denials_are_told_from_their_negation(name: str, word: str, denied: bool) -> None:
    found, words = attribution(name)
    assert found.denied(words.index(word)) is denied
