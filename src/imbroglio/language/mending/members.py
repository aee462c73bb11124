"""Who is counted in: "among those who arm X are Y and Z", "states arming X include Y", "X and, officials say, Y", "its
backers, Y and Z,", "between X and Y"."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import NOMINAL, RELATIVE, Moves, Repair, awaits, child, hung_as, name_head
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ASIDE = 9  # words from "and" to the comma that ends what is set in behind it
_IN_PHRASE = frozenset({"compound", "flat", "nmod:desc", "amod"})
_UP = 6  # steps up to the first of two
_HUNG = frozenset({"acl", "acl:relcl"})


class _Inverted(NamedTuple):
    """The words of "Among the *states arming* X *are Y* and Z"."""

    many: Token
    verb: Token | None
    copula: Token
    named: Token


@awaits("of")
@hung_as("obl")
def of_several(token: Token) -> Repair | None:
    """ "*Several* of its officers", with the officers hung on a count as on a verb."""
    case, count = child(token, "case"), token.head
    counts = count.pos_ in ("ADJ", "NUM", "DET", "PRON") and count.lower_ in load_lexicon().partitives
    of = case is not None and case.lower_ == "of" and token.left_edge.i == count.i + 1
    return (count, "nmod") if of and counts else None


@awaits("of")
@hung_as("nmod")
def of_next_several(token: Token) -> Repair | None:
    """ "With X and *several* of the *groups*", hung on X: some of the groups are meant."""
    case, count = child(token, "case"), token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    counts = count.pos_ in ("ADJ", "NUM", "DET", "PRON") and count.lower_ in load_lexicon().partitives
    of = case is not None and case.lower_ == "of" and count.head is token.head
    return (count, "nmod") if of and counts and count.dep_ == "conj" else None


@awaits("among")
def among(token: Token) -> Repair | None:
    """ "Among those arming X *are* Y and Z", with Y as if it were armed: Y and Z are some of those."""
    found = _inverted(token)
    return _moves(found).get(token.i) if found is not None else None


def _inverted(token: Token) -> _Inverted | None:
    words, start = token.doc.tokens, token.sent.start
    if words[start].lower_ != "among":
        return None
    end = next((t.i for t in words[start : token.sent.end] if t.is_punct and t.text == ","), token.sent.end)
    copula = next((t for t in words[start:end] if t.lemma_ == "be" and t.dep_ == "cop"), None)
    named = next((t for t in words[copula.i : end] if t.pos_ in NOMINAL), None) if copula is not None else None
    many = next((t for t in words[start + 1 : end] if t.lower_ == "those" or t.pos_ == "NOUN"), None)
    if copula is None or named is None or many is None or not many.i < copula.i:
        return None
    named = name_head(named, words[end - 1])
    behind = words[many.i + 1]
    participle = behind.lower_.endswith("ing") or behind.dep_ == "acl"
    verb = behind if behind.i < copula.i and participle else None
    tops = {t for t in (many, named, copula.head) if t.head is t}
    return _Inverted(many, verb, copula, named) if tops else None


def _moves(found: _Inverted) -> Moves:
    many, verb, copula, named = found
    moves: Moves = {many.i: (many, "root"), copula.i: (many, "cop"), named.i: (many, "appos")}
    if verb is not None:
        moves[verb.i] = (many, "acl")
        for thing in many.doc.tokens[verb.i + 1 : copula.i]:
            astray = thing.pos_ in NOMINAL and child(thing, "case") is None and thing.head in (named, copula, thing)
            if astray:
                moves[thing.i] = (verb, "obj")
    return moves


@awaits("them")
def among_them(token: Token) -> Repair | None:
    """ "Measures against nine *persons*, among them *X* and Y", with X as what is against them: two of those."""
    words, end = token.doc.tokens, token.sent.end
    for i in range(token.sent.start + 2, end - 2):
        if words[i].lower_ == "among" and words[i + 1].lower_ == "them" and words[i - 1].text == ",":
            name = next((t for t in words[i + 2 : end] if t.pos_ in NOMINAL), None)
            while name is not None and name.dep_ in _IN_PHRASE and name.head.i > name.i:
                name = name.head
            before = name_head(words[i - 2], words[i])
            several = [t for t in (before, *before.ancestors) if "Plur" in t.morph.get("Number", []) and t.i < i]
            many = next((t for t in several if child(t, "nummod")), several[0] if several else None)
            if name is None or many is None or many.pos_ != "NOUN" or many in name.subtree:
                return None
            moves: Moves = {i: (name, "case"), i + 1: (name, "case"), name.i: (many, "nmod")}
            return moves.get(token.i)
    return None


@hung_as("appos")
def counted_next(token: Token) -> Repair | None:
    """ "X, president of Y, *three commanders* of Z and W", with the commanders as what X is: they come next."""
    name, last = token.head, child(token.head, "conj")
    several = child(token, "nummod") is not None and "Plur" in token.morph.get("Number", [])
    one = name.pos_ == "PROPN" and "Plur" not in name.morph.get("Number", [])
    listed = last is not None and last.i > token.i and child(last, "cc") is not None
    return (name, "conj") if several and one and listed and token.i > name.i else None


@awaits("and")
@hung_as("appos")
def comma_listed(token: Token) -> Repair | None:
    """ "*X*, Y *and Z* attacked", with Y as what X is: no comma closes what it would be, so it is one of three."""
    name, joint = token.head, token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if name.pos_ != "PROPN" or token.pos_ != "PROPN" or joint.lower_ != "and":
        return None
    opening = token.left_edge if token.left_edge.text == "," else token.doc[token.left_edge.i - 1]
    told = child(token, "det", "nummod", "nmod:desc", "case") is not None and not token.text.istitle()
    last = joint.head
    listed = joint.dep_ == "cc" and last.dep_ == "conj" and last.head in (name, token) and last.i > token.i
    apart = opening.text == "," and name_head(token.doc[opening.i - 1], token) is name
    return (name, "conj") if listed and apart and not told and child(name, "nmod:poss") is None else None


@hung_as("conj")
def behind_aside(token: Token) -> Repair | None:
    """ "X, an ally of Y, and *Z* attacked", listed with Y: a comma ends what a comma has begun, and Z is with X."""
    joint, inner = child(token, "cc"), token.head
    if token.pos_ != "PROPN" or joint is None or joint.i < 1 or joint.doc[joint.i - 1].text != ",":
        return None
    aside = next((up for up in (inner, *inner.ancestors) if up.dep_ == "appos"), None)
    if aside is None or aside.head.pos_ != "PROPN" or not aside.head.i < aside.left_edge.i <= inner.i < joint.i:
        return None
    alone = sum(c.dep_ == "conj" for c in inner.children) == 1 and inner is not aside
    opening = aside.left_edge
    parted = "," in (opening.text, opening.doc[opening.i - 1].text)
    told = any(c.dep_ == "det" and c.lower_ in ("a", "an", "the") for c in aside.children)
    return (aside.head, "conj") if alone and parted and told and aside.pos_ == "NOUN" else None


@awaits(":")
@hung_as("nsubj", "obj", "obl", "parataxis", "appos", "dep", "conj")
def behind_colon(token: Token) -> Repair | None:
    """ "Listed five *groups* under the law: *X*, Y and Z", with X as who lists: they are the five."""
    colon, verb = token.left_edge.i - (token.left_edge.text != ":"), token.head
    if token.pos_ != "PROPN":
        return None
    if colon < token.sent.start + 2 or token.doc[colon].text != ":" or child(token, "case") is not None:
        return None
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    things = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") and c.i < colon and c is not token]
    counted = next((c for c in things if c.pos_ == "NOUN" and child(c, "nummod") is not None), None)
    whole = token.head is verb or token.head.i < colon
    return (counted, "appos") if counted is not None and whole and verb.i < colon else None


@awaits("include")
@hung_as("obj")
def including(token: Token) -> Repair | None:
    """ "States arming X include *Y*": some of them, and no part of a body that is called states."""
    verb = token.head
    many = child(verb, "nsubj")
    if verb.lemma_ != "include" or many is None or not verb.i < token.i:
        return None
    lexicon = load_lexicon()
    told = child(many, *_HUNG) is not None
    told |= many.lemma_ in lexicon.agents or many.lemma_ in lexicon.mutual_agents or many.lemma_ in lexicon.patients
    several = "Plur" in many.morph.get("Number", []) and many.pos_ == "NOUN"
    return (many, "appos") if told and several and many.lower_ not in RELATIVE else None


@awaits("along", "together")
@hung_as("obl")
def along(token: Token) -> Repair | None:
    """ "X, *along with Y*, attacked", hung on the attack: they are in it together."""
    case, verb, comma = child(token, "case"), token.head, token.left_edge.i - 1
    if case is None or case.lower_ not in ("along", "together") or token.i > verb.i:
        return None
    doer = child(verb, "nsubj", "nsubj:pass")
    near = doer is not None and comma > doer.i and doer.right_edge.i in (comma, comma - 1)
    behind = token.right_edge.i + 1
    closed = token.right_edge.text == "," or (behind < len(token.doc) and token.doc[behind].text == ",")
    return (doer, "nmod") if doer is not None and near and closed and token.doc[comma].text == "," else None


@awaits(lambda: load_speech().inserted | {"according"})
def and_too(token: Token) -> Repair | None:
    """ "Armed X and, officials say, *Y*": what is set in says who vouches for Y, and Y is armed as well."""
    words = token.doc.tokens
    for joint in words[max(token.i - _ASIDE - 2, token.sent.start) : token.i + 1]:
        if joint.pos_ == "CCONJ" and joint.i + 2 < token.sent.end and words[joint.i + 1].text == ",":
            return _joined(joint).get(token.i)
    return None


@awaits("and")
@hung_as("conj")
def one_more(token: Token) -> Repair | None:
    """ "Sanctioned X in May and, nine days later, *Y*", with Y joined to the verb: a second object behind a time."""
    verb, joint = token.head, child(token, "cc")
    thing = child(verb, "obj")
    if token.pos_ not in NOMINAL or verb.pos_ != "VERB" or thing is None or joint is None:
        return None
    bare = child(token, "case", "mark", "cop", "nsubj", "orphan", "acl") is None and child(verb, "nsubj") is not None
    later = any(c.dep_.startswith(("obl", "advmod")) and thing.i < c.i < joint.i for c in verb.children)
    return (thing, "conj") if bare and later and thing.i < joint.i < token.i else None


def _joined(joint: Token) -> Moves:
    words, end = joint.doc.tokens, joint.sent.end
    comma = next((t.i for t in words[joint.i + 2 : min(joint.i + _ASIDE, end)] if t.text == ","), end)
    if comma + 1 >= end or not joint.i:
        return {}
    aside, saying = words[joint.i + 2], words[comma - 1]
    said = saying.pos_ == "VERB" and saying.lemma_ in load_speech().inserted and not saying.lower_.endswith("ing")
    other = next((t for t in words[comma + 1 : end] if t.pos_ in NOMINAL or t.pos_ in ("VERB", "AUX")), joint)
    while other.dep_ == "compound" and other.head.i > other.i:
        other = other.head
    first = name_head(words[joint.i - 1], joint)
    if not (said or aside.lower_ == "according") or other.pos_ not in NOMINAL or first.pos_ not in NOMINAL:
        return {}
    one, two = child(first, "case"), child(other, "case")
    alike = two is None or (one is not None and one.lower_ == two.lower_)
    if not alike or other.head.i > other.i or other in first.ancestors:
        return {}
    moves: Moves = {other.i: (first, "conj"), joint.i: (other, "cc")}
    if said and saying.dep_ == "conj":
        moves[saying.i] = (saying.head, "parataxis")
    return moves


@hung_as("appos")
def with_leader(token: Token) -> Repair | None:
    """ "Sanctions on the Front, *its leader* X and Y", with the leader as what the front is: he is another."""
    owner, many = child(token, "nmod:poss"), token.head
    office = token.pos_ == "NOUN" and token.lemma_ in load_lexicon().titles
    if not office or owner is None or owner.pos_ != "PRON" or many.pos_ not in NOMINAL:
        return None
    last = child(many, "conj")
    named = next((c for c in token.children if c.dep_ in ("appos", "flat", "compound")), None)
    listed = last is not None and last.i > token.i and child(last, "cc") is not None
    return (many, "conj") if listed and named is not None else None


@hung_as("conj")
def who_they_are(token: Token) -> Repair | None:
    """ "Its backers, *Y* and Z, are …", read as one list: Y and Z are the backers."""
    many = token.head
    if token.pos_ != "PROPN" or not _are_of(many, _stances()):
        return None
    first = next(c for c in many.children if c.dep_ in ("conj", "appos"))
    joint = child(token, "cc")
    if first.dep_ == "appos" and joint is None and first.pos_ == "PROPN":
        return first, "conj"  # "its allies, X, *Y* and Z"
    if joint is not None:  # Z, hung beside Y
        return (first, "conj") if first is not token and _is_named(first, many, token) else None
    last = next((c for c in many.children if c.dep_ == "conj" and child(c, "cc")), token)
    several = last is not token or child(token, "conj") is not None
    named = first is token and several and _is_named(token, many, last)
    return (many, "appos") if named else None


def _stances() -> Container[str]:
    lexicon = load_lexicon()
    return lexicon.agents.keys() | lexicon.mutual_agents.keys()


def _are_of(noun: Token, kinds: Container[str]) -> bool:
    """Several of a kind that are somebody's: "its backers"."""
    several = noun.pos_ == "NOUN" and "Plur" in noun.morph.get("Number", [])
    return several and noun.lemma_ in kinds and child(noun, "nmod:poss") is not None


