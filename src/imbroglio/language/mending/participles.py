"""Participles: of whom a deed is told that stands right behind a noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.language.mending.words import NOMINAL, child
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token


@cache
def _helping() -> frozenset[str]:
    """Verbs whose object is helped, and not fought."""
    verbs = load_lexicon().verbs.items()
    suffered = ((verb, {s.frame.relation for s in senses if s.frame.patient == ("obj",)}) for verb, senses in verbs)
    return frozenset(verb for verb, of in suffered if any(r.sign > 0 for r in of) and Relation.FIGHTS not in of)


def of_helped(token: Token) -> tuple[Token, str] | None:
    """ "Trains and arms the guards *battling* X": they do, not who arms them."""
    if token.dep_ != "advcl" or not token.lower_.endswith("ing") or token.left_edge is not token or not token.i:
        return None
    before = token.doc[token.i - 1]
    helped = next((t for t in (before, *before.ancestors) if t.dep_ == "obj"), None)
    if helped is None or helped.right_edge is not before or helped.pos_ not in NOMINAL:
        return None
    helping = helped.head is token.head or (helped.head.dep_ == "conj" and helped.head.head is token.head)
    return (helped, "acl") if helping and helped.head.lemma_ in _helping() else None


def of_subject(token: Token) -> tuple[Token, str] | None:
    """ "*Villagers* *opposed* to X joined Y", read as if they had joined being opposed."""
    clause = token if token.dep_ == "advcl" else token.head
    doer, verb = child(clause, "nsubj", "nsubj:pass"), clause.head
    if clause.dep_ != "advcl" or doer is None or child(verb, "nsubj", "nsubj:pass") is not None:
        return None
    if not clause.i - 1 == doer.right_edge.i < verb.i or child(clause, "mark", "aux", "aux:pass", "cop") is not None:
        return None
    if doer.pos_ not in NOMINAL or any(t.text == "," for t in token.doc[clause.i : verb.i]):
        return None
    return (doer, "acl") if token is clause else (verb, "nsubj") if token is doer else None
