"""What a rule is, the words that it looks at, and what it asks of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Union

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

Repair = Union["tuple[Token, str]", "tuple[Token, str, str]"]  # head, relation, and what part of speech it is
Moves = dict[int, Repair]  # by the place of the word
Rule = Callable[["Token"], "Repair | None"]
Words = Callable[[], frozenset[str]]
RELATIONS: dict[Rule, frozenset[str]] = {}
AWAITED: dict[Rule, Words] = {}

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
IN_NAME = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
RELATIVE = frozenset({"who", "which", "that"})
THEM = frozenset({"them", "whom", "which"})
HYPHENS = frozenset("-‐‑–")
_SINGULAR, _PLURAL = frozenset({"has", "is", "was"}), frozenset({"have", "are", "were"})


def hung_as(*relations: str) -> Callable[[Rule], Rule]:
    """The rule looks at words with one of these relations alone."""

    def noted(rule: Rule) -> Rule:
        RELATIONS[rule] = frozenset(relations)
        return rule

    return noted


def awaits(*words: str | Words) -> Callable[[Rule], Rule]:
    """The rule looks at sentences alone that have one of these words, as a form or as a lemma."""

    def noted(rule: Rule) -> Rule:
        AWAITED[rule] = cache(lambda: frozenset().union(*({w} if isinstance(w, str) else w() for w in words)))
        return rule

    return noted


def inserted() -> frozenset[str]:
    """Verbs that say by the way who says so."""
    return load_speech().inserted


def judging() -> frozenset[str]:
    """Verbs that hold somebody to account."""
    return load_lexicon().judging


def child(token: Token, *deps: str) -> Token | None:
    """The first word that hangs on the token by one of these relations."""
    for one in token.children:
        if one.dep_ in deps:
            return one
    return None


def hyphen_before(token: Token) -> bool:
    """Whether a hyphen joins the word to the one before."""
    if token.i < 2:
        return False
    hyphen, last = token.doc[token.i - 1], token.doc[token.i - 2]
    return hyphen.text in HYPHENS and not hyphen.whitespace_ and not last.whitespace_


def of_them(word: Token) -> bool:
    """ "*Most* of them"."""
    return any(c.dep_ == "nmod" and c.lower_ in THEM for c in word.children)


def before(token: Token) -> str:
    """The word before the token."""
    return token.doc[token.i - 1].text if token.i else ""


def finite_of(verb: Token) -> Token:
    return child(verb, "aux", "aux:pass", "cop") or verb


def is_past(verb: Token) -> bool:
    return "Past" in verb.morph.get("Tense", []) or verb.lower_.endswith("ed")


def is_singular(verb: Token) -> bool:
    """Whether the form of a verb wants one subject: "fights", "has fought"."""
    finite = finite_of(verb)
    return finite.lower_ in _SINGULAR or ("Sing" in finite.morph.get("Number", []) and finite.lower_.endswith("s"))


def agrees(verb: Token, subject: Token) -> bool:
    """Whether the number of the verb's auxiliary, if it tells one, fits the subject."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")}
    words |= {"has"} if is_singular(verb) else set()
    several = "Plur" in subject.morph.get("Number", []) or child(subject, "conj") is not None
    return words.isdisjoint(_SINGULAR if several else _PLURAL)


def is_by(noun: Token) -> bool:
    """Whether a word says by whom: "by *X*"."""
    case = child(noun, "case")
    return case is not None and case.lower_ == "by"


def name_head(noun: Token, end: Token) -> Token:
    """The word that the others of a name hang on."""
    while noun.dep_ in ("flat", "compound") and noun.head is not noun and noun.head.i < end.i:
        noun = noun.head
    return noun


def follows(clause: Token, noun: Token) -> bool:
    """Whether a relative clause stands right behind the noun, whatever it hangs on."""
    return clause.dep_ == "acl:relcl" and 0 < clause.left_edge.i - noun.right_edge.i <= 2
