"""Candidates about ground that is none, or on which nobody stands: homes, seats, camps, and people who are taken."""

from __future__ import annotations

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.proposal import LEARNED
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import noun_lemma, verb_lemma
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import nouns
from imbroglio.model import ActorKind, Relation, RelationClass

_UNARMED = frozenset({ActorKind.OTHER, ActorKind.MEDIA, ActorKind.INTERNATIONAL, ActorKind.PERSON})
_FIRMS = frozenset({ActorKind.OTHER, ActorKind.MEDIA})
_LEAGUES = frozenset({ActorKind.INTERNATIONAL, ActorKind.UMBRELLA, ActorKind.BODY, ActorKind.GROUP})
_GROUND = frozenset({Relation.ADVANCES_ON, Relation.CONTROLS})


def is_no_ground(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """Whether a candidate takes for ground, or for troops on it, what is neither."""
    return (
        (c.probability is None and _is_no_place(parties, c.relation, two))
        or _takes_ground(parties, c)
        or _takes_people(parties, c, two)
        or _frees_people(parties, c)
        or _leaves_the_country(parties, c, two)
        or _is_at_home(parties, c, one, two)
        or _leaves_ground(parties, c, two)
        or _holds_on(parties, c)
        or _is_used_ground(parties, one)
        or _has_its_seat(parties, c, one)
        or _shelters_refugees(parties, c, one)
        or _has_no_troops(parties, c, one, two)
    )


def _is_at_home(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "Attacked an Israeli *base* in the Galilee": a state's troops are where they belong."""
    if c.relation is not Relation.DEPLOYS_TO or c.construction != "noun":
        return False
    owners, places = parties.actors(one), parties.actors(two)
    own = {a.country for a in owners if a.kind in (ActorKind.STATE, ActorKind.BODY)} - {None}
    return any(place.country in own for place in places)


def _shelters_refugees(parties: Parties, c: Candidate, one: int) -> bool:
    """ "The agency runs *camps* in Chad": no forces of its own live there."""
    if c.relation is not Relation.DEPLOYS_TO or parties.kind(one) not in _UNARMED:
        return False
    return any(noun_lemma(word) == "camp" for word in parties.doc[c.cue[0] : c.cue[1]])


def _has_no_troops(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "The airline *left* Denmark": whoever bears no arms had no forces there; an unknown band may leave a town."""
    leaves = c.relation is Relation.DEPLOYS_TO and c.stop and parties.kind(two) is ActorKind.STATE
    return leaves and parties.kind(one) in _FIRMS


def _is_used_ground(parties: Parties, i: int) -> bool:
    """ "X uses *Iraq* to send Y missiles": a country that is used does nothing."""
    word = parties.doc[i]
    used = word.dep_ == "obj" and word.head.lower_ in load_lexicon().instrument
    return used and word.pos_ == "PROPN" and parties.kind(i) in (ActorKind.STATE, ActorKind.PLACE)


def _has_its_seat(parties: Parties, c: Candidate, one: int) -> bool:
    """ "The Britain-*based* observatory" keeps no forces there."""
    if parties.doc[c.cue[0]].lower_ != "based":
        return False
    if c.construction == LEARNED and c.relation.klass is RelationClass.STRUCTURE:
        return True  # nor does the country lead it
    return c.relation is Relation.DEPLOYS_TO and parties.kind(one) in _UNARMED


def _takes_ground(parties: Parties, c: Candidate) -> bool:
    """ "Captured *the junta's* base": nobody is arrested."""
    if c.construction != LEARNED or c.relation is not Relation.COERCES:
        return False
    taken = (k for k in parties.doc[c.cue[0]].children if k.dep_ in ("obj", "nsubj:pass") and k.i != c.object)
    return any(noun_lemma(k) in load_lexicon().struck and k.left_edge.i <= c.object <= k.right_edge.i for k in taken)


def _takes_people(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Captured *an Israeli soldier*", "seized a Saudi ship": no ground of the state is entered or held."""
    if c.relation not in _GROUND:
        return False
    word, lexicon = parties.doc[c.object], load_lexicon()
    if word.pos_ != "NOUN" or parties.kind(two) is ActorKind.PLACE:
        return False
    people = lexicon.groups["troops"] | lexicon.members | nouns("offices", "heads", "ranks")
    return noun_lemma(word) in people | lexicon.groups["vessel"]


def _frees_people(parties: Parties, c: Candidate) -> bool:
    """ "Freed seven *Iranian* and American men": an adjective is no ground."""
    if c.relation not in _GROUND or parties.doc[c.object].pos_ != "ADJ":
        return False
    mention = parties.mention(c.object)
    return mention is not None and mention.form == "demonym"


def _leaves_the_country(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Wagner *left* Mali": whoever leaves a state was no part of it, nor who walks out of a session."""
    if c.relation is not Relation.PART_OF or not c.stop or c.probability is not None:
        return False
    left = parties.doc[c.cue[0]].pos_ == "VERB"
    sits = parties.doc[c.cue[0]].lemma_ == "walk" and parties.kind(two) in (ActorKind.BODY, ActorKind.INTERNATIONAL)
    return left and (sits or parties.kind(two) in (ActorKind.STATE, ActorKind.PLACE))


def _holds_on(parties: Parties, c: Candidate) -> bool:
    """ "*Continues to occupy* X", "*still* occupies it": it was taken long ago."""
    if c.relation is not Relation.ADVANCES_ON:
        return False
    verb = parties.doc[c.cue[0]]
    on = verb.head.lemma_ in ("continue", "remain") and verb.dep_ in ("xcomp", "advcl", "obj")
    on |= any(k.lower_ == "still" for k in verb.children)
    return on and Relation.CONTROLS in load_lexicon().of_verb(verb_lemma(verb))


def _leaves_ground(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Pulled out of *Sarn*": a name that nobody knows may be a town's; a coalition is what its word says."""
    drawn = c.relation is Relation.PART_OF and c.stop and noun_lemma(parties.doc[c.cue[0]]) in ("withdraw", "pull")
    return drawn and parties.doc[two].pos_ == "PROPN" and parties.kind(two) not in _LEAGUES


def _is_no_place(parties: Parties, relation: Relation, i: int) -> bool:
    """ "Pulled out of negotiations", "deploying in the summer": nouns that no actor or place is known by."""
    return relation.klass is RelationClass.PLACE and not parties.known(i) and parties.doc[i].pos_ == "NOUN"
