"""Objects: told twice, one of several, or the helped who act themselves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import (
    NOMINAL,
    Moves,
    Repair,
    awaits,
    child,
    hung_as,
    hyphen_before,
    is_past,
    name_head,
)
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ARTICLES = frozenset({"a", "an", "the"})
_IN = frozenset({"at", "in", "near"})
_AT = frozenset({"at", "against", "toward", "towards"})
_NEAR = 6  # words from a verb to the first of the noun before it, and to its object


@hung_as("obj")
def beside(token: Token) -> tuple[Token, str] | None:
    """ "Arming the Front, *a group* with ties to X": two objects, of which the second says what the first is."""
    comma = token.left_edge.i - (token.left_edge.text != ",")
    if token.pos_ != "NOUN" or not 0 <= comma < token.i or token.doc[comma].text != ",":
        return None
    if token.lemma_ in load_speech().nouns:
        return None  # "accused X of arming Y, *a charge* that …", which is said of the whole
    others = [c for c in token.head.children if c.dep_ == "obj" and c.i < token.i]
    told = token.doc[comma + 1].lower_ in _ARTICLES and len(others) == 1 and child(token, "cc") is None
    return (others[0], "appos") if told and others[0].right_edge.i == comma - 1 else None


@hung_as("obj")
def named(token: Token) -> tuple[Token, str] | None:
    """ "Armed its ally *X*", with X as a second object: it is the ally's name."""
    first, lexicon = token.doc[token.left_edge.i - 1] if token.left_edge.i else token, load_lexicon()
    if token.pos_ != "PROPN" or first.dep_ not in ("obj", "iobj") or first.head is not token.head:
        return None
    called = first.lemma_ in lexicon.agents or first.lemma_ in lexicon.mutual_agents or first.lemma_ in lexicon.patients
    others = [c for c in token.head.children if c.dep_ in ("obj", "iobj")]
    return (first, "appos") if called and first.pos_ == "NOUN" and len(others) == 2 else None


def hyphened(token: Token) -> Repair | None:
    """ "Drove *X-supplied rebels* from Y", read as driven to supply rebels: they were driven, whom X supplied."""
    for deed in (token, token.head):
        if deed.dep_ not in ("xcomp", "ccomp") or not is_past(deed) or not hyphen_before(deed):
            continue
        verb = deed.head
        things = (c for c in (*deed.children, *verb.children) if c.dep_ == "obj" and c.i > deed.i > verb.i)
        noun = next(things, None)
        if noun is None or noun.pos_ not in NOMINAL:
            continue
        giver = name_head(deed.doc[deed.i - 2], deed)
        moved: Moves = {deed.i: (noun, "amod"), noun.i: (verb, "obj"), giver.i: (deed, "compound")}
        behind = token.head is deed and token.i > noun.i
        return moved.get(token.i, (verb, token.dep_) if behind else None)
    return None


@hung_as("conj")
def each_its_own(token: Token) -> tuple[Token, str] | None:
    """ "Sold tanks to X and *jets* to Y", "guards at X and *crews* at Y": they are no companions of X."""
    first = token.head
    if token.pos_ != "NOUN" or first.dep_ not in ("obl", "nmod"):
        return None
    verb, case = first.head, child(first, "case")
    own = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    thing = child(verb, "obj") if verb.pos_ == "VERB" else verb if first.dep_ == "nmod" else None
    again = case is not None and own.dep_ == "case" and own.lower_ == case.lower_ and own.head.head in (verb, token)
    return (thing, "conj") if thing is not None and again and child(token, "case") is None else None


@hung_as("conj")
def one_more(token: Token) -> tuple[Token, str] | None:
    """ "Gave X a base at Y, *rifles* and money", hung on the town: they are given as well."""
    place, lexicon = token.head, load_lexicon()
    thing = place.head
    there = place.pos_ == "PROPN" and place.dep_ == "nmod" and _case(place) in _IN
    given = token.pos_ == "NOUN" and token.lemma_ in lexicon.things and not _case(token)
    return (thing, "conj") if there and given and thing.dep_ == "obj" and thing.i < place.i < token.i else None


