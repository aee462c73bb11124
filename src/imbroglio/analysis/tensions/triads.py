"""Unbalanced triad: the friend of my friend is my enemy (F. Heider 1946; Cartwright and Harary 1956).

Three mutual enemies are left out: weak balance (J. Davis 1967) takes them for several camps, as wars have.
"""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.cycles import friendships
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.wording import deed
from imbroglio.model import Finding

PRIOR = 0.4


def unbalanced_triad(situation: Situation) -> Iterator[Finding]:
    """One finding for each triad of two supports and one hostility that lie near in time and not in theatres apart."""
    friends = friendships(situation)
    for one, other in situation.hostile_pairs():
        if situation.kin(one, other):
            continue
        for middle in sorted(friends.get(one, set()) & friends.get(other, set())):
            if situation.kin(middle, one) or situation.kin(middle, other):
                continue
            triad = _triad(situation, one, middle, other)
            if triad:
                yield triad


def _triad(situation: Situation, one: str, middle: str, other: str) -> Finding | None:
    first, second = situation.bound(middle, one), situation.bound(middle, other)
    quarrel = situation.against(one, other)
    for friendship in (first, second):
        quarrel, _ = situation.beside(quarrel, friendship)
    first, quarrel = situation.meet(first, quarrel)
    second, quarrel = situation.meet(second, quarrel)
    first, second = situation.meet(first, second)
    if not (first and second and quarrel):
        return None
    attacker, attacked = situation.parties(quarrel[0])
    text = (
        f"{deed(situation, first, middle, one)} and {deed(situation, second, middle, other)}, "
        f"but {deed(situation, quarrel, attacker, attacked)}"
    )
    place = situation.theatre(quarrel)
    return finding(situation, "unbalanced triad", PRIOR, text, (one, middle, other), (first, second, quarrel), place)
