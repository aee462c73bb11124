"""When a relation is said to hold: tense, and the dates its clause states."""

from imbroglio.claims.time.when import when

__all__ = ["when"]
