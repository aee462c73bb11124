"""Parameters that many endpoints share."""

from __future__ import annotations

from imbroglio.graph import Level
from imbroglio.model import FIRMNESS, STATUSES, Relation, RelationClass
from imbroglio.web.api.declare import Parameter

FILTERS = (
    Parameter("level", "Count actors as named, or government bodies and leaders as their state, or also armed groups "
              "as their umbrella.", choices=tuple(Level), default="state"),
    Parameter("theatre", "Said to hold in this place or in a part of it (name or id).", many=True),
    Parameter("since", "May hold on or after this day.", "date"),
    Parameter("until", "May hold on or before this day.", "date"),
    Parameter("firmness", "How firmly it is said.", many=True, choices=FIRMNESS),
    Parameter("outlet", "Published by this outlet.", many=True),
    Parameter("trust", "Trusted by the reader at least so much.", "number", default=0.0, least=0, most=1),
    Parameter("relation", "Of this relation.", many=True, choices=tuple(Relation)),
    Parameter("klass", "Of this class of relations.", many=True, choices=tuple(RelationClass)),
    Parameter("status", "Of this status; by default all but rejected.", many=True, choices=STATUSES),
    Parameter("background", "false leaves out what is merely presupposed.", "boolean", default=True),
    Parameter("document", "In this document.", many=True),
    Parameter("actor", "With this actor on either side, counted at the level.", many=True),
)  # fmt: skip


def page(limit: int, most: int) -> tuple[Parameter, Parameter]:
    """`after` and `limit` of a list."""
    return (
        Parameter("after", "Leave out the first so many.", "integer", default=0, least=0),
        Parameter("limit", "At most so many.", "integer", default=limit, least=1, most=most),
    )