def _is_named(first: Token, many: Token, last: Token) -> bool:
    """Whether the names begin right behind a comma and the noun, and end at a sign, as no list of others does."""
    words, end = many.doc.tokens, last.right_edge.i + 1
    start = first.left_edge.i + (first.left_edge.text == ",")
    closed = end < len(words) and words[end].is_punct
    return start == many.i + 2 and words[start - 1].text == "," and first.pos_ == last.pos_ == "PROPN" and closed


@awaits("in")
@hung_as("obl", "nmod")
def seated(token: Token) -> Repair | None:
    """ "Broke with its backers *in Tehran*", hung on the verb: they sit there; but "met" them there."""
    case = child(token, "case")
    if token.pos_ != "PROPN" or case is None or case.lower_ != "in" or case.i < 2:
        return None
    many = token.doc[case.i - 1]
    if many is token.head or not _are_of(many, load_lexicon().groups["patron"]):
        return None
    verb = many.head
    met = verb.pos_ == "VERB" and Relation.TALKS_WITH in load_lexicon().of_verb(verb.lemma_)
    return (many, "nmod") if token.head in (verb, *many.ancestors) and not met else None


@awaits("between")
@hung_as("conj")
def paired(token: Token) -> tuple[Token, str] | None:
    """ "Between Assad's forces backed by militias from Iraq and *rebels*": they are no militias, nor from Iraq.

    Where the first of the two may be several by themselves ("between villages in Iraq and Syria"), nothing is moved.
    """
    joint = child(token, "cc")
    if joint is None or joint.lower_ != "and" or token.pos_ not in NOMINAL:
        return None
    below = (c for c in token.head.children if c.i < token.i)  # "fighting between X, backed by Y, and *Z*"
    near = (one for one in (*islice(token.ancestors, 1, _UP), *below) if _is_one_of_two(one))
    one = next((one for one in near if one.i < token.i and child(one, "conj") is None), None)
    return (one, "conj") if one is not None and _is_last(token, one) else None


