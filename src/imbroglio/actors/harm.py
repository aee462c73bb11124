"""Verbs that do something to their object: whom they hurt, help or judge is no part of whom they have for a subject."""

from __future__ import annotations

from functools import cache

from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Relation


@cache
def acting_on(*relations: Relation) -> frozenset[str]:
    """Verbs that by themselves say one of the relations of their object."""
    senses = ((verb, sense) for verb, senses in load_lexicon().verbs.items() for sense in senses)
    return frozenset(
        verb
        for verb, sense in senses
        if sense.frame.relation in relations and sense.frame.patient == ("obj",) and not (sense.particle or sense.nouns)
    )


@cache
def aimed(verb: str) -> frozenset[str]:
    """The prepositions behind which a verb of attack has its target: "fired *on* soldiers"."""
    frames = (sense.frame for sense in load_lexicon().verbs.get(verb, ()))
    targets = (frame.patient for frame in frames if frame.relation in (Relation.FIGHTS, Relation.COERCES))
    return frozenset(role for patient in targets for role in patient) - {"obj", "iobj", "subj"}


def harming() -> frozenset[str]:
    """Verbs that by themselves put their object under attack or in custody."""
    return acting_on(Relation.FIGHTS, Relation.COERCES)


def aiding() -> frozenset[str]:
    """Verbs by which somebody helps their object."""
    return acting_on(Relation.ARMS, Relation.FUNDS, Relation.ASSISTS, Relation.BACKS)


def backing() -> frozenset[str]:
    """Verbs by which somebody is for their object."""
    return acting_on(Relation.BACKS, Relation.ASSISTS)


def praising() -> frozenset[str]:
    """Verbs by which somebody speaks well of their object."""
    return acting_on(Relation.ENDORSES)


def judging() -> frozenset[str]:
    """Verbs by which somebody speaks well or ill of their object, be it a party or a plan."""
    return acting_on(Relation.ENDORSES, Relation.ACCUSES, Relation.OPPOSES)


def attacks(tree: Tree, verb: int) -> bool:
    """Whether a verb may tell of an attack, by itself or with a preposition: "fired on Y"."""
    senses = load_lexicon().verbs.get(tree.lemma[verb], ())
    return any(sense.frame.relation is Relation.FIGHTS for sense in senses)


@cache
def meeting() -> frozenset[str]:
    """Verbs of talking and agreeing that need nothing beside them."""
    met = {Relation.TALKS_WITH, Relation.AGREES_WITH}
    senses = ((verb, sense) for verb, found in load_lexicon().verbs.items() for sense in found)
    return frozenset(
        verb for verb, sense in senses if sense.frame.relation in met and not (sense.nouns or sense.particle)
    )
