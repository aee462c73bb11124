"""What actors are said to want."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from imbroglio.claims.parties import Parties
from imbroglio.claims.phrase import is_one, object_of, parties_in, prepositional, span
from imbroglio.claims.syntax import child, subjects
from imbroglio.knowledge.load import data
from imbroglio.model import Document, Goal, Mentions, Party, Span, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_COMPLEMENTS = ("xcomp", "advcl", "ccomp", "acl")
_ENDS = frozenset({";", "—", "–", "”", '"'})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})


def find_goals(
    doc: Doc, document: Document, mentions: Mentions, chain: Callable[[int], tuple[Speaker, ...]]
) -> list[Goal]:
    """Every want of a known actor, one an actor and clause."""
    cues = data("cues/goals.yaml")
    parties = Parties(doc, mentions)
    found: dict[tuple[str, int], Goal] = {}
    for token in doc:
        for what in _wanted(token, cues):
            for party in wanters(token, parties):
                words = _words(what)
                quote = _quote(doc, party, token, words)
                goal = Goal(document.id, party, words.of(document.text), quote, chain(token.i))
                if not any(c.lower_ in _NOT for c in token.children):
                    found.setdefault((party.actor, words.start), goal)
    return list(found.values())


def _wanted(token: Token, cues: Any) -> list[Token]:
    """The clauses that say what is wanted, for a word of wanting; none for any other word."""
    if token.pos_ in ("VERB", "AUX") and is_one(token, cues["verbs"]):
        return [
            c
            for c in token.children
            if c.dep_ in ("xcomp", "advcl", "ccomp", "acl") and c.i > token.i and _infinitive(c)
        ]
    for preposition, words in cues["prepositional"].items():
        if is_one(token, words):
            found = [c for c in prepositional(token, (preposition,)) if c.pos_ == "VERB" and c.i > token.i]
            if found:
                return found
    if token.pos_ == "NOUN" and is_one(token, cues["nouns"]):
        found = [c for c in token.children if c.dep_ in ("acl", "xcomp", "advcl") and _infinitive(c)]
        return found + [c for c in prepositional(token, ("of",), "acl", "nmod") if c.pos_ == "VERB"]
    if _infinitive(token) and (goal := _subject(token)) is not None and is_one(goal, cues["purpose"]):
        return [token]  # "its goal is to open": the clause is the predicate
    return []


def _subject(token: Token) -> Token | None:
    return child(token, "nsubj", "nsubj:outer")


def wanters(token: Token, parties: Parties) -> tuple[Party, ...]:
    """Who wants it: the subject of the verb, the owner of the noun, or whoever acts "in a bid to"."""
    subject = _subject(token)
    noun = token if token.pos_ == "NOUN" else subject if subject is not None and _infinitive(token) else None
    if noun is not None:
        owner = child(noun, "nmod:poss") or next(iter(prepositional(noun, ("of", "by"), "nmod")), None)
        if owner is not None:
            return parties_in(parties, owner)
    clause = token.head if token.pos_ == "NOUN" else token
    heads = subjects(clause) if clause.pos_ in ("VERB", "AUX", "ADJ") else []
    if not heads and token.i and parties.known(token.i - 1):
        heads = [token.doc[token.i - 1]]
    return tuple({p.actor: p for head in heads if parties.known(head.i) for p in parties.of(head.i)}.values())


def _infinitive(token: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)


def _words(clause: Token) -> Span:
    """The clause from its "to" or gerund on, without what a further clause or mark adds."""
    marks = [c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "to"]
    first = min([*marks, clause.i])
    last: int = clause.i
    behind = object_of(clause)
    stray = list(behind.subtree) if behind is not None and behind.head != clause else []
    for token in [*clause.subtree, *stray]:
        if token.i > last and not _breaks(token, clause):
            last = token.i
    for i in range(first, last):
        if clause.doc[i].text in _ENDS:
            last = i - 1
            break
    return span(clause.doc, first, last)


def _breaks(token: Token, clause: Token) -> bool:
    """True for tokens of clauses that stand beside the wanted one."""
    node = token
    while node != clause and node.head != node:
        coordinate = node.dep_ == "conj" and node.head == clause and child(node, "nsubj") is not None
        if coordinate or node.dep_ in ("parataxis", "acl:relcl", "discourse"):
            return True
        node = node.head
    return False


def _quote(doc: Doc, party: Party, token: Token, words: Span) -> Span:
    """From the actor to the end of what it wants, if they stand in one sentence; else from the word of wanting."""
    end = max(words.end, token.idx + len(token.text))
    if doc[token.sent.start].idx <= party.span.start < words.end:
        return Span(min(party.span.start, token.idx), max(end, party.span.end))
    return Span(token.idx, end)
