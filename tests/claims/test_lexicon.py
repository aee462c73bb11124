"""The relation words: consistent, readable, found by any of their forms."""

from __future__ import annotations

import pytest

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge import check_lexicon
from imbroglio.knowledge.inflection import plural, verb_forms
from imbroglio.knowledge.lexicon import Frame, Lexicon, VerbSense, load_lexicon, parse_frame
from imbroglio.model import Relation


def test_the_lexicon_agrees_with_itself() -> None:
    assert check_lexicon.problems() == []


def test_the_check_finds_each_kind_of_problem() -> None:
    lexicon = Lexicon()
    arms, fights = parse_frame(Relation.ARMS, "subj>obj"), parse_frame(Relation.FIGHTS, "subj>obj")
    lexicon.verbs["rearm"] = [VerbSense(frame=arms), VerbSense(frame=arms), VerbSense(frame=fights)]
    lexicon.nouns["raid"] = [parse_frame(Relation.FIGHTS, "poss>upon")]
    lexicon.agents["foe"] = lexicon.mutual_agents["foe"] = Relation.OPPOSES
    assert list(check_lexicon.repeated(lexicon)) == ["verb rearm: arms twice in the frame obj; delete one"]
    assert list(check_lexicon.contradictions(lexicon)) == ["verb rearm > obj: both arms and fights; keep one"]
    assert list(check_lexicon.unknown_roles(lexicon)) == [
        "noun raid: fights has the role 'upon', which no construction fills"
    ]
    assert list(check_lexicon.two_classes(lexicon)) == [
        "verb rearm: arms and fights with the same object; keep one, or say in lexicon/two_classes.yaml what tells",
        "agent noun foe: both opposes and opposes; keep one",
    ]
    assert (
        "lexicon/two_classes.yaml: verb seize stands in one class; delete the line"
        in check_lexicon.idle_restrictions(lexicon)
    )
    assert list(check_lexicon.unshown_senses(lexicon, [{"words": "rearm=ship knit=sock"}])) == [
        "lexicon/other_senses.yaml: rearm=ship knit=sock has no sentence; add one that must stay silent",
        "lexicon/other_senses.yaml: knit is no relation word; delete knit=sock",
    ]
    wanted, given = (
        {("arms", "verbs", "subj>obj"), ("arms", "agents", "")},
        {("arms", "agents", ""), ("arms", "nouns", "x")},
    )
    assert list(check_lexicon.without_example(wanted, given)) == [
        "arms verbs 'subj>obj' has no example; add one to lexicon/examples.yaml",
        "lexicon/examples.yaml: arms has no nouns 'x'; delete the example",
    ]


@pytest.mark.parametrize(
    ("key", "frame"),
    [
        ("subj>obj", Frame(Relation.FIGHTS, ("subj",), ("obj",))),
        ("poss|by>on|against", Frame(Relation.FIGHTS, ("poss", "by"), ("on", "against"))),
        ("subj<>with", Frame(Relation.FIGHTS, ("subj",), ("with",), both=True)),
        ("stop subj>obj", Frame(Relation.FIGHTS, ("subj",), ("obj",), stop=True)),
        ("mutual", Frame(Relation.FIGHTS, ("subj",), ("mutual",), both=True)),
        ("between", Frame(Relation.FIGHTS, ("between",), ("between",), both=True)),
    ],
)
def test_frames_are_read(key: str, frame: Frame) -> None:
    assert parse_frame(Relation.FIGHTS, key) == frame


def test_a_frame_without_an_arrow_says_what_to_write() -> None:
    with pytest.raises(KnowledgeError, match="write who > whom"):
        parse_frame(Relation.FIGHTS, "subj obj")


@pytest.mark.parametrize(
    ("lemma", "form", "expected"),
    [
        ("expell", "expelled", "expel"),  # a lemma guessed wrongly
        ("find", "found", "find"),  # "found" is also a verb of its own
        ("arm", "arms", "arm"),
        ("walk", "walked", "walk"),
    ],
)
def test_verbs_are_known_by_their_forms(lemma: str, form: str, expected: str) -> None:
    assert load_lexicon().verb(lemma, form) == expected


def test_nouns_are_known_by_their_forms() -> None:
    assert load_lexicon().nominals["rebellions"] == "rebellion"
    assert plural("militiaman") == "militiamen"
    assert plural("army") == "armies"


def test_verb_forms_double_what_english_doubles() -> None:
    assert {"expelled", "expelling", "expels"} <= set(verb_forms("expel"))
    assert {"struck", "striking"} <= set(verb_forms("strike"))
