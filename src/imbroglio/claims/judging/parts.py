"""Parts that are none: who formed a group, who left it, a people of whom somebody is one."""

from __future__ import annotations

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.proposal import LEARNED
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import case_of, noun_lemma, prepositional
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import ActorKind


def is_no_part(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """A part that `one` is not, or that `two` does not have."""
    apart = _is_founder(parties, c) or _are_deserters(parties, c, one)
    return apart or _is_of_a_people(parties, c, two) or _is_made_of(parties, c)


def _is_founder(parties: Parties, c: Candidate) -> bool:
    """ "Was formed *by X*": whoever forms a group need be no part of it."""
    verb = parties.doc[c.cue[0]]
    if c.construction != LEARNED or verb.pos_ != "VERB":
        return False
    return any(case == "by" and t.i == c.subject for case, t in prepositional(verb))


def _are_deserters(parties: Parties, c: Candidate, one: int) -> bool:
    """ "Ten *soldiers* of the army deserted to X": the army stays what it is."""
    deserts = parties.doc[c.cue[0]].lower_ in load_lexicon().deserting
    same = parties.doc[one].dep_ == "appos" and parties.doc[one].head.i == c.subject  # "a member of the party, X"
    return deserts and not c.stop and one != c.subject and not same


def _is_of_a_people(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Is *part of* a generation of *Ethiopians*": one of a people, whose state has no such part."""
    if c.construction != "noun":
        return False
    people, mention = parties.doc[two], parties.mention(two)
    plural = "Plur" in people.morph.get("Number", []) and mention is not None and mention.form in ("demonym", "noun")
    return plural and parties.kind(two) in (ActorKind.STATE, ActorKind.POPULATION)


def _is_made_of(parties: Parties, c: Candidate) -> bool:
    """ "The Regiment of *Darfur Volunteers*": they are its men, and no whole of which it is a part.

    Nor are targets, of which X's are some.
    """
    unit, whole = parties.doc[c.cue[0]], parties.doc[c.object]
    ends = (whole, parties.doc[c.subject])
    if unit.pos_ == "VERB" and any(noun_lemma(end) in load_lexicon().struck for end in ends):
        return True  # "hit *targets*, which include three bases", "*positions* belonging to X and to Y"
    several = whole.pos_ == "PROPN" and whole.dep_ == "nmod" and "Plur" in whole.morph.get("Number", [])
    bare = all(k.dep_ not in ("det", "nmod:poss") for k in whole.children) and case_of(whole) == "of"
    return unit.lower_ in load_lexicon().units and several and bare
