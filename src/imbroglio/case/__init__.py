"""Memory: the casefile keeps documents and everything that was read in them."""

from imbroglio.case.case import Case
from imbroglio.case.standing import Standing

__all__ = ["Case", "Standing"]
