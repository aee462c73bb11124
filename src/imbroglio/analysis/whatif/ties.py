"""Every tie of a case the other way round: the frustration index without it, and with its sign turned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imbroglio.analysis.balance import Balance, balance, margins
from imbroglio.analysis.factions import signed
from imbroglio.model import Actor, Claim


@dataclass(frozen=True, slots=True)
class TieEffect:
    """`contradicted` says whether `all`, `some` or `none` of the best splits contradict the tie; figures are None where
    the time did not suffice. `claims` are those of the tie's sign."""

    one: str
    other: str
    sign: int
    weight: float
    contradicted: str | None
    without: float | None
    turned: float | None
    claims: tuple[Claim, ...]


def each_tie(
    claims: Iterable[Claim], actors: Mapping[str, Actor], seconds: float = 20.0
) -> tuple[Balance, list[TieEffect]] | None:
    """The proven split and all ties, those that change the index most first; None where there is no tie, or no proof
    within the time."""
    graph, said = signed(claims, actors)
    found = balance(graph, seconds=seconds) if len(graph) else None
    if found is None or not found.proven:
        return None
    known = margins(graph, found.side, seconds=seconds)
    rows = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), known.status, known.exact.tolist(),
               known.removed.tolist(), known.turned.tolist(), strict=True)  # fmt: skip
    effects = []
    for a, b, weight, status, exact, without, turned in rows:
        one, other = sorted((str(graph.names[a]), str(graph.names[b])))
        sign = 1 if weight > 0 else -1
        own = tuple(claim for claim in said[one, other] if claim.relation.sign == sign)
        first, second = (graph.unscaled(index) if exact else None for index in (without, turned))
        effects.append(TieEffect(one, other, sign, graph.unscaled(abs(weight)), status, first, second, own))
    index = found.frustration
    effects.sort(key=lambda tie: (-_change(tie.without, index), -_change(tie.turned, index), tie.one, tie.other))
    return found, effects


def _change(figure: float | None, index: float) -> float:
    return 0.0 if figure is None else abs(figure - index)
