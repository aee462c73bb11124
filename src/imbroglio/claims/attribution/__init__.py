"""Who says it: quotations of every kind, and the chain of sources behind any word."""

from imbroglio.claims.attribution.chains import Attribution
from imbroglio.claims.attribution.find import find_quotations

__all__ = ["Attribution", "find_quotations"]
