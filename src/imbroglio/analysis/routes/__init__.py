"""Corridors: open, contested or blocked, for whom and by whom, and what would have to change hands.

`ground` says who holds a place and who moves on it at a date, `stance` how they stand to somebody who wants to pass,
`corridor` puts both together along a route.
"""

from imbroglio.analysis.routes.corridor import Corridor, Passage, Stop, corridor, told_routes
from imbroglio.analysis.routes.ground import Hold, ground
from imbroglio.analysis.routes.stance import Attitude, attitude

__all__ = ["Attitude", "Corridor", "Hold", "Passage", "Stop", "attitude", "corridor", "ground", "told_routes"]
