"""Lemma edit scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.language import lemmas


@pytest.mark.parametrize(
    ("word", "lemma", "script"),
    [
        ("Armies", "army", "l|3|y"),
        ("was", "be", "l|3|be"),
        ("Iraq", "Iraq", "k|0|"),
        ("the", "the", "l|0|"),
        ("june", "June", "t|0|"),
    ],
)
def test_script(word: str, lemma: str, script: str) -> None:
    assert lemmas.make(word, lemma) == script
    assert lemmas.apply(script, word) == lemma


def test_scripts_carry_over_to_other_words() -> None:
    assert lemmas.apply(lemmas.make("armies", "army"), "Militias".replace("ias", "ies")) == "mility"
    assert lemmas.apply(lemmas.make("fought", "fight"), "Bought") == "bight"


@pytest.mark.parametrize(("word", "lemma"), [("militiamen", "militiaman"), ("omens", "omen"), ("troops", "troop")])
def test_plurals_of_men_are_no_plurals_in_s(word: str, lemma: str) -> None:
    assert lemmas.guess("l|1|", word) == lemma


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_round_trip(word: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.make(word, lemma), word) == lemma


@given(st.sampled_from(["l|3|y", "k|9|", "t|1|x|y"]), st.text(min_size=1, max_size=5))
def test_no_script_makes_an_empty_lemma(script: str, word: str) -> None:
    assert lemmas.apply(script, word)


def test_a_script_that_cuts_too_much_leaves_the_word() -> None:
    assert lemmas.apply("l|5|be", "Go") == "go"


def test_a_form_of_one_verb_is_of_that_verb() -> None:
    forms = lemmas.regular(["deny", "push", "impose", "take over"])
    assert [forms[form] for form in ("denies", "denied", "pushes", "imposing")] == ["deny", "deny", "push", "impose"]
    assert not {"takes", "over"} & forms.keys()


def test_a_form_that_may_be_of_two_verbs_is_left_to_the_script() -> None:
    forms = lemmas.regular(["bar", "bare"])
    assert "baring" not in forms and forms["barring"] == "bar"
