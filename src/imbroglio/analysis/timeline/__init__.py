"""Time: what is told of an actor or a pair day by day, when sides were changed and who moved first, states at dates."""

from imbroglio.analysis.timeline.events import Event, Timeline, timeline
from imbroglio.analysis.timeline.runs import Run, Turn, runs, turns
from imbroglio.analysis.timeline.standing import Shift, Standing, shifts, standings

__all__ = [
    "Event", "Run", "Shift", "Standing", "Timeline", "Turn", "runs", "shifts", "standings", "timeline", "turns",
]  # fmt: skip
