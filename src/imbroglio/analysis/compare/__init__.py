"""Two outlets, two periods, two cases: what only one says, and where they disagree."""

from imbroglio.analysis.compare.bodies import of_outlet, of_period, told_apart
from imbroglio.analysis.compare.clashes import Clash
from imbroglio.analysis.compare.comparison import Comparison, Said, compare

__all__ = ["Clash", "Comparison", "Said", "compare", "of_outlet", "of_period", "told_apart"]
