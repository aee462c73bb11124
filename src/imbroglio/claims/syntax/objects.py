"""The voice of a clause and whom or what it acts on: its own object, one it shares, or the noun it modifies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.syntax.control import lifted
from imbroglio.claims.syntax.misread import across, behind_manner, second_subject
from imbroglio.claims.syntax.phrases import DEPTH, RELATIVES, case_of, child, expand, is_when, spread
from imbroglio.knowledge.lexicon import load_lexicon

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_MISREAD = frozenset({"nsubj", "obl:unmarked", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_WHERE = frozenset({"where", "when", "why"})


def is_passive(verb: Token, depth: int = 0) -> bool:
    """True for "was armed", and for bare participles that modify a noun or clause ("rebels armed by")."""
    if child(verb, "aux:pass", "csubj:pass", "obl:agent"):
        return True
    if child(verb, "nsubj:pass"):  # "troops crossed into Y" is active, whatever a parse calls its subject
        return "Fin" not in verb.morph.get("VerbForm", [])
    if verb.pos_ == "ADJ" and any(child(c, "obl:agent") for c in in_series(verb)):
        return True  # "are armed and paid by X"
    if child(verb, "nsubj") or across(verb) or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if "Pres" in verb.morph.get("Tense", []) and "Fin" in verb.morph.get("VerbForm", []):
        return False  # "was formed in 2023 and takes orders from X"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not child(verb, "nsubj", "aux", "cop"):
        return depth < DEPTH and is_passive(
            verb.head, depth + 1
        )  # "was ambushed and killed"; in "crossed it and fired on X" both are active
    if "Pass" in verb.morph.get("Voice", []):
        return True
    taken = verb.dep_ == "acl" and not verb.lower_.endswith("ing") and child(verb, "mark") is None  # nothing finite is
    if not taken and ("Part" not in verb.morph.get("VerbForm", []) or "Past" not in verb.morph.get("Tense", [])):
        return False
    if child(verb, "aux", "cop"):
        return False
    return verb.dep_ in ("acl", "amod", "advcl", "root", "parataxis", "acl:relcl") and not child(verb, "obj")


def in_series(verb: Token) -> Iterator[Token]:
    """What a verb is joined to: "armed, *trained* and *paid* by Y", also where each is hung on the one before."""
    for first in verb.children:
        if first.dep_ == "conj" and child(first, "aux:pass") is None:
            yield first
            bare = child(first, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "obl") is None
            yield from (c for c in first.children if bare and c.dep_ == "conj" and c.pos_ == "VERB")


def objects(verb: Token) -> list[Token]:
    found = own_objects(verb)
    if found or is_passive(verb):
        return found
    if (gap := _gap(verb)) is not None:
        return expand(gap)
    if verb.dep_ == "conj" and (shared := child(verb.head, "obj")) is not None and shared.i > verb.i:
        return spread(shared)
    if verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl" and (taken := _taken_over(verb.head)):
        return taken  # "a militia that Israel paid *and armed*"
    return [m for sharer in _sharers(verb) for m in own_objects(sharer)]


def _taken_over(verb: Token) -> list[Token]:
    """The noun before a clause, where it is the object in it."""
    own = child(verb, "obj")
    if own is not None:
        return spread(own) if own.lower_ in RELATIVES and own.i < verb.i else []
    gap = _gap(verb)
    return expand(gap) if gap is not None else []


def own_objects(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ == "obj"]
    if any(c.lower_ in RELATIVES for c in own) and lifted(verb) is not None:
        own = [c for c in own if c.lower_ not in RELATIVES]  # the subject, read as a second object
    if len(own) == 1 and own[0].lower_ == "what" and (called := _what_it_is(verb)) is not None:
        return spread(called)
    if not own and (behind := behind_manner(verb)) is not None:
        return spread(behind)
    return [m for c in own for m in spread(c)] or _misread_object(verb)


def _what_it_is(verb: Token) -> Token | None:
    """ "Struck what it said were *hideouts*", "bombed what it called *a depot*"."""
    what = next(c for c in verb.children if c.dep_ == "obj")
    below = [k for v in (verb, what, *what.children) for k in v.children if k.i > what.i]
    said = (k for k in below if k.dep_ == "ccomp" and k.pos_ in _NOMINAL and child(k, "cop") is not None)
    called = (k for k in below if k.dep_ in ("obj", "xcomp") and k.pos_ in _NOMINAL and k.head.dep_ == "acl:relcl")
    return next(said, None) or next(called, None)


def _misread_object(verb: Token) -> list[Token]:
    """A bare noun phrase behind a verb that has its subject in front: parsers sometimes call it a second subject."""
    own = child(verb, "nsubj")
    if verb.dep_ != "xcomp" and (own is None or own.i > verb.i):  # "helped it *hold off Y*" has one above
        return []
    behind = (c for c in verb.children if c.i > verb.i and c.pos_ in _NOMINAL and not case_of(c) and _is_misread(c))
    return [m for c in behind for m in spread(c)]


def _is_misread(noun: Token) -> bool:
    """Also "took over the town", read as a phrase of time or place; but "clashed in Darfur *last year*" is one."""
    behind = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).dep_ == "compound:prt"
    if is_when(noun):
        return False
    return noun.dep_ in _MISREAD or (noun.dep_ == "obl" and behind)


def _sharers(verb: Token) -> list[Token]:
    """The last verb of "hosted, armed and financed the rebels", whose object the ones before share.

    One with a subject of its own shares only with a verb that breaks off: "X bombed, and Y strafed, the same column".
    """
    first = verb.head if verb.dep_ == "conj" else verb
    breaks_off = verb.i + 1 < len(verb.doc) and verb.nbor().text == ","
    chain = [c for c in first.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    chain = [c for c in chain if breaks_off or not child(c, "nsubj")]
    if not chain or chain[-1].i <= verb.i or child(verb, "ccomp", "xcomp", "obl"):
        return []
    return chain[-1:]


def has_gap_object(verb: Token) -> bool:
    """True in "rebels (that) Iran backs": the noun before the clause is its object."""
    own = child(verb, "nsubj")
    if verb.dep_ != "acl:relcl" or own is None or child(verb, "ccomp"):
        return False
    if second_subject(verb) is not None:
        return True
    phrases = [c for c in verb.children if c.dep_ == "obl"]  # "for which Z fought", "in whose ranks Z fought"
    stranded = any(k.lower_ in RELATIVES for c in phrases for k in (c, *c.children))
    stranded |= any(c.lower_ in _WHERE for c in verb.children)  # "Libya, *where* they fought"
    return not stranded and own.lower_ not in RELATIVES and all(c.lower_ != "whose" for c in own.children)


def _gap(verb: Token) -> Token | None:
    """The noun whose place a clause leaves empty, through control: "the militia that he helped to hunt"."""
    node = verb
    for _ in range(DEPTH):
        taken = child(node.head, "obj")
        if node.dep_ != "xcomp" or (taken is not None and not is_lent(taken, node)):
            break
        node = node.head
    return node.head if has_gap_object(node) and not (node.i == verb.i and child(verb, "xcomp")) else None


def is_lent(relative: Token, verb: Token) -> bool:
    """ "the group that Y wants to isolate": the pronoun is what Y wants isolated, not who isolates."""
    wanting = relative.head.lower_ in load_lexicon().wanting
    return wanting and relative.lower_ in RELATIVES and child(verb, "obj") is None
