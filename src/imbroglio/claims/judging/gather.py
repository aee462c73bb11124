"""Candidates gathered by the two mentions that they are about, without those that nobody need judge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.proposal import Key, Proposal
from imbroglio.claims.judging.quiet import Quiet
from imbroglio.claims.judging.selection import selects
from imbroglio.claims.judging.spurious import is_spurious
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import case_of, child, claimers, noun_lemma, verb_lemma
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import nouns
from imbroglio.knowledge.time import calendar
from imbroglio.model import ActorKind, Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_TELLS = frozenset({"for", "over", "about", "as"})  # what tells that an attack is one in words
_FELLOWS = frozenset({ActorKind.PERSON, ActorKind.STATE})  # whom one joins without being a part of them
_GROUND = tuple(relation for relation in Relation if relation.klass is RelationClass.PLACE)
_CIVIL = frozenset({ActorKind.PERSON, ActorKind.OTHER})
_UNSEEN = 0.5  # of arcs, which read two words and say nothing of one that stands for two parties


def proposals(parties: Parties, candidates: Iterable[Candidate]) -> list[Proposal]:
    """Candidates gathered by mention pair and relation; symmetric relations in one order."""
    found: dict[Key, Proposal] = {}
    quiet = Quiet(parties)
    for c in candidates:
        one, two = _ends(parties, c)
        c = _in_words_only(parties, c, one, two)
        if c.probability is None:
            alone = one == two and not _is_several(parties, one)
            sender = None if _is_sent(parties, c) else parties.kind(one)
            if alone or not selects(c.relation, sender, parties.kind(two)):
                continue
        if quiet.rules_out(c, one, two) or is_spurious(parties, c, one, two):
            continue
        if c.relation.symmetric and one > two:
            one, two = two, one
        if (c.subject, c.object) != (one, two):
            c = replace(c, subject=one, object=two)
        proposal = found.setdefault((one, c.relation, two), Proposal((one, c.relation, two), []))
        proposal.candidates.append(c)
        unseen = _UNSEEN if one == two else 0.0
        proposal.probability = max(proposal.probability, c.probability or unseen)
    kept = [found[key] for key in sorted(found) if not _is_really_about_ground(parties, found[key], found)]
    kept = [p for p in kept if not _is_said_of_owner(parties, p, found)]
    _share(kept)
    return kept


def _is_several(parties: Parties, i: int) -> bool:
    """ "Thai and Cambodian troops": one phrase, and two sides that can clash."""
    mention = parties.mentions.at(i)
    return mention is not None and mention.form in ("description", "pronoun") and len(mention.actors) > 1


def _is_sent(parties: Parties, c: Candidate) -> bool:
    """ "The president *sent* troops to Y": whoever sends some is there by them."""
    return c.relation is Relation.DEPLOYS_TO and parties.doc[c.predicate].lower_ in load_lexicon().sending


def _both_inside(parties: Parties, c: Candidate) -> int | None:
    """The head of the phrase that names both parties of an arc: "*Thai* and *Cambodian* troops"."""
    over = parties.mentions.at(parties.doc[c.object].head.i)
    if over is None or not _is_several(parties, over.head):
        return None
    return over.head if all(over.start <= i < over.head for i in (c.subject, c.object)) else None


def _share(gathered: list[Proposal]) -> None:
    """What arcs say of one member of a list counts for all: "troops, including Afghans and Pakistanis, fought"."""
    lists: dict[tuple[object, ...], list[Proposal]] = {}
    for p in gathered:
        for c in p.candidates if p.by_grammar else ():
            if c.probability is None:
                lists.setdefault((c.relation, c.cue, c.object), []).append(p)
    for members in lists.values():
        most = max(p.probability for p in members)
        for p in members:
            p.probability = most


def _in_words_only(parties: Parties, c: Candidate, one: int, two: int) -> Candidate:
    """ "The senator attacked the governor", "blasted Chad for its plan": so told, such verbs accuse."""
    word = parties.doc[c.predicate]
    if c.relation is Relation.FIGHTS and word.lower_ in load_lexicon().verbal:
        persons = _is_person(parties, one) and _is_person(parties, two) and not _may_be_place(parties, c)
        if persons or _has_cause(word) or (parties.kind(one) in _CIVIL and _has_matter(word)):
            return replace(c, relation=Relation.ACCUSES)
    elif c.relation is Relation.FIGHTS and all(parties.kind(i) in _CIVIL for i in (one, two)) and _has_matter(word):
        return replace(c, relation=Relation.OPPOSES)  # "the firm and its drivers are at war over fares"
    if c.relation is Relation.CONTROLS and parties.kind(two) is ActorKind.PERSON and verb_lemma(word) == "hold":
        return replace(c, relation=Relation.COERCES)  # "the president is held by the army"
    if c.relation is Relation.PART_OF and word.lemma_.lower() == "join":
        sent = parties.kind(one) is ActorKind.STATE and noun_lemma(parties.doc[one]) in load_lexicon().groups["troops"]
        if sent or parties.kind(two) in _FELLOWS:  # "the AFDL, joined by Ugandan troops, …"
            return replace(c, relation=Relation.ALLIED_WITH)  # "Dostum joined Massoud", "joins Jordan in an exercise"
    if c.relation is Relation.BACKS and c.stop and _quits(parties, c, one, two):
        return replace(c, relation=Relation.PART_OF)
    return c


def _is_person(parties: Parties, i: int) -> bool:
    """A person by kind, or some by what they are: "Senators blasted the president"."""
    if parties.kind(i) is ActorKind.PERSON:
        return True
    word = parties.doc[i]
    return noun_lemma(word) in _civil() and not any(k.dep_ in ("amod", "compound") for k in word.children)


@cache
def _civil() -> frozenset[str]:
    """Offices held without arms."""
    return nouns("offices", "heads", "others") - nouns("offices", "ranks") - load_lexicon().martial


def _quits(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "A captain *deserted* the Front": he was of it, where a state that deserts it had backed it."""
    lexicon = load_lexicon()
    member = noun_lemma(parties.doc[one]) in lexicon.members or parties.kind(one) is ActorKind.PERSON
    left = parties.kind(two) not in (ActorKind.PERSON, ActorKind.STATE, ActorKind.PLACE)
    return parties.doc[c.predicate].lower_ in lexicon.deserting and member and left


