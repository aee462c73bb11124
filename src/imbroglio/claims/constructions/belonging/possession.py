"""Whose a group is: a person's is led by that person, a body's unit is part of the body.

"Karam's militia", "the Front of Youssef Karam", "a battalion under him"; "the army's Fifth Corps", "a faction of X".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import (
    antecedent,
    case_of,
    child,
    is_plural,
    noun_lemma,
    noun_roles,
    prepositional,
    subjects,
)
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Actor, ActorKind, Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_LED = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY, ActorKind.OTHER, ActorKind.POPULATION})
_UNITS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY})
_WHOLES = _UNITS | {ActorKind.INTERNATIONAL}
_RULED = frozenset({ActorKind.STATE, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY})
_BESIDE = frozenset({"appos", "flat"})
_THIRD = frozenset({"its", "their"})
_BEFORE = frozenset({"compound", "amod", "nmod", "nmod:desc"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from possessors, "of" and "under"."""
    under = any(token.lower_ == "under" for token in doc)
    for noun in doc:
        if under and noun.pos_ in ("VERB", "AUX", "ADJ"):
            yield from _under_whom(noun, mentions)
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        for leader in leaders(noun, mentions, lexicon):
            led = noun.head if noun.dep_ == "appos" and _is_name(noun.head, mentions) else noun  # "X, the outfit of Y"
            cue = (leader.i, leader.i + 1)
            yield Candidate(leader.i, Relation.LEADS, led.i, noun.i, cue, "possessive", background=True)
        if under and noun.dep_ != "nmod:poss":
            yield from _under(noun, mentions)
        for whole in _wholes(noun, mentions, lexicon):
            cue = (noun.i, noun.i + 1)
            yield Candidate(noun.i, Relation.PART_OF, _meant(whole, mentions).i, noun.i, cue, "unit", background=True)


def leaders(noun: Token, mentions: Mentions, lexicon: Lexicon) -> list[Token]:
    """The person whose group the noun is: "Karam's men", "his Lantern Front", "the Front of Youssef Karam".

    Whoever says "his party", "his government" or "his men" may merely belong to them.
    """
    named = _is_name(noun, mentions) and kind(noun, mentions) in _LED
    word = noun_lemma(noun) in lexicon.possessions
    if not (named or word) or _is_related(noun, lexicon):
        return []
    sure = named and kind(noun, mentions) in _UNITS
    owners = [c for c in noun.children if c.dep_ == "nmod:poss" or ((sure or word) and _is_of(c))]
    if word and not named and kind(noun, mentions) is ActorKind.BODY:  # "the Karam government"
        before = [c for c in noun.children if c.dep_ == "compound" and _is_someone(c, mentions)]
        owners += [c for c in before if not any(t.is_punct for t in noun.doc[c.i : noun.i])]
    if named and not owners:
        owners = _marked(noun, mentions)
    persons = [p for owner in owners for p in _persons(owner, mentions)]
    return [_meant(p, mentions) for p in persons[:1] if p.pos_ != "PRON" or antecedent(p).i != p.i or sure]


def _marked(name: Token, mentions: Mentions) -> list[Token]:
    """Who stands right before a name with an ending, whatever the parse hangs it on: "licensed Yassin's Mujama"."""
    own = mentions.at(name.i)
    mark = own.start - 1 if own is not None else 0
    if mark < 1 or name.doc[mark].pos_ != "PART" or name.dep_ in _BEFORE:
        return []
    return [name.doc[m.head] for m in mentions.items if m.end == mark and m.form == "name"][:1]


def _is_of(token: Token) -> bool:
    return token.dep_ == "nmod" and case_of(token) == "of"


def _persons(owner: Token, mentions: Mentions) -> list[Token]:
    """ "The party of the fugitive oligarch Marek": he may stand behind what he is."""
    beside = (owner, *(k for k in owner.children if k.dep_ in _BESIDE))
    return [p for p in beside if is_person(p, mentions) and not is_plural(p)]


def _meant(owner: Token, mentions: Mentions) -> Token:
    """ "Marek told deputies of his National Party": the sentence names whom the pronoun stands for."""
    if owner.pos_ != "PRON":
        return owner
    above = (s for verb in owner.ancestors if verb.pos_ == "VERB" for s in subjects(verb) if _is_name(s, mentions))
    same = (s for s in above if actors_of(s, mentions) == actors_of(owner, mentions))
    return next(same, antecedent(owner))


