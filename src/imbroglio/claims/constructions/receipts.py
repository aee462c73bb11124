"""Giving told of who gets it: "relies on Y for weapons", "lives on a stipend from Y", "lost its Saudi stipend"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import names_before, pairs, thing
from imbroglio.claims.syntax import child, noun_roles, roles
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_GRANTED = frozenset({Relation.FUNDS, Relation.BACKS})  # tanks that are lost were mostly destroyed


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from verbs of leaning on somebody and of losing what somebody gave."""
    for token in doc:
        if token.pos_ != "VERB":
            continue
        if token.lower_ in lexicon.lean:
            yield from _leaned_on(token, lexicon)
        elif token.lower_ in lexicon.lose | lexicon.keep:
            yield from _had(token, lexicon)


def _leaned_on(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    filled = roles(verb)
    needed, leaned = filled.get("for"), filled.get("on") or filled.get("off")
    if any(thing(t, lexicon) for t in needed):  # "relies on Moscow for weapons"
        yield from pairs(verb, leaned, filled.subj, needed, lexicon)
    for what in leaned:  # "relies on instructors from Wagner"
        yield from pairs(verb, filled.get("from") or _givers(what), filled.subj, [what], lexicon)


def _had(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Lost its Saudi stipend", "kept its Saudi stipend"."""
    filled = roles(verb)
    for what in filled.obj:
        whose = child(what, "nmod:poss")
        own = verb.lower_ in lexicon.lose or (whose is not None and whose.pos_ == "PRON")  # "kept Iraqi money" may rob
        if own and thing(what, lexicon) in _GRANTED:
            yield from pairs(verb, _givers(what), filled.subj, [what], lexicon, stop=verb.lower_ in lexicon.lose)


def _givers(what: Token) -> list[Token]:
    """Whose it is: "a stipend from Y", "the pay of Y", "Saudi money"; "its pay" tells nothing."""
    filled = noun_roles(what)
    owners = [t for t in filled.get("poss") or filled.get("of") if t.pos_ != "PRON"]
    return filled.get("from") or owners or [t for t in names_before(what) if t.pos_ != "PRON"]