@awaits(*_AT)
@hung_as("nmod")
def aimed(token: Token) -> tuple[Token, str] | None:
    """ "Drones launched by X *at Y*", with Y hung on X."""
    agent, case = token.head, child(token, "case")
    verb = agent.head
    if case is None or case.lower_ not in _AT or agent.dep_ not in ("obl:agent", "obl"):
        return None
    return (verb, "obl") if verb.lower_ in load_lexicon().launching and token.i > agent.i > verb.i else None


@hung_as("nmod")
def in_company(token: Token) -> tuple[Token, str] | None:
    """ "Stripped X *of its weapons*", "drove X *from the town*", hung on X: the verb means it only with them."""
    thing = token.head
    verb, case = thing.head, _case(token)
    if not case or thing.dep_ != "obj" or verb.pos_ != "VERB" or token.i < thing.i:
        return None
    lexicon = load_lexicon()
    lemma = lexicon.verb(verb.lemma_.lower(), verb.lower_)
    if case == "on" and lemma in lexicon.groups["blaming"]:
        return verb, "obl"  # "blamed the attack *on X*", which is no attack on X
    senses = lexicon.verbs.get(lemma, ())
    with_it = [s for s in senses if s.particle == case or (s.preposition == case and token.lemma_ in s.nouns)]
    meant = any("obj" in s.frame.patient for s in with_it)
    return (verb, "obl") if meant else None


@hung_as("iobj")
def of_a_kind(token: Token) -> tuple[Token, str] | None:
    """ "Sent *Wagner* mercenaries to Y", with Wagner as who gets them."""
    verb, noun = token.head, token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.pos_ != "PROPN" or noun.head is not verb or noun.dep_ != "obj":
        return None
    people = noun.lemma_ in load_lexicon().groups["troops"] and child(token, "det") is None
    whither = any(c.dep_ == "obl" and c.i > noun.i and _case(c) == "to" for c in verb.children)
    return (noun, "compound") if people and whither else None


@hung_as("flat")
def flat(token: Token) -> tuple[Token, str] | None:
    """ "The army retook *Khartoum*", with the town as more of the verb's name."""
    verb = token.head
    apart = verb.pos_ == "VERB" and verb.text.islower() and token.i > verb.i and child(verb, "obj") is None
    return (verb, "obj") if apart and token.pos_ == "PROPN" else None


@hung_as("compound:prt")
def before_phrase(token: Token) -> tuple[Token, str] | None:
    """ "Turned *on* X", read as a part of the verb beside a bare phrase: so the verb is said of X."""
    verb, lexicon = token.head, load_lexicon()
    bare = (c for c in verb.children if c.dep_ == "obl" and not _case(c))
    phrase = next((c for c in bare if c.left_edge.i == token.i + 1), None)
    senses = lexicon.verbs.get(lexicon.verb(verb.lemma_.lower(), verb.lower_), ())
    asked = any(token.lower_ in s.frame.patient and not s.nouns for s in senses)
    return (phrase, "case") if phrase is not None and asked else None


@awaits("for")
@hung_as("obl")
def for_a_cause(token: Token) -> tuple[Token, str] | None:
    """ "Fighting for independence *for X*", as if they fought for X: what stands right before is for it."""
    verb = token.head
    if _case(token) != "for" or verb.pos_ != "VERB":
        return None
    causes = (c for c in verb.children if c.dep_ == "obl" and _case(c) == "for" and c.i > verb.i)
    cause = next((c for c in causes if c.right_edge.i + 1 == token.left_edge.i), None)
    plain = cause is not None and cause.pos_ == "NOUN" and "Plur" not in cause.morph.get("Number", [])
    return (cause, "nmod") if cause is not None and plain else None


