"""Truce in doubt: a ceasefire, and hostile acts by its parties reported after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import FIRMNESS
from imbroglio.analysis.wording import listed, named, plural, verb
from imbroglio.graph import period
from imbroglio.model import SUPPOSED, Agreement, Claim, Finding, Relation

PRIOR = 0.9
LASTING = timedelta(days=90)  # an act later than this is told of another time than the truce's
_ACTS = frozenset({Relation.FIGHTS, Relation.COERCES, Relation.ADVANCES_ON})


def truce_in_doubt(situation: Situation) -> Iterator[Finding]:
    """One finding for each ceasefire that a party is said to break, by an act against anybody not left out of it."""
    acts_of: dict[str, list[Claim]] = {}
    for claim in situation.sure:
        if claim.relation in _ACTS:
            acts_of.setdefault(situation.parties(claim)[0], []).append(claim)
    for truce in situation.agreements:
        if truce.kind != "ceasefire" or truce.firmness in SUPPOSED:
            continue
        parties = [situation.stands_for(party.actor) for party in truce.parties]
        excluded = {situation.stands_for(party.actor) for party in truce.excluded}
        told = [claim for party in dict.fromkeys(parties) for claim in acts_of.get(party, ())]
        acts = [claim for claim in told if _breaks(situation, truce, claim, parties, excluded)]
        if acts:
            yield _told(situation, truce, parties, acts)


def _told(situation: Situation, truce: Agreement, parties: list[str], acts: list[Claim]) -> Finding:
    acts = sorted(acts, key=lambda act: not _later_words(truce, act))
    act = acts[0]
    doer, target = situation.parties(act)
    left_out = listed([party.name for party in truce.excluded]) if truce.excluded else ""
    agreed = f"{listed([named(situation, party) for party in dict.fromkeys(parties)])} are in a ceasefire"
    if left_out:
        agreed += f" that leaves out {left_out}"
    done = verb(act, plural(situation.actors.get(doer)))
    text = f"{agreed}, yet {named(situation, doer)} {done} {named(situation, target)}"
    place = act.place or truce.place
    if act.place:
        text += f" in {act.place}"
    actors = tuple(dict.fromkeys((doer, target, *parties)))
    return finding(situation, "truce in doubt", PRIOR, text, actors, ((act,), acts[1:]), place, (truce,), [(acts,)])


def _breaks(situation: Situation, truce: Agreement, claim: Claim, parties: list[str], excluded: set[str]) -> bool:
    _, object_ = situation.parties(claim)
    if claim.polarity == "no" or claim.background or claim.trend == "stop":
        return False
    if FIRMNESS[claim.firmness] < FIRMNESS["planned"] or object_ in excluded:
        return False
    if claim.relation == Relation.ADVANCES_ON and object_ not in parties:
        return False
    if truce.place and situation.places.apart(situation.place(claim), truce.place):
        return False
    return after(situation, truce, claim)


def after(situation: Situation, truce: Agreement, claim: Claim) -> bool:
    """Dated after the start; else, in the same report, told as going on now or told after the truce."""
    document = situation.documents.get(truce.document)
    start = truce.when.start or (document.published if document else None)
    begin, _ = period(claim, situation.documents)
    if claim.document == truce.document:
        dated = claim.when.start or claim.when.end
        if dated and truce.when.start:
            return dated >= truce.when.start
        return claim.when.tense == "present" or (claim.when.tense == "past" and _later_words(truce, claim))
    return bool(start and begin and start <= begin <= start + LASTING)


def _later_words(truce: Agreement, claim: Claim) -> bool:
    return claim.document == truce.document and claim.cue.start > truce.quote.start