def _has_cause(verb: Token) -> bool:
    """ "Attacked Chad *for arming* them", "hit X *over its plan*": what somebody is taken to task for."""
    for c in verb.children:
        words = {k.lower_ for k in c.children if k.dep_ in ("mark", "case")}
        deed = c.dep_ == "advcl" and c.lower_.endswith("ing")
        own = c.dep_ == "obl" and (noun_lemma(c) in load_lexicon().nouns or child(c, "nmod:poss") is not None)
        if (deed and "for" in words) or (own and words & {"for", "over"}):
            return True
    return False


def _has_matter(word: Token) -> bool:
    """ "The party attacked its rival *over the budget*"; not "over the border", "over the weekend"."""
    beside = (*word.children, *(word.head.children if word.pos_ == "NOUN" else ()))
    over = [c for c in beside if c.dep_ in ("obl", "nmod") and case_of(c) == "over" and c.pos_ == "NOUN"]
    return any(noun_lemma(c) not in nouns("places") and c.lower_ not in calendar() for c in over)


def _may_be_place(parties: Parties, c: Candidate) -> bool:
    """ "Duke Hadrin attacked *Sarn*": a bare name that nobody knows, and nothing that tells of words."""
    name, mention = parties.doc[c.object], parties.mention(c.object)
    actors = [parties.mentions.actors[a] for a in mention.actors] if mention is not None else []
    unknown = mention is not None and mention.end - mention.start == 1 and not any(a.known for a in actors)
    beside = (k for k in parties.doc[c.predicate].children if k.dep_ in ("advcl", "obl"))
    told = any(_TELLS & {m.lower_ for m in k.children} for k in beside)
    return name.pos_ == "PROPN" and unknown and not told and not any(k.i < name.i for k in name.children)


