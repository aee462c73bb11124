"""Clauses that leave out their verb: "Iran backed the Houthis, *Saudi Arabia the government*"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge import load
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.time import calendar
from imbroglio.language.mending.words import IN_NAME, NOMINAL, awaits, child, name_head
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_FAR = 6  # words of each of the two names at most
_BACK = 20  # words back to the verb
_JOINS = frozenset({",", ";", "and", "but", "while", "whereas"})
_ENDS = frozenset({",", ";", ".", "and", "with", "by", "in", "to", "as"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_INSIDE = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod:desc"})


def without_verb(token: Token) -> tuple[Token, str] | tuple[Token, str, str] | None:
    """Two names in a row behind a clause with subject and object do to each other what those do.

    The first is joined to the verb, and the second is hung on it as what is left over ("orphan").
    """
    if token.pos_ not in NOMINAL and token.lower_ not in ("and", "other"):
        return None
    words = token.doc.tokens
    for opening in words[max(token.i - _FAR, 1) : token.i + _FAR]:
        if opening.lower_ not in _DETERMINERS and opening.text != ",":
            continue
        gap = _gap(opening)
        if gap is None:
            continue
        verb, start, one, two = gap
        if token.i == one.i:
            return verb, "conj"
        if token.i == two.i:
            return one, "orphan", "NOUN" if token.pos_ == "ADJ" else token.pos_
        if token.lower_ == "and" and token.i == start - 1:
            return one, "cc"
        inside = start <= token.i < opening.i or opening.i <= token.i < two.i
        if inside and token.head not in (one, two) and token.pos_ in NOMINAL:
            return (one if token.i < opening.i else two), "compound"
    return None


def _gap(opening: Token) -> tuple[Token, int, Token, Token] | None:
    """The verb that is left out, where the first name starts, and both names, where the second opens so."""
    words, comma = opening.doc.tokens, opening.text == ","
    start = opening.i
    while start > 0 and opening.i - start < _FAR and words[start - 1].pos_ in IN_NAME:
        start -= 1
    end = opening.i + 1
    while end < len(words) and end - opening.i <= _FAR and words[end].pos_ in IN_NAME:
        end += 1
    first, second = words[start : opening.i], words[opening.i + 1 : end]
    if not first or not second or start < 2 or end == len(words) or words[end].lower_ not in _ENDS:
        return None
    joint = words[start - 1]
    if joint.lower_ not in (";",) if comma else joint.lower_ not in _JOINS:
        return None
    one, two = _head(first), _head(second)
    if one is None or two is None or (comma and not one.pos_ == two.pos_ == "PROPN"):
        return None
    verb = None if two.lower_ in calendar() else _left_out(start, words)
    return (verb, start, one, two) if verb is not None else None


def _head(name: list[Token]) -> Token | None:
    """The word that the others of a phrase hang on; parses of such clauses may hang one of them elsewhere."""
    inner = [t for t in name if t.pos_ in NOMINAL and not (t.dep_ in _INSIDE and t.head in name)]
    if inner:
        return inner[-1] if inner[-1].dep_ != "flat" else name_head(inner[-1], name[-1])
    return name[-1] if name[-1].lower_ == "other" else None


def _left_out(start: int, words: list[Token]) -> Token | None:
    """The last verb before, where it has a subject and an object and wants no other: not "calls X and Y *a foe*"."""
    verb = next((t for t in reversed(words[max(start - _BACK, 0) : start]) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.pos_ != "VERB" or child(verb, "aux:pass", "nsubj:pass") is not None:
        return None
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    thing = any(c.dep_ == "obj" and verb.i < c.i < start for c in verb.children)
    return verb if own and thing and _is_plain(verb, words[start:]) else None


def _is_plain(verb: Token, behind: list[Token]) -> bool:
    lexicon = load_lexicon()
    lemma = lexicon.verb(verb.lemma_.lower(), verb.lower_)
    if lemma in lexicon.give:  # "supplied X with tanks, Y Z *with rifles*"
        return any(c.lower_ == "with" and c.i > verb.i for k in verb.children for c in k.children) and any(
            t.lower_ == "with" for t in behind[: 2 * _FAR]
        )
    senses = lexicon.verbs.get(lemma, ())
    naming = {Relation.SANCTIONS, Relation.LEADS}
    return any("obj" in s.frame.patient and s.frame.relation not in naming and not s.nouns for s in senses)


@awaits(lambda: load_lexicon().give)
def gives_too(token: Token) -> tuple[Token, str] | None:
    """ "Gave money to X, and *Qatar rifles* to Y", "sent money to X and *Syria to Y*": another giver, another gift."""
    edge = token.left_edge.i
    for giver in (token, *token.children, *token.doc[max(edge - 2, 0) : edge]):
        if giver.pos_ == "PROPN" and token.i in (moved := _gives(giver)):
            return moved[token.i]
    return None


def _gives(giver: Token) -> dict[int, tuple[Token, str]]:
    """Where the words of a clause belong that leaves out a verb of giving and begins with a giver."""
    thing = _gift(giver)
    listed = giver if giver.dep_ == "conj" else thing or giver
    verb, last, joint = listed.head.head, thing or giver, child(listed, "cc")
    opening = giver.doc[last.i + 1] if last.i + 1 < len(giver.doc) else giver
    receiver = opening.head
    if listed.dep_ != "conj" or opening.dep_ != "case" or joint is None or joint.i > giver.i:
        return {}
    if verb.pos_ != "VERB" or child(verb, "nsubj") is None or verb.lemma_ not in load_lexicon().give:
        return {}
    before = [c for c in verb.children if c.dep_ == "obl" and verb.i < c.i < joint.i]
    same = any(k.dep_ == "case" and k.lower_ == opening.lower_ for c in before for k in c.children)
    if not same or receiver.head not in (verb, thing, giver) or receiver.i < opening.i:
        return {}
    if thing is None:  # "money to X and Syria to Y"
        plain = listed.head in before and child(giver, "case") is None
        return {giver.i: (verb, "conj"), receiver.i: (giver, "orphan")} if plain else {}
    return {giver.i: (verb, "conj"), thing.i: (giver, "orphan"), receiver.i: (thing, "nmod")}


def _gift(giver: Token) -> Token | None:
    """What a state gives, right behind its name: "Qatar *rifles*"; "Grad rockets" are no rockets of Grad's."""
    thing = giver.doc[giver.i + 1] if giver.i + 1 < len(giver.doc) else giver
    joined = thing.head is giver.head or giver.head is thing or thing.head is giver.head.head
    given = thing.pos_ == "NOUN" and thing.lemma_ in load_lexicon().things and child(thing, "case") is None
    return thing if given and joined and giver.lower_ in _states() else None


@cache
def _states() -> frozenset[str]:
    """Names of states and their capitals, in lower case: no makes of weapons."""
    states = [actor for actor in load.actors() if actor.kind is ActorKind.STATE]
    named = (n.text for actor in states for n in actor.names if n.role in ("preferred", "alias", "capital"))
    return frozenset(name.lower() for name in (*named, *(actor.name for actor in states)))
