"""Deeds of a rule's kind: which break it, which do not, and which may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from imbroglio.analysis.chains import Flow
from imbroglio.analysis.moments import moment
from imbroglio.analysis.norms.description import matched
from imbroglio.analysis.norms.match import NO, YES, Match, every, other, some
from imbroglio.analysis.norms.rule import MUST_NOT, Excuse, Rule
from imbroglio.analysis.norms.world import World
from imbroglio.analysis.tensions.truce import after
from imbroglio.model import SUPPOSED, Claim, Relation

Word = Literal["breach", "open", "denied", "done", "ended", "excused"]
_RANK = ("breach", "open", "denied", "done", "ended", "excused")
_STRUCTURE = (Relation.PART_OF, Relation.LEADS)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done (or denied) by one whom the rule may bind.

    `claims` tell the deed, from hand to hand where it takes several steps; `grounds` why the rule's descriptions fit.
    `breach`: all of the rule is met. `open`: it may be; `missing` says what is not known. `denied`, `ended`: said not
    to be done, or no longer; `done`: what the rule asks for. `excused`: by and toward parties of the rule, but at
    another time, or an exception.
    """

    word: Word
    subject: str
    object: str
    claims: tuple[Claim, ...]
    grounds: tuple[Claim, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        return _RANK.index(self.word)

    @property
    def strength(self) -> float:
        """The trust of the weakest claim that it needs."""
        return min(claim.trust for claim in (*self.claims, *self.grounds))


def deeds(world: World, rule: Rule) -> Iterator[Deed]:
    """All of them; what a rule's own words say is none, nor what is merely supposed or demanded."""
    for claim in world.situation.sure:
        if claim.relation not in rule.relations or claim.firmness in SUPPOSED:
            continue
        if not _own_words(rule, claim) and (made := _deed(world, rule, claim)):
            yield made
    if rule.steps > 1 and rule.mode == MUST_NOT:
        yield from _by_others(world, rule)


def _own_words(rule: Rule, claim: Claim) -> bool:
    record = rule.record
    return record is not None and claim.document == record.document and record.quote.contains(claim.cue)


def _deed(world: World, rule: Rule, claim: Claim) -> Deed | None:
    """None where the rule does not speak of the parties."""
    ends = claim.subject.actor, claim.object.actor
    parties = every(matched(world, *pair) for pair in zip((rule.who, rule.toward), ends, strict=True))
    if parties.value is False or len(set(world.situation.parties(claim))) < 2:
        return None
    if claim.polarity != ("yes" if rule.mode == MUST_NOT else "no"):
        keeping: Word = "denied" if rule.mode == MUST_NOT else "done"
        return _decided(keeping if parties.value else "open", ends, (claim,), parties)
    if claim.trend == "stop" and rule.mode == MUST_NOT:
        return _decided("ended" if parties.value else "open", ends, (claim,), parties)
    return _judged(ends, (claim,), parties, [_when(world, rule, claim), _sure(claim), _unexcused(world, rule, claim)])


def _judged(ends: tuple[str, str], claims: tuple[Claim, ...], parties: Match, further: list[Match]) -> Deed | None:
    """A deed whose parties fit, by what else the rule asks; None where neither is sure."""
    match = every([parties, *further])
    if match.value is False:
        return _decided("excused", ends, claims, parties) if parties.value else None
    return _decided("open" if match.value is None else "breach", ends, claims, match)


def _decided(word: Word, ends: tuple[str, str], claims: tuple[Claim, ...], match: Match) -> Deed:
    grounds = tuple(claim for claim in match.grounds if claim not in claims)
    return Deed(word, *ends, claims, grounds, match.missing)


def _sure(claim: Claim) -> Match:
    return Match(None, (), ("whether what is planned was done",)) if claim.firmness == "planned" else YES


def _when(world: World, rule: Rule, claim: Claim) -> Match:
    """In the rule's time, and after the agreement that it speaks of."""
    agreement = world.agreement
    if agreement is not None:
        place = world.situation.place(claim)
        if not after(world.situation, agreement, claim) or world.situation.places.apart(place, agreement.place):
            return NO
    if not (rule.start or rule.end):
        return YES
    when = moment(claim, world.situation.documents)
    if when is None:
        return Match(None, (), (f"when {claim.subject.name} did that",))
    return NO if (rule.start and when.day < rule.start) or (rule.end and when.day > rule.end) else YES


def _unexcused(world: World, rule: Rule, claim: Claim) -> Match:
    return other(some(_excused(world, excuse, claim) for excuse in rule.excuses))


def _excused(world: World, excuse: Excuse, claim: Claim) -> Match:
    if excuse.relations and claim.relation not in excuse.relations:
        return NO
    if excuse.place:
        place = world.situation.place(claim)
        if place is None:
            return Match(None, (), (f"where {claim.subject.name} did that",))
        if not world.situation.places.within(place, excuse.place):
            return NO
    return every([matched(world, excuse.who, claim.subject.actor), matched(world, excuse.toward, claim.object.actor)])


def _by_others(world: World, rule: Rule) -> Iterator[Deed]:
    """What arrives through others: chains of the rule's relations, memberships and leaders of two links and more."""
    carried = [c for c in world.situation.sure if c.relation in rule.relations or c.relation in _STRUCTURE]
    carried = [c for c in carried if not _own_words(rule, c)]
    flow = Flow.of(carried, world.situation.actors)
    actors = sorted({giver for giver, _ in flow.links})
    givers = {actor: match for actor in actors if (match := matched(world, rule.who, actor)).value}
    reached = _reached(flow, set(givers), rule.steps)
    takers = {actor: match for actor in reached if (match := matched(world, rule.toward, actor)).value is not False}
    if not takers:
        return
    for chain in flow.reach(givers, takers, rule.steps).chains:
        claims = tuple(max(link.claims, key=lambda c: c.trust) for link in chain.links if link.claims)
        ends = chain.actors[0], chain.actors[-1]
        if len(chain.links) < 2 or not claims:
            continue
        further = [_unexcused(world, rule, claims[-1])]
        for claim in claims:
            if claim.relation in rule.relations:
                further += [_when(world, rule, claim), _sure(claim)]
        if made := _judged(ends, claims, every([givers[ends[0]], takers[ends[1]]]), further):
            yield made


def _reached(flow: Flow, givers: set[str], steps: int) -> list[str]:
    """Who stands within so many links of a giver."""
    after: dict[str, list[str]] = {}
    for giver, taker in flow.links:
        after.setdefault(giver, []).append(taker)
    seen, edge = set(givers), givers
    for _ in range(steps):
        edge = {taker for giver in edge for taker in after.get(giver, ())} - seen
        seen |= edge
    return sorted(seen - givers)