def _is_really_about_ground(parties: Parties, p: Proposal, found: dict[Key, Proposal]) -> bool:
    """ "seized the town" takes ground and coerces nobody.

    Where a place relation fits the same words, it stands alone; a state that was seized may be ground or party, so
    there grammar and arcs may agree on the other.
    """
    one, relation, two = p.key
    led = found.get((one, Relation.LEADS, two))
    if led is not None and led.by_grammar and _is_state(parties, two):
        return relation is Relation.CONTROLS  # "the party that rules Chad" leads the state and holds no ground
    if relation.klass is RelationClass.PLACE:
        return False
    taken = relation is Relation.COERCES  # who seizes a state takes ground, and arrests nobody
    if p.probability and p.by_grammar and parties.kind(two) is not ActorKind.PLACE and not taken:
        return False
    grounds = (found.get((one, other, two)) for other in _GROUND)
    return any(ground is not None and ground.by_grammar for ground in grounds)


def _is_state(parties: Parties, i: int) -> bool:
    """A state by its own name; a capital that stands for one is ground as well: "rebels govern Sanaa"."""
    mention = parties.mention(i)
    return parties.kind(i) is ActorKind.STATE and mention is not None and mention.form != "metonym"


def _ends(parties: Parties, c: Candidate) -> tuple[int, int]:
    """The tokens that name the parties. Learned arcs already point at them."""
    if c.probability is not None:
        both = _both_inside(parties, c)
        return (both, both) if both is not None else (parties.head(c.subject), parties.head(c.object))
    if c.construction == "possessive":  # "forces of Haftar": they are meant, not he
        return parties.anchor(c.subject), parties.head(c.object)
    two = parties.anchor(c.object, place=c.relation.klass is RelationClass.PLACE)
    unit_led = c.relation is Relation.LEADS and (parties.is_unit(c.object) or parties.are_troops(c.object))
    if unit_led and _is_inside(parties, two, c.object):
        unit = parties.doc[c.object]  # "commands the garrison of X": it, and not X; "Z, a faction of X led by Y": Z
        two = parties.head(unit.head.i) if unit.dep_ == "appos" and parties.known(unit.head.i) else c.object
    blamed = c.relation in (Relation.ACCUSES, Relation.ENDORSES)
    whose = _known_owner(parties, c.object) if blamed and c.object != two and not parties.known(c.object) else None
    if whose is not None:
        two = parties.head(whose)  # "condemned Chad's treatment of the Zaghawa": Chad
    if blamed and not parties.known(two) and (claimed := claimers(parties.doc[c.object])):
        two = parties.head(claimed[0].i)  # "condemned the attack, for which Y claimed responsibility"
    if blamed and not parties.known(two) and (whose := _known_owner(parties, two)) is not None:
        two = whose
    return parties.anchor(c.subject), two  # "condemned Chad's involvement": Chad, as nobody else is named


def _is_said_of_owner(parties: Parties, p: Proposal, found: dict[Key, Proposal]) -> bool:
    """Whether an arc has "Iran-backed *Houthi targets*" fought where grammar has the Houthis: it is one claim."""
    one, relation, two = p.key
    if p.by_grammar or parties.known(two):
        return False
    whole = found.get((one, relation, parties.anchor(two)))
    return whole is not None and whole is not p and whole.by_grammar


def _known_owner(parties: Parties, i: int) -> int | None:
    """The party that stands before a noun with an ending."""
    owners = (k.i for k in parties.doc[i].children if k.dep_ == "nmod:poss" and parties.known(k.i))
    return next(owners, None)


def _is_inside(parties: Parties, part: int, i: int) -> bool:
    """Whether a token is in what tells whose the noun is: "the garrison *of X*", "the *Chadian* battalion"."""
    told = (k for k in parties.doc[i].children if k.dep_.startswith(("nmod", "compound", "amod")))
    return any(k.left_edge.i <= part <= k.right_edge.i for k in told)
