"""Sources disagree: one says so, another (or the accused) says it is not so."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import best
from imbroglio.analysis.wording import deed, named, plain_plural
from imbroglio.graph import origin
from imbroglio.model import Claim, Finding, Relation

PRIOR = 0.8
_KINDS_OF_SUPPORT = frozenset(
    {Relation.ARMS, Relation.FUNDS, Relation.ASSISTS, Relation.FIGHTS_FOR, Relation.SHELTERS, Relation.BACKS}
)


def sources_disagree(situation: Situation) -> Iterator[Finding]:
    """One finding for each pair and denied relation, where yes and no come from different roots."""
    denials: dict[tuple[str, str, Relation], list[Claim]] = {}
    for claim in situation.denied:
        if claim.firmness in ("fact", "hedged"):
            denials.setdefault((*situation.parties(claim), claim.relation), []).append(claim)
    for (subject, object_, relation), noes in sorted(denials.items()):
        yeses = [claim for claim in _said(situation, subject, object_) if contradicts(claim.relation, relation)]
        yeses, noes = situation.meet(yeses, noes)
        deniers = {_root(situation, claim) for claim in noes}
        yeses = [claim for claim in yeses if _root(situation, claim) not in deniers]
        if yeses and noes:
            place = situation.theatre(yeses)
            told = deed(situation, yeses, subject, object_)
            text = (
                f"{_speaker(situation, best(yeses, 1)[0])} has it that {told}; {_denial(situation, best(noes, 1)[0])}"
            )
            yield finding(situation, "sources disagree", PRIOR, text, (subject, object_), (yeses, noes), place)


def _said(situation: Situation, subject: str, object_: str) -> list[Claim]:
    return situation.supports.get((subject, object_), []) + situation.hostile.get((subject, object_), [])


def contradicts(said: Relation, denied: Relation) -> bool:
    """To deny support is to deny every kind of it."""
    return said == denied or (denied == Relation.BACKS and said in _KINDS_OF_SUPPORT)


def _root(situation: Situation, claim: Claim) -> str:
    return origin(claim, situation.documents, situation.actors)


def _denial(situation: Situation, claim: Claim) -> str:
    if claim.said_by and claim.said_by[-1].actor:
        speaker = situation.stands_for(claim.said_by[-1].actor, claim)
        if speaker == situation.parties(claim)[0]:
            return f"{named(situation, speaker)} denies it"
    return f"{_speaker(situation, claim)} has it that this is not so"


def _speaker(situation: Situation, claim: Claim) -> str:
    if claim.said_by:
        speaker = claim.said_by[-1]
        if speaker.anonymous and not plain_plural(speaker.name):
            return f"{'an' if speaker.name[:1].lower() in 'aeio' else 'a'} {speaker.name}"
        return speaker.name
    document = situation.documents.get(claim.document)
    return (document.source if document else None) or f"document {claim.document}"
