"""Makes a finding: evidence cut to the best, sides scored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.resolving import Way, resolving
from imbroglio.analysis.weight import best, score
from imbroglio.analysis.wording import sentence
from imbroglio.model import Agreement, Claim, Finding, Norm


def finding(
    situation: Situation,
    rule: str,
    prior: float,
    text: str,
    actors: Sequence[str],
    sides: Sequence[Iterable[Claim]],
    place: str | None = None,
    records: tuple[Agreement | Norm, ...] = (),
    ways: Iterable[Way] = (),
) -> Finding:
    """A finding whose score comes from all claims of each side, and which shows the best of them.

    `ways` are those in which it holds where the sides alone do not tell (see `resolving`).
    """
    full = [tuple(side) for side in sides if side]
    ranked = score(full, situation.roots, prior)
    shown = tuple(best(side) for side in full)
    resolves = resolving(ways or [full])
    return Finding(rule, sentence(text), tuple(actors), shown, ranked, place, records, resolves)
