"""Two subjects in a row, of which one names, counts or ends the other, and a place that is read as part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.knowledge.load import nouns
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.time import calendar
from imbroglio.language.mending.words import (
    NOMINAL,
    RELATIVE,
    THEM,
    Moves,
    Repair,
    awaits,
    before,
    child,
    hung_as,
    hyphen_before,
    inserted,
    name_head,
    of_them,
)

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ROLES = frozenset({"conj", "obl:agent", "obl", "obj", "nsubj", "nsubj:pass"})
_ASTRAY = frozenset({"nsubj", "appos", "conj"})
_ARTICLES = frozenset({"a", "an"})
_WHERE = frozenset({"in", "at", "near", "outside", "across", "around"})
_FIRST = frozenset({"against", "behind", "alongside", "beside", "opposite"})  # that open no clause of time
_STANDING_IN = frozenset({"do", "have", "be"})
_TOO = frozenset({"as", "so", "nor", "neither"})
_ADVERBIAL = 5  # words of "in turn", "for its part" at most


@hung_as("nsubj")
def named(token: Token) -> Repair | None:
    """ "*SAF* warplanes responded": whose planes they are."""
    end = token.right_edge.i + 1
    noun = token.doc[end] if end < len(token.doc) else token
    both = noun.dep_ == "nsubj" and noun.head is token.head and noun is not token
    return (noun, "compound") if both and token.pos_ in ("PROPN", "ADJ") and noun.pos_ == "NOUN" else None


@hung_as(*_ROLES)
def titled(token: Token) -> Repair | None:
    """ "Led by former *officer* Ali Nur", read as led by two: it is he who was an officer."""
    name = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    twice = token.dep_ == name.dep_ and name.head is token.head and name is not token
    if not twice or token.pos_ != "NOUN" or name.pos_ != "PROPN":
        return None
    office = token.lemma_ in nouns("offices") | nouns("forces", "people")
    return (name, "nmod:desc") if office and "Plur" not in token.morph.get("Number", []) else None


@hung_as("nsubj", "nsubj:pass", "amod", "compound")
def of_clause(token: Token) -> Repair | None:
    """ "*The Shield*, *a force* that X pays, withdrew", with the Shield as a second who pays."""
    clauses = (token.head, token.head.head, *(c for c in token.children if c.dep_ == "acl:relcl"))
    for clause in clauses:
        noun, name = clause.head, child(clause, "nsubj") if clause.dep_ == "acl:relcl" else None
        if name is None or noun.dep_ not in ("nsubj", "nsubj:pass"):
            continue
        between = name.doc[name.i + 1 : noun.i]
        if name.pos_ != "PROPN" or not name.i < noun.i < clause.i or not any(t.text == "," for t in between):
            continue
        moved: Moves = {name.i: (noun.head, noun.dep_), noun.i: (name, "appos")}
        moved |= {t.i: (noun, t.dep_) for t in between if t.head is name and t.dep_ in ("amod", "compound")}
        return moved.get(token.i)
    return None


@hung_as("nsubj", "nsubj:pass")
def what_it_is(token: Token) -> Repair | None:
    """ "The Front, *an alliance* of militias, attacked Y", read as two who attacked: it is what the front is."""
    verb, first = token.head, child(token.head, "nsubj", "nsubj:pass")
    if first is None or first is token or token.dep_ != first.dep_ or not first.i < token.i < verb.i:
        return None
    start, end = token.left_edge.i, token.right_edge.i
    start += token.left_edge.text == ","
    end += token.right_edge.text != ","
    words = token.doc.tokens
    article = any(c.dep_ == "det" and c.lower_ in _ARTICLES and c.i == start for c in token.children)
    between = words[first.i + 1 : start]
    near = bool(between) and between[-1].text == "," and all(first in t.ancestors or t.is_punct for t in between)
    fits = token.pos_ == "NOUN" and article and near and words[end].text == "," and child(token, "cc", "conj") is None
    return (first, "appos") if fits and child(first, "conj") is None else None


@hung_as("nsubj")
def joined(token: Token) -> Repair | None:
    """ "Rebels fled, *residents* and *an official* said", with the residents as more who fled, or as two."""
    joint = child(token, "cc")
    if joint is not None and joint.lower_ == "and" and joint.i == token.left_edge.i:
        first = next((c for c in token.head.children if c.dep_ == "nsubj" and c.right_edge.i + 1 == joint.i), None)
        first = first or _speaks_too(token, joint)
        return (first, "conj") if first is not None else None
    end = token.right_edge.i + 1
    joint = token.doc[end] if end < len(token.doc) else token
    speaks = joint.dep_ == "cc" and joint.head.dep_ == "nsubj" and _speaks_too(joint.head, joint) is token
    return (joint.head.head, "nsubj") if speaks else None


def _speaks_too(speaker: Token, joint: Token) -> Token | None:
    """Who stands before "and", behind a comma, and is read as a subject of the verb before."""
    words, saying = joint.doc.tokens, speaker.head
    near = words[max(joint.i - 1, 0)]
    first = next((t for t in (near, *near.ancestors) if t.dep_ == "nsubj" and t.right_edge.i + 1 == joint.i), None)
    if first is None or first.i < first.head.i or saying.lemma_ not in load_speech().inserted | {"tell"}:
        return None
    start = first.left_edge.i
    set_off = words[start].text == "," or words[start - 1].text == ","
    return first if set_off and first.head is not saying and first.i < saying.i else None


@awaits(inserted)
@hung_as(*_ASTRAY)
def both_say(token: Token) -> Repair | None:
    """ "X arms Y, *ministers* and UN *officials* say", with either as more who arm or are armed: they say so."""
    listed = (c for c in token.children if c.dep_ == "conj")
    for last in (token, *listed, *token.doc.tokens[token.right_edge.i + 1 : token.right_edge.i + 5]):
        if last.dep_ != "conj":
            continue
        joint, saying = child(last, "cc"), last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
        if joint is None or saying.lemma_ not in load_speech().inserted or joint.i < 2:
            continue
        first = name_head(last.doc[joint.i - 1], joint)
        bare = saying.pos_ == "VERB" and child(saying, "nsubj", "nsubj:pass") is None and last.i < saying.i
        clause = child(saying, "ccomp") if saying.dep_ != "parataxis" else saying.head
        if not bare or clause is None or clause.i > first.i or joint.i != last.left_edge.i:
            continue
        if "," in (first.left_edge.text, before(first.left_edge)) and first.dep_ in _ASTRAY and first.pos_ in NOMINAL:
            return {first.i: (saying, "nsubj"), last.i: (first, "conj")}.get(token.i)
    return None


@awaits(*THEM)
@hung_as("appos", "nsubj", "dislocated", "dep")
def some_of_them(token: Token) -> Repair | None:
    """ "*Guards*, *most* of them from X, took the base", with most alone as who took it."""
    for some in (token, *token.doc[token.right_edge.i + 1 : token.right_edge.i + 3]):
        if some.dep_ != "nsubj" or not of_them(some) or some.i < 2 or before(some) != "," or some.i > some.head.i:
            continue
        many = name_head(some.doc[some.i - 2], some)
        opening = many.left_edge
        first = opening.i == some.sent.start or "," in (opening.text, before(opening))
        astray = many.dep_ in ("appos", "nsubj", "dislocated", "dep") and some.head not in (many, *many.children)
        if first and astray and many.pos_ in NOMINAL and "Plur" in many.morph.get("Number", []):
            return {many.i: (some.head, "nsubj"), some.i: (many, "appos")}.get(token.i)
    return None


@awaits("with")
@hung_as("nsubj")
def each_doing(token: Token) -> Repair | None:
    """ "Fighting went on, *with each side* accusing the other", as if the side went on: it accuses."""
    doing, mark = token.doc[token.i + 1] if token.i + 1 < token.sent.end else token, before(token.left_edge)
    if token.i < token.head.i or mark != "with" or not doing.lower_.endswith("ing"):
        return None
    own = child(doing, "nsubj", "nsubj:pass")
    return (doing, "nsubj") if doing.pos_ == "VERB" and doing is not token.head and own is None else None


@hung_as("obj")
def before_auxiliary(token: Token) -> Repair | None:
    """ "Said its *units*, fighting in X, *had* killed ten", with the units as if they were killed."""
    verb = token.head
    helper = next(
        (c for c in verb.children if c.dep_ in ("aux", "aux:pass") and "Fin" in c.morph.get("VerbForm", [])), token
    )
    if not token.i < helper.i < verb.i or child(verb, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    behind = token.right_edge.i + 1
    near = behind == helper.i or (behind + 1 == helper.i and token.doc[behind].text == ",")
    others = child(verb, "obj") is not token or sum(c.dep_ == "obj" for c in verb.children) > 1
    passive = child(verb, "aux:pass") is not None
    told = token.pos_ in NOMINAL and near and (others or passive)
    return (verb, "nsubj:pass" if passive else "nsubj") if told else None


@awaits("which", "whom", "that")
@hung_as("nsubj:pass")
def accuses(token: Token) -> Repair | None:
    """ "Chad, which *it accused* of arming Y", read as if it were accused: a passive has an auxiliary and no object."""
    verb = token.head
    whom = child(verb, "obj")
    fronted = whom is not None and whom.i < token.i < verb.i and whom.lower_ in {*RELATIVE, "whom"}
    return (verb, "nsubj") if fronted and child(verb, "aux:pass") is None else None


@hung_as("nsubj")
def each_one(token: Token) -> Repair | None:
    """ "France and Spain *each* sent troops": it names nobody else."""
    first = child(token.head, "nsubj")
    both = first is not None and first is not token
    return (token.head, "advmod") if both and token.pos_ == "DET" else None


@hung_as("obl:unmarked")
def unmarked(token: Token) -> Repair | None:
    """ "*Iran* armed Hezbollah", with Iran as when or how long it was."""
    verb = token.head
    own = child(verb, "nsubj", "nsubj:pass", "expl", "csubj") is not None
    first = token.pos_ == "PROPN" and token.right_edge.i + 1 == verb.i
    return (verb, "nsubj") if first and verb.pos_ == "VERB" and not own and token.lower_ not in calendar() else None


def behind_place(token: Token) -> Repair | None:
    """ "*In Abkhazia* Russian peacekeepers disarmed Y", with Abkhazia as part of who did."""
    for subject in (token.head, token.head.head):
        case = child(subject, "case") if subject.dep_ in ("nsubj", "nsubj:pass") else None
        place = subject.doc[case.i + 1] if case is not None and case.lower_ in _WHERE else None
        if place is None or not _is_place_of(place, subject):
            continue
        named = name_head(place, subject)
        return {case.i: (named, "case"), named.i: (subject.head, "obl")}.get(token.i) if case is not None else None
    return None


def _is_place_of(place: Token, subject: Token) -> bool:
    """Whether a town or country stands between a preposition and somebody."""
    return place.ent_type_ == "PLACE" and place.i < subject.i and place.head in (subject, place.doc[place.i + 1])


@hung_as("nsubj")
def hyphened(token: Token) -> Repair | None:
    """ "Units backed by the Movement-*North* captured it", with the north as who did: it ends a name."""
    if token.pos_ != "PROPN" or not hyphen_before(token):
        return None
    last = token.doc[token.i - 2]
    first = name_head(last, token)
    inside = token in first.ancestors or first.dep_ in ("compound", "amod")
    return (first, "flat") if last.pos_ == "PROPN" and not inside else None


@awaits(*_FIRST)
def turned(token: Token) -> Repair | None:
    """ "Behind the rebels *stands Turkey*", with Turkey as what the rebels stand: it stands behind them."""
    for verb in (token, token.head, token.head.head):
        subject = next((c for c in verb.children if c.i > verb.i and _may_stand_behind(c)), None)
        first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i)])
        if subject is None or verb.pos_ != "VERB" or first < 2:
            continue
        words = verb.doc.tokens
        noun = next((t for t in (words[first - 1], *words[first - 1].ancestors) if t.head is verb), verb)
        case = words[max(noun.left_edge.i - 1, 0)] if noun.left_edge.lower_ not in _FIRST else noun.left_edge
        opens = case.i == case.sent.start or before(case) in ",;" or words[case.i - 1].dep_ == "cc"
        others = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c not in (noun, subject)]
        if noun is verb or others or case.lower_ not in _FIRST or not opens or noun.right_edge.i + 1 != first:
            continue
        passive = child(verb, "aux:pass") is not None
        moved: Moves = {case.i: (noun, "case"), noun.i: (verb, "obl")}
        return (moved | {subject.i: (verb, "nsubj:pass" if passive else "nsubj")}).get(token.i)
    return None


def _may_stand_behind(noun: Token) -> bool:
    """Whether a bare phrase stands right behind its verb."""
    near = noun.left_edge.i == noun.head.i + 1 and noun.dep_ in ("obj", "nsubj", "nsubj:pass", "xcomp")
    return near and noun.pos_ in NOMINAL and child(noun, "case") is None


@hung_as("obj", "conj", "appos")
def does_too(token: Token) -> Repair | None:
    """ "X armed them, *as has Y*", with Y as what it has: it has armed them as well."""
    verb = token.head
    if verb.lemma_ not in _STANDING_IN or token.dep_ != "obj" or token.left_edge.i != verb.i + 1:
        return None
    too = any(c.lower_ in _TOO and c.i < verb.i for c in verb.children)
    return (verb, "nsubj") if too and child(verb, "nsubj") is None else None


@awaits(";")
@hung_as("appos", "conj", "parataxis", "dep", "obj", "nsubj")
def before_adverbial(token: Token) -> Repair | None:
    """ "X armed Y; *Sudan*, in turn, armed Z", with Sudan as what Y is: a clause begins behind the semicolon."""
    opening = token.left_edge
    if token.pos_ not in NOMINAL or ";" not in (opening.text, before(opening)):
        return None
    words = token.doc.tokens
    commas = [t.i for t in words[token.i + 1 : token.i + 2 * _ADVERBIAL] if t.text == ","][:2]
    if len(commas) < 2 or any(t.pos_ == "VERB" for t in words[token.i : commas[1]]):
        return None
    behind = (t for t in words[commas[1] + 1 :] if t.pos_ not in ("AUX", "ADV"))
    verb = next(behind, token)
    own = child(verb, "nsubj", "nsubj:pass", "mark", "cc")
    passive = child(verb, "aux:pass") is not None
    finite = verb.pos_ == "VERB" and not verb.lower_.endswith("ing") and verb is not token.head and own is None
    return (verb, "nsubj:pass" if passive else "nsubj") if finite else None


@hung_as("amod", "nsubj", "nsubj:pass")
def doing(token: Token) -> Repair | None:
    """ "Chad, *fearing rebels*, struck them", with fearing rebels as a second subject: it is Chad that fears them."""
    for noun in (token, token.head):
        deed = next((c for c in noun.children if c.dep_ == "amod" and c.i < noun.i and c.lower_.endswith("ing")), noun)
        first = child(noun.head, "nsubj", "nsubj:pass")
        if deed.pos_ != "VERB" or noun.dep_ not in ("nsubj", "nsubj:pass") or first is None or first is noun:
            continue
        opens = before(deed) == "," and name_head(deed.doc[deed.i - 2], deed) is first
        end = noun.right_edge
        if opens and end.i + 1 < noun.head.i and "," in (end.text, end.doc[end.i + 1].text):
            return {deed.i: (first, "acl"), noun.i: (deed, "obj")}.get(token.i)
    return None
