"""Candidates that nobody need judge, whatever words they rest on: who is no party, and whose deed it is not."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.membership import is_gone, is_martial
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.gifts import gives_nothing, is_load, names_ware
from imbroglio.claims.judging.ground import is_no_ground
from imbroglio.claims.judging.parts import is_no_part
from imbroglio.claims.judging.proposal import GIVING, LEARNED
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import (
    behind_deed,
    case_of,
    expand,
    is_bystander,
    is_ware,
    noun_lemma,
    noun_roles,
    prepositional,
    verb_lemma,
)
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import quiet, words
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.time import calendar
from imbroglio.model import ActorKind, Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_SEIZING = frozenset({Relation.ADVANCES_ON, Relation.COERCES})  # "seized Iranian rifles" is neither
_LISTING = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.INTERNATIONAL})
_BANDS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA})
_WHITHER = frozenset({"to", "in", "at", "near", "into", "inside", "across", "around", "toward", "towards"})


def is_spurious(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """Whether a candidate about the parties headed by `one` and `two` can be left out."""
    return (
        _names_people(parties, c)
        or any(_is_no_actor(parties, i) for i in (one, two))
        or (c.relation in GIVING and gives_nothing(parties, c, one, two))
        or (c.relation is Relation.PART_OF and is_no_part(parties, c, one, two))
        or (c.relation.klass is RelationClass.SUPPORTS and any(names_ware(parties, i) for i in (one, two)))
        or _is_anothers_deed(parties, c)
        or _is_between_others(parties, c)
        or _is_used(parties, c)
        or (c.relation is Relation.LEADS and _leads_nobody(parties, c, one, two))
        or is_no_ground(parties, c, one, two)
        or (c.relation in _SEIZING and (is_ware(parties.doc[two], load_lexicon()) or is_load(parties, two)))
        or _is_only_where(parties, c, one)
        or _is_punished(parties, c, two)
        or _are_fellows(parties, c)
        or _leads_own_deed(parties, c, two)
        or _is_among(parties, c, one, two)
        or _is_only_named(parties, c, one, two)
        or _guards_itself(parties, c)
        or _is_urged(parties, c)
        or _mediates(parties, c)
        or _is_in_its_name(parties, c, two)
        or _is_unnamed(parties, c, two)
        or _speaks_it(parties, c)
        or _relies_on_things(parties, c, one)
        or _is_for_another(parties, c, two)
        or _helps_accuser(parties, c, two)
    )


def _is_no_actor(parties: Parties, i: int) -> bool:
    """Numbers, measures, days, adverbs, charges and campaigns, which do nothing, and nothing is done to them."""
    word = parties.doc[i]
    if (word.pos_ == "NUM" and word.text.isdigit()) or _is_measure(word):
        return True
    charge = word.pos_ == "NOUN" and noun_lemma(word) in load_speech().nouns  # "of invading X, a *charge* that"
    return not parties.known(i) and (charge or _is_how(word) or _is_when(word) or _is_campaign(word))


def _helps_accuser(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Kenya accused Chad of arming *the group*": nobody complains of help, so the group is somebody else."""
    mention, deed = parties.mention(two), parties.doc[c.predicate]
    charge = deed.head.head if deed.head.dep_ == "obj" else deed.head
    if c.relation.sign <= 0 or mention is None or mention.form != "description" or charge.dep_ == deed.dep_ == "conj":
        return False
    if Relation.ACCUSES not in load_lexicon().of_verb(verb_lemma(charge)) or deed.dep_ not in ("advcl", "acl"):
        return False
    accusers = [parties.mention(k.i) for k in charge.children if k.dep_ == "nsubj"]
    return any(one is not None and one.actors == mention.actors for one in accusers)


def _names_people(parties: Parties, c: Candidate) -> bool:
    """ "Russian fighters of the Wagner Group": a word that names somebody, and no deed, tells of no fight.

    Nor does "Pakistan's *ISI*" of whom Pakistan pays.
    """
    cue = parties.doc[c.cue[0]]
    if c.construction != LEARNED or c.relation.sign == 0:
        return False
    if c.relation is not Relation.FIGHTS:
        name = parties.mentions.at(cue.i)
        return cue.pos_ == "PROPN" and name is not None and name.form == "name" and cue.i not in (c.subject, c.object)
    return cue.pos_ == "NOUN" and parties.known(cue.i) and noun_lemma(cue) not in load_lexicon().nouns