@awaits("at")
@hung_as("obl")
def at_war(token: Token) -> tuple[Token, str] | None:
    """ "Sold arms to groups *at war* with X", as if who sold them were at war: the groups are."""
    noun = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    verb = token.head
    if token.lemma_ not in ("war", "odds") or _case(token) != "at" or verb.pos_ != "VERB":
        return None
    inside = verb in noun.ancestors and noun.i > verb.i and noun.pos_ == "NOUN"
    return (noun, "nmod") if inside and "Plur" in noun.morph.get("Number", []) else None


@hung_as("obl")
def where_they_are(token: Token) -> tuple[Token, str] | None:
    """ "Troops *in Congo* fighting for X", hung on what they do behind it: it is where the troops are."""
    doing = token.head
    noun = doing.head
    between = doing.dep_ == "acl" and token.left_edge.i == noun.i + 1 and token.i < doing.i
    return (noun, "nmod") if between and {noun.pos_, token.pos_} <= NOMINAL and _case(token) else None


def _case(noun: Token) -> str:
    case = child(noun, "case")
    return case.lower_ if case is not None else ""


@hung_as("nsubj")
def let_do(token: Token) -> tuple[Token, str] | None:
    """ "Let *the army* keep its bases", read as a second subject of the leave."""
    verb = token.head
    if token.i < verb.i or verb.lower_ not in load_lexicon().letting:
        return None
    below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i), None)
    return (verb, "obj") if below is not None and child(verb, "obj") is None else None


@hung_as("case")
def before_name(token: Token) -> tuple[Token, str] | None:
    """ "Fighters *under* Ruslan Gelayev", hung on his surname."""
    last = token.head
    name = last.head
    inside = last.dep_ == "flat" and token.i < name.i < last.i
    return (name, "case") if inside else None


@awaits("by")
@hung_as("obj", "obl", "obl:agent", "nmod")
def done_by(token: Token) -> tuple[Token, str] | None:
    """ "Handed over to X *by Y*", "listed as terrorist *by Y*", "taught to fly *by Y*", hung on what is before."""
    last, lexicon = token.head, load_lexicon()
    verb = last.head
    if _case(token) != "by" or token.i < last.i or verb.pos_ != "VERB" or child(verb, "obl:agent") is not None:
        return None
    passive = child(verb, "aux:pass") is not None or (verb.dep_ == "acl" and is_past(verb))
    if token.dep_ in ("obj", "obl", "obl:agent") and last.dep_ == "xcomp" and child(last, "aux:pass") is None:
        return (verb, "obl:agent") if passive else None
    given = _case(last) == "to" and last.dep_ == "obl" and verb.lemma_ in lexicon.give
    label = last.dep_ in ("xcomp", "obj") or (_case(last) == "as" and last.dep_ == "obl")
    called = label and last.pos_ == "NOUN" and last.lemma_ not in lexicon.nouns
    return (verb, "obl:agent") if token.dep_ == "nmod" and passive and (given or called) else None


def helping() -> frozenset[str]:
    """The lemmas of verbs of helping."""
    return load_lexicon().helping


@awaits(helping)
def helped(token: Token) -> tuple[Token, str] | None:
    """ "Helped *the army* fight Y", with the noun hung on the verb behind it, or on Y as part of its name."""
    for verb in token.doc.tokens[max(token.i - _NEAR, 1) : token.i + _NEAR]:
        if verb.pos_ == "VERB" and verb.dep_ in ("xcomp", "compound") and (moved := _help(verb)):
            noun, inside = verb.doc[verb.i - 1], token.head is verb.head and verb.dep_ == "compound"
            crossing = inside or (token.head is _foe(verb) and token.head is not token)
            if token.i in moved:
                return moved[token.i]
            if crossing and noun.head is token.head and token.i < noun.i:
                return noun, token.dep_
    return None


