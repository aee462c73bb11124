"""How far a signed graph is from factions, with a proof: the frustration index and what follows from it.

Harary (1959); Aref, Mason & Wilson (2020).

`balance` splits a graph into two factions and proves how good that is; `divide` does it for more. Around a proven
split, `margins` say what each tie means (contradicted in all, some or no best splits; the index without it, or with its
sign turned), and `best_splits` gives all of them. `sample` draws worlds where evidence may be false.
"""

from __future__ import annotations

from imbroglio.analysis.balance.margins import Margins, margins
from imbroglio.analysis.balance.several import Division, divide
from imbroglio.analysis.balance.solve import Balance, balance
from imbroglio.analysis.balance.splits import Splits, best_splits
from imbroglio.analysis.balance.worlds import Interval, Piece, Worlds, interval, sample

__all__ = [
    "Balance", "Division", "Interval", "Margins", "Piece", "Splits", "Worlds", "balance", "best_splits", "divide",
    "interval", "margins", "sample",
]  # fmt: skip
