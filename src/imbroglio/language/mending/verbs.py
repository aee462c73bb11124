"""Verbs and their subjects that are read as parts of a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import (
    NOMINAL,
    RELATIVE,
    Moves,
    Repair,
    awaits,
    child,
    hung_as,
    is_by,
    is_past,
    judging,
)

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl", "acl:relcl", "csubj"})
_ASKED = frozenset({"how", "why", "when", "where"})
_SET_IN = 14  # words of an aside at most
_MAIN = frozenset({"root", "ccomp", "parataxis"})
_OBJECTS = frozenset({"obj", "iobj", "appos", "flat", "dep", "nmod"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod", "nmod:desc"})


@hung_as(*_BEFORE_NOUN)
def part_of_verb(token: Token) -> tuple[Token, str] | None:
    """ "The armed *wing* shot dead two", with the subject as if it were a part of the verb."""
    verb = token.head
    if verb.pos_ != "VERB" or token.i > verb.i or child(verb, "nsubj", "nsubj:pass") is not None:
        return None
    parts = [c for c in verb.children if c.dep_ == "compound" and c.i < verb.i and c.pos_ in NOMINAL]
    if not parts or parts[-1].i != verb.i - 1 or verb.dep_ not in _CLAUSES:
        return None
    if not is_past(verb) and child(verb, "obj", "ccomp") is None:
        return None
    if token is parts[-1]:
        return verb, "nsubj"
    return (parts[-1], token.dep_) if token.dep_ in _BEFORE_NOUN else None


def as_noun(token: Token) -> Repair | None:
    """ "The minister *accused* agents of murder", read as agents whom ministers accused.

    Also in a clause: "it is clear that Chad *armed* Togo", "tells how Chad *armed* Togolese rebels".
    """
    for noun in (token, token.head, token.head.head):
        parts = (c for c in noun.children if c.dep_ in ("amod", "compound") and 0 < c.i < noun.i)
        verb = next((c for c in parts if c.pos_ == "VERB" or _is_deed_between(c, noun)), None)
        subject = verb.doc[verb.i - 1] if verb is not None else noun
        if verb is None or subject.pos_ not in NOMINAL or not is_past(verb) or not _is_its_subject(subject, verb, noun):
            continue
        asked = noun.head if noun.dep_ in ("nsubj", "advcl:relcl") and noun.head.lower_ in _ASKED else None
        opening = next((c for c in (*noun.children, *verb.children) if _opens_clause(c, subject)), None)
        clause = noun.dep_ == "root" or asked or (opening is not None and noun.dep_ in _CLAUSES | _OBJECTS)
        if not clause or noun.pos_ not in NOMINAL or child(noun, "cop") is not None:
            continue
        above = asked or noun
        told = asked is not None or noun.dep_ in _OBJECTS
        place = (verb, "root") if above.dep_ == "root" else (above.head, "ccomp" if told else above.dep_)
        moved: Moves = {verb.i: (*place, "VERB"), noun.i: (verb, "obj"), subject.i: (verb, "nsubj")}
        moved |= {asked.i: (verb, "advmod")} if asked is not None else {}
        moved |= {opening.i: (verb, "mark")} if opening is not None else {}
        if token.is_punct and token.head is noun and token.i > noun.i:
            return verb, token.dep_
        return moved.get(token.i, (subject, token.dep_) if token.i < subject.i and token.head is noun else None)
    return None


def _opens_clause(word: Token, subject: Token) -> bool:
    """Whether a word opens the clause of a subject: "*that* Chad armed Togo", also where it is read as "that Togo"."""
    return word.dep_ == "mark" or (word.lower_ == "that" and word.i == subject.left_edge.i - 1)


def _is_its_subject(word: Token, verb: Token, noun: Token) -> bool:
    """Whether a word hangs on the same noun as the verb behind it, or on that verb already."""
    return (word.head is noun and word.dep_ == "compound") or (word.head is verb and word.dep_ in ("nsubj", "compound"))


@awaits(judging)
def second(token: Token) -> Repair | None:
    """ "Called it a joke and *accused* X of …", read as an accused joke: whoever called it so accused X."""
    for verb in (token, token.head, token.head.head):
        joint = verb.doc[verb.i - 1] if verb.i else verb
        if verb.pos_ not in ("VERB", "ADJ") or verb.dep_ not in ("amod", "acl") or joint.lower_ not in ("and", "but"):
            continue
        if joint.head is not verb or not is_past(verb) or verb.lower_ not in load_lexicon().judging:
            continue
        main = next((t for t in verb.ancestors if t.pos_ == "VERB" and t.i < verb.i and child(t, "nsubj")), None)
        thing = verb.head if verb.head.i > verb.i else child(verb, "obj")
        if main is None or thing is None or thing.pos_ not in {*NOMINAL, "PRON"} or thing.i < verb.i:
            continue
        moved: Moves = {verb.i: (main, "conj", "VERB"), thing.i: (verb, "obj")}
        deed = thing.head
        if deed.i > thing.i and deed.lower_.endswith("ing") and thing.dep_ == "nsubj":  # "of *arming* Y"
            moved[deed.i] = (verb, "advcl")
        return moved.get(token.i)
    return None


@awaits("that")
def reports(token: Token) -> Repair | None:
    """ "UN *monitors report* that X arms Y", read as a report of monitors: they report it."""
    for noun in (token, token.head):
        speaker, that = noun.doc[noun.i - 1] if noun.i else noun, noun.doc[min(noun.i + 1, noun.sent.end - 1)]
        if noun.pos_ != "NOUN" or noun.dep_ not in _CLAUSES or speaker.head is not noun or that.lower_ != "that":
            continue
        clause = that.head if that.dep_ == "mark" and that.head.head is noun else noun
        if clause is noun or clause.dep_ not in ("ccomp", "acl") or not _may_say(noun, speaker):
            continue
        if token is clause:
            return noun, "ccomp"
        if token is noun:
            return noun.head, noun.dep_, "VERB"
        if token is speaker:
            return noun, "nsubj"
        return (speaker, token.dep_) if token.i < speaker.i and token.dep_ in _BEFORE_NOUN else None
    return None


def _may_say(word: Token, speaker: Token) -> bool:
    """Whether a noun is also a verb of saying, in the number of the noun before it, and nothing else makes it one."""
    several = "Plur" in speaker.morph.get("Number", [])
    agrees = word.lower_ == word.lemma_ if several else word.lower_ == word.lemma_ + "s"
    said = word.lemma_ in load_speech().verbs and child(word, "cop", "case", "nsubj") is None
    return agrees and said and speaker.dep_ == "compound" and speaker.pos_ in NOMINAL


def _is_deed_between(word: Token, noun: Token) -> bool:
    """ "France *armed* Chad", with an adjective between two names."""
    names = noun.pos_ == word.doc[word.i - 1].pos_ == "PROPN"
    return names and word.pos_ == "ADJ" and word.lower_ in load_lexicon().forms


def before_object(token: Token) -> Repair | None:
    """ "Nur, himself a rebel, *suspended talks*", read as suspended talks that Nur is."""
    for noun in (token, token.head, token.head.head):
        doer = child(noun, "nsubj") if noun.pos_ in NOMINAL and noun.dep_ in _MAIN else None
        if doer is None or child(noun, "cop") is not None:
            continue
        verb = next((c for c in noun.children if c.dep_ == "amod" and doer.i < c.i < noun.i), None)
        if verb is None or verb.pos_ != "VERB" or not is_past(verb) or verb.lower_ not in load_lexicon().forms:
            continue
        right = verb.i - 1 == doer.right_edge.i or verb.doc[verb.i - 1].text == ","
        if not right or any(c.dep_ in _BEFORE_NOUN and c.i < verb.i for c in noun.children):
            continue
        place = (verb, "root") if noun.dep_ == "root" else (noun.head, noun.dep_)
        if token is verb:
            return *place, "VERB"
        moved: Moves = {noun.i: (verb, "obj"), doer.i: (verb, "nsubj")}
        return moved.get(token.i, (verb, token.dep_) if token.is_punct and token.head is noun else None)
    return None


def bare(token: Token) -> Repair | None:
    """ "It is clear that Chad *armed Togo*", with an adjective and no object: armed it is, and Togo was armed."""
    for deed in (token, token.head):
        if deed.pos_ != "ADJ" or deed.dep_ not in _CLAUSES or not is_past(deed):
            continue
        thing, doer = child(deed, "obl:unmarked", "obj"), child(deed, "nsubj")
        done = deed.lower_ in load_lexicon().forms and child(deed, "cop", "aux", "aux:pass") is None
        if not done or thing is None or doer is None:
            continue
        if doer.i < deed.i < thing.i and thing.left_edge.i == deed.i + 1 and thing.pos_ in NOMINAL:
            moved: Moves = {deed.i: (deed.head, deed.dep_, "VERB"), thing.i: (deed, "obj")}
            return moved.get(token.i)
    return None


@awaits("have")
@hung_as("acl:relcl", "ccomp", "advcl", "conj", "root")
def had_done(token: Token) -> Repair | None:
    """ "Whom X had *armed*", read as an adjective: what one has done is a deed."""
    have = child(token, "aux")
    has = have is not None and have.lemma_ == "have" and child(token, "cop", "aux:pass") is None
    done = token.pos_ == "ADJ" and is_past(token) and child(token, "nsubj") is not None
    return (token.head, token.dep_, "VERB") if has and done else None


@awaits("by")
def armed_by(token: Token) -> Repair | None:
    """ "Is *armed*, says a panel, *by X*": no quality, and X is no part of what is set in between."""
    for deed in reversed(token.doc.tokens[max(token.i - _SET_IN, token.sent.start) : token.i + 4]):
        if deed.pos_ not in ("ADJ", "VERB") or deed.lower_ not in load_lexicon().forms or not is_past(deed):
            continue
        be = child(deed, "cop", "aux:pass")
        doer = _doer(deed) if be is not None and be.lemma_ == "be" else None
        if be is None or doer is None:
            continue
        subject = child(deed, "nsubj")
        moved: Moves = {deed.i: (deed if deed.dep_ == "root" else deed.head, deed.dep_, "VERB")}
        moved |= {be.i: (deed, "aux:pass"), doer.i: (deed, "obl:agent")}
        moved |= {subject.i: (deed, "nsubj:pass")} if subject is not None else {}
        if doer.head is not deed:
            moved |= {c.i: (deed, "obl") for c in doer.head.children if c.dep_ == "nmod" and c.i > doer.i}
        if token.i in moved and (token.head, token.dep_) != moved[token.i][:2]:
            return moved[token.i]
        if token is deed and token.pos_ == "ADJ":
            return moved[token.i]
    return None


def _doer(deed: Token) -> Token | None:
    """Who stands behind "by", right behind the deed or behind an aside."""
    own = [c for c in deed.children if c.dep_ in ("obl", "obl:agent") and c.i > deed.i and is_by(c)]
    if own:
        return own[0]
    words = deed.doc.tokens[deed.i + 1 : min(deed.i + _SET_IN, deed.sent.end)]
    if len(words) < 4 or words[0].text != ",":
        return None
    end = next((n for n, t in enumerate(words[1:], 1) if t.text == ","), 0)
    by = words[end + 1] if 0 < end < len(words) - 1 else deed
    set_in = words[1].lower_ == "according" or any(t.lemma_ in load_speech().inserted for t in words[1:end])
    doer = by.head
    return doer if set_in and by.lower_ == "by" and by.dep_ == "case" and doer.pos_ in NOMINAL else None


@awaits("dead")
def shot_dead(token: Token) -> tuple[Token, str, str] | None:
    """ "The band *shot dead* two", with the shot as a noun."""
    dead = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    done = token.pos_ == "NOUN" and dead.lower_ == "dead" and token.lower_ in load_lexicon().forms
    return (token.head, token.dep_, "VERB") if done and child(token, "nsubj") is not None else None


@hung_as(*_MAIN, *_OBJECTS, "conj", "compound")
def as_nouns(token: Token) -> tuple[Token, str] | tuple[Token, str, str] | None:
    """ "Qatar *arms* and funds the rebels", read as arms of Qatar's and what somebody funds."""
    first = next((t for t in (token, token.head, token.head.head) if t.pos_ == "NOUN" and t.dep_ in _MAIN), None)
    subject = first.doc[first.i - 1] if first is not None and first.i else None
    if first is None or subject is None or subject.head is not first or subject.pos_ not in NOMINAL:
        return None
    others = [c for c in first.children if c.dep_ == "conj" and c.i > first.i]
    if subject.dep_ != "compound" or not others or not all(map(_is_third, (first, *others))):
        return None
    behind = (c for t in (first, *others) for c in t.children if c.i > others[-1].i and c.dep_ in _OBJECTS)
    thing = next((c for c in behind if c.pos_ in {*NOMINAL, "PRON"} and child(c, "case") is None), None)
    if thing is None or child(first, "cop") is not None:
        return None
    if token in (first, *others):
        return token.head, token.dep_, "VERB"
    return {subject.i: (first, "nsubj"), thing.i: (others[-1], "obj")}.get(token.i)


