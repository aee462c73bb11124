"""Where and when the claims of two lists hold, each of one against each of the other at once.

What follows here is what `PlaceTree.apart`, `graph.order` and `Situation.near` say of two claims, for many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from imbroglio.graph import PlaceTree, is_over, period
from imbroglio.graph.order import TENSES
from imbroglio.model import Claim, Document

if TYPE_CHECKING:
    from datetime import timedelta

Bools = NDArray[Any]
_NEVER = 1 << 30  # days from now: the end of what has none, and with a minus the start


class Holding:
    """Times, places and documents of claims as numbers, and which places lie apart."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document], tree: PlaceTree) -> None:
        self._row = {id(claim): row for row, claim in enumerate(claims)}
        self._kept = claims  # as long as they are, no other claim has their identity
        told = dict.fromkeys(place for claim in claims if (place := claim.place_id or claim.place))
        places = {place: number for number, place in enumerate(filter(tree.known, told))}
        papers: dict[str, int] = {}
        table = [_numbers(claim, documents, places, papers) for claim in claims]
        self._table = np.array(table, np.int64).reshape(len(table), 6)
        self._apart = _apart(list(places), tree)

    def rows(self, claims: Iterable[Claim]) -> NDArray[np.int64]:
        """Start, end, place (-1 for none that is known), document, tense and whether it is over, a row a claim."""
        return self._table[[self._row[id(claim)] for claim in claims]]

    def apart(self, ones: NDArray[np.int64], others: NDArray[np.int64]) -> Bools:
        """By rows: whether the two are surely said of different theatres."""
        found: Bools = self._apart[ones[:, 2][:, None], others[:, 2][None, :]]
        return found


class Compared:
    """Matrices with a row for each of `ones` and a column for each of `others`."""

    def __init__(self, holding: Holding, ones: Iterable[Claim], others: Iterable[Claim], near: timedelta) -> None:
        self._holding, self._near = holding, near.days
        self._ones, self._others = holding.rows(ones), holding.rows(others)

    def _sides(self, column: int) -> tuple[Any, Any]:
        return self._ones[:, column][:, None], self._others[:, column][None, :]

    @cached_property
    def near(self) -> Bools:
        """No dates put the two further apart than claims may lie that contradict each other, and neither is over where
        the other goes on."""
        (start, start2), (end, end2) = self._sides(0), self._sides(1)
        (tense, tense2), (over, over2) = self._sides(4), self._sides(5)
        now = TENSES["present"]
        gave_way = self.same_document & (((over == 1) & (tense2 == now)) | ((over2 == 1) & (tense == now)))
        met: Bools = (end + self._near >= start2) & (end2 + self._near >= start) & ~gave_way
        return met

    @cached_property
    def apart(self) -> Bools:
        """The two are surely said of different theatres."""
        return self._holding.apart(self._ones, self._others)

    @cached_property
    def same_document(self) -> Bools:
        one, other = self._sides(3)
        same: Bools = one == other
        return same

    @cached_property
    def earlier(self) -> Bools:
        """The one is surely about an earlier time than the other."""
        (_, start2), (end, _), (tense, tense2) = self._sides(0), self._sides(1), self._sides(4)
        by_tense = self.same_document & (tense != tense2)
        before: Bools = np.where(by_tense, tense < tense2, end < start2)
        return before


def paired(ones: Sequence[Claim], others: Sequence[Claim], which: Bools) -> tuple[list[Claim], list[Claim]]:
    """Those of either list that the matrix pairs with any of the other."""
    rows, columns = np.logical_or.reduce(which, axis=1), np.logical_or.reduce(which, axis=0)
    return list(compress(ones, rows)), list(compress(others, columns))


def _numbers(
    claim: Claim, documents: Mapping[str, Document], places: Mapping[str, int], papers: dict[str, int]
) -> tuple[int, ...]:
    start, end = period(claim, documents)
    return (
        start.toordinal() if start else -_NEVER,
        end.toordinal() if end else _NEVER,
        places.get(claim.place_id or claim.place or "", -1),
        papers.setdefault(claim.document, len(papers)),
        TENSES[claim.when.tense],
        is_over(claim),
    )


def _apart(places: Sequence[str], tree: PlaceTree) -> Bools:
    """Whether two known places lie apart, by number; the last row and column stand for none, which is never apart."""
    paths = [tree.path(place) for place in places]
    named: dict[str, list[int]] = {}
    for number, path in enumerate(paths):
        named.setdefault(path[0], []).append(number)
    within = np.zeros((len(places) + 1, len(places) + 1), bool)
    for number, path in enumerate(paths):
        for area in path:
            within[number, named.get(area, ())] = True
    apart: Bools = ~within & ~within.T
    apart[-1, :] = apart[:, -1] = False
    return apart
