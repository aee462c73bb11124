"""Nouns and adjectives that name a deed or a stance.

"Iran's support for X", "the assault on Y by Z", "its ally Russia", "supporters of X", "the militia is loyal to X".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import Roles, case_of, child, expand, noun_roles, prepositional, subjects
from imbroglio.claims.constructions.verbs import from_frame
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from deed nouns, agent nouns and predicate adjectives."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN"):
            if lemma in lexicon.nouns:
                yield from _deed(token, lexicon)
            yield from _person_noun(token, lemma, lexicon)
        elif token.pos_ in ("ADJ", "VERB", "ADV"):
            word = token.lower_ if token.lower_ in lexicon.adjectives else lemma
            if word in lexicon.adjectives:
                yield from _adjective(token, word, lexicon)


def _deed(noun: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    filled = noun_roles(noun)
    filled.subj = expand(child(noun, "nsubj")) if child(noun, "cop") and child(noun, "nsubj") else []  # type: ignore[arg-type]
    _borrow(noun, filled, lexicon)
    for frame in lexicon.nouns[noun.lemma_.lower()]:
        yield from from_frame(noun, filled, frame, (noun.i, noun.i + 1), "noun")


def _borrow(noun: Token, filled: Roles, lexicon: Lexicon) -> None:
    """Arguments that stand with the verb or before the noun: "X launched an attack on Y", "Turkish strikes on Y"."""
    verb, poss = noun.head, filled.get("poss")
    if noun.dep_ == "obj" and verb.lemma_.lower() in lexicon.light:
        if not poss or poss[0].pos_ == "PRON":  # "reiterated its support": the subject names whom "its" stands for
            filled.preps["poss"] = subjects(verb) or poss
        for case, target in prepositional(verb):
            filled.preps.setdefault(case, []).extend(expand(target))
    elif poss and poss[0].pos_ == "PRON" and noun.dep_ in ("obl", "nmod") and case_of(noun) == "in":
        filled.preps["poss"] = _helped(noun) or poss  # "support the people in their fight against Y"
    if noun.dep_ == "obl" and case_of(noun) in ("with", "under", "through"):  # "with the support of X, Y took …"
        filled.preps.setdefault("to", []).extend(subjects(verb))
    if not filled.get("poss") and filled.get("mod"):
        filled.preps["poss"] = filled.get("mod")


def _helped(noun: Token) -> list[Token]:
    if noun.dep_ == "nmod":
        return expand(noun.head)
    target = child(noun.head, "obj")
    return expand(target) if target is not None else subjects(noun.head)


def _person_noun(noun: Token, lemma: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Agent nouns ("supporter of X", "X's enemy") and patient nouns ("X's client")."""
    for table, both, reverse in (
        (lexicon.agents, False, False),
        (lexicon.mutual_agents, True, False),
        (lexicon.patients, False, True),
    ):
        relation = table.get(lemma)
        if relation is None:
            continue
        filled = noun_roles(noun)
        others = filled.get("poss") or filled.get("of") or filled.get("mod") or (filled.get("to") if both else [])
        holders, background = _holders(noun)
        for holder in holders:
            for other in others:
                yield from _both_ways(holder, other, noun, relation, both, reverse, background)


def _both_ways(
    holder: Token, other: Token, noun: Token, relation: Relation, both: bool, reverse: bool, background: bool
) -> Iterator[Candidate]:
    if holder.i == other.i:
        return
    one, two = (other, holder) if reverse else (holder, other)
    cue = (noun.i, noun.i + 1)
    yield Candidate(one.i, relation, two.i, noun.i, cue, "agent noun", background=background)
    if both and not relation.symmetric:
        yield Candidate(two.i, relation, one.i, noun.i, cue, "agent noun", background=background)


def _holders(noun: Token) -> tuple[list[Token], bool]:
    """Who is called the supporter: subject of the copula, the apposed name, or the phrase itself."""
    if child(noun, "cop") and (subject := child(noun, "nsubj")):
        return expand(subject), False
    if noun.dep_ == "appos":
        return [noun.head], False
    named = [m for c in noun.children if c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" for m in expand(c)]
    if named:
        return named, True
    if noun.dep_ in ("compound", "nmod", "nmod:desc") and noun.head.i > noun.i and noun.head.pos_ == "PROPN":
        return [noun.head], True
    return [noun], True


def _adjective(word: Token, lemma: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """"X is loyal to Y"; "militias loyal to Y"."""
    filled = noun_roles(word)
    if child(word, "cop") and child(word, "nsubj"):
        bearers, background = subjects(word), False
    elif word.dep_ in ("amod", "acl") and word.head.i < word.i:
        bearers, background = expand(word.head), True
    else:
        bearers, background = subjects(word), False
    filled.preps["noun"] = bearers
    for frame in lexicon.adjectives[lemma]:
        yield from from_frame(word, filled, frame, (word.i, word.i + 1), "adjective", background)
