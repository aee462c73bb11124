"""Everything that the answers of the API are made from, as plain data: what `static/js/offline` reads.

Claims stand in the order of the book and are named by their place in it, actors by their code. What a filter cannot
change (names, findings, questions, who counts as whom) is worked out here; what it can is worked out there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from imbroglio.analysis.identity import Question
from imbroglio.analysis.waiting import decided
from imbroglio.analysis.weight import weight
from imbroglio.case.review import can_redo, can_undo
from imbroglio.graph import Level
from imbroglio.graph.roots import REPRINT, root_speaker
from imbroglio.model import FIRMNESS, STATUSES, ActorKind, Claim
from imbroglio.web import rows
from imbroglio.web.api.declare import Endpoint
from imbroglio.web.api.endpoints import ENDPOINTS
from imbroglio.web.book import Book
from imbroglio.web.columns import CLASSES, Name
from imbroglio.web.offline.parts import documents, people, places
from imbroglio.web.query import Query
from imbroglio.web.views.findings import findings
from imbroglio.web.views.flows import channel_id
from imbroglio.web.views.matrix import NO_PARTY
from imbroglio.web.views.questions import asked, questions
from imbroglio.web.views.review import ranking, told
from imbroglio.web.views.summary import summary

COLUMNS: tuple[Name, ...] = ("subject", "object", "since", "until", "place", "origin", "words", "trust")
TOLD = 1_000  # claims between two words of progress


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def snapshot(book: Book, progress: Progress | None = None) -> dict[str, Any]:
    """The snapshot; a large case's findings are waited for."""
    tell = progress or (lambda what, done, of: None)
    tell("findings", 0, 1)
    book.tensions.wait()
    rolled = {level.value: [side.tolist() for side in book.rolled(level)] for level in Level}
    tell("findings", 1, 1)
    return {
        "version": book.version,
        "log": book.view.log,
        "summary": {**summary(book), "name": name(book), "read_only": True},
        "addresses": [_address(endpoint) for endpoint in ENDPOINTS if endpoint.method == "GET"],
        "lists": _lists(),
        **_claims(book, tell),
        "rolled": rolled,
        "codes": list(book.columns.vocabulary.actor.names),
        "people": people(book),
        "levels": {level.value: _level(book, level) for level in Level},
        "ties": [[a.id, bond.target] for a in book.actors.values() for bond in a.bonds if _ties(book, bond)],
        "out": [id for id, actor in book.actors.items() if actor.kind in NO_PARTY],
        "merged": dict(book.view.merged),
        "documents": documents(book, tell),
        **places(book),
        "findings": _findings(book),
        "questions": [_question(book, one) for one in questions(book)],
        "queue": _queue(book),
        **_log(book),
    }


def name(book: Book) -> str:
    """What the case is called: its file's name, without the folders of this machine."""
    return re.split(r"[/\\]", book.case.name)[-1]


def _address(endpoint: Endpoint) -> dict[str, Any]:
    """What an address of the API takes, for those who answer in its place."""
    wanted = ("name", "kind", "many", "choices", "default", "least", "most")
    return {"path": endpoint.path, "takes": [{key: getattr(one, key) for key in wanted} for one in endpoint.takes]}


def _lists() -> dict[str, Any]:
    """What is ordered by its place in a list."""
    return {
        "kinds": [kind.value for kind in ActorKind], "classes": [klass.value for klass in CLASSES],
        "firmness": FIRMNESS, "statuses": STATUSES, "reprint": REPRINT,
    }  # fmt: skip


def _claims(book: Book, tell: Progress) -> dict[str, Any]:
    told = []
    for place in range(len(book.claims)):
        if place % TOLD == 0:
            tell("claims", place, len(book.claims))
        told.append(rows.claim(book, place))
    vias = dict.fromkeys(claim.via for claim in book.claims if claim.via)
    return {
        "claims": told,
        "columns": {name: book.columns[name].tolist() for name in COLUMNS},
        "unprinted": [code for code, words in enumerate(book.columns.vocabulary.words.names) if not words],
        "more": [_more(book, claim) for claim in book.claims],
        "channels": {via: {"key": via.casefold(), "id": channel_id(via)} for via in vias},
    }


def _more(book: Book, claim: Claim) -> dict[str, Any]:
    """What a row does not tell: id as it stands, trust, weight, name of the root, whether a speaker is it."""
    link = root_speaker(claim, book.actors)
    source = book.documents[claim.document].source or claim.document
    root = (book.name(link.actor) if link.actor else link.name) if link else source
    return {
        "id": claim.id, "trust": claim.trust, "rounded": round(claim.trust, 3), "weight": weight(claim), "root": root,
        "spoken": link is not None,
    }  # fmt: skip


def _ties(book: Book, bond: Any) -> bool:
    return bond.kind != "renamed" and bond.target in book.actors


def _level(book: Book, level: Level) -> dict[str, Any]:
    """By actor id, whom it is counted as (where that is another) and its camp."""
    ids = dict.fromkeys([*book.actors, *book.columns.vocabulary.actor.names])
    counted = {id: whole for id in ids if (whole := book.roll(id, level)) != id}
    return {"counted": counted, "factions": book.factions(level)}


def _findings(book: Book) -> list[dict[str, Any]]:
    all_states = ("open", "kept", "dismissed")
    found = findings(book, Query(), state=all_states, limit=len(book.tensions.found) + 1)["findings"]
    return [{**one, "sides": [[claim["id"] for claim in side] for side in one["sides"]]} for one in found]


def _question(book: Book, one: Question) -> dict[str, Any]:
    told = asked(book, one)
    return {**told, "claims": [claim["id"] for claim in told["claims"]]}


def _queue(book: Book) -> list[list[Any]]:
    """Places of the claims that wait, those most worth a look first, with the worth and why."""
    order, ranked = ranking(book)
    return [[place, one.weight, one.why] for place, one in zip(order.tolist(), ranked, strict=True)]


def _log(book: Book) -> dict[str, Any]:
    """The decisions, the latest first, and what each person's undo and redo would concern."""
    decisions = book.view.decisions
    people = dict.fromkeys([book.case.review.who, *(d.who for d in decisions)])
    undo = {who: [can_undo(decisions, who), can_redo(decisions, who)] for who in people}
    return {"decisions": told(book, reversed(decisions)), "undo": undo, "done": decided(book.view)}
