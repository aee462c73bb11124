"""Main clauses whose verb is read as an adjective, or whose subject as part of the clause before."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import (
    IN_NAME,
    NOMINAL,
    THEM,
    VERBAL,
    Moves,
    Repair,
    agrees,
    awaits,
    before,
    child,
    hung_as,
    is_past,
    of_them,
)

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_SHARED = frozenset({"each", "both", "all"})
_LISTED = frozenset({"conj", "appos"})
_OWN = frozenset({"aux", "aux:pass", "advmod"})
_ASIDES = frozenset({"acl:relcl", "acl", "amod"})
_LONG = 8  # words of an aside at most


@awaits("have")
def perfect(token: Token) -> Repair | None:
    """ "X and Y have each *armed* Haftar", read as if they had an armed Haftar."""
    for verb in (token, token.head, token.head.head):
        thing = child(verb, "obj") if verb.lemma_ == "have" and verb.pos_ in ("VERB", "AUX") else None
        deed = _deed(thing) if thing is not None else None
        if thing is None or deed is None or not verb.i < deed.i <= verb.i + 2:
            continue
        between = token.doc[verb.i + 1 : deed.i]
        if any(t.lower_ not in _SHARED and t.pos_ != "ADV" for t in between):
            continue
        place = (deed, "root") if verb.dep_ == "root" else (verb.head, verb.dep_)
        if token is deed:
            return *place, "VERB"
        moved: Moves = {verb.i: (deed, "aux"), thing.i: (deed, "obj")}
        moved |= {t.i: (deed, "advmod") for t in between}
        return moved.get(token.i, (deed, token.dep_) if token.head is verb else None)
    return None


@awaits(",")
def after_aside(token: Token) -> Repair | None:
    """ "Hamas, which rules Gaza, *shelled* towns", "X, allied with Y, *shelled* towns", read as a title with towns."""
    *_, subject = (token, *token.ancestors)
    title = subject.dep_ == "root" and subject.pos_ in NOMINAL
    aside = next((c for c in subject.children if c.i > subject.i and c.dep_ in _ASIDES), None) if title else None
    if aside is None or child(subject, "cop", "nsubj") is not None:
        return None
    after = (t for t in token.doc[aside.i + 1 : aside.sent.end] if t.dep_ == "amod" and t.doc[t.i - 1].text == ",")
    deed = next(after, None)
    if deed is None or not is_past(deed) or deed.lower_ not in load_lexicon().forms or deed.head.i < deed.i:
        return None
    if token is deed:
        return deed, "root", "VERB"
    moved: Moves = {subject.i: (deed, "nsubj"), deed.head.i: (deed, "obj")}
    behind = token.is_punct and token.i > deed.i and token.head in (subject, deed.head)
    return moved.get(token.i, (deed, token.dep_) if behind else None)


def behind_participle(token: Token) -> Repair | None:
    """ "*Forces*, ignoring the strikes, *overran* Y", read as a title, with overran as what they were."""
    *_, subject = (token, *token.ancestors)
    told = [c for c in subject.children if c.dep_ == "acl" and c.i > subject.i and c.doc[c.left_edge.i - 1].text == ","]
    if subject.dep_ != "root" or subject.pos_ not in NOMINAL or len(told) < 1 or child(subject, "cop", "nsubj"):
        return None
    opening = [c for c in subject.children if c.dep_ == "acl" and c.lower_.endswith("ing")]
    deed = next((c for c in told if opening and c.i > opening[0].i and _is_finite(c)), None)
    if deed is None:
        return None
    moved: Moves = {deed.i: (deed, "root"), subject.i: (deed, "nsubj")}
    return moved.get(token.i, (deed, token.dep_) if token.is_punct and token.head is subject else None)


def _is_finite(verb: Token) -> bool:
    """A past form with an object and nobody by whom it was done."""
    return is_past(verb) and verb.pos_ == "VERB" and child(verb, "obj") is not None and _by(verb) is None


@awaits(",")
def reduced(token: Token) -> Repair | None:
    """ "X, *named a terrorist group by Y*, *attacked* Z", read as X that named a group: Y did, and X attacked."""
    for named in (token, token.head, token.head.head):
        opens = named.pos_ == "VERB" and before(named) == "," and is_past(named)
        doer = child(named, "nsubj", "nsubj:pass") if opens else None
        if doer is None or doer.i > named.i or child(named, "aux", "aux:pass", "cop") is not None:
            continue
        by = _by(named)
        verb = next((c for c in named.children if c.i > named.i and _goes_on(c, named)), None)
        if verb is None or (by is None and doer.dep_ == "nsubj"):
            continue
        place = (verb, "root") if named.dep_ == "root" else (named.head, named.dep_)
        passive = child(verb, "aux:pass") is not None
        moved: Moves = {verb.i: place, doer.i: (verb, "nsubj:pass" if passive else "nsubj"), named.i: (doer, "acl")}
        if by is not None:
            moved[by.i] = (named, "obl:agent")
        after = token.head is named and (token.i > verb.i or token.i < doer.i or token.dep_ == "mark")
        return moved.get(token.i, (verb, token.dep_) if after else None)
    return None


def _by(verb: Token) -> Token | None:
    """Who did it, in words that may hang on the next verb."""
    below = (c for v in (verb, *verb.children) for c in v.children if v is verb or v.i > c.i > verb.i)
    return next((c for c in below if c.dep_.startswith("obl") and any(k.lower_ == "by" for k in c.children)), None)


def _goes_on(verb: Token, named: Token) -> bool:
    """Whether a clause without a subject begins right behind a comma: "…, *attacked* Z"."""
    own = any(c.dep_ in ("nsubj", "nsubj:pass", "cc", "mark", "expl") and c.i > named.i for c in verb.children)
    opening = min([verb.i, *(c.i for c in verb.children if c.dep_ in _OWN and c.i > named.i)])
    comma = verb.doc[opening - 1].text == ","
    finite = is_past(verb) or child(verb, "aux", "aux:pass", "cop") is not None
    hung = verb.dep_ in ("conj", "ccomp", "parataxis") and verb.pos_ in VERBAL
    return hung and comma and finite and not own and not verb.lower_.endswith("ing")


@awaits(*THEM)
def some_of_them(token: Token) -> Repair | None:
    """ "Guards, *most* of them from X, *took* the base", read as a title, with most as who took it."""
    *_, subject = (token, *token.ancestors)
    some = next((c for c in subject.children if c.dep_ == "nsubj" and c.i > subject.i and of_them(c)), None)
    if subject.dep_ != "root" or subject.pos_ not in NOMINAL or some is None or child(subject, "cop") is not None:
        return None
    behind = (t for t in subject.doc[some.i + 1 : subject.sent.end] if some in t.ancestors)
    behind = (t for t in behind if is_past(t) or "Fin" in t.morph.get("VerbForm", []))
    verb = next((t for t in behind if t.pos_ == "VERB" and t.doc[t.i - 1].text == ","), None)
    if verb is None or child(verb, "nsubj", "nsubj:pass", "cc", "mark") is not None:
        return None
    if token is verb:
        return verb, "root"
    moved: Moves = {subject.i: (verb, "nsubj"), some.i: (subject, "appos")}
    return moved.get(token.i, (verb, token.dep_) if token.is_punct and token.head is subject else None)


@hung_as("conj")
def in_step(token: Token) -> Repair | None:
    """ "They *have* demanded that X leave and *have shot* at it": who have demanded have shot, as the same word tells.

    "Rwanda denies that it backs the rebels and *accuses* Y of it": both are said.
    """
    inner, aux = token.head, child(token, "aux")
    if inner.dep_ != "ccomp" or inner.pos_ != "VERB" or child(token, "nsubj") is not None:
        return None
    if not token.i > inner.i > inner.head.i:
        return None
    if load_speech().denies(inner.head.lemma_) and token.lower_ in load_lexicon().judging:
        return inner.head, "conj"
    outer, plain = child(inner.head, "aux"), child(inner, "aux", "aux:pass", "cop") is None
    same = aux is not None and outer is not None and outer.lower_ == aux.lower_ and aux.lemma_ == "have"
    return (inner.head, "conj") if same and plain and child(token, "nsubj:pass") is None else None


def _deed(thing: Token) -> Token | None:
    """The participle right before a name, if it is one that the lexicon knows."""
    before = [t for t in thing.doc[thing.left_edge.i : thing.i] if not t.is_punct]
    if not thing.text[:1].isupper():
        return None
    deeds = [t for t in before if t.dep_ == "amod" and is_past(t) and t.lower_ in load_lexicon().forms]
    fine = all(t in deeds or t.lower_ in _SHARED or t.text[:1].isupper() or t.pos_ == "ADV" for t in before)
    return deeds[0] if len(deeds) == 1 and fine and deeds[0].text.islower() else None


def reputed(token: Token) -> Repair | None:
    """ "*Gunmen believed* to be of X *attacked* Y", with the gunmen as those who believe it."""
    for thought in (token, token.head, token.head.head):
        if thought.lemma_ not in load_speech().verbs:
            continue
        clauses = (c for c in thought.children if c.dep_ in ("ccomp", "conj", "parataxis", "xcomp"))
        deed = max(clauses, key=lambda c: c.i, default=None)
        inner = _held_to_be(thought, deed) if deed is not None else None
        if deed is None or inner is None or not thought.i < inner.i < deed.i or deed.pos_ != "VERB":
            continue
        doer = child(thought, "nsubj") or child(deed, "nsubj")
        own = (c for c in deed.children if c.dep_ in ("nsubj", "nsubj:pass", "mark", "cc") and c not in (doer, inner))
        if doer is None or not _is_thought(thought, doer) or not is_past(deed) or any(c.i > inner.i for c in own):
            continue
        moved: Moves = {thought.i: (doer, "acl"), doer.i: (deed, "nsubj"), deed.i: (deed, "root")}
        moved[inner.i] = (thought, "xcomp")
        if thought.dep_ != "root":
            moved[deed.i] = (thought.head, thought.dep_)
        return moved.get(token.i, _to_be(token, inner, deed))
    return None


def _held_to_be(thought: Token, deed: Token) -> Token | None:
    """What somebody is believed *to be*, or to do, whatever clause it is hung on."""
    words = thought.doc.tokens
    if thought.i + 1 >= len(words) or words[thought.i + 1].lower_ != "to":
        return None
    below = (c for up in (thought, deed) for c in up.children if c.dep_ in ("xcomp", "advcl", "obl") and c is not deed)
    inner = next((c for c in below if thought.i < c.i < deed.i), None)
    to = words[thought.i + 1]
    return inner if inner is not None and (to.head is inner or to.head.head is inner or to.head is deed) else None


def _to_be(word: Token, inner: Token, deed: Token) -> Repair | None:
    """The "to" and "be" that a parse has hung on the deed behind."""
    return (inner, "mark") if word.lower_ == "to" and word.head is deed and word.i < inner.i else None


def _is_thought(verb: Token, doer: Token) -> bool:
    """A bare past form right behind somebody, of what others think of him."""
    return child(verb, "aux", "aux:pass", "obj") is None and doer.right_edge.i + 1 == verb.i


@hung_as(*_LISTED, "ccomp", "advcl", "root", "cc")
def second_subject(token: Token) -> Repair | None:
    """ "Iran arms X, and *Y and Z have sold* rockets to W", with Y and Z as more of what Iran arms.

    Also "X was bombed by drones, and Y, which had armed it, said nothing", with Y as one of the bombers, and "Iran
    arms X; its ally, Y, arms Z", with the ally as what X is.
    """
    behind = token.doc[token.right_edge.i + 1 : token.right_edge.i + 4] if token.dep_ in _LISTED else ()
    for verb in (token, token.head, *(t.head for t in behind), *behind):
        first = _clause_before(verb)
        other = _opening(verb, first) if first is not None else None
        if first is None or other is None or not agrees(verb, other):
            continue
        moved: Moves = {other.i: (verb, "nsubj")}
        moved |= {first.i: (first, "root"), verb.i: (first, "conj")} if verb.dep_ == "root" else {}
        return moved.get(token.i, (verb, "cc") if token is _joint(other) else None)
    return None


def _clause_before(verb: Token) -> Token | None:
    """The clause that a verb without a subject of its own is joined to, or that is hung on it."""
    if verb.pos_ not in VERBAL or child(verb, "nsubj", "nsubj:pass", "expl", "cop") is not None:
        return None
    if verb.dep_ == "root":
        return next(
            (c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i < verb.i and not _marked(c)), None
        )
    return verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i else None


def _marked(clause: Token) -> bool:
    """ "When X did …", "having done …": no main clause."""
    return child(clause, "mark") is not None or child(clause, "nsubj", "nsubj:pass") is None


def _opening(verb: Token, first: Token) -> Token | None:
    """What is listed with a noun of the clause before, behind a comma, and reaches up to the verb."""
    doc, start = verb.doc, min([c.i for c in verb.children if c.dep_ in _OWN and c.i > first.i] + [verb.i])
    end = start - 1 - (doc[start - 1].text == ",")
    last = doc[end]
    for noun in (last, *last.ancestors):
        if noun.dep_ not in _LISTED or noun.pos_ not in NOMINAL or noun.right_edge.i not in (end, end + 1):
            continue
        if first in noun.ancestors and (_is_apart(noun) or _is_joined_anew(noun, first)):
            return noun
    return None


def _is_joined_anew(noun: Token, first: Token) -> bool:
    """Whether ", and" stands before a phrase that is listed, behind a clause."""
    joint = _joint(noun)
    behind = joint is not None and joint.i > first.i + 1 and joint.doc[joint.i - 1].text == ","
    return noun.dep_ == "conj" and behind


def _is_apart(noun: Token) -> bool:
    """Whether a semicolon stands before a phrase."""
    opening = noun.left_edge
    return ";" in (opening.text, opening.doc[opening.i - 1].text if opening.i else "")


def _joint(noun: Token) -> Token | None:
    """The "and" right before a phrase, whatever it hangs on."""
    opening = next(t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.dep_ not in ("cc", "punct"))
    before = noun.doc[opening.i - 1] if opening.i else opening
    return before if before.dep_ == "cc" else None


@awaits("and")
def parted(token: Token) -> Repair | None:
    """ "X, Y and, *for a time*, Z armed W", with X as a title, and only Z as who did it."""
    found = _parted(list(token.sent)) if token.sent[0].pos_ in IN_NAME else None
    if found is None:
        return None
    names, others, verb = found
    first, last = _top(names), _top(others)
    moved: Moves = {last.i: (first, "conj")}
    moved |= {first.i: (verb, "nsubj:pass" if child(verb, "aux:pass") is not None else "nsubj")}
    if first.dep_ == "root" and verb is not first:
        moved |= {verb.i: (verb, "root", "VERB")}
        moved |= {c.i: (verb, c.dep_) for c in first.children if c.i > names[-1].i and c not in (last, verb, verb.head)}
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        moved |= {verb.head.i: (verb, "obj")}
    return moved.get(token.i)


def _parted(words: list[Token]) -> tuple[list[Token], list[Token], Token] | None:
    """The names before an aside behind "and", those behind it, and what they do."""
    joint = next((n for n, t in enumerate(words[:-4]) if t.lower_ == "and" and words[n + 1].text == ","), 0)
    names = [t for t in words[:joint] if t.text != ","]
    end = next((n for n in range(joint + 3, min(joint + _LONG, len(words))) if words[n].text == ","), 0)
    if not names or not end or any(t.pos_ not in IN_NAME or _is_deed(t) for t in names):
        return None
    others = list(takewhile(lambda t: t.pos_ in IN_NAME and not _is_deed(t), words[end + 1 :]))
    after = words[end + 1 + len(others) :]
    if not others or not after or any(t.pos_ in VERBAL for t in words[joint + 1 : end] if t.dep_ != "case"):
        return None
    verb = after[0].head if after[0].pos_ in ("AUX", "ADV") else after[0]
    return (names, others, verb) if verb in after and (verb.pos_ == "VERB" or _is_deed(verb)) else None


def _is_deed(word: Token) -> bool:
    return word.pos_ != "PROPN" and is_past(word) and word.lower_ in load_lexicon().forms


def _top(names: list[Token]) -> Token:
    """The word of a phrase that hangs on one outside, or on none."""
    return next(t for t in names if t.head not in names or t.head is t)
