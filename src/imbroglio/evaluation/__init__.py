"""The score card: how far the reader agrees with people who labelled the same text.

`load_gold` reads a gold folder, `read_gold` lets the reader loose on it, `ScoreCard.of` compares the two.
`docs/evaluation.md` says what each number means and how to label text of one's own.
"""

from __future__ import annotations

from imbroglio.evaluation.gold import Gold, load_claims, load_gold
from imbroglio.evaluation.reading import read_gold
from imbroglio.evaluation.scorecard import ScoreCard

__all__ = ["Gold", "ScoreCard", "load_claims", "load_gold", "read_gold"]
