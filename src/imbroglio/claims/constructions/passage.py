"""Leave to be or move on one's ground: "Belarus let Russia use its territory", "Chad allowed the rebels to cross"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import (
    child,
    expand,
    is_passive,
    noun_lemma,
    noun_roles,
    prepositional,
    roles,
    verb_lemma,
)
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_HOSTILE = frozenset({Relation.FIGHTS, Relation.ADVANCES_ON, Relation.COERCES})
_WHITHER = frozenset({"into", "in", "on", "at", "inside"})  # where a deed goes, which is nobody’s leave to use it
_THROUGH = frozenset({"through", "across", "over", "into", "in", "from", "on", "via", "at", "inside"})


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from verbs of leave with passage or use of ground below them, and from camps that are hosted."""
    for verb in doc:
        if verb.pos_ == "VERB" and _hosts(verb, lexicon):
            yield from _camps(verb, lexicon)
        if verb.pos_ != "VERB" or verb.lower_ not in lexicon.letting:
            continue
        below = child(verb, "xcomp", "ccomp")
        if below is None or not _is_passage(below, lexicon):
            continue
        filled = roles(verb)
        guests = filled.obj or [t for c in below.children if c.dep_ == "nsubj" for t in expand(c)]
        cue = (verb.i, verb.i + 1)
        for host in filled.subj:
            for guest in guests:
                if host.i != guest.i:
                    yield Candidate(host.i, Relation.SHELTERS, guest.i, verb.i, cue, "passage")


def _hosts(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb shelters by itself: "hosts", not "opens"."""
    senses = lexicon.verbs.get(verb_lemma(verb), ())
    return any(s.frame.relation is Relation.SHELTERS and not (s.nouns or s.particle) for s in senses)


def _camps(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Hosts camps *for X*", "hosts a camp *where X is trained*": it shelters X."""
    filled = roles(verb)
    for camp in (t for t in filled.obj if noun_lemma(t) in lexicon.ground):
        told = (c for c in camp.children if c.dep_ == "acl:relcl" and any(k.lower_ == "where" for k in c.children))
        guests = [*filled.get("for"), *noun_roles(camp).get("for")]
        guests += [t for c in told for t in (roles(c).obj if is_passive(c) else roles(c).subj)]
        for host, guest in product(filled.subj, guests):
            if host.i != guest.i and noun_lemma(guest) not in lexicon.bystanders:
                yield Candidate(host.i, Relation.SHELTERS, guest.i, verb.i, (verb.i, verb.i + 1), "passage")


def _is_passage(verb: Token, lexicon: Lexicon) -> bool:
    if verb.lower_ in lexicon.passing:
        return True
    if verb.lower_ not in lexicon.using:
        return False
    used, senses = child(verb, "obj"), lexicon.verbs.get(verb_lemma(verb), ())
    if used is not None and noun_lemma(used) in lexicon.ground:
        return True
    aimed = used is not None or any(s.frame.relation in _HOSTILE and not s.nouns for s in senses)
    whence = _THROUGH - _WHITHER if aimed else _THROUGH
    return any(
        case in whence and (noun_lemma(t) in lexicon.ground or t.pos_ == "PROPN") for case, t in prepositional(verb)
    )