def _is_related(noun: Token, lexicon: Lexicon) -> bool:
    """ "Assad's ally Hezbollah": the noun before the name says what it is to him."""
    before = (noun_lemma(c) for c in noun.children if c.i < noun.i and c.dep_ in _BEFORE)
    tables = (lexicon.agents, lexicon.mutual_agents, lexicon.patients, lexicon.titles, lexicon.members)
    return any(word in table for word in before for table in tables)


def _wholes(noun: Token, mentions: Mentions, lexicon: Lexicon) -> list[Token]:
    """ "A faction of Boko Haram", "the mission's Kenyan battalion", "its Storm Corps", "Iran's Quds Force"."""
    if noun.i not in mentions.by_head:
        return []
    called = noun.dep_ == "appos" or child(noun, "cop") is not None or case_of(noun) == "as"
    unit = noun.lower_ in lexicon.units and not called
    named = _is_name(noun, mentions) and kind(noun, mentions) in _UNITS
    if not (unit or named) or _is_related(noun, lexicon):
        return []
    filled = noun_roles(noun)
    found = filled.get("poss") or (filled.get("of") if unit else []) or (_marked(noun, mentions) if named else [])
    return [w for w in found if _has_unit(w, noun, mentions, unit, named)]


def _has_unit(whole: Token, noun: Token, mentions: Mentions, unit: bool, named: bool) -> bool:
    owner = kind(whole, mentions)
    if whole.i not in mentions.by_head or owner is ActorKind.PERSON:
        return False
    if whole.pos_ == "PRON" and antecedent(whole).i == whole.i:
        if whole.lower_ not in _THIRD:
            return False  # "our Storm Corps": whoever speaks
        return named or (unit and any(c.text[:1].isupper() for c in noun.children if c.i > whole.i and c.i < noun.i))
    if owner is ActorKind.STATE and named and not unit:  # "Lebanon's Hezbollah" only lives there
        return kind(noun, mentions) is ActorKind.BODY
    return unit or (named and owner in _WHOLES)


def _under(noun: Token, mentions: Mentions) -> Iterator[Candidate]:
    """ "A battalion under Colonel X": who stands behind "under" leads it."""
    for case, person in prepositional(noun):
        if case == "under" and is_person(person, mentions) and noun.i in mentions.by_head:
            under = next(c.i for c in person.children if c.lower_ == "under")
            yield Candidate(person.i, Relation.LEADS, noun.i, noun.i, (under, under + 1), "under")


def _under_whom(verb: Token, mentions: Mentions) -> Iterator[Candidate]:
    """ "*Under President X*, Y has …": X leads Y, unless X is known to be of another country."""
    for case, person in prepositional(verb):
        behind = person.right_edge.i + (person.right_edge.text != ",")
        if case != "under" or not is_person(person, mentions) or person.i > verb.i or verb.doc[behind].text != ",":
            continue
        own = actors_of(person, mentions)[0]
        for led in subjects(verb)[:1]:
            body = next(iter(actors_of(led, mentions)), None)
            if body is None or body.kind not in _RULED or led.i < person.i:
                continue
            if own.country in (None, body.id, body.country):
                under = next(c.i for c in person.children if c.lower_ == "under")
                yield Candidate(person.i, Relation.LEADS, led.i, verb.i, (under, under + 1), "under", background=True)


def _is_someone(token: Token, mentions: Mentions) -> bool:
    """A name known for a person's, by the registry or a first name in the text; "the Kordan regime" may be a land's."""
    return _is_name(token, mentions) and any(a.known or " " in a.name for a in actors_of(token, mentions))


def _is_name(token: Token, mentions: Mentions) -> bool:
    mention = mentions.at(token.i)
    return mention is not None and mention.form == "name"


def is_person(token: Token, mentions: Mentions) -> bool:
    return kind(token, mentions) is ActorKind.PERSON


def kind(token: Token, mentions: Mentions) -> ActorKind | None:
    """The kind of the first actor that a mention's head stands for."""
    actors = actors_of(token, mentions)
    return actors[0].kind if actors else None


def actors_of(token: Token, mentions: Mentions) -> list[Actor]:
    mention = mentions.at(token.i)
    return [mentions.actors[a] for a in mention.actors if a in mentions.actors] if mention else []
