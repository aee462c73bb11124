"""The score card: how far the reader agrees with people who labelled the same text.

`load_gold` reads a gold folder, `read_gold` lets the reader loose on it, `ScoreCard.of` compares the two.
`docs/evaluation.md` says what each number means and how to label text of one's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imbroglio.evaluation.gold import Gold, load_claims, load_gold
    from imbroglio.evaluation.measure import Measure
    from imbroglio.evaluation.reading import read_gold
    from imbroglio.evaluation.scorecard import ScoreCard
    from imbroglio.evaluation.trust import trust_of

_HOME = {  # imported when first asked for, so that the command line starts without numpy
    "Gold": "gold", "load_claims": "gold", "load_gold": "gold", "Measure": "measure", "read_gold": "reading",
    "ScoreCard": "scorecard", "trust_of": "trust",
}  # fmt: skip

__all__ = ["Gold", "Measure", "ScoreCard", "load_claims", "load_gold", "read_gold", "trust_of"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'imbroglio.evaluation' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"imbroglio.evaluation.{_HOME[name]}"), name)
