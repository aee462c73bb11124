"""The two camps by which views order and colour actors: `analysis.factions`, or in large cases a good split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from imbroglio.graph import Level
from imbroglio.graph.signed import SignedGraph
from imbroglio.model import FIRMNESS, SUPPOSED
from imbroglio.web.columns import paired, parted
from imbroglio.web.tension import LARGE

if TYPE_CHECKING:
    from imbroglio.web.book import Book


def camps(book: Book, level: Level) -> Sequence[Sequence[str]]:
    """The larger camp first; none where nobody takes sides."""
    from imbroglio.analysis.balance.heuristic import split
    from imbroglio.analysis.factions import factions

    if len(book.claims) <= LARGE:
        found = factions(book.view.standing(), book.actors, level, seconds=1.0)
        return found.camps if found else ()
    graph = net_ties(book, level)
    return [[str(name) for name in camp] for camp in graph.camps(split(graph))]


def net_ties(book: Book, level: Level) -> SignedGraph:
    """The net ties: what `analysis.factions.signed` makes of claims one by one, on columns."""
    from imbroglio.analysis.factions import EVEN, GRAIN, SURE

    columns = book.columns
    one, two = book.rolled(level)
    supposed = [FIRMNESS.index(kind) for kind in SUPPOSED]
    keep = (one != two) & (columns["sign"] != 0) & (columns["yes"] != 0) & (book.status != book.REJECTED)
    keep &= ~np.isin(columns["firmness"], supposed)
    pair = paired(np.minimum(one, two), np.maximum(one, two))
    said = np.stack([pair, columns["document"], columns["sign"]], 1)[keep]
    lots, lot = np.unique(said, axis=0, return_inverse=True)
    best = np.zeros(len(lots), np.int32)
    np.maximum.at(best, lot.ravel(), columns["trust"][keep])
    trust = np.clip(best / 1000, EVEN, SURE)
    pairs, place = np.unique(lots[:, 0], return_inverse=True)
    net = np.bincount(place, lots[:, 2] * np.log(trust / (1 - trust)), minlength=len(pairs))
    weight = np.rint(GRAIN * net).astype(np.int64)
    pairs, weight = pairs[weight != 0], weight[weight != 0]
    codes, ends = np.unique(np.stack(parted(pairs)), return_inverse=True)
    names = [book.columns.vocabulary.actor.names[code] for code in codes.tolist()]
    low, high = ends.reshape(2, -1)
    return SignedGraph.from_arrays(names, low, high, weight)
