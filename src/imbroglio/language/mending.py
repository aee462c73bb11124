"""What the parser gets wrong time and again, put right in the tree that everything else reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_VERBAL = frozenset({"VERB", "AUX"})
_SINGULAR, _PLURAL = frozenset({"has", "is", "was"}), frozenset({"have", "are", "were"})
_ARTICLES = frozenset({"a", "an", "the"})


def mend(doc: Doc) -> None:
    """Hang some words elsewhere."""
    repairs = [(token, *found) for token in doc if (found := _resumed(token) or _spoken(token) or _beside(token))]
    for token, head, dep in repairs:
        token.head, token.dep_ = head, dep
    if repairs:
        doc.link()


def _resumed(token: Token) -> tuple[Token, str] | None:
    """ "X, which is backed by A, and *Y* agreed": a comma ends what a comma has begun, and Y is listed with X."""
    first, joint = token.head, _child(token, "cc")
    clause = first.head
    if token.dep_ != "conj" or joint is None or clause.dep_ != "acl:relcl" or not clause.i < first.i < joint.i:
        return None
    opening = clause.left_edge
    parted = "," in (opening.text, _before(opening)) and _before(joint) == ","
    alone = sum(c.dep_ == "conj" for c in first.children) == 1
    return (clause.head, "conj") if parted and alone else None


def _spoken(token: Token) -> tuple[Token, str] | None:
    """ "The army said rebels attacked the base and *accused* Y": who accuses is who said it.

    So it is where the number of the verb tells: "X says its rivals staged a coup and *has* banned them".
    """
    inner = token.head
    saying = inner.head
    if token.dep_ != "conj" or inner.dep_ != "ccomp" or not saying.i < inner.i < token.i:
        return None
    if {token.pos_, inner.pos_, saying.pos_} - _VERBAL or _child(token, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    speaker, doer = _child(saying, "nsubj"), _child(inner, "nsubj", "nsubj:pass")
    speech = load_speech()
    if speaker is None or doer is None or saying.lemma_ not in speech.verbs:
        return None
    in_turn = token.lower_ in speech.in_turn and inner.lower_ not in speech.in_turn
    return (saying, "conj") if in_turn or (_agrees(token, speaker) and not _agrees(token, doer)) else None


def _agrees(verb: Token, subject: Token) -> bool:
    """Whether the number of the verb's auxiliary, if it tells one, fits the subject."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")}
    several = "Plur" in subject.morph.get("Number", []) or _child(subject, "conj") is not None
    return words.isdisjoint(_SINGULAR if several else _PLURAL)


def _beside(token: Token) -> tuple[Token, str] | None:
    """ "Arming the Front, *a group* with ties to X": two objects, of which the second says what the first is."""
    comma = token.left_edge.i - (token.left_edge.text != ",")
    if token.dep_ != "obj" or token.pos_ != "NOUN" or comma < 0 or token.doc[comma].text != ",":
        return None
    if token.lemma_ in load_speech().nouns:
        return None  # "accused X of arming Y, *a charge* that …", which is said of the whole
    others = [c for c in token.head.children if c.dep_ == "obj" and c.i < token.i]
    told = token.doc[comma + 1].lower_ in _ARTICLES and len(others) == 1 and _child(token, "cc") is None
    return (others[0], "appos") if told and others[0].right_edge.i == comma - 1 else None


def _child(token: Token, *deps: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)


def _before(token: Token) -> str:
    """The word before the token."""
    return token.doc[token.i - 1].text if token.i else ""
