"""What if: a case with something left out, turned, added or merged, and what that changes, exactly.

`edits` make another case of a case; `outcome` holds the findings and the factions of both against each other; `resplit`
finds the new frustration index, by the margins of the old one where a single tie is weaker, gone or turned; `ties` says
of every tie what the index would be without it.
"""

from imbroglio.analysis.whatif.edits import (
    add_tie,
    drop_claim,
    drop_firmness,
    drop_outlet,
    drop_tie,
    drop_voice,
    flip_tie,
    merge,
)
from imbroglio.analysis.whatif.matter import Matter
from imbroglio.analysis.whatif.outcome import Outcome, Picture, outcome
from imbroglio.analysis.whatif.ties import TieEffect, each_tie

__all__ = [
    "Matter", "Outcome", "Picture", "TieEffect", "add_tie", "drop_claim", "drop_firmness", "drop_outlet", "drop_tie",
    "drop_voice", "each_tie", "flip_tie", "merge", "outcome",
]  # fmt: skip
