"""Who fights beside whom: "fought with Y against Z", "attacked Z together with Y", "raided Z, accompanied by Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.verbal.company import Beside
from imbroglio.claims.syntax import Roles, is_attack, is_passive, prepositional, shared_deed, verb_lemma
from imbroglio.knowledge.lexicon import Frame, VerbSense, load_lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ACTION = frozenset({Relation.FIGHTS, Relation.ADVANCES_ON})
_TAKEN_ALONG = frozenset({Relation.ASSISTS, Relation.PART_OF})  # what "accompany" and "join" say elsewhere


def joined_in(filled: Roles, frame: Frame) -> Roles:
    """Who fights alongside the subject fights the same enemy: "X fought alongside Y against Z" has Y fight Z."""
    hung = [t for f in filled.get("with") for case, t in prepositional(f) if case == "against"]
    with_too = filled.get("against") or (hung and frame.patient == ("against",))
    beside = ("alongside", "beside", "with") if with_too else ("alongside", "beside")
    fellows = [t for word in beside for t in filled.get(word)]
    if frame.relation is not Relation.FIGHTS or not fellows:
        return filled
    preps = dict(filled.preps)
    if not filled.obj and "against" not in preps:  # "fought alongside Y against Z" may be read as "Y against Z"
        preps["against"] = [t for f in fellows for case, t in prepositional(f) if case == "against"]
    return Roles(filled.subj + fellows, filled.obj, filled.iobj, preps)


def fellows(token: Token, filled: Roles, fuller: Roles, sense: VerbSense) -> Iterator[tuple[Roles, Frame]]:
    """The frames, with what fills them, that put those who do it on one side; `fuller` has what the noun adds."""
    if sense.frame.relation is Relation.FIGHTS and "against" in sense.frame.patient and filled.get("against"):
        yield filled, Frame(Relation.FIGHTS_ALONGSIDE, sense.frame.agent, ("with",), both=True)
    beside = [t for case in ("alongside", "beside") for t in filled.get(case) if t.lower_ != "it"]  # a place is "it"
    if sense.frame.relation is Relation.FIGHTS and filled.obj and beside:  # "hunts Z *alongside Y*"
        side = Frame(Relation.FIGHTS_ALONGSIDE, ("subj",), ("beside",), both=True)
        yield Roles(filled.subj, preps={"beside": beside}), side
    foes = any(fuller.get(role) for role in (*sense.frame.patient, "against"))
    if sense.frame.relation in _ACTION and foes and _is_joint(token):
        yield Roles(filled.subj), Frame(Relation.FIGHTS_ALONGSIDE, ("subj",), ("mutual",), both=True)


def _is_joint(verb: Token) -> bool:
    """ "*Jointly* attacked", "attacked *together* with Y", "launched a *joint* attack"."""
    jointly = load_lexicon().jointly
    said = [c for c in verb.children if c.dep_ == "advmod"]
    said += [k for c in verb.children if c.dep_ == "obj" and is_attack(c) for k in c.children if k.dep_ == "amod"]
    return any(word.lower_ in jointly for word in said)


def in_battle(verb: Token, sense: VerbSense) -> VerbSense | None:
    """ "Raided the town, *accompanied* by Y", "the army, *joined* by Y, attacked": in battle they fight beside it.

    Who "*joined* Y in arming Z" does as Y does, and is no part of it.
    """
    lexicon = load_lexicon()
    if (shared := shared_deed(verb)) is not None and sense.frame.relation is Relation.PART_OF:
        frame = Frame(Relation.FIGHTS_ALONGSIDE, sense.frame.agent, sense.frame.patient, both=True)
        return replace(sense, frame=frame) if _is_action(shared) else None
    with_them = verb.lower_ in lexicon.accompanying and sense.frame.relation in _TAKEN_ALONG and not sense.nouns
    if not with_them or not is_passive(verb) or verb.dep_ not in ("advcl", "acl"):
        return sense
    deed = verb.head.head if verb.dep_ == "acl" else verb.head
    alongside = replace(sense.frame, relation=Relation.FIGHTS_ALONGSIDE)
    return replace(sense, frame=alongside) if _is_action(deed) else sense


def _is_action(deed: Token) -> bool:
    beside = Beside(deed)
    return any(s.frame.relation in _ACTION and beside.fits(s) for s in load_lexicon().verbs.get(verb_lemma(deed), ()))
