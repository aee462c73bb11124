"""Whom the words behind a verb or noun mean: whose the thing is that is hit, who is paid, who answers for a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.constructions import transfers
from imbroglio.claims.constructions.refusals import offered
from imbroglio.claims.stance import withheld
from imbroglio.claims.syntax import (
    Roles,
    answerable,
    behind_deed,
    child,
    expand,
    is_attack,
    is_bystander,
    is_force,
    is_nobodys,
    noun_lemma,
    noun_roles,
    objects,
    prepositional,
    struck_place,
    thing,
    verb_lemma,
    whose_behind,
)
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Token


_NAMED = frozenset({"NOUN", "PROPN"})
_JUDGED = frozenset({Relation.ENDORSES, Relation.OPPOSES})  # on what they agreed
_CALLED = frozenset({Relation.ACCUSES, Relation.SANCTIONS})  # by words for what somebody is


def struck(patients: list[Token], filled: Roles, verb: Token) -> list[Token]:
    """Who is fought: whose the thing is that is hit, and none who is only there."""
    if verb.lower_ in load_lexicon().repelling:
        patients = [a for p in patients for a in behind_deed(p, filled.get("by"))]  # "repelled a push by X"
    patients = [p for p in patients if not _is_wreckage(p, verb)]
    patients = [w for p in patients for w in whose_behind(p) or _inside(p)]
    told = any(map(_is_told_of, patients))  # "destroyed *a Daesh tunnel* and a post near X": the town is only where
    places = {p.i: [] if told and not _is_told_of(p) else struck_place(p, verb) for p in patients}
    patients = [w for p in patients for w in places[p.i] or ([] if is_bystander(p) else [p])]
    return [p for p in patients if not _is_scene(p, verb)]


def _is_told_of(thing: Token) -> bool:
    """Whether a name says whose it is."""
    before = (c for c in thing.children if c.i < thing.i and c.dep_ in ("compound", "amod", "nmod:poss"))
    return thing.pos_ == "PROPN" or any(c.text[:1].isupper() for c in before)


def raided(patients: list[Token], verb: Token) -> list[Token]:
    """Whose men they are: "arrested six men *in a raid on X*", "killed ten fighters in an operation against X"."""
    if not patients or not all(map(_is_unnamed, patients)):
        return patients
    deeds = (t for case, t in prepositional(verb) if case in ("in", "during") and is_attack(t))
    aims = [m for deed in deeds for case, t in prepositional(deed) if case in ("on", "against") for m in expand(t)]
    named = [t for t in aims if t.pos_ == "PROPN" and t.ent_type_ != "PLACE"]
    return named or patients


def _is_wreckage(thing: Token, verb: Token) -> bool:
    """ "Struck ISIS, *destroying nine positions*", "killing six militants": what is hit of a named foe is no other."""
    above = verb.head
    if verb.dep_ != "advcl" or not _kills(verb) or not _kills(above, ending="") or verb.i < above.i:
        return False
    lexicon, lemma = load_lexicon(), noun_lemma(thing)
    foe = any(t.text[:1].isupper() and t.i < verb.i for o in objects(above) for t in _foes(o))
    named = any(c.text[:1].isupper() or c.dep_ in ("nmod:poss", "acl", "acl:relcl") for c in thing.children)
    return (
        foe
        and thing.pos_ == "NOUN"
        and not named
        and lemma in lexicon.struck | lexicon.things.keys() | lexicon.groups["foes"]
    )


def _foes(thing: Token) -> list[Token]:
    """Whose attack or position it is: "an assault *by X*", "positions *of X*"; else the thing."""
    return [m for t in (*behind_deed(thing), *noun_roles(thing).get("of")) for m in (t, *transfers.names_before(t))]


def _is_unnamed(people: Token) -> bool:
    """ "Six men", "ten fighters", "31 people": nobody is named by it."""
    lexicon = load_lexicon()
    told = any(c.text[:1].isupper() or c.dep_ in ("nmod", "nmod:poss", "acl", "acl:relcl") for c in people.children)
    return not told and noun_lemma(people) in lexicon.groups["hands"] | lexicon.groups["troops"]


def meant(patients: list[Token], filled: Roles, relation: Relation, verb: Token) -> list[Token]:
    """Whom the words behind a verb or noun mean: who answers for a deed, is paid, is called something."""
    lexicon = load_lexicon()
    if relation is Relation.LEADS and verb.dep_ == "acl" and len(patients) > 1:  # "X and Y, led by Z"
        return [max((p for p in patients if p.i < verb.i), key=lambda p: p.i, default=patients[-1])]
    if relation is Relation.FUNDS:
        return [w for p in patients for w in _paid(p)]
    if relation is Relation.BACKS:  # "support for X's sovereignty"
        stood = lexicon.groups["standing"]
        patients = [w for p in patients for w in (_whose(p) if noun_lemma(p) in stood else [p])]
    if relation in (Relation.BACKS, Relation.ASSISTS):  # "an assault backed by X": whoever leads it is
        return [t for p in patients for t in behind_deed(p) if not (t.i == p.i and is_force(p))]
    if relation in _JUDGED:  # "welcomed the truce between X and Y", "opposed the deal between them": neither is meant
        patients = [p for p in patients if noun_lemma(p) not in lexicon.groups["pact"]]
    if relation is Relation.OPPOSES and withheld(verb, load_stance()):  # "turned down X's request", "rejected a truce"
        patients = [p for p in patients if noun_lemma(p) not in lexicon.groups["plea"] and offered(p) is None]
    if relation is Relation.OPPOSES:  # "rejected accusations by X" denies them
        patients = [p for p in patients if p.lower_ not in load_stance().accounts]
    if relation in _CALLED:
        patients = [p for p in patients if not _is_what_it_is_called(p, verb)]
    if relation in (Relation.ACCUSES, Relation.ENDORSES, Relation.OPPOSES):
        return [a for p in patients for a in answerable(p)]
    if relation is Relation.SANCTIONS:
        called = any(noun_lemma(o) in lexicon.groups["listed"] for o in filled.obj)
        named = filled.iobj if called and filled.iobj else patients  # "designated X a terrorist group"
        named = [w for p in named for w in (noun_lemma(p) in lexicon.goods and transfers.names_before(p)) or [p]]
        return [p for p in named if not _is_help(p)]
    return patients


def _is_what_it_is_called(noun: Token, verb: Token) -> bool:
    """ "A cartel that they declared *a terrorist group*", read as a second object."""
    told = load_lexicon().groups["slur"] | load_lexicon().groups["listed"]
    others = any(c.dep_ == "obj" and c.i < noun.i for c in verb.children)
    others |= verb.dep_ == "acl:relcl" and verb.head.lower_ == "what"  # "struck what it called *terrorists*"
    return noun.dep_ == "obj" and noun.head is verb and others and noun_lemma(noun) in told


def ended(noun: Token) -> list[Token]:
    """Whose end it is: "the lasting defeat of X"."""
    return noun_roles(noun).get("of") if noun_lemma(noun) in load_lexicon().groups["ends"] else []


def _whose(noun: Token) -> list[Token]:
    filled = noun_roles(noun)
    named = [t for t in filled.get("mod") if t.text[:1].isupper()]
    return filled.get("poss") or filled.get("of") or named


def is_utterance(noun: Token) -> bool:
    return noun_lemma(noun) in load_lexicon().groups["utterance"]


def _inside(noun: Token) -> list[Token]:
    """Who is in "a column of X's soldiers and Y's fighters"; the column itself where it is of one."""
    inside = noun_roles(noun).get("of") if noun_lemma(noun) in load_lexicon().partitives else []
    return inside if len(inside) > 1 else [noun]


def _is_help(noun: Token) -> bool:
    """ "Suspended its training of the army": help is stopped, nobody is penalised."""
    told = load_lexicon().of_noun(noun_lemma(noun)) if noun.text.islower() else ()
    return any(relation.klass is RelationClass.SUPPORTS for relation in told)


def _is_scene(thing: Token, verb: Token) -> bool:
    """ "Bombed the base, killing nine of the rebels": nobody's base is only where, since those hit are named."""
    if not is_nobodys(thing):
        return False
    hit = [t for c in verb.children if c.dep_ == "advcl" and c.i > thing.i and _kills(c) for t in objects(c)]
    return any(not is_bystander(t) and (t.pos_ in _NAMED or child(t, "nmod")) for t in hit)


def _kills(verb: Token, ending: str = "ing") -> bool:
    return verb.lower_.endswith(ending) and Relation.FIGHTS in load_lexicon().of_verb(verb_lemma(verb))


def _paid(patient: Token) -> list[Token]:
    """Who gets the money: in "paid for American guns for X" it is spent on X, and "paid a levy" tells of nobody."""
    what = thing(patient, load_lexicon())
    if what in (None, Relation.FIGHTS_FOR):
        return [patient]
    filled = noun_roles(patient)
    return [] if what is Relation.FUNDS else filled.get("for") or filled.get("poss") or filled.get("of")
