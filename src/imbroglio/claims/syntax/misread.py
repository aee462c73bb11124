"""Subjects that a parse hangs elsewhere than on their verb, and strays that it takes for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.syntax.phrases import RELATIVES, case_of, child
from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_MANNER = frozenset({"term", "manner", "way"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def led_astray(verb: Token) -> Token | None:
    """ "If they *do* the emir *would* besiege Y", "if they attack Chad *will* …": read as an object of the first.

    No comma parts the two, and an auxiliary wants a subject right before it.
    """
    aux = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass")), None)
    clause = next((c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i and child(c, "mark")), None)
    if aux is None or clause is None:
        return None
    return next((c for c in clause.children if c.dep_ == "obj" and c.right_edge.i + 1 == aux.i), None)


def behind_opening(verb: Token) -> Token | None:
    """ "With the help of Chad, *the rebels*, who fled, have …", where the rebels are read as an apposition to Chad."""
    aux = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")), None)
    opening = next((c for c in verb.children if c.dep_ in ("obl", "advcl") and c.left_edge.i == verb.sent.start), None)
    if aux is None or opening is None or opening.i > verb.i:
        return None
    ends = (aux.i - 1, aux.i - 2 if aux.i > 1 and aux.nbor(-1).text == "," else aux.i - 1)
    inside = (t for t in opening.subtree if t.dep_ == "appos" and t.right_edge.i in ends and t.left_edge.i)
    return next((t for t in inside if "," in (t.left_edge.text, t.left_edge.nbor(-1).text)), None)


def speaks_behind(subject: Token, verb: Token) -> bool:
    """ "X shelled the town and cut off its water, officials said", where who speaks is hung on what they say."""
    told = (up for up in verb.ancestors if up.i > subject.i and up.lemma_.lower() in load_speech().verbs)
    said = next(told, None) if verb.i < subject.i else None
    return said is not None and subject.right_edge.i + 1 == said.i


def second_subject(verb: Token) -> Token | None:
    """ "X, *which* Khartoum accuses of arming Y", where the relative is read as a subject beside the subject."""
    found = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    return found[0] if len(found) == 2 and found[0].lower_ in RELATIVES and verb.dep_ == "acl:relcl" else None


def crossing(verb: Token) -> Token | None:
    """ "*The army* on Tuesday retook X, officials said", where the army is hung on what officials say."""
    said = verb.head
    if verb.dep_ != "ccomp" or said.i < verb.i or said.lemma_.lower() not in load_speech().verbs:
        return None
    speakers = [c for c in said.children if c.dep_ in ("nsubj", "nsubj:pass", "dislocated")]
    own = any(c.i > verb.i for c in speakers)
    return next((c for c in speakers if own and c.i < verb.i), None)


def behind_manner(verb: Token) -> Token | None:
    """ "Condemns in the strongest terms *X's attack*", read as an apposition to the terms."""
    if child(verb, "obj", "ccomp") is not None:
        return None
    manner = (c for c in verb.children if c.dep_ == "obl" and c.i > verb.i and case_of(c) == "in")
    behind = (k for c in manner if c.lemma_ in _MANNER for k in c.children if k.i > c.i and k.pos_ in _NOMINAL)
    return next((k for k in behind if k.dep_ in ("appos", "conj", "nmod", "flat", "dep") and not case_of(k)), None)


def across(verb: Token) -> Token | None:
    """ "Abu Dhabi bankrolls the force", where the subject hangs across the verb on its object."""
    crossing = (k for c in verb.children if c.dep_ == "obj" and c.i > verb.i for k in c.children if k.i < verb.i)
    return next((k for k in crossing if k.pos_ in _NOMINAL and k.dep_ in ("compound", "nmod")), None)