def _is_one_of_two(noun: Token) -> bool:
    """Behind "between", and one side alone: one thing, or somebody's."""
    if noun.pos_ not in NOMINAL or not any(c.dep_ == "case" and c.lower_ == "between" for c in noun.children):
        return False
    owned = any(c.i < noun.i and c.text[:1].isupper() for c in noun.children)
    return owned or "Plur" not in noun.morph.get("Number", [])


def _is_last(token: Token, one: Token) -> bool:
    """Whether nobody is joined further behind: "between the army of A and B and *the rebels*"."""
    later = token.doc.tokens[token.right_edge.i + 1 : one.right_edge.i + 1]
    return not any(t.dep_ == "conj" and t.head is not token for t in later)


@awaits("which", "who")
@hung_as("acl:relcl")
def each_which(token: Token) -> Repair | None:
    """ "X, which arms Y, and Z, *which arms W*, met", with the second clause told of X or Y: each has its own."""
    own = child(token, "nsubj", "nsubj:pass")
    if own is None or own.lower_ not in ("which", "who") or token.doc[own.i - 1].text != "," or own.i < 2:
        return None
    name = name_head(token.doc[own.i - 2], token)
    joined = name.dep_ == "conj" and name.pos_ == "PROPN" and child(name, "cc") is not None
    first = name.head
    alike = any(c.dep_ == "acl:relcl" and first.i < c.i < name.i for c in first.children)
    return (name, "acl:relcl") if joined and alike and token.head is not name and token.head.i < name.i else None
