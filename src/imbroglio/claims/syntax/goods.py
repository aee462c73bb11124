"""What is handed over, and what giving it makes of the giver: weapons arm, money funds, training assists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.syntax.phrases import child, expand, noun_lemma, prepositional
from imbroglio.knowledge.forms import is_designation
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_DEEP = 6  # "a consignment of crates of rifles": how far the thing itself may stand behind "of"


def thing(token: Token, lexicon: Lexicon, depth: int = 0) -> Relation | None:
    """The relation that handing over this noun phrase makes: "military aid" arms, "aid" assists."""
    if depth > _DEEP:
        return None
    if any(is_designation(word.text) for word in (token, token.doc[max(token.i - 1, 0)])):
        return Relation.ARMS  # "MiG-29s", "Su-27 fighters"
    relation = lexicon.things.get(noun_lemma(token))
    before = [c for c in token.children if c.dep_ in ("amod", "compound")]
    modifiers = {c.lower_ for c in before if child(c, "conj") is None}  # "military and humanitarian support" is both
    if relation is None and token.lower_ in lexicon.parts:
        made = (thing(c, lexicon, depth + 1) for c in token.children if c.dep_ == "compound")
        return next((r for r in made if r), None)  # "missile parts"
    of = [c for c in token.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)]
    inner = thing(of[0], lexicon, depth + 1) if of else None
    if relation is Relation.FUNDS and any(case == "in" and _is_arms(t, lexicon) for case, t in prepositional(token)):
        return Relation.ARMS  # "two million dollars in rifles"
    if of and (relation is None or noun_lemma(token) in lexicon.counts or (inner and _is_load(token, lexicon))):
        counted = noun_lemma(token) in lexicon.partitives or noun_lemma(token) in lexicon.counts
        return None if inner is Relation.FIGHTS_FOR and not counted else inner  # "the loyalty of 500 fighters"
    if relation in (Relation.ASSISTS, Relation.BACKS) and noun_lemma(token) not in lexicon.lessons:
        return next((kind for kind, words in lexicon.modifiers.items() if modifiers & words), relation)
    return relation


def _is_arms(token: Token, lexicon: Lexicon) -> bool:
    """By its own words or those of another it is listed with: "trucks and missiles"."""
    return any(thing(t, lexicon) is Relation.ARMS for t in expand(token))


def _is_load(token: Token, lexicon: Lexicon) -> bool:
    """ "A convoy of guns", "a cargo of rockets": it is what it carries."""
    return noun_lemma(token) in lexicon.deliveries


def is_sum(word: Token) -> bool:
    """ "$360 million", which tells what something costs."""
    return word.pos_ == "SYM" or (word.pos_ != "ADJ" and child(word, "nummod") is not None)


def is_ware(noun: Token, lexicon: Lexicon) -> bool:
    """ "A single rifle", "sixty million": what is handed over, by its own word; "a gold mine" is ground."""
    if any(c.dep_ == "compound" and noun_lemma(c) in lexicon.groups["ore"] for c in noun.children):
        return False
    return lexicon.things.get(noun_lemma(noun)) in (Relation.ARMS, Relation.FUNDS)
