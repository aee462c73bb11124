"""Before and after: findings, factions and figures of two versions of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from imbroglio.analysis.factions import Factions, Misfit, factions, signed, told
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions import tensions
from imbroglio.analysis.whatif.matter import Matter
from imbroglio.analysis.whatif.resplit import resplit
from imbroglio.model import Claim, Finding


@dataclass(frozen=True)
class Picture:
    """What a version of a case amounts to; `factions` is None where nobody stands with or against anybody."""

    situation: Situation
    findings: tuple[Finding, ...]
    factions: Factions | None


@dataclass(frozen=True)
class Outcome:
    """What differs. `gone`, `new` and `changed` are findings (of those that changed, before and after); `moved` are
    actors that stand in another camp; `misfits_gone` and `misfits_new` are ties that do not, or newly, contradict the
    split. `by_margins`: the new index follows from a single tie's margin."""

    before: Picture
    after: Picture
    claims_gone: tuple[Claim, ...]
    claims_new: tuple[Claim, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]
    moved: tuple[str, ...]
    misfits_gone: tuple[Misfit, ...]
    misfits_new: tuple[Misfit, ...]
    by_margins: bool


def outcome(before: Matter, after: Matter, seconds: float = 20.0) -> Outcome:
    """Both versions worked out and compared; `seconds` for each split."""
    first = _picture(before, factions(before.claims, before.actors, seconds=seconds))
    split, by_margins = _resplit(first.factions, after, seconds)
    second = _picture(after, split)
    old = {_known(one, after.merged): one for one in first.findings}
    new = {one.id: one for one in second.findings}
    both = [(old[id], new[id]) for id in old if id in new]
    claims = set(before.claims), set(after.claims)
    misfits = [{(m.one, m.other): m for m in (p.factions.misfits if p.factions else ())} for p in (first, second)]
    return Outcome(
        first,
        second,
        tuple(claim for claim in before.claims if claim not in claims[1]),
        tuple(claim for claim in after.claims if claim not in claims[0]),
        tuple(one for id, one in old.items() if id not in new),
        tuple(one for id, one in new.items() if id not in old),
        tuple((a, b) for a, b in both if (a.score, set(a.claims)) != (b.score, set(b.claims))),
        _moved(first.factions, second.factions),
        tuple(m for pair, m in misfits[0].items() if pair not in misfits[1]),
        tuple(m for pair, m in misfits[1].items() if pair not in misfits[0]),
        by_margins,
    )


def _known(finding: Finding, merged: Mapping[str, str]) -> str:
    """The id that the finding has once actors are merged."""
    actors = dict.fromkeys(merged.get(actor, actor) for actor in finding.actors)
    return replace(finding, actors=tuple(actors)).id


def _picture(matter: Matter, split: Factions | None) -> Picture:
    situation = Situation(
        matter.documents.values(), matter.actors, matter.claims, None, matter.agreements, matter.norms
    )
    return Picture(situation, tuple(tensions(situation)), split)


def _resplit(before: Factions | None, after: Matter, seconds: float) -> tuple[Factions | None, bool]:
    graph, said = signed(after.claims, after.actors)
    if before is None or not len(graph):
        return factions(after.claims, after.actors, seconds=seconds), False
    found = resplit(before.balance, graph, seconds)
    return told(found.balance, said), found.by_margins


def _moved(before: Factions | None, after: Factions | None) -> tuple[str, ...]:
    """Actors of both splits who changed camps. Camps have no names, and what no tie joins can be told either way, so
    each connected part is laid on the old camps as it fits best."""
    if before is None or after is None:
        return ()
    import networkx

    side = {actor: number for number, camp in enumerate(before.camps) for actor in camp}
    now = {actor: number for number, camp in enumerate(after.camps) for actor in camp}
    moved: list[str] = []
    for part in networkx.connected_components(after.balance.graph.to_networkx()):
        known = [str(actor) for actor in part if str(actor) in side]
        straight = [actor for actor in known if side[actor] != now[actor]]
        crossed = [actor for actor in known if side[actor] == now[actor]]
        moved += straight if len(straight) <= len(crossed) else crossed
    return tuple(sorted(moved))
