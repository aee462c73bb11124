"""News of other things: sport borrows the verbs of war, and floods and budgets are fought as well."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.company import Beside
from imbroglio.claims.parties import Parties
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import data
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WARLIKE = frozenset(
    {Relation.FIGHTS, Relation.ADVANCES_ON, Relation.COERCES, Relation.THREATENS, Relation.OPPOSES, Relation.CONTROLS}
)
_IN_ANGER = _WARLIKE | {Relation.ACCUSES}
_PLURAL = frozenset({"are", "were", "have"})
_IN_TEXT = 2  # words of sport in a text that make all of it about sport


@lru_cache(maxsize=8)
def _words(group: str) -> frozenset[str]:
    return frozenset(data("cues/quiet.yaml")[group].split())


def _is_team(name: Token, parties: Parties) -> bool:
    """ "Nigeria *were* held": a country in the plural is its team; not in "if Iran were to", "the Philippines are"."""
    verb = name.head
    if name.dep_ not in ("nsubj", "nsubj:pass") or parties.kind(name.i) is not ActorKind.STATE:
        return False
    several = any(c.dep_ == "conj" for c in name.children) or not name.text.istitle() or name.text.endswith("s")
    supposed = any(c.dep_ == "mark" for c in verb.children)
    plural = any(c.lower_ in _PLURAL and c.i > name.i for c in (verb, *verb.children) if c.pos_ == "AUX")
    return plural and not several and not supposed


def _lemmas(words: Span) -> set[str]:
    return {t.lemma_.lower() for t in words}


@lru_cache(maxsize=1)
def _no_objects() -> dict[str, frozenset[str]]:
    return {relation: frozenset(words.split()) for relation, words in data("cues/quiet.yaml")["no_objects"].items()}


class Quiet:
    """What of one document cannot be a claim, whatever its verbs say."""

    def __init__(self, parties: Parties) -> None:
        self._doc = doc = parties.doc
        sport, trades = _words("sport"), _words("trades")
        lemmas = [t.lemma_.lower() for t in doc]
        self._sport = [i for i, lemma in enumerate(lemmas) if lemma in sport or doc[i].lower_ in sport]
        self._sport += [t.i for t in doc if _is_team(t, parties) and not _words("matches").isdisjoint(_lemmas(t.sent))]
        self._trades = [i for i, lemma in enumerate(lemmas) if lemma in trades and doc[i].dep_ == "nsubj"]
        self._lemmas = lemmas
        self._all = len({lemmas[i] for i in self._sport}) >= _IN_TEXT

    def rules_out(self, c: Candidate) -> bool:
        """True for deeds of war in news of sport and of trades, and for parties that are none."""
        subject, object_ = self._lemmas[c.subject], self._lemmas[c.object]
        if subject in _words("not_parties") or object_ in _words("not_parties") or self._is_such(c.object):
            return True
        if object_ in _no_objects().get(str(c.relation), ()):
            return True
        if c.probability is not None and self._in_other_sense(c):
            return True
        if c.relation is Relation.LEADS and self._all:
            return True  # "Pakistan's captain"
        if c.relation not in _WARLIKE or not (self._sport or self._trades):
            return False
        sentence = self._doc[c.predicate].sent
        if any(sentence.start <= i < sentence.end for i in self._trades):
            return True
        return self._all or any(sentence.start <= i < sentence.end for i in self._sport)

    def _is_such(self, i: int) -> bool:
        """ "The budget line", "flood waters": what a plain noun is of is no party either."""
        noun = self._doc[i]
        return noun.pos_ == "NOUN" and any(
            k.dep_ == "compound" and k.lemma_.lower() in _words("not_parties") for k in noun.children
        )

    def _in_other_sense(self, c: Candidate) -> bool:
        """A learned arc that takes "charges a toll" for a charge; grammar has looked at the verb's company itself."""
        verb, lexicon = self._doc[c.cue[0]], load_lexicon()
        senses = lexicon.verbs.get(lexicon.verb(verb.lemma_.lower(), verb.lower_), ())
        if c.relation in _IN_ANGER and Beside(verb).turns(lexicon):
            return True
        return any(s.frame.relation is c.relation for s in senses) and Beside(verb).means_another(lexicon)
