"""Divided alignment: with somebody in one theatre, against them, or against their side, in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

import numpy as np

from imbroglio.analysis.compared import Bools, paired
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.weight import best
from imbroglio.analysis.wording import deed
from imbroglio.model import Claim, Finding

PRIOR = 0.95
BY_SIDE = 0.9

_Split = tuple[list[Claim], list[Claim]]


def divided_alignment(situation: Situation) -> Iterator[Finding]:
    """One finding a pair: the direct contradiction where there is one, else the best by way of a third actor."""
    pairs = {(min(pair), max(pair)) for pair in situation.supports if not situation.kin(*pair)}
    for one, other in sorted(pairs):
        together = _between(situation, one, other)
        direct = _split(situation, together, situation.against(one, other))
        if direct:
            yield _direct(situation, one, other, direct)
            continue
        candidates = [*_by_side(situation, one, other, together), *_by_side(situation, other, one, together)]
        if candidates:
            yield max(candidates, key=lambda found: found.score)


def _between(situation: Situation, one: str, other: str) -> list[Claim]:
    return situation.supports.get((one, other), []) + situation.supports.get((other, one), [])


def _split(situation: Situation, ones: Sequence[Claim], others: Sequence[Claim]) -> _Split | None:
    """Those claims of two lists that are said of theatres apart, and near each other in time."""
    both = situation.compared(ones, others)
    kept = both.apart & both.near
    return paired(ones, others, kept) if kept.any() else None


def _direct(situation: Situation, one: str, other: str, split: _Split) -> Finding:
    here, there = situation.theatre(split[0]), situation.theatre(split[1])
    told = [deed(situation, side, *situation.parties(best(side, 1)[0])) for side in split]
    text = f"in {here} {told[0]}, but in {there} {told[1]}"
    return finding(situation, "divided alignment", PRIOR, text, (one, other), split, there)


def _by_side(situation: Situation, one: str, other: str, together: list[Claim]) -> Iterator[Finding]:
    """`one` is with `other` here, and there against a third whom `other` supports.

    Left out is what other rules tell better: both sides (`other` supports `one` too) and shared client (the third
    supports `other` too).
    """
    for third in sorted(situation.enemies.get(one, ())):
        claims = situation.hostile.get((one, third), [])
        stances = situation.supports.get((other, third), []) if claims else []
        if not stances or situation.kin(third, other) or situation.kin(third, one):
            continue
        if one not in situation.clients(other) and other not in situation.clients(third):
            yield from _told(situation, one, other, third, together, claims, stances)


def _told(
    situation: Situation,
    one: str,
    other: str,
    third: str,
    together: list[Claim],
    stance: list[Claim],
    counter: list[Claim],
) -> Iterator[Finding]:
    """A finding, if the clash over the third is placed, and away from where the two stand together."""
    clash = _placed(situation, stance, counter)
    vain: set[int] = set()
    for row, column in _surest(clash, stance, counter):
        a, b = stance[row], counter[column]
        placed = a if a.place else b
        split = _split(situation, together, [placed]) if id(placed) not in vain else None
        if split is None:
            vain.add(id(placed))
            continue
        stances, counters = list(compress(stance, clash[:, column])), list(compress(counter, clash[row]))
        here, there = situation.theatre(split[0]), a.place or b.place
        text = (
            f"in {here} {deed(situation, split[0], one, other)}, but in {there} {deed(situation, stances, one, third)} "
            f"while {deed(situation, counters, other, third)}"
        )
        sides = (split[0], stances, counters)
        yield finding(situation, "divided alignment", BY_SIDE, text, (one, other, third), sides, there)
        return


def _placed(situation: Situation, stance: list[Claim], counter: list[Claim]) -> Bools:
    """Which clash with which: near in time, not in theatres apart, and one of the two in a theatre that is told."""
    both = situation.compared(stance, counter)
    told = [[bool(claim.place) for claim in side] for side in (stance, counter)]
    return both.near & ~both.apart & np.logical_or.outer(*told)


def _surest(clash: Bools, stance: list[Claim], counter: list[Claim]) -> list[tuple[int, int]]:
    """The pairs that clash, by number; those first whose theatres are told of both."""
    pairs = [(row, column) for row, column in np.argwhere(clash).tolist()]
    return sorted(pairs, key=lambda pair: not (stance[pair[0]].place and counter[pair[1]].place))
