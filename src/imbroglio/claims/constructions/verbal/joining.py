"""To join in what another does: "X joined Y's assault on Z", "X took part in the Y-led raid on Z"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import case_of, child, expand, noun_lemma, noun_roles, prepositional, subjects, verb_lemma
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_AT = frozenset({"on", "against"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from verbs of joining with another's attack: who joins fights beside him, and whom he attacks."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lower_ not in lexicon.participation:
            continue
        for attack in _attacks(verb, lexicon):
            owners = [t for t in _owners(attack, lexicon) if mentions.at(t.i)]
            behind = [*prepositional(attack), *prepositional(verb)] if owners else []
            foes = [m for case, t in behind if case in _AT and t.i > attack.i for m in expand(t)]
            joining, cue = subjects(verb), (verb.i, verb.i + 1)
            for one, owner in product(joining, owners):
                yield Candidate(one.i, Relation.FIGHTS_ALONGSIDE, owner.i, verb.i, cue, "verb")
            for one, foe in product([*joining, *owners], foes):
                yield Candidate(one.i, Relation.FIGHTS, foe.i, verb.i, cue, "verb")


def _attacks(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """What is joined, or taken part in."""
    for thing in verb.children:
        joined = thing.dep_ == "obj" or (thing.dep_ == "obl" and case_of(thing) == "in")
        if joined and thing.pos_ == "NOUN" and noun_lemma(thing) in lexicon.groups["attack"]:
            yield thing


def _owners(attack: Token, lexicon: Lexicon) -> list[Token]:
    """Whose it is: "*Y's* attack", "a *Y* attack", "an attack by *Y*", "an attack led by *Y*"."""
    filled, led = noun_roles(attack), child(attack, "acl")
    own = led is not None and (led.lower_ in lexicon.light or _leads(led, lexicon))
    by = [m for case, t in prepositional(led) if case == "by" for m in expand(t)] if led is not None and own else []
    return [t for t in filled.get("poss") if t.pos_ != "PRON"] or filled.get("mod") or filled.get("by") or by


def _leads(verb: Token, lexicon: Lexicon) -> bool:
    """ "Led by": whose subject heads its object, where one "reports *to*" somebody."""
    frames = (sense.frame for sense in lexicon.verbs.get(verb_lemma(verb), ()) if not sense.nouns)
    return any(frame.relation is Relation.LEADS and "obj" in frame.patient for frame in frames)
