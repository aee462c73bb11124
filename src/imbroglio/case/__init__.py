"""Memory: the casefile keeps documents and everything that was read in them."""

from imbroglio.case.case import Case

__all__ = ["Case"]
