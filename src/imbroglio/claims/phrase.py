"""What the records beside claims ask of a parse: parties and places under a word, its clause and sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import case_of
from imbroglio.knowledge.inflection import plural, verb_forms
from imbroglio.model import ActorKind, Party, Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_WHERE = frozenset({"in", "on", "at", "near", "across", "over", "after", "before", "since", "during", "throughout"})
_INSIDE = ("amod", "compound", "nmod:poss", "flat")
_STEPS = 4  # from the first word of a noun phrase up to its head
_CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis", "ccomp")


def span(doc: Doc, first: int, last: int) -> Span:
    """Characters from token `first` to token `last`, that one included, without white space and closing marks."""
    while last > first and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in ")]”’\"'":
        last -= 1
    while first < last and doc[first].is_space:
        first += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))


def is_one(token: Token, words: Sequence[str]) -> bool:
    """True if the token is a form of one of the words, which are lemmas; also where its own lemma went wrong."""
    forms = _forms(tuple(words))
    return token.lower_ in forms or token.lemma_.lower() in forms


@lru_cache(maxsize=256)
def _forms(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, *verb_forms(word), plural(word)))


def sentence(token: Token) -> Span:
    """The sentence of a token."""
    found = token.sent
    return span(token.doc, found.start, found.end - 1)


def object_of(verb: Token) -> Token | None:
    """The object of a verb; else the noun phrase that stands right behind it, whatever the parse hangs it on."""
    found = next((c for c in verb.children if c.dep_ == "obj"), None)
    if found is not None or verb.i + 1 >= len(verb.doc):
        return found
    node = verb.doc[verb.i + 1]
    for _ in range(_STEPS):
        if node.pos_ in ("NOUN", "PROPN") and node.dep_ not in ("compound", "amod", "flat", "nmod:poss"):
            behind = node.dep_ in ("xcomp", "obj", "nmod", "dep") or (node.dep_ == "nsubj" and node.head == verb)
            return node if behind and case_of(node) == "" else None
        if node.head.i <= node.i:
            return None
        node = node.head
    return None


def prepositional(token: Token, cases: Collection[str], *deps: str) -> Iterator[Token]:
    """Nouns, gerunds and clauses that hang on the token by one of the prepositions or markers."""
    for child in token.children:
        if deps and child.dep_ not in deps:
            continue
        if case_of(child) in cases or any(k.dep_ == "mark" and k.lower_ in cases for k in child.children):
            yield child


def parties_in(parties: Parties, token: Token) -> tuple[Party, ...]:
    """Every actor named in the phrase of a token, clauses, places and mere modifiers ("Syrian") left out."""
    found: dict[str, Party] = {}
    for part in _phrase(token):
        if part != token and (part.dep_ in _INSIDE or case_of(part) in _WHERE):
            continue
        if parties.mentions.at(part.i) and parties.kind(part.i) != ActorKind.PLACE:
            for party in parties.of(part.i):
                found.setdefault(party.actor, party)
    return tuple(found.values())


def place_in(parties: Parties, token: Token) -> str | None:
    """The words of a place or state that the token is the head of."""
    mention = parties.mentions.at(token.i)
    if mention is None or parties.kind(token.i) not in (ActorKind.PLACE, ActorKind.STATE):
        return token.text if token.ent_type_ == "PLACE" and token.ent_iob_ == "B" else None
    return str(token.doc[mention.start : mention.end].text)


def _phrase(token: Token, depth: int = 0) -> Iterator[Token]:
    """The token and what hangs on it, down to where a clause begins."""
    yield token
    if depth > 20:
        return
    for child in token.children:
        if child.dep_ not in _CLAUSES or child.lower_ == "including":
            yield from _phrase(child, depth + 1)