def _is_third(word: Token) -> bool:
    """A form in -s of a verb that the lexicon knows."""
    return word.lower_.endswith("s") and word.lower_ in load_lexicon().forms


@awaits(lambda: load_lexicon().appointing)
def appoints(token: Token) -> tuple[Token, str] | None:
    """ "The ministry *named* X head of Y", read as a ministry that is named so, with X as a part of his office."""
    for verb in (token, token.head, token.head.head, token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token):
        office = child(verb, "xcomp", "obj") if verb.lower_ in load_lexicon().appointing else None
        if office is None or verb.dep_ != "acl" or verb.head.dep_ != "root" or verb.i != verb.head.i + 1:
            continue
        name = next((c for c in office.children if c.dep_ == "compound" and c.i == verb.i + 1), None)
        if name is None or name.pos_ != "PROPN" or office.lemma_ not in load_lexicon().titles:
            continue
        moved = {verb.i: (verb, "root"), verb.head.i: (verb, "nsubj"), name.i: (verb, "obj")}
        if token.is_punct and token.head is verb.head and token.i > office.i:
            return verb, token.dep_
        return moved.get(token.i)
    return None


@hung_as("conj", "obl")
def also_done(token: Token) -> Repair | None:
    """ "X, founded by a general and *paid* by *Y*, fled", joined to the verb behind it: it belongs to the first."""
    for deed in (token, token.head):
        if deed.dep_ != "conj" or deed.head.i < deed.i or not is_past(deed) or child(deed, "cc") is None:
            continue
        doers = (c for c in deed.head.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < deed.i)
        first = next((c for doer in doers for c in doer.children if c.dep_ == "acl" and doer.i < c.i < deed.i), None)
        if first is None or first.pos_ != "VERB" or child(deed, "nsubj", "nsubj:pass", "aux", "aux:pass") is not None:
            continue
        if token is deed:
            return first, "conj", "VERB"
        return (deed, "obl:agent") if token.dep_ == "obl" and is_by(token) and token.i > deed.i else None
    return None


