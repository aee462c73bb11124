"""What follows from the claims: one question a file."""

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions import tensions

__all__ = ["Situation", "tensions"]
