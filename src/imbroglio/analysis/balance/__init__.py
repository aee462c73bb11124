"""How far a signed graph is from two factions, with a proof: the frustration index.

Harary (1959); Aref, Mason & Wilson (2020).
"""

from __future__ import annotations

from imbroglio.analysis.balance.solve import Balance, balance

__all__ = ["Balance", "balance"]
