"""Whose "its ally", "their villages" and "his men" are, where the clause itself says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import reports
from imbroglio.actors.harm import acting_on, aiding, harming, judging
from imbroglio.actors.nouns import Noun
from imbroglio.actors.reference import PLURAL, SINGULAR
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

HE, SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
LISTS = (SINGULAR, PLURAL, HE, SHE)
LIKE = frozenset(
    {"relation", "force", "people", "organ", "office", "government", "place"}
)  # of these one has one's own
SHARING = frozenset({"conj", "xcomp", "advcl", "acl"})
FARTHEST, REACH = 6, 3  # clauses up to the subject, sentences back to whom somebody leads


def own(linker: Linker, token: int) -> tuple[str, ...]:
    """The subject of the clause that a possessor is in, where that can only be meant; none if it is not sure.

    "They were defending *their* villages", "sent soldiers to help *its* neighbour", "accused Beijing of letting *its*
    citizens fight".
    """
    tree = linker.tree
    if not tree.possessive(token):
        return ()
    owned = tree.head[token]
    if (speaker := _speaker(tree, token)) is not None:
        return linker.actors_at(speaker)
    verb = _verb_over(tree, owned)
    subject = _subject(tree, verb, token) if verb is not None else None
    if verb is None or subject is None or subject == owned or subject in tree.ancestors(owned):
        return ()
    if _same_number(tree, token, subject):
        return () if _is_done_to(tree, owned, verb, harming()) else linker.actors_at(subject)
    noun = tree.noun(owned)
    kept = noun is not None and noun.use in LIKE and _keeps(tree, owned, verb, noun)
    if tree.pos[subject] == "PRON" or not (kept or _undoes(tree, owned, verb)):
        return ()
    return linker.actors_at(subject) if agrees(linker, token, subject) else ()


def _undoes(tree: Tree, owned: int, verb: int) -> bool:
    """ "Cut *its* ties with Y", "recalled *its* ambassador": nobody else can end or renew them."""
    return tree.dep[owned] == "obj" and tree.lemma[owned] in words("own_bonds") and tree.lemma[verb] in words("undoing")


def _same_number(tree: Tree, token: int, other: int) -> bool:
    return any(tree.lower[other] in one and tree.lower[token] in one for one in LISTS)


def _speaker(tree: Tree, token: int) -> int | None:
    """ "*It* says that *its* troops left": the pronoun whose words the possessor begins."""
    clause = tree.head[tree.head[token]]
    if not tree.dep[tree.head[token]].startswith("nsubj") or tree.dep[clause] != "ccomp":
        return None
    above = tree.head[clause]
    subjects = (k for k in tree.kids(above, "nsubj") if k < token and _same_number(tree, token, k))
    return next(subjects, None) if reports(tree, above) else None


def led(linker: Linker, token: int) -> tuple[str, ...]:
    """Whom the person leads or speaks for who is named behind the office: "*Its* leader, Haftar, said"."""
    tree, office = linker.tree, linker.tree.head[token]
    noun = tree.noun(office)
    names = [k for k in tree.kids(office, "appos", "flat") if k in linker.links]
    if not tree.possessive(token) or tree.lower[token] in HE | SHE or noun is None or noun.use != "office" or not names:
        return ()
    person = linker.links[names[0]][1].actor
    bonds = linker.registry.bonds(person.id, linker.document.published, "leads")
    known = {bond.target for bond in bonds}
    before = linker.discourse.back(token, lambda one: len(one.actors) == 1 and one.actors[0] in known, REACH)
    return next((one.actors for one in before), ())


def _verb_over(tree: Tree, owned: int) -> int | None:
    """The verb that a phrase is an object or circumstance of, be it inside another phrase."""
    for _ in range(FARTHEST):
        dep = tree.dep[owned].partition(":")[0]
        if dep in {"obj", "iobj", "obl"} and tree.pos[tree.head[owned]] == "VERB":
            return tree.head[owned]
        if dep not in {"nmod", "conj", "compound"} or tree.head[owned] == owned:
            return None
        owned = tree.head[owned]
    return None


def _subject(tree: Tree, verb: int, token: int) -> int | None:
    """The subject of a verb, by a word of its own or by the verb above."""
    for _ in range(FARTHEST):
        subject = next((k for k in tree.kids(verb, "nsubj") if k < token), None)
        if subject is not None:
            return subject
        if tree.dep[verb] not in SHARING or tree.head[verb] == verb:
            return None
        above, objects = tree.head[verb], [k for k in tree.kids(tree.head[verb], "obj") if k < verb]
        charged = any(tree.lower[k] in {"of", "for"} for k in tree.kids(verb, "mark", "case"))
        accused = charged and tree.lower[above] in load_lexicon().judging
        if tree.dep[verb] == "acl" or (objects and (tree.dep[verb] == "xcomp" or accused)):
            return objects[0] if charged and objects and tree.dep[verb] != "acl" else None
        verb = above
    return None


def _is_done_to(tree: Tree, owned: int, verb: int, verbs: frozenset[str]) -> bool:
    return tree.dep[owned] in {"obj", "iobj"} and tree.lemma[verb] in verbs


def _keeps(tree: Tree, owned: int, verb: int, noun: Noun) -> bool:
    """Whether nobody but the subject is likely to have it: "arms *its ally*", while "trains *its army*" is open."""
    if tree.dep[owned] not in {"obj", "iobj"}:
        return noun.use == "relation" and noun.group == "for" and tree.case(owned) in {"to", "with", "for", "from"}
    others = harming() | acting_on(Relation.OPPOSES, Relation.ACCUSES)
    if noun.use == "relation":
        return tree.lemma[verb] not in (others if noun.group == "for" else aiding() | harming())
    if noun.word == "counterpart":
        return True
    meddling = others | aiding() | judging() | words("meddling")
    return tree.lemma[verb] not in meddling and noun.use != "office"


def agrees(linker: Linker, token: int, subject: int) -> bool:
    """Whether number and kind let the pronoun be the subject: "it" no person, "he" nothing else, "they" several."""
    tree, word = linker.tree, linker.tree.lower[token]
    actors = [linker.actors[a] for a in linker.actors_at(subject)]
    listed = any(True for _ in tree.kids(subject, "conj"))
    if not actors or listed:
        return False
    person = actors[0].kind is ActorKind.PERSON
    if word in SINGULAR:
        return not person and len(actors) == 1 and tree.number[subject] == "singular"
    if word in PLURAL:
        return not person and tree.number[subject] == "plural"
    return person
