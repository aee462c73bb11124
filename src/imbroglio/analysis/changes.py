"""What changed over time: more, less, begun and ended, and who stood elsewhere before."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.analysis.situation import Situation
from imbroglio.model import Claim


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` is empty where the words themselves speak of more, less, beginning or end (`trend`)."""

    actor: str
    before: tuple[Claim, ...]
    after: tuple[Claim, ...]
    trend: str | None = None


def changes(situation: Situation) -> list[Change]:
    """Trends of every pair and relation, then actors of whom one sentence tells past and present sides."""
    trends: dict[tuple[str, str, str, str], list[Claim]] = {}
    told: dict[tuple[str, int, str], list[Claim]] = {}
    for claim in situation.claims:
        if claim.polarity == "no":
            continue
        if claim.trend:
            key = (claim.subject.actor, claim.relation, claim.object.actor, claim.trend)
            trends.setdefault(key, []).append(claim)
        if claim.sign and not claim.background:
            told.setdefault((claim.document, claim.sentence, claim.subject.actor), []).append(claim)
    found = [Change(key[0], (), tuple(group), key[3]) for key, group in trends.items()]
    return found + _then_and_now(told)


def _then_and_now(told: dict[tuple[str, int, str], list[Claim]]) -> list[Change]:
    found: dict[tuple[str, frozenset[str], frozenset[str]], Change] = {}
    for (_, _, actor), claims in told.items():
        before = tuple(claim for claim in claims if claim.when.tense == "past")
        after = tuple(claim for claim in claims if claim.when.tense == "present")
        sides = frozenset(c.object.actor for c in before), frozenset(c.object.actor for c in after)
        if before and after and sides[0] != sides[1]:
            known = found.get((actor, *sides))
            if known:
                before, after = known.before + before, known.after + after
            found[actor, *sides] = Change(actor, before, after)
    return list(found.values())
