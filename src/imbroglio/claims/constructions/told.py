"""Blame and threats told of somebody by who speaks: "X said Y bore responsibility", "X vowed that Y would pay"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal.company import Beside
from imbroglio.claims.stance import stance
from imbroglio.claims.syntax import Roles, child, is_attack, noun_lemma, prepositional, roles, subjects, verb_lemma
from imbroglio.knowledge.lexicon import Frame, Lexicon, load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_SPEAKER = ("speaker",)
_TO_COME = frozenset({"will", "would", "’ll", "'ll", "shall"})


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from what the lexicon keeps for "speaker": words that blame or threaten whom they are said of."""
    for word in doc:
        yield from _complaints(word, lexicon)
        frames = list(_frames(word, lexicon))
        telling = _telling(word) if frames else None
        if telling is None:
            continue
        held = stance(word, load_stance())
        if held.polarity == "no":
            continue
        filled = Roles(subjects(word)) if word.pos_ == "ADJ" else roles(word)
        for frame in frames:
            if frame.relation is Relation.ACCUSES and held.firmness == "hypothetical":
                continue  # "asked whether Y was responsible"
            role = "subj" if frame.patient == ("noun",) else next((r for r in frame.patient if filled.get(r)), "")
            for one, other in product(subjects(telling), filled.get(role) if role else []):
                if one.i != other.i and other.pos_ != "PRON":
                    cue = (word.i, word.i + 1)
                    yield Candidate(one.i, frame.relation, other.i, telling.i, cue, "verb")


def _complaints(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "X *complained* that Y had shelled it": X accuses Y, who is told to have done something."""
    if verb.pos_ != "VERB" or verb_lemma(verb) not in lexicon.groups["complaint"]:
        return
    deeds = (c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "VERB" and child(c, "nsubj") is not None)
    for one, other in product(subjects(verb), [t for deed in deeds for t in subjects(deed)]):
        if one.i != other.i and other.pos_ != "PRON":
            yield Candidate(one.i, Relation.ACCUSES, other.i, verb.i, (verb.i, verb.i + 1), "verb")


def _frames(word: Token, lexicon: Lexicon) -> Iterator[Frame]:
    if word.pos_ == "ADJ":
        frames = lexicon.adjectives.get(word.lemma_.lower(), ())
        yield from (f for f in frames if f.agent == _SPEAKER and child(word, "cop") and _is_for_harm(word, lexicon))
        return
    if word.pos_ != "VERB" and not (word.pos_ == "NOUN" and _has_to(word)):  # "is to blame", read as a noun
        return
    beside = Beside(word)
    for sense in lexicon.verbs.get(verb_lemma(word), ()):
        if sense.frame.agent == _SPEAKER and beside.fits(sense) and _is_meant(word, sense.frame, bool(sense.nouns)):
            yield sense.frame


def _is_meant(verb: Token, frame: Frame, has_noun: bool) -> bool:
    """Threats tell what will be; "is *to blame*"; "*responsibility* lies with Y"."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if frame.relation is Relation.THREATENS:
        return bool(words & _TO_COME)
    if has_noun:
        return True
    if frame.patient == ("subj",):
        return _has_to(verb) and child(verb, "obj") is None
    blame = load_lexicon().groups["responsibility"]
    return any(noun_lemma(t) in blame and _is_for_harm(t, load_lexicon()) for t in subjects(verb))


def _has_to(word: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in word.children)


def _is_for_harm(word: Token, lexicon: Lexicon) -> bool:
    """ "Responsible for the attack", not "for security"; nothing behind "for" blames as well."""
    for_what = [t for case, t in prepositional(word) if case == "for"]
    harm = lexicon.groups["harm"]
    return all(is_attack(t) or noun_lemma(t) in harm for t in for_what)


def _telling(word: Token) -> Token | None:
    """The verb of saying that the clause of this word is the content of."""
    speech = load_speech()
    around = [word.head] if word.dep_ == "ccomp" else []
    around += [c for c in word.children if c.dep_ == "parataxis" and c.lemma_ in speech.inserted]
    for verb in around:
        manners = (s.manner for s in speech.verbs.get(verb.lemma_, ()))
        if any("clause" in m.content and not m.denied and not m.hedged and m.name != "want" for m in manners):
            return verb
    return None
