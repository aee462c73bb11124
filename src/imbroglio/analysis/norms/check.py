"""Rules held against a case: broken, kept or undecided, with the claims and with what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from imbroglio.analysis.norms.deeds import Deed, deeds
from imbroglio.analysis.norms.description import matched
from imbroglio.analysis.norms.rule import Rule
from imbroglio.analysis.norms.world import World
from imbroglio.analysis.situation import Situation
from imbroglio.model import SUPPOSED, Agreement, Claim

Word = Literal["broken", "kept", "undecided"]
_ORDER = ("broken", "undecided", "kept")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`deeds` are those of the rule's kind by those whom it binds (or may bind); `missing` what would decide it;
    `agreement` the one whose parties the rule speaks of."""

    rule: Rule
    word: Word
    deeds: tuple[Deed, ...]
    missing: tuple[str, ...] = ()
    agreement: Agreement | None = None

    @property
    def broken_by(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self.deeds if deed.word == "breach")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that the verdict rests on."""
        return tuple(dict.fromkeys(claim for deed in self.deeds for claim in (*deed.claims, *deed.grounds)))


def check(situation: Situation, rules: Iterable[Rule]) -> list[Verdict]:
    """Every rule's verdict: broken ones first, then undecided and kept ones.

    A rule that speaks of the parties to an agreement is checked for each agreement of that kind.
    """
    world = World(situation)
    found = [verdict for rule in rules for verdict in _verdicts(world, rule)]
    return sorted(found, key=lambda verdict: _ORDER.index(verdict.word))


def _verdicts(world: World, rule: Rule) -> Iterator[Verdict]:
    kind = rule.agreement
    if kind is None:
        yield _verdict(world, rule)
        return
    told = [a for a in world.situation.agreements if a.kind == kind and a.firmness not in SUPPOSED]
    for agreement in told:
        yield replace(_verdict(world.under(agreement), rule), agreement=agreement)
    if not told:
        yield Verdict(rule, "undecided", (), (f"a {kind}: none is told of",))


def _verdict(world: World, rule: Rule) -> Verdict:
    found = tuple(sorted(deeds(world, rule), key=lambda deed: (deed.rank, -deed.strength)))
    words = {deed.word for deed in found}
    if "breach" in words:
        return Verdict(rule, "broken", found)
    if "open" in words:
        gaps = dict.fromkeys(gap for deed in found for gap in deed.missing)
        return Verdict(rule, "undecided", found, tuple(gaps))
    if found:
        return Verdict(rule, "kept", found)
    return Verdict(rule, "undecided", (), (_silence(world, rule),))


def _silence(world: World, rule: Rule) -> str:
    """Why nothing can be said: nobody is bound, or nothing is told of them."""
    actors = {party for claim in world.situation.sure for party in world.situation.parties(claim)}
    if not any(matched(world, rule.who, actor).value for actor in sorted(actors)):
        return f"somebody who is meant by “{rule.who.words}”"
    done = " or ".join(relation.value.replace("_", " ") for relation in rule.relations)
    return f"any word on {rule.who.words} ({done}) toward {rule.toward.words}"
