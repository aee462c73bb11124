"""Deeds that nobody did: those of films, novels and games, and those that armies play at in an exercise."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import case_of, noun_lemma, prepositional, verb_lemma
from imbroglio.claims.time.tense import tense
from imbroglio.knowledge.load import quiet
from imbroglio.knowledge.time import load_time
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_OPENING = 2  # sentences of a text in which what it is about is named
_FURTHER = 4  # sentences behind one about a story or an exercise that may tell of it
_PLAYED = frozenset({Relation.FIGHTS, Relation.ADVANCES_ON, Relation.CONTROLS, Relation.COERCES})
_SIDES = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.INTERNATIONAL})
_TOLD = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "conj"})


@dataclass(frozen=True, slots=True)
class _Exercise:
    sentence: int  # by number
    sides: frozenset[str]  # actors named with it


class Staged:
    """What of one document is told of a story or an exercise."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        doc = parties.doc
        self._starts = [t.i for t in doc if t.is_sent_start or t.i == 0]
        self._works = [t for t in doc if _is_work(t)]
        kinds = quiet("stories") | quiet("makers")
        told = {t.i: t.lemma_.lower() for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in kinds}
        self._told = [self._number(i) for i in told]
        opening = [t for t in self._works if self._number(t.i) < _OPENING]
        self._is_story = bool(opening) and (len(set(told.values())) > 1 or any(map(_goes_on, opening)))
        self._exercises = [_Exercise(self._number(t.i), self._sides(t)) for t in doc if _is_exercise(t)]

    def holds(self, c: Candidate) -> bool:
        """Whether the deed is done in a story or an exercise alone."""
        return self._in_story(c) or (c.relation in _PLAYED and self._in_exercise(c))

    def _number(self, i: int) -> int:
        return bisect_right(self._starts, i) - 1

    def _in_story(self, c: Candidate) -> bool:
        """ "*In the film*, rebels attack a town", "the novel tells how they did"; stories go on in the present."""
        if not self._works:
            return False
        deed = self._parties.doc[c.predicate]
        if any(_tells(work, deed) for work in self._works):
            return True
        near = any(0 <= self._number(c.predicate) - told <= _FURTHER for told in self._told)
        return self._is_story and near and tense(self._parties.doc, c.predicate) != "past"

    def _in_exercise(self, c: Candidate) -> bool:
        """ "X and Y began a drill. X's frigates hunted Y's submarines": sides of it, or one and nobody known."""
        deed, at = self._parties.doc[c.predicate], self._number(c.predicate)
        near = [e for e in self._exercises if 0 < at - e.sentence <= _FURTHER]
        if not near or deed.pos_ != "VERB" or _is_dated(deed) or _is_over(deed):
            return False
        one, two = self._actors(c.subject), self._actors(c.object)
        for e in near:
            plays = not e.sides.isdisjoint(one) or (not e.sides and self._parties.kind(c.subject) in _SIDES)
            if plays and (not e.sides.isdisjoint(two) or self._is_nameless(c.object)):
                return True
        return False

    def _sides(self, exercise: Token) -> frozenset[str]:
        """Whoever is named in its sentence, besides itself: "ships from *eleven nations*" names nobody."""
        actors = self._parties.mentions.actors
        heads = [
            t.i
            for t in exercise.sent
            if exercise not in (t, *t.children) and t.pos_ != "PRON" and self._parties.mentions.at(t.i)
        ]
        named = (a for i in heads if self._parties.kind(i) in _SIDES for a in self._actors(i))
        return frozenset(a for a in named if not actors[a].described)

    def _actors(self, i: int) -> frozenset[str]:
        return frozenset(actor.id for actor in self._parties.actors(self._parties.anchor(i)))

    def _is_nameless(self, i: int) -> bool:
        mention = self._parties.mention(self._parties.anchor(i))
        return mention is None or (mention.form == "description" and self._parties.doc[i].pos_ == "NOUN")


def _is_work(noun: Token) -> bool:
    """A story by its kind; not "a *film* festival", "a *series* of raids", "a propaganda film"."""
    if noun.pos_ != "NOUN" or noun_lemma(noun) not in quiet("stories"):
        return False
    if noun.dep_ == "compound":
        return noun_lemma(noun.head) in quiet("bound")  # "a *comic* book"
    before = {k.lemma_.lower() for k in noun.children if k.dep_ in ("amod", "compound")}
    return before.isdisjoint(quiet("factual")) and all(case != "of" for case, _ in prepositional(noun))


def _bound(work: Token) -> Token:
    """ "A comic *book*"."""
    return work.head if work.dep_ == "compound" else work


def _goes_on(work: Token) -> bool:
    """ "The musical *follows* a pilot who …": what a story does in the present is to tell."""
    bound = _bound(work)
    verb = bound.head
    subject = bound.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.dep_ == "root"
    return subject and "Past" not in verb.morph.get("Tense", []) and not any(k.pos_ == "AUX" for k in verb.children)


def _tells(work: Token, deed: Token) -> bool:
    """Whether a clause over the deed stands "in the film", or is what the film tells, imagines or shows."""
    node, bound = deed, _bound(work)
    while True:
        told = bound.dep_ == "nsubj" and node is not deed
        if bound.head is node and (told or case_of(bound) == "in"):
            return True
        if node.head is node or node.dep_ not in _TOLD:
            return False
        node = node.head


def _is_exercise(noun: Token) -> bool:
    """An exercise that takes place: "began a *drill*", "the *exercise* opened", "*Exercise Desert Wind* began"."""
    kinds = (f"{k.lemma_.lower()}-{noun.lemma_.lower()}" for k in noun.children if k.dep_ == "compound")
    if quiet("exercises").isdisjoint((noun.lemma_.lower(), *kinds)):
        return False
    called = noun.head if noun.dep_ in ("compound", "flat") and noun.text.istitle() else noun
    return called.dep_ in ("obj", "nsubj", "nsubj:pass", "obl") and verb_lemma(called.head) in quiet("exercising")


def _is_over(deed: Token) -> bool:
    """ "Which *had* attacked Y"."""
    return any(k.lemma_ == "have" and k.pos_ == "AUX" for k in deed.children)


def _is_dated(deed: Token) -> bool:
    """Whether its sentence names a day, a month or a year of its own; "on the third day" is one of the exercise."""
    time = load_time()
    named = time.months.keys() | time.weekdays.keys() | time.days.keys()
    year = (t.text.isdigit() and len(t.text) == 4 for t in deed.sent)
    return any(year) or any(t.lower_.rstrip(".") in named for t in deed.sent)
