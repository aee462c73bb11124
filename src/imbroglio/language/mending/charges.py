"""Charges: whom a verb accuses, and of what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import (
    NOMINAL,
    RELATIVE,
    Repair,
    awaits,
    before,
    child,
    hung_as,
    judging,
    name_head,
)
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_FAR = 8  # words from a second party that is accused to the end of what it is accused of
_CHARGING = frozenset({"of", "for", "with"})
_PERFECT = frozenset({"having", "being"})


@cache
def accusing() -> frozenset[str]:
    """The lemmas of verbs that charge somebody."""
    verbs = load_speech().verbs
    return frozenset(verb for verb, senses in verbs.items() if any(s.manner.name == "accuse" for s in senses))


@awaits("term")
def judged_in_terms(token: Token) -> Repair | None:
    """ "Condemned in the strongest *terms the attack perpetrated* by X", read as terms that the attack was done in."""
    done = token if token.dep_.startswith("acl") else token.head
    deed, terms = child(done, "nsubj:pass", "nsubj"), done.head
    verb = terms.head
    plain = deed is not None and child(done, "aux", "aux:pass", "mark") is None and done.pos_ == "VERB"
    if not plain or deed is None or terms.lemma_ != "term" or terms.dep_ != "obl" or child(verb, "obj") is not None:
        return None
    if verb.lower_ not in load_lexicon().judging or not terms.i < deed.i < done.i:
        return None
    return {deed.i: (verb, "obj"), done.i: (deed, "acl")}.get(token.i)


@awaits(accusing)
@hung_as("acl")
def charged(token: Token) -> tuple[Token, str] | None:
    """ "X was accused by Y *of arming* Z", hung on Y as if Y armed Z; also "accused in a report of"."""
    agent, marks = token.head, {c.lower_ for c in token.children if c.dep_ == "mark"}
    verb = agent.head
    passive = agent.dep_ in ("obl:agent", "obl") and child(verb, "nsubj:pass") is not None
    told = "of" in marks or before(token) == "of"
    return (verb, "advcl") if told and passive and verb.lemma_ in accusing() else None


@awaits(accusing)
@hung_as("iobj")
def accused(token: Token) -> tuple[Token, str] | None:
    """ "Accuses *X* of arming Y", with X as if something were given to it."""
    verb = token.head
    alone = child(verb, "obj") is None
    return (verb, "obj") if alone and verb.lemma_ in accusing() else None


@awaits(accusing)
@hung_as("obj")
def whom_it_arms(token: Token) -> tuple[Token, str] | None:
    """ "The rebels *whom* X is accused of arming": X is accused, and they are whom it arms."""
    verb, deed = token.head, child(token.head, "advcl", "xcomp")
    before_it = token.lower_ in RELATIVE | {"whom"} and token.i < verb.i and verb.lemma_ in accusing()
    if not before_it or deed is None or child(verb, "nsubj:pass") is None or child(deed, "obj") is not None:
        return None
    mark = child(deed, "mark")
    return (deed, "obj") if mark is not None and mark.lower_ == "of" else None


@awaits(accusing)
def charged_too(token: Token) -> tuple[Token, str] | None:
    """ "Accused X of arming Y and *Z* of training W": Z is the second that is accused, and no companion of Y.

    Also "and *Z* of having trained W", "charged X with arming Y and *Z* with having trained W".
    """
    for other in token.doc.tokens[max(token.i - _FAR, 0) : token.i + 1]:
        if other.dep_ != "conj" or (deed := _deed_of(other)) is None or (accuser := _accuser(other)) is None:
            continue
        moved = {other.i: (accuser, "obj"), deed.i: (other, "acl")}
        moved |= {t.i: (deed, "aux") for t in token.doc.tokens[other.i + 1 : deed.i] if t.lower_ in _PERFECT}
        if deed.dep_ == "compound":  # "training officers", read as officers for training
            moved[deed.head.i] = (deed, "obj")
            moved |= {c.i: (deed, "mark") for c in deed.head.children if c.i == deed.i - 1}
        return moved.get(token.i)
    return None


@awaits(accusing)
@hung_as("conj", "ccomp")
def charged_twice(token: Token) -> tuple[Token, str] | None:
    """ "Accused X of crimes and *of acting* for Y", joined to the charge as a deed of who makes it.

    So too "accuses X of having sent men", read as what is told.
    """
    verb = token.head
    marked = any(c.dep_ in ("mark", "case") and c.lower_ in ("of", "with") for c in token.children)
    doing = token.lower_.endswith("ing") or any(c.lower_ in _PERFECT for c in token.children)
    twice = marked and doing and verb.lemma_ in accusing()
    return (verb, "advcl") if twice and child(verb, "obj", "iobj", "nsubj:pass") is not None else None


@awaits("on", "against")
@hung_as("obl")
def aimed_at(token: Token) -> tuple[Token, str] | None:
    """ "Condemned strikes *on X*", hung on the verb: it is X that is struck."""
    verb, deed = token.head, token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    case = child(token, "case")
    if case is None or case.lower_ not in ("on", "against") or deed.head is not verb:
        return None
    fights = deed.dep_ == "obj" and Relation.FIGHTS in load_lexicon().of_noun(deed.lemma_)
    blamed = verb.lemma_ in load_lexicon().groups["blaming"]  # "blamed the attack *on X*"
    return (deed, "nmod") if fights and not blamed and verb.lower_ in judging() else None


@awaits(judging)
@hung_as("advcl")
def acting(token: Token) -> tuple[Token, str] | None:
    """ "Condemns X, *acting* on behalf of Y": it is X that acts, or whoever is named for what is condemned."""
    verb, opening = token.head, token.left_edge
    comma = opening.i - (opening.text != ",")
    if verb.lower_ not in judging() or comma < verb.i + 2 or token.doc[comma].text != ",":
        return None
    if not token.lower_.endswith("ing") or token.lower_ not in load_lexicon().serving:
        return None
    name = name_head(token.doc[comma - 1], token)
    return (name, "acl") if name.pos_ in NOMINAL and name is not child(verb, "nsubj") else None


@awaits(judging)
@hung_as("obl")
def with_help(token: Token) -> tuple[Token, str] | None:
    """ "Condemned the attack by X *with the help* of Y", hung on the verb as if Y had helped to condemn it.

    Also "condemned the attack by X *on a camp*", which is what the attack was on.
    """
    verb, first = token.head, token.left_edge
    case = child(token, "case")
    if case is None or case.lower_ not in ("with", "on") or verb.lower_ not in judging():
        return None
    doer = name_head(token.doc[first.i - 1], token)
    own = child(doer, "case")
    by = own is not None and own.lower_ == "by" and doer.dep_ in ("obl", "nmod") and doer.pos_ in NOMINAL
    deed = child(verb, "obj")
    if not by or deed is None or not verb.i < deed.i < doer.i:
        return None
    if case.lower_ == "on":
        return (deed, "nmod") if doer.head is deed and deed.lemma_ in load_lexicon().nouns else None
    return doer, "nmod"


def _deed_of(noun: Token) -> Token | None:
    """The participle right behind a name and the preposition of a charge: "of *arming*", "of having *armed*"."""
    words, end = noun.doc.tokens, noun.i + 1
    while end < len(words) and words[end].dep_ == "flat":
        end += 1
    behind = words[end : end + 4]
    if len(behind) < 2 or behind[0].lower_ not in _CHARGING or not behind[1].lower_.endswith("ing"):
        return None
    if behind[1].lower_ in _PERFECT:
        return next((t for t in behind[2:] if t.pos_ in ("VERB", "ADJ") and t.lower_ != "been"), None)
    return behind[1] if behind[1].pos_ == "VERB" and behind[0].lower_ != "with" else None


def _accuser(second: Token) -> Token | None:
    """The verb of charge above that has charged somebody with a first deed already."""
    for verb in second.ancestors:
        if verb.lemma_ in accusing():
            first = child(verb, "obj", "iobj")
            below = [*verb.children, *first.children] if first is not None else []
            deeds = [c.i for c in below if c.pos_ == "VERB" or c.dep_ == "obl"]
            return verb if first is not None and any(first.i < deed < second.i for deed in deeds) else None
    return None
