"""Compound modifiers: "Iran-backed militias", "pro-Assad fighters", "anti-government rebels", "Kurdish-led forces".

Read from the surface, since hyphens glue them whatever the parser thinks: party, hyphen, participle, then the noun that
the participle modifies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import kind
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import HYPHENS, named_place, noun_lemma
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import ActorKind, Mentions, Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from hyphenated participles and prefixes."""
    for i, token in enumerate(doc[:-1]):
        if token.text not in HYPHENS:
            if "-" in token.text:
                yield from _glued_prefix(token, mentions, lexicon)
            if token.lower_ == "allied":
                yield from _allied(token)
            continue
        if i == 0:
            continue
        before, after = doc[i - 1], doc[i + 1]
        if not _glued(doc, i):
            continue
        word = after.lower_
        if word in lexicon.participles:
            yield from _participle(before, after, mentions, lexicon)
        elif word in lexicon.reverse_participles:
            yield from _reverse(before, after, lexicon)
        elif before.lower_ in lexicon.prefixes:
            yield from _prefix(before, after, lexicon)


def _allied(word: Token) -> Iterator[Candidate]:
    """ "The army and *allied* militias": of those they are named with."""
    noun = word.head
    plain = word.i > 0 and word.nbor(-1).text not in HYPHENS
    if word.dep_ == "amod" and noun.dep_ == "conj" and word.i < noun.i and plain:
        yield Candidate(
            noun.i, Relation.ALLIED_WITH, noun.head.i, word.i, (word.i, word.i + 1), "adjective", background=True
        )


def _glued(doc: Doc, i: int) -> bool:
    return not doc[i - 1].whitespace_ and not doc[i].whitespace_


def modified(token: Token) -> Token | None:
    """The noun a compound modifier belongs to: up the tree to the first noun on the right, else the next noun."""
    node = token
    for _ in range(4):
        if node.head.i > token.i and node.head.pos_ in ("NOUN", "PROPN"):
            return node.head
        if node.head == node:
            break
        node = node.head
    for other in token.doc[token.i + 1 : token.i + 6]:
        if other.pos_ in ("NOUN", "PROPN") and not other.is_punct:
            return other.head if other.dep_ == "compound" and other.head.i > other.i else other
        if other.pos_ in ("VERB", "ADP"):
            break
    return None


def _joined(token: Token) -> list[Token]:
    """The parties before the hyphen: "Turkish- and Qatari-backed" gives both."""
    out = [token]
    for other in reversed(token.doc[max(0, token.i - 4) : token.i]):
        if other.dep_ == "conj" or other.lower_ in ("and", "or", ",") or other.text in HYPHENS:
            continue
        if other.pos_ in ("PROPN", "ADJ") and other.i + 1 < len(token.doc) and token.doc[other.i + 1].text in HYPHENS:
            out.append(other)
        else:
            break
    return out


def _participle(before: Token, word: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    noun = modified(word)
    if noun is None or noun.i == before.i:
        return
    relation = lexicon.participles[word.lower_]
    led = relation is Relation.LEADS
    if word.lower_ in lexicon.holding and _is_ground(noun, mentions, lexicon):
        relation = Relation.CONTROLS  # "a Houthi-controlled area", where an "Iran-controlled militia" is led
    if before.lower_ in lexicon.unnamed and (relation is Relation.LEADS or (led and before.i not in mentions.by_head)):
        return
    if relation.klass is RelationClass.PLACE:
        noun = named_place(noun)  # "the Houthi-held port of Hodeidah"
    for party in _joined(before):
        yield Candidate(party.i, relation, noun.i, word.i, (word.i, word.i + 1), "compound", background=True)


def _is_ground(noun: Token, mentions: Mentions, lexicon: Lexicon) -> bool:
    mention = mentions.at(noun.i)
    capital = mention is not None and mention.form == "metonym"  # "Houthi-run Sanaa"
    return capital or kind(noun, mentions) is ActorKind.PLACE or noun_lemma(noun) in lexicon.settlements


def _reverse(before: Token, word: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    noun = modified(word)
    if noun is not None and noun.i != before.i:
        relation = lexicon.reverse_participles[word.lower_]
        yield Candidate(noun.i, relation, before.i, word.i, (word.i, word.i + 1), "compound", background=True)


def _prefix(prefix: Token, party: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    noun = modified(party)
    if noun is None or noun.i == party.i:
        return
    relation = lexicon.prefixes[prefix.lower_]
    yield Candidate(noun.i, relation, party.i, prefix.i, (prefix.i, prefix.i + 2), "prefix", background=True)


def _glued_prefix(word: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "anti-junta" as one token: the party is inside it, and its mention says where."""
    prefix, hyphen, rest = word.lower_.partition("-")
    if hyphen and rest and prefix in lexicon.prefixes:
        noun, name = modified(word), mentions.at(word.i)
        if noun is not None and name is not None and noun.i < name.end:
            noun = modified(noun)  # "a pro-Islamic State *group*"
        if noun is not None and noun.i != word.i:
            relation = lexicon.prefixes[prefix]
            yield Candidate(noun.i, relation, word.i, word.i, (word.i, word.i + 1), "prefix", background=True)
