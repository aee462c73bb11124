"""Truces and talks that are turned down or called off: "turned down a truce with Y", "rejected Y's offer of talks"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.stance import withheld
from imbroglio.claims.syntax import case_of, noun_lemma, noun_roles, roles
from imbroglio.knowledge.lexicon import Lexicon, load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.knowledge.time import load_trend
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from verbs of refusing and of breaking off, with what they refuse; their trend is read elsewhere."""
    for verb in doc:
        if verb.pos_ != "VERB" or not (withheld(verb, load_stance()) or _is_ended(verb)):
            continue
        filled = roles(verb)
        for thing in filled.obj or _behind_particle(verb):
            if (relation := offered(thing)) is None:
                continue
            for one, other in product(
                filled.subj, _other_side(thing, noun_lemma(thing) in lexicon.groups["utterance"])
            ):
                if one.i != other.i:
                    cue, refused = (verb.i, max(verb.i, thing.i) + 1), not _is_ended(verb)  # "a pact that it stopped"
                    yield Candidate(one.i, relation, other.i, verb.i, cue, "noun", refused=refused)


def _behind_particle(verb: Token) -> list[Token]:
    """ "Called *off* talks", with the talks read as a phrase or as what somebody is called."""
    lemma, words = verb.lemma_.lower(), load_trend().verbs
    called = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN")
    return [*called, *(c for c in verb.children if c.dep_ == "obl" and f"{lemma}+{case_of(c)}" in words)]


def offered(thing: Token) -> Relation | None:
    """What comes of it where it is taken: a truce, a peace plan; talks, an offer of talks."""
    groups = load_lexicon().groups
    words = [thing]
    if noun_lemma(thing) in groups["utterance"]:
        inside = (c for c in thing.children if c.dep_ == "nmod" and case_of(c) in ("of", "for"))
        words = [*(c for c in thing.children if c.dep_ == "compound"), *inside]
    lemmas = set(map(noun_lemma, words))
    if lemmas & groups["pact"]:
        return Relation.AGREES_WITH
    return Relation.TALKS_WITH if lemmas & groups["talks"] else None


def _is_ended(verb: Token) -> bool:
    """ "*Called off* talks with Y", "broke off the truce"."""
    ended = load_trend().verbs
    lemma = verb.lemma_.lower()
    words = (lemma, *(f"{lemma}+{word}" for c in verb.children if c.i > verb.i for word in (c.lower_, case_of(c))))
    return any(ended.get(word) == "stop" for word in words)


def _other_side(thing: Token, is_offer: bool) -> list[Token]:
    """With whom the pact would be, or who offers it; "the Doha agreement" is called after where it was made."""
    filled = noun_roles(thing)
    if filled.get("between"):
        return []
    named = [t for t in filled.get("mod") if t.text[:1].isupper() and (is_offer or t.pos_ == "ADJ")]
    owners = [t for t in filled.get("poss") if t.pos_ != "PRON"]
    offer = owners or filled.get("by") or filled.get("from") or named
    return filled.get("with") or offer or (filled.get("of") if is_offer else [])
