"""What stands with a verb and decides what it says: "shelled out", "struck a balance", "threw its weight behind"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.claims.syntax import (
    case_of,
    child,
    noun_lemma,
    prepositional,
    verb_lemma,
    whole,
)
from imbroglio.knowledge.lexicon import ANYTHING, Company, Lexicon

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ADVERBS = frozenset({"out", "off", "up", "down", "back", "away", "from", "together"})
_OTHERS = frozenset({"against", "with", "alongside", "beside", "for"})
_VISITOR = "visitor"  # what the lexicon calls whoever may be received
_FIXED = frozenset({"obj", "iobj", "nsubj:pass", "xcomp", "obl:unmarked"})


class Beside:
    """What stands with one verb, found once for all its senses."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb

    @cached_property
    def nouns(self) -> frozenset[str]:
        beside = list(companions(self.verb))
        persons = {_VISITOR for c in beside if c.ent_type_ == "PERSON" and c.dep_ == "obj"}  # "received *Haftar*"
        return frozenset({noun_lemma(c) for c in beside} | persons)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Words that go with the verb: "drove them out", also where "out of" opens a phrase of place.

        A preposition alone is none: nobody is taken in who "took part in" something.
        """
        own = {c.lower_ for c in self.verb.children if c.dep_ in ("compound:prt", "advmod")}
        own |= {c.lemma_ for c in self.verb.children if _is_adverb(c)}
        phrases = [c for c in self.verb.children if c.dep_ in ("obl", "obj")]
        cases = [[k for k in c.children if k.dep_ == "case"] for c in phrases]
        return frozenset(own | {k.lower_ for case in cases for k in case if len(case) > 1 or k.lower_ in _ADVERBS})

    def fits(self, sense: Company) -> bool:
        """Whether all that a sense wants is there."""
        if sense.particle and sense.particle not in self.particles:
            return False
        if sense.preposition and ANYTHING in sense.nouns:
            return self.says_only(sense.preposition)
        if sense.preposition:
            return any(_is_phrase(c, sense.preposition, sense.nouns) for c in self.verb.children)
        return not sense.nouns or not sense.nouns.isdisjoint(self.nouns)

    def says_only(self, preposition: str) -> bool:
        """ "A and B fought over X", where nothing tells whom else they fought."""
        cases = {case_of(c) for c in self.verb.children if c.dep_ == "obl"}
        return preposition in cases and cases.isdisjoint(_OTHERS) and child(self.verb, "obj") is None

    def turns(self, lexicon: Lexicon) -> bool:
        """ "Shot down the *proposal*": what a verb with its particle has for an object can change it once more."""
        others = lexicon.others.get(verb_lemma(self.verb), ())
        return any(other.particle and other.nouns and self.fits(other) for other in others)

    def means_another(self, lexicon: Lexicon) -> bool:
        """ "shelled out", "struck a balance"; "left Z alone": a second predicate changes the verb as well."""
        verb = self.verb
        if any(map(self.fits, lexicon.others.get(verb_lemma(verb), ()))):
            return True
        second = child(verb, "xcomp", "ccomp") is not None
        own = child(verb, "obj")
        helped = verb.lower_ in lexicon.helping and own is not None and own.i > verb.i  # "helped X take Y" helps X
        return second and not helped and verb.lower_ in lexicon.resultative | lexicon.helping


def _is_adverb(token: Token) -> bool:
    """ "Turned their backs on X", where the adverb is the object."""
    return token.dep_ == "obj" and token.lemma_ in _ADVERBS


def _is_phrase(token: Token, preposition: str, nouns: frozenset[str]) -> bool:
    """ "with air strikes", "as a terrorist group"; also "by providing …"."""
    if token.dep_ == "obl":
        deeds = (token, *(t for case, t in prepositional(token) if case == "of" and whole(t).i == token.i))
        return case_of(token) == preposition and any(noun_lemma(deed) in nouns for deed in deeds)
    gerund = token.dep_ == "advcl" and any(c.lower_ == preposition for c in token.children if c.dep_ == "mark")
    return gerund and token.lemma_ in nouns


def _is_doubled(adverb: Token) -> bool:
    """ "Side by side", read as an adverb."""
    doc, again = adverb.doc, adverb.i + 2
    return adverb.dep_ == "advmod" and again < len(doc) and doc[again].lower_ == adverb.lower_


def _counts(number: Token, noun: Token) -> bool:
    """ "*Thousands* of troops", "*300* of its soldiers"."""
    return whole(noun).i == number.i or number.pos_ == "NUM"


def companions(token: Token) -> Iterator[Token]:
    """Where a fixed object may stand.

    "sign a truce", "taken hostage", "the truce signed by A and B", "the deal they struck".
    """
    yield from (c for c in token.children if c.dep_ in _FIXED or (c.dep_ == "obl" and not case_of(c)) or _is_doubled(c))
    counts = [c for c in token.children if c.dep_ in ("obj", "nsubj:pass")]
    for _ in range(2):  # "thousands of troops", "tens of thousands of troops"
        counts = [t for c in counts for case, t in prepositional(c) if case == "of" and _counts(c, t)]
        yield from counts
    yield from (t for c in token.children if c.dep_ == "obj" for t in c.children if t.dep_ == "conj")
    if token.dep_ in ("acl", "acl:relcl"):
        yield token.head
