"""The shapes of the JSON API: typed dictionaries, from which the OpenAPI description and `docs/api.md` are made.

Every key is always there; one that may be null says so. Spans are `[start, end)` in characters of a document's text.
"""

from imbroglio.web.shapes.claims import (
    ActorName,
    Claim,
    Note,
    Party,
    Piece,
    Record,
    Root,
    Speaker,
    When,
)
from imbroglio.web.shapes.review import Conflict, Decision, Decisions, Made, Problem, Question, Queue, QueueItem
from imbroglio.web.shapes.summary import CaseSummary, Count, Hit, Month, RelationRow, Search
from imbroglio.web.shapes.views import (
    Actor,
    ActorPage,
    Actors,
    Arc,
    Bar,
    Bond,
    Cell,
    ClaimName,
    Claims,
    Direction,
    DocumentPage,
    DocumentRow,
    Documents,
    Finding,
    Findings,
    Matrix,
    Name,
    Partner,
    Shade,
    Theatre,
    Tie,
    VoiceChain,
)
from imbroglio.web.shapes.wide import (
    Chain,
    Chains,
    Channel,
    Edge,
    FlowLink,
    Flows,
    Graph,
    MapPlace,
    MapRoute,
    MapStop,
    Node,
    Places,
    Ribbon,
)

__all__ = [
    "Actor", "ActorName", "ActorPage", "Actors", "Arc", "Bar", "Bond", "CaseSummary", "Cell", "Chain", "Chains",
    "Channel", "Claim", "ClaimName", "Claims", "Conflict", "Count", "Decision", "Decisions", "Direction",
    "DocumentPage", "DocumentRow", "Documents", "Edge", "Finding", "Findings", "FlowLink", "Flows", "Graph", "Hit",
    "Made", "MapPlace", "MapRoute", "MapStop", "Matrix", "Month", "Name", "Node",
    "Note", "Partner", "Party", "Piece", "Places", "Problem",
    "Question", "Queue", "QueueItem", "Record", "RelationRow", "Ribbon", "Root", "Search", "Shade", "Speaker",
    "Theatre", "Tie", "VoiceChain", "When",
]  # fmt: skip
