"""What the words that hold two parties together come to, where no relation is claimed between them.

From the word under which both stand, down to each: "rejected an offer from X for talks" is a refusal, whatever is
offered. The outermost word decides, and words like "refuse", "lift" and "agree" make something of what they govern.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.verbal.company import Beside
from imbroglio.claims.syntax import (
    case_of,
    verb_lemma,
)
from imbroglio.knowledge.bearing import load_bearing
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

SUPPORTS, OPPOSES, TALK = RelationClass.SUPPORTS, RelationClass.OPPOSES, RelationClass.TALK
_DEPTH = 3  # steps off the way between the parties: "refused | to commit | to any assistance"
_GOVERNED = ("xcomp", "ccomp", "obj", "iobj", "nsubj:pass", "obl", "acl", "nmod", "compound", "amod")
_PLAIN_ROLES = frozenset({"obj", "iobj", "subj", "mutual", "between", "poss", "noun", "held", "mod"})
_ABOVE = frozenset({"xcomp", "ccomp", "acl", "obj", "csubj", "obl", "nmod", "nsubj:pass"})
_PHRASE = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "compound", "amod", "conj", "appos", "nmod:poss"})
_ASIDE = frozenset({"conj", "advcl", "parataxis", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Found:
    """The class, and the word that decided it."""

    klass: RelationClass
    word: Token


def words_between(one: Token, two: Token) -> Found | None:
    """What the words on the way between two parties' heads come to; None where nothing on it speaks."""
    if one.sent.start != two.sent.start or one.i == two.i:
        return None
    up, other = _line(one), _line(two)
    shared = {t.i for t in other}
    top = next((t for t in up if t.i in shared), None)
    if top is None:
        return None
    if top.i in (one.i, two.i):
        top = top.head  # "X and Y reached a deal"; "the X of Y"
    way = {t.i for t in (*up, *other)} - {t.i for t in _line(top)}
    found = _Weighed(way, {one.i, two.i}).of(top, 0)
    while found is None and top.dep_ in _PHRASE and top.head.i != top.i:  # "X and Y officials agreed"
        way, top = way | {top.i}, top.head
        found = _Weighed(way, {one.i, two.i}).of(top, 0)
    while top.dep_ in _ABOVE and top.head.i != top.i:
        top = top.head
        if top.lower_ in load_stance().reports:
            break
        found = _turned(top, found)
    return found


def _line(token: Token) -> list[Token]:
    """The token and all above it, nearest first."""
    return [token, *token.ancestors]


@dataclass(frozen=True, slots=True)
class _Weighed:
    way: set[int]
    parties: set[int]

    def of(self, token: Token, off: int) -> Found | None:
        """What a word comes to with all that it governs."""
        inner = [(c, self.of(c, 0 if c.i in self.way else off + 1)) for c in self._inner(token, off)]
        aside = next((f for c, f in inner if f and c.i in self.way and c.dep_ in _ASIDE), None)
        below = next((f for _, f in inner if f), None)
        if token.i in self.parties:
            return below if token.i in self.way else None
        return aside or _turned(token, _own(token) or below, below)

    def _inner(self, token: Token, off: int) -> Iterator[Token]:
        """What is governed, the closest tie first: other clauses on the way, complements, objects, phrases."""
        if off > _DEPTH:
            return
        order = {dep: n for n, dep in enumerate(_GOVERNED if token.pos_ != "NOUN" else _GOVERNED[::-1])}
        governed = [c for c in token.children if c.i not in self.parties and (c.i in self.way or c.dep_ in order)]
        yield from sorted(governed, key=lambda c: order.get(c.dep_, -1))


def _groups(token: Token) -> set[str]:
    cues = load_bearing()
    found = cues.get(token.lower_) or cues.get(token.lemma_.lower(), [])
    beside = Beside(token)
    return {group for group, wanted in found if beside.fits(wanted)}


def _own(token: Token) -> Found | None:
    """What a word says by itself: by the cues, else as a relation word of the lexicon."""
    if token.pos_ in ("PROPN", "PRON", "DET", "AUX"):
        return None
    groups = _groups(token)
    klass = next((k for k in (OPPOSES, SUPPORTS, TALK) if k in groups), None) or _by_lexicon(token)
    return Found(klass, token) if klass else None


def _by_lexicon(token: Token) -> RelationClass | None:
    lexicon, beside = load_lexicon(), Beside(token)
    senses = [s for s in lexicon.verbs.get(verb_lemma(token), ()) if beside.fits(s)]
    marked = [s for s in senses if s.particle or s.nouns or s.preposition] or senses
    frames = [s.frame for s in marked] if token.pos_ == "VERB" else lexicon.nouns.get(token.lemma_.lower(), [])
    cases = {case_of(c) for c in token.children}
    filled = [f for f in frames if not _PLAIN_ROLES.isdisjoint(f.patient) or not cases.isdisjoint(f.patient)]
    classes = {OPPOSES if f.relation is Relation.ADVANCES_ON else f.relation.klass for f in filled}
    return next((k for k in (OPPOSES, SUPPORTS, TALK) if k in classes), None)


def _turned(token: Token, found: Found | None, below: Found | None = None) -> Found | None:
    """What a governing word makes of what it governs."""
    groups, inner = _groups(token), below or found
    hostile = inner is not None and inner.klass is OPPOSES and inner.word.i != token.i
    if groups & {"menaces", "refuses"}:
        return Found(OPPOSES, token)
    if "ends" in groups:
        return Found(SUPPORTS if hostile else OPPOSES, token)
    if "offers" in groups:
        return inner if hostile else Found(SUPPORTS, token)
    if found and found.klass is not OPPOSES and _negated(token):
        return Found(OPPOSES, token)
    return found


def _negated(token: Token) -> bool:
    adverbs = load_stance().adverbs
    return any("no" in adverbs.get(c.lower_, ()) for c in token.children)