@awaits(helping)
def helped_to(token: Token) -> tuple[Token, str] | tuple[Token, str, str] | None:
    """ "Helped the army *battle Islamic State*", read as a battle of the army that bears a name."""
    for verb in token.doc.tokens[max(token.i - _NEAR, 1) : token.i + _NEAR]:
        if verb.pos_ != "NOUN" or verb.dep_ not in ("obj", "xcomp") or not verb.head.i < verb.i:
            continue
        army = verb.doc[verb.i - 1]
        foe = next((c for c in verb.children if c.left_edge.i == verb.i + 1 and c.pos_ == "PROPN"), None)
        read_so = army.head is verb and army.dep_ == "compound" and verb.head.lemma_ in helping()
        if foe is None or not read_so or verb.lower_ not in load_lexicon().verbs:
            continue
        if token is verb:
            return verb.head, "xcomp", "VERB"
        moved = {army.i: (verb.head, "obj"), foe.i: (verb, "obj")}
        if token.i in moved:
            return moved[token.i]
        if token.head is verb and token.i < army.i:
            return army, token.dep_
    return None


def _foe(verb: Token) -> Token | None:
    """What stands behind the verb as its object, or as a noun that the verb is read as a part of."""
    if verb.dep_ == "compound":
        return verb.head
    return next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)


def _help(verb: Token) -> dict[int, tuple[Token, str]]:
    """Where the words of "helped the army *fight* Y" belong; nothing where they hang there already."""
    noun, foe = verb.doc[verb.i - 1], _foe(verb)
    helper = foe.head if foe is not None and verb.dep_ == "compound" else verb.head
    if helper.lemma_ not in helping() or not helper.i < noun.i or noun.pos_ not in NOMINAL:
        return {}
    if noun.head is verb and (noun.dep_ == "obj" or (verb.dep_ == "xcomp" and noun.dep_ in ("nsubj", "compound"))):
        return {noun.i: (helper, "obj")}
    if foe is None or noun.head is not foe or foe.dep_ != "obj":
        return {}
    return {noun.i: (helper, "obj"), verb.i: (helper, "xcomp"), foe.i: (verb, "obj")}


@cache
def _helping() -> frozenset[str]:
    """Verbs whose object is helped, and not fought."""
    verbs = load_lexicon().verbs.items()
    suffered = ((verb, {s.frame.relation for s in senses if s.frame.patient == ("obj",)}) for verb, senses in verbs)
    return frozenset(verb for verb, of in suffered if any(r.sign > 0 for r in of) and Relation.FIGHTS not in of)


@hung_as("obj", "advcl")
def of_helped(token: Token) -> tuple[Token, str] | None:
    """ "Trains and arms the guards *battling* X": they do, not who arms them."""
    if token.dep_ == "obj" and _is_helped_before(token):
        return (_last_helping(token.head.head), "obj")
    if token.dep_ == "advcl" and (taken := next((c for c in token.children if _is_helped_before(c)), None)):
        return (taken, "acl")
    if token.dep_ != "advcl" or not token.lower_.endswith("ing") or token.left_edge is not token or not token.i:
        return None
    before = token.doc[token.i - 1]
    helped = next((t for t in (before, *before.ancestors) if t.dep_ == "obj"), None)
    if helped is None or helped.right_edge is not before or helped.pos_ not in NOMINAL:
        return None
    helping = helped.head is token.head or (helped.head.dep_ == "conj" and helped.head.head is token.head)
    return (helped, "acl") if helping and helped.head.lemma_ in _helping() else None


def _is_helped_before(noun: Token) -> bool:
    """ "Arms *the guards* battling X", where a parse gives battling two objects and arming none."""
    deed = noun.head
    objs = [c for c in deed.children if c.dep_ == "obj"]
    near = noun.right_edge.i + 1 == deed.i and len(objs) == 2 and deed.dep_ == "advcl" and deed.lower_.endswith("ing")
    verb = _last_helping(deed.head) if near else None
    return verb is not None and verb.i < noun.i and child(verb, "obj") is None and verb.lemma_ in _helping()


def _last_helping(verb: Token) -> Token:
    """The last of "trains and arms"."""
    return next((c for c in reversed(list(verb.children)) if c.dep_ == "conj" and c.pos_ == "VERB"), verb)