def _leads_nobody(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """A person is led by nobody and a town leads none: "*Misrata's* forces"."""
    kinds = parties.kind(two) is ActorKind.PERSON or parties.kind(one) is ActorKind.PLACE
    return kinds or _leads_less(parties, c, two)


def _leads_less(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Syrian *rebel* leader X" leads the rebels, "Iranian commander Y" no state, a jailed founder perhaps nobody.

    "Killed four of the PKK, the Minister of Defence, X, said": X leads no PKK.
    """
    title, lexicon = parties.doc[c.cue[0]], load_lexicon()
    if c.construction != LEARNED or title.pos_ not in ("NOUN", "PROPN"):
        return False
    if not parties.known(two) and parties.doc[two].text in words("portfolios"):
        return True  # "Secretary of National *Defense* X"
    if _is_of_name(parties, title, c.subject, two):
        return True
    before = [k.i for k in title.children if k.i < title.i and k.i in parties.mentions.by_head]
    nearer = two in before and two != before[-1] and parties.doc[before[-1]].dep_ in ("compound", "amod")
    state = parties.kind(two) is ActorKind.STATE
    told = [k for k in title.children if k.dep_.startswith("nmod") or k.dep_ in ("compound", "amod")]
    others = any(case_of(k) == "of" for k in told) and not any(k.left_edge.i <= two <= k.right_edge.i for k in told)
    sort = two in before and parties.doc[two].pos_ == "ADJ" and not state
    if sort and noun_lemma(title) not in lexicon.titles | lexicon.possessions:
        return True  # "radical *Shiite cleric* X", who is one of them
    return is_gone(title, lexicon) or others or (state and (nearer or is_martial(title, lexicon)))


def _is_of_name(parties: Parties, title: Token, bearer: int, two: int) -> bool:
    """ "The group demands the release of *president* X": his title is a part of his name and says nothing of it."""
    name = parties.doc[bearer]
    over = {t.i for t in takewhile(lambda up: up.pos_ not in ("VERB", "AUX"), name.ancestors)}
    inside = two in over or name.left_edge.i <= two <= name.right_edge.i
    return title.head is name and title.i < name.i and parties.kind(two) in _BANDS and not inside


def _is_anothers_deed(parties: Parties, c: Candidate) -> bool:
    """An arc that has the wrong word of a subject act: "*weapons* for rebels seized", "a *nephew* of X sits on"."""
    if c.construction != LEARNED:
        return False
    cue = parties.doc[c.cue[0]]
    if any(_is_of_kin(parties.doc[i]) for i in (c.subject, c.object)) or _is_charged(parties, c):
        return True
    if c.relation is Relation.FIGHTS and _directs(parties, cue, c.object):
        return True
    if c.relation is Relation.FIGHTS and cue.pos_ == "NOUN":  # "soldiers of X died in Y's attack": it is Y's
        doers = {parties.head(t.i) for t in behind_deed(cue) if t.i != cue.i}
        if parties.head(c.object) in doers and parties.head(c.subject) not in doers:
            return True
    heads = (k for k in cue.children if k.dep_ in ("nsubj", "nsubj:pass"))
    inside = ((head, case, part) for head in heads for case, part in prepositional(head))
    return any(
        part.left_edge.i <= c.subject <= part.right_edge.i
        and ((case == "of" and noun_lemma(head) in words("kin")) or (case == "for" and is_ware(head, load_lexicon())))
        for head, case, part in inside
    )


def _is_of_kin(word: Token) -> bool:
    """ "*X's* father bombed the town": X did not."""
    return word.dep_ == "nmod:poss" and noun_lemma(word.head) in words("kin")


def _is_charged(parties: Parties, c: Candidate) -> bool:
    """ "Listed two firms *for arming Y*": who lists them for it has not done it."""
    cue, judge = parties.doc[c.cue[0]], parties.doc[c.subject].head
    below = [cue, *takewhile(lambda up: up is not judge, cue.ancestors)]
    senses = load_lexicon().of_verb(verb_lemma(judge)) if judge in cue.ancestors else ()
    why = any(k.lower_ in ("for", "of") for k in below[-1].children if k.dep_ in ("case", "mark"))
    return (
        why and not {Relation.SANCTIONS, Relation.ACCUSES}.isdisjoint(senses) and parties.doc[c.subject].dep_ == "nsubj"
    )


def _is_between_others(parties: Parties, c: Candidate) -> bool:
    """ "Despite the pact *between X and Y*, Z attacked": Z is no party to it."""
    cue = parties.doc[c.cue[0]]
    if c.construction != LEARNED or cue.pos_ != "NOUN":
        return False
    pair = [parties.head(t.i) for t in noun_roles(cue).get("between")]
    return len(pair) > 1 and not {parties.head(c.subject), parties.head(c.object)} <= set(pair)


def _is_used(parties: Parties, c: Candidate) -> bool:
    """ "*Flying Iranian drones*, the air force struck Y": whose make its arms are, is not fought."""
    if c.construction != LEARNED or c.relation is not Relation.FIGHTS:
        return False
    word, lexicon = parties.doc[c.object], load_lexicon()
    arms = word if is_ware(word, lexicon) else word.head
    if arms.dep_ != "obj":
        return False
    inside = word is arms or (word.i < arms.i and word.dep_ in ("amod", "compound"))
    return inside and is_ware(arms, lexicon) and arms.head.lower_ in lexicon.using | lexicon.instrument


def _directs(parties: Parties, verb: Token, i: int) -> bool:
    """ "Directed *M23 operations*", "planned *its* attacks": whose they are, is not attacked."""
    senses = load_lexicon().verbs.get(verb_lemma(verb), ())
    led = {noun for sense in senses if sense.frame.relation is Relation.LEADS for noun in sense.nouns}
    deeds = (k for k in verb.children if k.dep_ == "obj" and noun_lemma(k) in led)
    return any(k.left_edge.i <= i <= k.i for k in deeds)


def _is_punished(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Welcomes the new *Chad sanctions*", "backs an embargo on Chad": nobody is for Chad by that."""
    if c.construction != LEARNED or c.relation.sign <= 0:
        return False
    inside = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN"), parties.doc[two].ancestors)
    return any(noun_lemma(t) in load_lexicon().groups["penalty"] for t in inside)


def _is_only_where(parties: Parties, c: Candidate, one: int) -> bool:
    """ "Sent troops to Kivu against the rebels": a place behind such a word is where, and fights nobody."""
    return c.construction == LEARNED and parties.kind(one) is ActorKind.PLACE and case_of(parties.doc[one]) in _WHITHER


def _is_for_another(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Sent troops to Congo *in support of M23*", "to Angola to fight *alongside the MPLA*": it is only where."""
    if c.relation not in (Relation.FIGHTS_FOR, Relation.ASSISTS) or c.construction == "adverbial":
        return False
    state = parties.kind(two) is ActorKind.STATE
    purposes = [k for k in parties.doc[c.predicate].children if k.dep_ in ("advcl", "xcomp") and k.i > c.predicate]
    beside = [t for k in purposes for case, t in prepositional(k) if case in ("alongside", "beside", "for", "with")]
    if state and any(parties.known(t.i) and parties.head(t.i) != two for t in beside):
        return True
    aims = (k for k in parties.doc[c.predicate].children if k.dep_ == "obl" and case_of(k) == "in")
    helped = [t for k in aims if (case_of(k), noun_lemma(k)) in load_lexicon().adverbials for _, t in prepositional(k)]
    return bool(helped) and parties.kind(two) is ActorKind.STATE and all(parties.head(t.i) != two for t in helped)


def _is_unnamed(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Killed twenty farmers", "hit a fuel depot": attacks on people and things that nobody names."""
    return c.construction == LEARNED and c.relation is Relation.FIGHTS and is_bystander(parties.doc[two])


def _is_how(word: Token) -> bool:
    """ "1. *Strongly* condemns X": a communiqué's verb, whose subject stands far above; "shells *worth* a million"."""
    predicate = any(c.dep_ in ("nsubj", "obj") for c in word.children)
    return word.pos_ == "ADV" or (word.pos_ == "ADJ" and predicate)


def _is_campaign(name: Token) -> bool:
    """ "*Operation Hadin Kai*", if nothing tells whose it is: nobody leads it, nor does it fight."""
    return any(t.text == "Operation" and t.pos_ == "PROPN" for t in (name, *name.children))


def _leads_own_deed(parties: Parties, c: Candidate, two: int) -> bool:
    """ "X and Y lead *the campaign*": it stands for whoever carries it out, and Y leads no X by that.

    "X and *his government*" is another matter.
    """
    mention = parties.mention(two)
    if c.relation is not Relation.LEADS or mention is None or mention.form != "description":
        return False
    first = parties.doc[c.subject]
    fellows = expand(first.head if first.dep_ == "conj" else first)
    doing = {a for t in fellows if (fellow := parties.mention(t.i)) is not None for a in fellow.actors}
    apart = all(t.i != c.object for t in fellows)
    return len(fellows) > 1 and apart and doing.issuperset(mention.actors)


def _are_fellows(parties: Parties, c: Candidate) -> bool:
    """ "Soldiers of X *and* officers of Y were killed": who suffers it together did not do it to each other."""
    if c.construction != LEARNED or c.relation.sign >= 0:
        return False
    one, two = (parties.doc[i] for i in sorted((c.subject, c.object)))
    if not any(t.i == two.i for t in expand(one)):
        return False
    verb = parties.doc[c.cue[0]]
    if verb.pos_ == "ADP":
        return True  # "to fight *against X and its backers*"
    if verb.pos_ == "NOUN" and verb.i < one.i:
        return case_of(one) == "with"  # "clashes *with X and allied Y*"
    senses = load_lexicon().verbs.get(verb_lemma(verb), ())
    return verb.pos_ == "VERB" and all(sense.frame.patient != ("mutual",) for sense in senses)


def _is_among(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "*Somali and Puntland* partners": the adjective tells who they are, and of whom they are no partners."""
    if c.construction != "own agent noun":
        return False
    both = [mention.actors for i in (one, two) if (mention := parties.mention(i)) is not None]
    return len(both) > 1 and max(map(len, both)) > 1 and not set(both[0]).isdisjoint(both[1])


def _speaks_it(parties: Parties, c: Candidate) -> bool:
    """ "The president spoke *Hebrew*"."""
    word = parties.doc[c.object]
    return c.relation is Relation.TALKS_WITH and word.dep_ == "obj" and word.head.lemma_ == "speak"


def _relies_on_things(parties: Parties, c: Candidate, one: int) -> bool:
    """ "The army relies on local militias", but "on *reports*", "on instructors", "on Paris to train it"."""
    verb, lexicon = parties.doc[c.predicate], load_lexicon()
    if c.relation is not Relation.BACKS or verb.lower_ not in lexicon.lean:
        return False
    if case_of(parties.doc[c.object]) in _WHITHER:
        return False  # whoever "leans toward X" is on its side, whatever X is
    armed = parties.kind(one) in _BANDS and noun_lemma(parties.doc[c.subject]) not in lexicon.lessons
    return not armed or any(k.dep_ in ("advcl", "xcomp") for k in verb.children)


def _is_only_named(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "The magazine *listed* Israel first", "the council listed Chad among the poor": no penalty."""
    verb, lexicon = parties.doc[c.cue[0]], load_lexicon()
    if c.relation is not Relation.SANCTIONS or verb.lower_ not in lexicon.listing:
        return False
    called = {case: t for case, t in prepositional(verb) if case in ("as", "among", "with")}
    if "as" in called and noun_lemma(called["as"]) in lexicon.groups["listed"]:
        return False
    sits = noun_lemma(parties.doc[one]) in words("sitting")
    lists = sits or parties.kind(one) in _LISTING
    return bool(called) or not lists or parties.kind(two) is ActorKind.STATE


def _is_in_its_name(parties: Parties, c: Candidate, two: int) -> bool:
    """ "Joined *the coalition against Daesh*", which is the coalition's name: it is not opposed."""
    joined = parties.doc[two]
    return c.relation is Relation.OPPOSES and c.object != two and joined.dep_ == "obj" and joined.head.i == c.predicate


def _guards_itself(parties: Parties, c: Candidate) -> bool:
    """ "Took *defensive measures* against Y": no penalty."""
    named = [t for t in parties.doc[c.cue[0] : c.cue[1]] if noun_lemma(t) in load_lexicon().groups["summing"]]
    told = {k.lower_ for t in named for k in t.children if k.dep_ in ("amod", "compound")}
    return c.relation is Relation.SANCTIONS and not words("guarding").isdisjoint(told)


def _is_urged(parties: Parties, c: Candidate) -> bool:
    """ "X, together with Y, *called for a truce*": neither makes one."""
    cue = parties.doc[c.cue[0]]
    called = cue.pos_ == "NOUN" and case_of(cue) == "for" and cue.head.lower_ in load_lexicon().urging
    return c.construction == LEARNED and c.relation is Relation.AGREES_WITH and called


def _mediates(parties: Parties, c: Candidate) -> bool:
    """ "Algeria *brokered* peace between X and Y", which agrees with neither; "Qatar's *mediation* between X and Y"."""
    cue = parties.doc[c.cue[0]]
    if c.construction == LEARNED and cue.lower_ in load_lexicon().mediation:
        return True
    if c.relation is not Relation.AGREES_WITH:
        return False
    around = (cue,) if cue.pos_ == "VERB" else (cue.head, *cue.children)
    verbs = [v for v in around if v.lower_ in load_lexicon().mediating]
    subjects = {parties.head(k.i) for v in verbs for k in v.children if k.dep_ in ("nsubj", "obl:agent")}
    return not subjects.isdisjoint((parties.head(c.subject), parties.head(c.object)))


def _is_when(word: Token) -> bool:
    """ "A strike on Monday", "on Jan. 1": a day is no party."""
    return any(w.lower_.rstrip(".") in calendar() for w in (word, *word.children))


def _is_measure(word: Token) -> bool:
    """ "Held a forest the size of *Portugal*"."""
    return word.head.lemma_ in quiet("measures") and case_of(word) == "of"
