"""Unbalanced cycle: a chain of friends whose two ends are enemies (Cartwright and Harary 1956).

Triads are told by a rule of their own; cycles with several hostilities may stand for several camps (J. Davis 1967) and
are left out. Of a hostile pair only the shortest chain is told, since longer ones often run through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.making import finding
from imbroglio.analysis.wording import deed, listed
from imbroglio.model import Claim, Finding

PRIOR = 0.3
LONGEST = 4  # friendships in a chain; whom five steps bind does not surprise by a quarrel

Friends = dict[str, set[str]]


def unbalanced_cycle(situation: Situation) -> Iterator[Finding]:
    """One finding for each hostile pair that three or four friendships join, near in time and in theatres not apart."""
    friends = friendships(situation)
    for one, other in situation.hostile_pairs():
        if situation.kin(one, other) or friends.get(one, set()) & friends.get(other, set()):
            continue
        chain = _chain(friends, one, other)
        if len(chain) > 3 and (made := _told(situation, chain)):
            yield made


def friendships(situation: Situation) -> Friends:
    """Who is bound to whom by support, kin left out."""
    friends: Friends = {}
    for one, other in situation.supports:
        if situation.bound(one, other) and not situation.kin(one, other):
            friends.setdefault(one, set()).add(other)
            friends.setdefault(other, set()).add(one)
    return friends


def _chain(friends: Friends, one: str, other: str) -> list[str]:
    """The shortest chain from one to the other, both included; empty where there is none up to `LONGEST`.

    Searched from both ends, so that the friends of a friend of many are not all looked at.
    """
    from_one, from_other = {one: one}, {other: other}
    for step in range(LONGEST):
        own, far = (from_one, from_other) if step % 2 == 0 else (from_other, from_one)
        for near in list(own):
            for friend in sorted(friends.get(near, ())):
                if {near, friend} != {one, other}:
                    own.setdefault(friend, near)
        if met := sorted(own.keys() & far.keys()):
            return [*_back(from_one, met[0])[::-1], *_back(from_other, met[0])[1:]]
    return []


def _back(reached: dict[str, str], actor: str) -> list[str]:
    """The actors on the way back to where the search began."""
    way = [actor]
    while reached[way[-1]] != way[-1]:
        way.append(reached[way[-1]])
    return way


def _told(situation: Situation, chain: list[str]) -> Finding | None:
    quarrel = situation.against(chain[0], chain[-1])
    sides: list[list[Claim]] = []
    for pair in pairwise(chain):
        bound = situation.bound(*pair)
        bound, _ = situation.beside(bound, quarrel)
        bound, quarrel = situation.meet(bound, quarrel)
        if not (bound and quarrel):
            return None
        sides.append(bound)
    if any(not situation.meet(one, other)[0] for one, other in combinations(sides, 2)):
        return None  # "once armed X, now arms its enemy": they were never friends at one time
    for side in sides:
        quarrel, _ = situation.beside(quarrel, side)
    if not quarrel:
        return None
    told = [deed(situation, side, *pair) for side, pair in zip(sides, pairwise(chain), strict=True)]
    text = f"{listed(told)}, but {deed(situation, quarrel, *situation.parties(quarrel[0]))}"
    return finding(situation, "unbalanced cycle", PRIOR, text, chain, (*sides, quarrel), situation.theatre(quarrel))