@hung_as("acl", "conj")
def both_done(token: Token) -> tuple[Token, str] | None:
    """ "Founded the Front, a militia armed and *paid by X*", read as if the founders were paid.

    Also "a unit founded by an officer and *paid by X*", as if the officer were.
    """
    if token.dep_ == "acl" and is_past(token) and child(token, "obl:agent") is not None:
        joint, first = child(token, "cc"), next((t for t in token.head.ancestors if t.dep_ == "acl"), token)
        founded = first.pos_ == "VERB" and is_past(first) and first.i < token.head.i and first.head.pos_ in NOMINAL
        return (first, "conj") if joint is not None and joint.lower_ == "and" and founded else None
    if token.dep_ != "conj" or token.pos_ != "VERB" or token.i < 2 or child(token, "obl:agent") is None:
        return None
    joint, first = token.doc[token.i - 1], token.doc[token.i - 2]
    own = child(token, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj") is not None
    behind = first.dep_ in ("amod", "acl") and first.head.i == first.i - 1 and first.head is not token.head
    said = first.lower_ in load_lexicon().forms
    return (first, "conj") if joint.head is token and joint.lower_ == "and" and behind and said and not own else None


@awaits("who", "which", "that")
@hung_as("amod")
def of_relative(token: Token) -> Repair | None:
    """ "Chad, *which armed* X, denied it", with armed as what Chad is: a clause tells of it."""
    doer = child(token, "nsubj", "nsubj:pass")
    told = doer is not None and doer.lower_ in RELATIVE and token.head.i < doer.i < token.i
    return (token.head, "acl:relcl", "VERB") if told else None


@awaits("and")
@hung_as("amod")
def first_of_two(token: Token) -> tuple[Token, str] | None:
    """ "The army, led by X, *shelled Y* and besieged Z", with shelled as what it is: it shelled and besieged."""
    doer, verb = token.head, token.head.head
    joint = child(verb, "cc")
    if doer.dep_ != "nsubj" or not doer.i < token.i < verb.i or joint is None or not token.i < joint.i < verb.i:
        return None
    did = token.pos_ == "VERB" and is_past(token) and child(token, "obj") is not None
    return (verb, "conj") if did and token.doc[token.i - 1].text == "," else None


@awaits("back")
def backs(token: Token) -> Repair | None:
    """ "The Emiratis still *back the Council*", read as if they were back: they back it."""
    for back in (token, token.head):
        doer = child(back, "nsubj") if back.lower_ == "back" and back.pos_ == "ADV" else None
        whom = next((c for c in back.children if c.i > back.i and c.dep_ in ("obj", "obl", "obl:unmarked")), None)
        if doer is None or whom is None or back.dep_ not in _CLAUSES or not doer.i < back.i:
            continue
        bare = whom.pos_ in NOMINAL and whom.left_edge.i == back.i + 1 and child(whom, "case") is None
        if bare and child(back, "cop") is None:
            moved: Moves = {back.i: (back.head, back.dep_, "VERB"), whom.i: (back, "obj")}
            return moved.get(token.i)
    return None


@hung_as("conj")
def in_a_row(token: Token) -> Repair | None:
    """ "It pays, *equips and ships* them", with nouns behind the first verb."""
    first, joint = token.head, token.doc[token.i - 1]
    alike = first.pos_ == "VERB" and first.lower_.endswith("s") and token.lower_.endswith("s") and first.i < token.i
    bare = all(c.dep_ in ("cc", "punct", "conj", "obj", "obl") for c in token.children)
    row = alike and (joint.text == "," or joint.dep_ == "cc") and token.pos_ == "NOUN" and bare
    return (first, "conj", "VERB") if row and token.lower_ in load_lexicon().forms else None
