"""Giving told of who gets it: "relies on Y for weapons", "lives on a stipend from Y", "lost its Saudi stipend"; or
of what is given: "Saudi rifles reached X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import names_before, pairs
from imbroglio.claims.syntax import Roles, agents, case_of, child, noun_lemma, noun_roles, roles, thing, verb_lemma
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.model import Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_MATERIAL = frozenset({Relation.ARMS, Relation.ASSISTS})
_RELATIVE = frozenset({"that", "which", "who"})
_GRANTED = frozenset({Relation.FUNDS, Relation.BACKS})  # tanks that are lost were mostly destroyed


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from verbs of leaning on somebody, of losing what somebody gave, and of things that arrive."""
    for token in doc:
        if token.pos_ in ("VERB", "ADJ") and token.lower_ in lexicon.wield | lexicon.fit:
            yield from _held(token, lexicon)
        if token.pos_ != "VERB":
            continue
        if token.lower_ in lexicon.lean:
            yield from _leaned_on(token, lexicon)
        elif token.lower_ in lexicon.lose | lexicon.keep:
            yield from _had(token, lexicon)
        elif token.lower_ in lexicon.arrive:
            yield from _comes_from(token, lexicon)
        elif token.lower_ in lexicon.reach:
            yield from _reached(token, mentions, lexicon)
        if token.lower_ in lexicon.arrive or verb_lemma(token) in lexicon.give:
            yield from _found_with(token, lexicon)


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


def _comes_from(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The militia's pay comes from Y"; whose convoy "came under fire from Y" got nothing."""
    filled = roles(verb)
    if filled.get("under") or any(case_of(c) == "under" for c in verb.children):
        return
    for what in filled.subj:
        whose = noun_roles(what)
        receivers = whose.get("poss") or whose.get("of") or whose.get("for") or whose.get("mod")
        yield from pairs(verb, filled.get("from"), receivers, [what], lexicon)


def _held(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Carry rifles *supplied by Y*", "armed with guns that diplomats say *came from Y*": Y armed who holds them."""
    filled = roles(verb)
    held, holders = (filled.get("with"), filled.obj) if verb.lower_ in lexicon.fit else (filled.obj, filled.subj)
    for what in held:
        for deed in _told_of(what):
            found = roles(deed)
            elsewhere = [t for case in ("to", "for", "iobj") for t in found.get(case) if t.pos_ != "PRON"]
            givers = _sources(deed, found, lexicon) if thing(what, lexicon) in _MATERIAL and not elsewhere else []
            yield from pairs(deed, givers, holders, [what], lexicon)


def _found_with(deed: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Rifles *found with X* were supplied by Y", "drones *used by X* came from Y"."""
    filled = roles(deed)
    for what in filled.subj if deed.lower_ in lexicon.arrive else filled.obj:
        for clause in (c for c in what.children if c.dep_ == "acl" and what.i < c.i < deed.i):
            beside = roles(clause)
            found = (beside.get("from") or beside.get("with")) if clause.lower_ in lexicon.recover else []
            holders = beside.subj if clause.lower_ in lexicon.wield else found
            if thing(what, lexicon) in _MATERIAL and not any(filled.get(case) for case in ("to", "for", "iobj")):
                yield from pairs(deed, _sources(deed, filled, lexicon), holders, [what], lexicon)


def _told_of(what: Token) -> Iterator[Token]:
    """The verbs of the clauses about a thing; of "rifles *that Dask says came* from Y", what is said."""
    for clause in (c for c in what.children if c.dep_ in ("acl", "acl:relcl") and c.i > what.i):
        told = child(clause, "ccomp") if clause.lemma_ in load_speech().verbs else None
        yield told or clause


def _sources(deed: Token, filled: Roles, lexicon: Lexicon) -> list[Token]:
    """From whom something is by a verb of giving, buying or coming: "*supplied by Y*", "*came from Y*"."""
    if deed.lower_ in lexicon.arrive:
        return filled.get("from")
    lemma = verb_lemma(deed)
    if lemma in lexicon.get and filled.get("from"):
        return filled.get("from")  # "obtained from Y"
    return [t for t in filled.subj if t.lower_ not in _RELATIVE] if lemma in lexicon.give | lexicon.get else []


def _reached(verb: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Weapons from X have reached Y", "rifles bought by X reached Y"; rockets from X may have hit it."""
    filled = roles(verb)
    for what in filled.subj:
        if noun_lemma(what) not in lexicon.flying and thing(what, lexicon) is not Relation.FIGHTS_FOR:
            done = [m for c in what.children if c.dep_ == "acl" for m in agents(c)]
            givers, own = noun_roles(what).get("from") or done or filled.get("from"), _sent_by(what, lexicon)
            yield from pairs(verb, givers, filled.obj, [what], lexicon)
            if not givers:  # a capital that American dollars reach is where they are spent
                seats = {m.head for m in mentions.items if m.form == "metonym"}
                yield from pairs(verb, own, [t for t in filled.obj if t.i not in seats], [what], lexicon)


def _sent_by(what: Token, lexicon: Lexicon) -> list[Token]:
    """ "*Saudi* rifles reached X", "Langley's Stingers": whose they were; not those that were looted or sold on.

    Tanks and lorries may have come with their crews.
    """
    told = any(c.dep_ in ("acl", "acl:relcl") or c.lower_ in lexicon.groups["spoils"] for c in what.children)
    return [] if told or noun_lemma(what) in lexicon.groups["vessel"] else names_before(what)
