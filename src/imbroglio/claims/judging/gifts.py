"""Gifts that nobody gives or gets: things that carry them, makes of arms, what is sent out or handed over."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import is_given_up, is_make
from imbroglio.claims.judging.proposal import LEARNED
from imbroglio.claims.parties import Parties
from imbroglio.claims.syntax import case_of, is_ware, noun_lemma, verb_lemma
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech


def gives_nothing(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """A gift that `one` does not give, or `two` does not get: ships carry gifts, and records tell of them."""
    carried = noun_lemma(parties.doc[one]) in _hulls() | load_speech().texts and not parties.known(one)
    return carried or _names_make(parties, one, two) or _is_sent_out(parties, c) or _is_taken(parties, c, one)


def _names_make(parties: Parties, one: int, two: int) -> bool:
    """ "Paid for American guns for Y": America does nothing here, and nothing is done to it."""
    mention = parties.mention(two)
    ends = [one] + [two] * (mention is not None and mention.form == "demonym")  # "fed the Kurds guns"
    return any(is_make(parties.doc[i], load_lexicon()) for i in ends)


def _is_sent_out(parties: Parties, c: Candidate) -> bool:
    """ "Sent *Wagner* to the aid of Y", "handed over its weapons to Y": neither is helped by it."""
    verb, sent = parties.doc[c.cue[0]], parties.doc[c.object]
    if c.construction != LEARNED or verb.pos_ != "VERB":
        return False
    if sent.dep_ == "obj" and sent.head is verb and noun_lemma(sent) in load_lexicon().lessons:
        return True  # "hired Russian *instructors*", who are not helped by that
    goes = sent.dep_ == "obj" and sent.head is verb and verb.lower_ in load_lexicon().sending
    whither = any(k.dep_ == "obl" and case_of(k) == "to" for k in verb.children)
    return (goes and whither) or is_given_up(verb)


def _is_taken(parties: Parties, c: Candidate, one: int) -> bool:
    """ "Kenya seized rifles *bound for Y*": whoever takes arms that others send gives nobody any."""
    taker, receiver = parties.doc[one], parties.doc[c.object]
    if c.construction != LEARNED or verb_lemma(taker.head) not in words("taking"):
        return False
    over = list(takewhile(lambda up: up is not taker.head, receiver.ancestors))
    sent = any(up.dep_.startswith(("acl", "amod")) for up in over)
    return taker.dep_ == "nsubj" and sent and over[-1].dep_ == "obj" and over[-1].head is taker.head


def names_ware(parties: Parties, i: int) -> bool:
    """ "The $61m bought it tanks", "let no rifle pass": money and arms give and get nothing; aircraft do fight."""
    word, mention = parties.doc[i], parties.mention(i)
    actors = [parties.mentions.actors[a] for a in mention.actors] if mention is not None else []
    known = any(not a.described or word.lower_ not in a.name.lower().split() for a in actors)
    ware = word.pos_ == "SYM" or (word.pos_ == "NOUN" and is_ware(word, load_lexicon()))
    return ware and not known


def is_load(parties: Parties, i: int) -> bool:
    """ "Intercepted a *convoy* of pickups", which is nobody's: a thing that is taken."""
    nobodys = all(actor.described for actor in parties.actors(i))
    return nobodys and noun_lemma(parties.doc[i]) in load_lexicon().deliveries


@lru_cache(maxsize=1)
def _hulls() -> frozenset[str]:
    """Ships and planes, which carry what somebody else gives: "a *dhow* was carrying rockets to X"."""
    return load_lexicon().groups["vessel"] | load_lexicon().fleet
