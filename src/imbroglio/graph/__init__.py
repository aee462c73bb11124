"""From claims to ties: gathered, counted by independent root, rolled up and selected."""

from imbroglio.graph.affiliation import Affiliations, Level
from imbroglio.graph.clusters import clusters
from imbroglio.graph.order import earlier, is_over, period
from imbroglio.graph.places import PlaceTree
from imbroglio.graph.roots import Roots, count_roots, origin
from imbroglio.graph.selection import Selection, select
from imbroglio.graph.ties import gather

__all__ = [
    "Affiliations", "Level", "PlaceTree", "Roots", "Selection", "clusters", "count_roots", "earlier", "gather",
    "is_over", "origin", "period", "select",
]  # fmt: skip
