"""What we talk about: plain frozen records, no I/O, no third-party imports."""

from imbroglio.model.actor import Actor, ActorKind, Bond, Name
from imbroglio.model.attribution import Quotation, Speaker
from imbroglio.model.claim import FIRMNESS, SUPPOSED, Claim, Firmness, Party
from imbroglio.model.decision import STATUSES, Anchor, Decision, DecisionKind, Status
from imbroglio.model.document import Document
from imbroglio.model.finding import Finding
from imbroglio.model.interval import Interval
from imbroglio.model.mention import Mention, Mentions
from imbroglio.model.place import Place
from imbroglio.model.records import Agreement, Goal, Norm, Reading, Route, Unresolved
from imbroglio.model.relation import Relation, RelationClass
from imbroglio.model.span import Span
from imbroglio.model.tie import Tie

__all__ = [
    "FIRMNESS", "STATUSES", "SUPPOSED", "Actor", "ActorKind", "Agreement", "Anchor", "Bond", "Claim", "Decision",
    "DecisionKind", "Document", "Finding", "Firmness", "Goal", "Interval", "Mention", "Mentions", "Name", "Norm",
    "Party", "Place", "Quotation", "Reading", "Relation", "RelationClass", "Route", "Span", "Speaker", "Status", "Tie",
    "Unresolved",
]  # fmt: skip
