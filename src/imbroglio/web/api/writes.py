"""Decisions that come through the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imbroglio.errors import DecisionError
from imbroglio.model import Decision, DecisionKind
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book, Shelf
from imbroglio.web.tension import evidence
from imbroglio.web.views import findings
from imbroglio.web.views.review import told

MOST_TARGETS = 1000


def decide(shelf: Shelf, body: Mapping[str, Any]) -> shapes.Made:
    """Writes a decision into the log, if nobody decided about the same thing since `seen`."""
    kind, targets, after = body.get("kind"), body.get("targets", []), body.get("after", {})
    if not isinstance(kind, str) or kind in (DecisionKind.UNDO, DecisionKind.REDO):
        raise DecisionError("kind must be one of the kinds of decision; undo and redo have addresses of their own")
    if not isinstance(targets, list) or len(targets) > MOST_TARGETS or not all(isinstance(t, str) for t in targets):
        raise DecisionError(f"targets must be a list of at most {MOST_TARGETS} ids")
    if not isinstance(after, dict):
        raise DecisionError("after must be an object")
    before = None
    if kind in (DecisionKind.KEEP, DecisionKind.DISMISS) and targets:
        before = {"claims": list(evidence(findings.find(shelf.book(), targets[0])))}
    return _made(shelf, shelf.case.review.decide(kind, targets, after, before=before, why=_why(body), **_signed(body)))


def undo(shelf: Shelf, body: Mapping[str, Any]) -> shapes.Made:
    """Takes back a decision, by default the last one of `who` that stands. The log keeps both."""
    return _made(shelf, shelf.case.review.undo(_decision(body), **_signed(body)))


def redo(shelf: Shelf, body: Mapping[str, Any]) -> shapes.Made:
    """Puts back what was undone, by default what `who` took back last, unless they decided something new since."""
    return _made(shelf, shelf.case.review.redo(_decision(body), **_signed(body)))


def _signed(body: Mapping[str, Any]) -> dict[str, Any]:
    who, seen = body.get("who"), body.get("seen")
    if who is not None and not isinstance(who, str):
        raise DecisionError("who must be a name")
    if type(seen) is not int:
        raise DecisionError("seen must be the number of the last decision seen (`log`)")
    return {"who": who, "seen": seen}


def _why(body: Mapping[str, Any]) -> str:
    why = body.get("why", "")
    if not isinstance(why, str):
        raise DecisionError("why must be a text")
    return why


def _decision(body: Mapping[str, Any]) -> str | None:
    id = body.get("decision")
    if id is not None and not isinstance(id, str):
        raise DecisionError("decision must be an id")
    return id


def _made(shelf: Shelf, decision: Decision) -> shapes.Made:
    book = shelf.book()
    (row,) = told(book, [decision])
    return {"version": book.version, "log": decision.number, "decision": row, "claims": _about(book, decision)}


def _about(book: Book, decision: Decision) -> list[shapes.Claim]:
    """The claims that a decision is about, as they are now; of an undo, those of what it takes back."""
    known = {d.id: d for d in book.view.decisions}
    about = [decision, *(known[id] for id in decision.targets if id in known)]
    keys = dict.fromkeys(key for d in about for key in (*d.targets, *d.after.get("claims", ())))
    return [rows.claim(book, place) for key in keys for place in book.places(key)[:1]]
