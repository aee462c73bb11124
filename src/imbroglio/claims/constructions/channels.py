"""Aid that runs through something: "weapons reach X through a company owned by Y", "aid to X has been boosted through
two channels: a programme backed by Y, and one run by Z".

Who stands behind a channel gives what flows through it. Receivers are named with the aid or its verb; else, where X
itself says that aid has come, it is X.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import kind
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import case_of, child, expand, noun_roles, prepositional, roles, thing, verb_lemma
from imbroglio.knowledge.lexicon import Lexicon, load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.knowledge.time import calendar
from imbroglio.model import ActorKind, Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_THROUGH = frozenset({"through", "via"})
_BY = frozenset({"way", "means"})  # "by way of X"
_YEARS = re.compile(r"^(\d{4}|\d0)s?$")
_BEHIND = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.PERSON})
_MATERIAL = frozenset({Relation.ARMS, Relation.FUNDS, Relation.ASSISTS})
_CARRIED = frozenset({Relation.ARMS, Relation.FUNDS})
_WHERE = frozenset({"in", "at", "near", "across", "inside"})
CLOSING = frozenset({"”", '"', ";"})
_APART = frozenset({"where", "when", "while"})  # begin what is told of a place or time and not of a channel
_DEPTH = 8


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from every channel of aid."""
    for phrase in doc:
        if phrase.pos_ == "VERB" and verb_lemma(phrase) in lexicon.give:
            yield from _carried(phrase, mentions, lexicon)
        channel = channel_of(phrase) if phrase.dep_ == "obl" else None
        if channel is None:
            continue
        verb = phrase.head
        given = next(((t, r) for t in _given(verb) if (r := thing(t, lexicon)) in _MATERIAL), None)
        if given is None or given[1] is None:
            continue
        cue = (min(verb.i, given[0].i), max(verb.i, given[0].i) + 1)
        for giver in _behind(channel, mentions):
            for receiver in _receivers(verb, given[0]):
                yield Candidate(giver.i, given[1], receiver.i, verb.i, cue, "channel", via=_stage(giver, channel).i)


def with_principals(doc: Doc, proposed: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, and who stands behind whoever gives or gets "*on behalf of X*": X does, through him."""
    for c in proposed:
        yield c
        doers = roles(doc[c.predicate]).subj if c.relation in _MATERIAL and doc[c.predicate].pos_ == "VERB" else []
        agents = {t.i for t in doers}
        for principal in (t.i for t in _principals(doc[c.predicate], doers) if t.i not in (c.subject, c.object)):
            if c.subject in agents:
                yield replace(c, subject=principal, via=c.subject)
            elif c.object in agents:
                yield replace(c, object=principal, via=c.object)


def _principals(verb: Token, doers: list[Token]) -> list[Token]:
    """For whom it is done: "bought rifles *on behalf of X*", "*acting for X*, a broker bought rifles"."""
    found = [t for case, t in prepositional(verb) if case == "behalf"]
    for beside in (c for word in (verb, *doers) for c in word.children if c.dep_ in ("acl", "advcl")):
        if beside.lower_.endswith("ing") and verb_lemma(beside) in load_lexicon().groups["agency"]:
            found += [t for case, t in prepositional(beside) if case in ("behalf", "for")]
    return [m for t in found if doers for m in expand(t)]


def _carried(verb: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Firms that moved $100 million *from X to Y*": X gives it; "from Libya" only says where it was."""
    filled = roles(verb)
    what = next((t for t in filled.obj if thing(t, lexicon) in _CARRIED), None)
    relation = thing(what, lexicon) if what is not None else None
    if what is None or relation is None:
        return
    inner = noun_roles(what)
    givers = [t for t in filled.get("from") or inner.get("from") if kind(t, mentions) in _BEHIND - {ActorKind.STATE}]
    cue = (min(verb.i, what.i), max(verb.i, what.i) + 1)
    for giver, receiver in product(givers, filled.get("to") or inner.get("to")):
        yield Candidate(giver.i, relation, receiver.i, verb.i, cue, "transfer")


def channel_of(phrase: Token) -> Token | None:
    """What something runs through: the noun behind "through", "via" or "by way of"; no time that it goes on through."""
    if phrase.dep_ not in ("obl", "nmod"):
        return None
    if case_of(phrase) == "by" and phrase.lower_ in _BY:
        return next((noun for case, noun in prepositional(phrase) if case == "of"), None)
    return phrase if case_of(phrase) in _THROUGH and not _is_time(phrase) else None


def _is_time(noun: Token) -> bool:
    """ "Through *the 1980s*", "through *the winter* of 1993", "through *most of the war*"."""
    inner = next((t for case, t in prepositional(noun) if case == "of"), None)
    if inner is not None and noun.pos_ not in ("NOUN", "PROPN"):
        return _is_time(inner) or inner.lower_ in load_stance().ventures
    return _YEARS.match(noun.text) is not None or noun.lower_ in calendar()


def _given(verb: Token) -> list[Token]:
    filled = roles(verb)
    return filled.obj + filled.subj


def _receivers(verb: Token, given: Token) -> list[Token]:
    filled, of_aid = roles(verb), noun_roles(given)
    named = filled.iobj or filled.get("to") or filled.get("for") or of_aid.get("to") or of_aid.get("for")
    if named:
        return named
    if given.dep_ == "nsubj":
        return filled.obj  # "weapons have reached X"
    speakers = [c for c in verb.head.children if c.dep_ == "nsubj"] if verb.dep_ == "ccomp" else []
    return expand(speakers[-1]) if speakers else []


def _behind(channel: Token, mentions: Mentions) -> Iterator[Token]:
    """Those named inside the phrase of the channel, but for what only modifies a name, and programmes themselves."""
    for token in _phrase(channel):
        mention = mentions.at(token.i)
        if mention is None or token.dep_ in ("compound", "amod", "flat") or token.i <= channel.i:
            continue
        first = token.head if token.dep_ == "conj" else token
        if case_of(first) in _WHERE or named_beside(channel) is token:  # "through a company in Chad and Mali"
            continue
        kinds = {mentions.actors[a].kind for a in mention.actors if a in mentions.actors}
        if kinds & _BEHIND:
            yield token


def named_beside(channel: Token) -> Token | None:
    """The name of the channel itself: "through a front company, *Sumoud Aviation*"."""
    beside = (c for c in channel.children if c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" and c.i > channel.i)
    return next(beside, None) if channel.pos_ == "NOUN" else None


def _phrase(channel: Token) -> list[Token]:
    """The words of the channel; behind a colon, all that is listed up to the end of the clause or quotation."""
    doc, colon = channel.doc, channel.i + 1
    if colon >= len(doc) or doc[colon].text != ":":
        apart = {t for word in channel.subtree if word.lower_ in _APART for t in word.head.subtree}
        return [t for t in channel.subtree if t not in apart or t is channel]
    end = next((t.i for t in doc[colon : channel.sent.end] if t.text in CLOSING), channel.sent.end)
    return list(doc[channel.i : end])


def _stage(giver: Token, channel: Token) -> Token:
    """The noun that is the giver's own channel: the "programme" that it backs, the "one" that it runs."""
    node, inside = giver, {t.i for t in _phrase(channel)}
    for _ in range(_DEPTH):
        if node.dep_ == "acl" and giver.head.i == node.i:
            return node.head
        if node.pos_ == "VERB" and (subject := child(node, "nsubj:pass")) is not None:
            return subject  # "one run by it", read as a clause
        if node.dep_ == "appos" or node.head.i == node.i or node.head.i not in inside:
            return node
        node = node.head
    return channel
