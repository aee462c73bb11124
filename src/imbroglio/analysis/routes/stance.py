"""How one actor stands to another at a date and in a theatre."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal

from imbroglio.analysis.moments import told_by
from imbroglio.analysis.situation import Situation
from imbroglio.model import Claim

Word = Literal["own", "friend", "foe", "both", "unknown"]


@dataclass(frozen=True, slots=True)
class Attitude:
    """`own` for an actor and its kin, `both` where friendship and hostility stand beside each other."""

    word: Word
    claims: tuple[Claim, ...] = ()

    @property
    def lets_pass(self) -> bool:
        return self.word in ("own", "friend", "both")

    @property
    def stops(self) -> bool:
        return self.word in ("foe", "both")


def attitude(
    situation: Situation, holder: str, other: str, place: str | None = None, at: date | None = None
) -> Attitude:
    """How the two stand to each other, by what is said of them or of an umbrella that they belong to.

    Truces and loose ties make no friends. Claims of theatres apart from `place` and claims later than `at` do not
    count, nor those that the opposite was said of surely later.
    """
    if situation.kin(holder, other):
        return Attitude("own")
    ones, others = ((actor, *situation.affiliations.umbrellas(actor)) for actor in (holder, other))
    pairs = list(product(ones, others))
    friendly = list(_here(situation, (c for pair in pairs for c in situation.bound(*pair)), place, at))
    hostile = list(_here(situation, (c for pair in pairs for c in situation.against(*pair)), place, at))
    friends = tuple(c for c in friendly if not any(situation.earlier(c, later) for later in hostile))
    foes = tuple(c for c in hostile if not any(situation.earlier(c, later) for later in friendly))
    if friends and foes:
        return Attitude("both", friends + foes)
    return Attitude("friend", friends) if friends else Attitude("foe", foes) if foes else Attitude("unknown")


def _here(situation: Situation, claims: Iterable[Claim], place: str | None, at: date | None) -> Iterator[Claim]:
    for claim in dict.fromkeys(claims):
        if told_by(claim, at, situation.documents) and not situation.places.apart(situation.place(claim), place):
            yield claim
