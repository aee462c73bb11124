"""Why a claim was read as it was, in words."""

from __future__ import annotations

from imbroglio.model import Claim
from imbroglio.outputs.tables import clean

_HEDGE = {
    "hedged": "hedged by the words around it", "planned": "told as a plan",
    "hypothetical": "told as a mere possibility", "norm": "told as a rule, not as a fact",
}  # fmt: skip


def why(found: Claim) -> list[str]:
    """What the reader went by, in words: construction, parties, stance, time, chain."""
    told = [f"read by: {found.construction or 'unknown'}"]
    told += [f"“{p.name}” because: {p.reason}" for p in (found.subject, found.object) if p.reason]
    if found.polarity == "no":
        told.append("the words deny it")
    if found.firmness in _HEDGE:
        told.append(_HEDGE[found.firmness])
    if found.background:
        told.append("presupposed by a modifier, not asserted")
    if found.when.words:
        told.append(f"time from “{clean(found.when.words)}”")
    if found.said_by:
        told.append("said by " + ", as told by ".join(link.name for link in reversed(found.said_by)))
    return told
