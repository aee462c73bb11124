"""Who is said to be somewhere: "there are hundreds of Hezbollah members in X", "Chadian soldiers are in X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import child, expand, noun_lemma, prepositional, subjects
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_WHERE = frozenset({"in", "inside", "across"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from "there are" and from "are in"; who is not said to be anybody's is nobody's force."""
    for token in doc:
        if token.lemma_ == "be" and child(token, "expl") is not None:
            yield from _there(token, mentions, lexicon)
        elif token.pos_ == "PROPN" and child(token, "cop") is not None and _is_where(token):
            for people in subjects(token):
                if _are_somebodys(people, mentions, lexicon):
                    yield _is_in(people, place=token)


def _there(be: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """The people may be counted: "*hundreds* of X's men"."""
    first = child(be, "nsubj")
    if first is None:
        return
    counted = [t for case, t in prepositional(first) if case == "of"]
    for people in (first, *counted):
        if not _are_somebodys(people, mentions, lexicon):
            continue
        places = [t for head in (be, first, people) for case, t in prepositional(head) if case in _WHERE]
        for place in (t for one in places for t in expand(one)):
            yield _is_in(people, place)


def _is_where(place: Token) -> bool:
    return any(c.dep_ == "case" and c.lower_ in _WHERE for c in place.children)


def _are_somebodys(people: Token, mentions: Mentions, lexicon: Lexicon) -> bool:
    """ "*al-Qaeda* members", "*Chadian* soldiers", "fighters *of the Front*"."""
    armed = noun_lemma(people) in lexicon.groups["troops"] | lexicon.groups["hands"]
    if child(people, "nmod") is not None and _is_told_by_noun(people, lexicon):
        return False
    whose = (c for c in people.children if c.dep_ in ("compound", "amod", "nmod", "nmod:poss"))
    return people.pos_ == "NOUN" and armed and any(mentions.at(c.i) is not None for c in whose)


def _is_told_by_noun(people: Token, lexicon: Lexicon) -> bool:
    """ "American *troops in* X", which says so wherever it stands."""
    return Relation.DEPLOYS_TO in lexicon.of_noun(noun_lemma(people))


def _is_in(people: Token, place: Token) -> Candidate:
    return Candidate(people.i, Relation.DEPLOYS_TO, place.i, people.i, (people.i, people.i + 1), "noun")
