"""Who does what in a clause: grammatical roles over Universal Dependencies, the only thing constructions ask for."""

from imbroglio.claims.syntax.clauses import agents, is_passive, objects, owner, subjects, undergoers
from imbroglio.claims.syntax.phrases import (
    antecedent,
    case_of,
    child,
    expand,
    has_examples,
    in_name,
    is_bystander,
    is_plural,
    is_reciprocal,
    named_place,
    noun_lemma,
    prepositional,
    struck_place,
    whole,
)
from imbroglio.claims.syntax.roles import Roles, answerable, behind_deed, noun_roles, regarding, roles

__all__ = [
    "Roles",
    "agents",
    "answerable",
    "antecedent",
    "behind_deed",
    "case_of",
    "child",
    "expand",
    "has_examples",
    "in_name",
    "is_bystander",
    "is_passive",
    "is_plural",
    "is_reciprocal",
    "named_place",
    "noun_lemma",
    "noun_roles",
    "objects",
    "owner",
    "prepositional",
    "regarding",
    "roles",
    "struck_place",
    "subjects",
    "undergoers",
    "whole",
]
