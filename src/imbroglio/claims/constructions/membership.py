"""Titles and members.

"Badr leader Hadi al-Amiri", "X, commander of Y", "a spokesman for Y", "Russian Foreign Minister Z".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.modifiers import HYPHENS
from imbroglio.claims.constructions.possession import is_person
from imbroglio.claims.syntax import case_of, child, expand, noun_lemma, prepositional, subjects
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Mentions, Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_WORDS = frozenset({"compound", "amod", "flat", "nmod"})

_APART = frozenset({"ADP", "VERB", "AUX", "DET", "PUNCT", "CCONJ", "PRON", "SPACE"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from titles and membership nouns."""
    named = {i for m in mentions.items if m.form == "name" for i in range(m.start, m.end)}
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in named:
            continue
        lemma = noun_lemma(token)
        if lemma in lexicon.titles or token.lower_ in lexicon.titles:
            relation = Relation.PART_OF if _is_deputy(token, lexicon) else Relation.LEADS
            yield from _titled(token, mentions, relation)
        elif lemma in lexicon.members:
            yield from _titled(token, mentions, Relation.PART_OF)


def _titled(title: Token, mentions: Mentions, relation: Relation) -> Iterator[Candidate]:
    holders, background = _holders(title, mentions)
    bodies = _bodies(title, mentions) or _body_behind(title, relation)
    cue = (_cue_start(title, bodies, holders), title.i + 1)
    for holder in holders:
        for body in bodies:
            if holder != body and holder != title.i:
                yield Candidate(holder, relation, body, title.i, cue, "title", background=background)


def _is_deputy(title: Token, lexicon: Lexicon) -> bool:
    before = title.nbor(-1).lower_ if title.i else ""
    return before in lexicon.deputies or any(c.lower_ in lexicon.deputies for c in title.children)


def _cue_start(title: Token, bodies: list[int], holders: list[int]) -> int:
    start = title.i
    taken = {*bodies, *holders}
    while start > 0 and title.doc[start - 1].head.i == title.i and title.doc[start - 1].dep_ in ("amod", "compound"):
        if start - 1 in taken:
            break
        start -= 1
    return start


def _holders(title: Token, mentions: Mentions) -> tuple[list[int], bool]:
    """The person: the name right behind the title, in apposition either way, or the subject of the copula."""
    following = _name_after(title, mentions)
    if following is not None:
        return [following], True
    if child(title, "cop") and (subject := child(title, "nsubj")):
        return [t.i for t in expand(subject)], False
    if title.dep_ == "appos" and _is_name(title.head.i, mentions):
        return [title.head.i], True
    beside = [c for c in title.children if c.dep_ in ("appos", "flat", "flat:name")]
    beside += [k for c in beside for k in c.children if k.dep_ == "flat"]  # "its leader, Comrade X"
    apposed = [c.i for c in beside if _is_name(c.i, mentions)]
    if apposed:
        return apposed[:1], True
    behind = [k.i for c in title.children if c.dep_ == "nmod" for k in c.children if k.dep_ == "appos"]
    if behind and is_person(title.doc[behind[0]], mentions):
        return behind[:1], True  # "a spokesman for the Houthis, Yahya Saree"
    if title.dep_ == "nmod" and case_of(title) == "as" and _is_name(title.head.i, mentions):
        return [title.head.i], False
    if title.dep_ in ("xcomp", "obl") and case_of(title) == "as":
        return [t.i for t in subjects(title.head)], False
    return [], True


def _is_name(i: int, mentions: Mentions) -> bool:
    mention = mentions.at(i)
    return mention is not None and mention.form in ("name", "metonym", "pronoun")


def _name_after(title: Token, mentions: Mentions) -> int | None:
    for mention in mentions.items:
        if mention.form == "name" and mention.start <= title.i + 1 < mention.end and mention.start >= title.i:
            return mention.head if mention.head != title.i else None
    return None


def _bodies(title: Token, mentions: Mentions) -> list[int]:
    """The organisation: before the title ("Badr leader", "Syria's president") or behind "of", "for", "in"."""
    out: list[int] = []
    for c in title.children:
        if c.dep_ in ("nmod", "obl") and case_of(c) in ("of", "for", "in", "at", "with", "from"):
            out += [t.i for t in expand(c)]
    if out:
        return out
    out = [c.i for c in title.children if c.dep_ == "nmod:poss" and c.i < title.i]
    return out[-1:] or _body_before(title, mentions)


def _body_behind(title: Token, relation: Relation) -> list[int]:
    """ "Commander X of the Lions", behind the name; members may merely come from a place of one word."""
    name = title.head
    if title.dep_ not in ("nmod:desc", "compound") or name.pos_ != "PROPN":
        return []
    behind = [t for case, t in prepositional(name) if case == "of" and t.pos_ == "PROPN"]
    return [t.i for t in behind if relation is Relation.LEADS or any(c.dep_ in _WORDS for c in t.children)]


def _is_where(place: Token, mentions: Mentions) -> bool:
    """ "In Turkey Minister X met …": where he was, not what he is minister of."""
    mention = mentions.at(place.i)
    return bool(mention and mention.start and place.doc[mention.start - 1].lower_ in ("in", "at", "from", "to"))


def _body_before(title: Token, mentions: Mentions) -> list[int]:
    """ "Badr leader", "Sudan army chief".

    The nearest party right before the title, with nothing but modifiers between.
    """
    for t in reversed(title.doc[max(0, title.i - 4) : title.i]):
        if t.pos_ in _APART and t.text not in HYPHENS:
            break
        if t.i in mentions.by_head and t.nbor().text not in HYPHENS:
            return [] if _is_where(t, mentions) else [t.i]
    return []
