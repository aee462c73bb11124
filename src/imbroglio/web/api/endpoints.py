"""Every address of the API, in the order of its description."""

from __future__ import annotations

from imbroglio.web import shapes
from imbroglio.web.api import tables
from imbroglio.web.api.declare import Endpoint, Parameter
from imbroglio.web.api.parameters import FILTERS, page
from imbroglio.web.api.sources import of_claim, of_claims, of_documents, of_finding, of_findings, of_tie
from imbroglio.web.api.writes import decide, redo, undo
from imbroglio.web.views import (
    actors,
    claims,
    documents,
    findings,
    flows,
    graph,
    matrix,
    places,
    review,
    search,
)
from imbroglio.web.views.summary import summary
from imbroglio.web.views.tie import tie

_ORDER = Parameter("order", "In this order.", choices=matrix.ORDERS, default="faction")
_SEEN = (
    "seen",
    "integer",
    "The number of the last decision seen (`log`); 409 if somebody decided about the same since.",
)
_WHO = ("who", "string", "Who decides; by default the one who runs the server.")
_ONE = (_SEEN, _WHO, ("decision", "string", "Its id; by default the last one of `who`."))

ENDPOINTS = (
    Endpoint("/case", summary, shapes.CaseSummary),
    Endpoint(
        "/matrix", matrix.matrix, shapes.Matrix,
        (*FILTERS, _ORDER, Parameter("rows", "At most so many actors.", "integer", default=60, least=1, most=300)),
        table=tables.matrix,
    ),
    Endpoint(
        "/claims", claims.claims, shapes.Claims,
        (
            *FILTERS, Parameter("subject", "Said of this actor …"), Parameter("object", "… toward this one."),
            Parameter("sort", "In this order.", choices=claims.SORTS, default="firm"), *page(50, 500),
        ),
        table=tables.claims, sources=of_claims,
    ),
    Endpoint("/claims/{id}", claims.claim, shapes.Claim, sources=of_claim),
    Endpoint(
        "/findings", findings.findings, shapes.Findings,
        (
            *FILTERS,
            Parameter("state", "What a person decided.", many=True, choices=findings.STATES, default=("open", "kept")),
            Parameter("rule", "Found by this rule.", many=True), *page(30, 200),
        ),
        table=tables.findings, sources=of_findings,
    ),
    Endpoint("/findings/{id}", findings.finding, shapes.Finding, sources=of_finding),
    Endpoint("/tie/{one}/{other}", tie, shapes.Tie, FILTERS, table=tables.claims, sources=of_tie),
    Endpoint(
        "/actors", actors.actors, shapes.Actors,
        (
            *FILTERS, Parameter("q", "Whose name has these letters.", default=""),
            Parameter("kind", "Of this kind.", many=True),
            Parameter("order", "In this order.", choices=matrix.ORDERS, default="activity"), *page(100, 1000),
        ),
        table=tables.under("actors"),
    ),
    Endpoint("/actors/{id}", actors.actor, shapes.ActorPage, FILTERS, table=tables.under("timeline")),
    Endpoint(
        "/documents", documents.documents, shapes.Documents,
        (
            *FILTERS, Parameter("q", "Whose title, outlet or id has these letters.", default=""),
            Parameter("order", "In this order.", choices=documents.ORDERS, default="date"), *page(100, 1000),
        ),
        table=tables.under("documents"),
    ),
    Endpoint(
        "/documents/{id}", documents.document, shapes.DocumentPage,
        (
            *FILTERS, Parameter("start", "From this character on.", "integer", default=0, least=0),
            Parameter(
                "length", "About so many characters.", "integer", default=documents.STRETCH, least=1_000, most=200_000,
            ),
        ),
        table=tables.claims, sources=of_documents,
    ),
    Endpoint(
        "/graph", graph.graph, shapes.Graph,
        (
            *FILTERS, Parameter("nodes", "At most so many actors.", "integer", default=2000, least=1, most=5000),
            Parameter("edges", "At most so many ties.", "integer", default=20000, least=1, most=50000),
        ),
        table=tables.under("edges"),
    ),
    Endpoint(
        "/chains/{one}/{other}", flows.chains, shapes.Chains,
        (*FILTERS, Parameter("longest", "Of at most so many links.", "integer", default=5, least=1, most=6)),
    ),
    Endpoint("/flows", flows.flows, shapes.Flows, FILTERS, table=tables.under("ribbons")),
    Endpoint("/places", places.places, shapes.Places, FILTERS, table=tables.under("theatres")),
    Endpoint(
        "/search", search.search, shapes.Search,
        (
            Parameter("q", "The words looked for.", default=""),
            Parameter("limit", "At most so many of a kind.", "integer", default=10, least=1, most=50),
        ),
    ),
    Endpoint(
        "/queue", review.queue, shapes.Queue,
        (
            *FILTERS, Parameter("kind", "What waits.", choices=("all", "claims", "questions"), default="all"),
            *page(20, 200),
        ),
        table=tables.queue,
    ),
    Endpoint(
        "/decisions", review.decisions, shapes.Decisions,
        (
            Parameter("target", "About this claim, actor, finding or decision.", default=""),
            Parameter("kind", "Of this kind.", many=True), Parameter("who", "By this person.", default=""),
            *page(100, 1000),
        ),
        table=tables.under("decisions"),
    ),
    Endpoint(
        "/decisions", decide, shapes.Made, method="POST",
        body=(
            ("kind", "string", "One of the kinds below."),
            ("targets", "array", "Ids of what it is about."),
            ("after", "object", "What is to be; see the kinds below."),
            _SEEN, _WHO,
            ("why", "string", "A reason, kept with the decision."),
        ),
    ),
    Endpoint("/undo", undo, shapes.Made, method="POST", body=_ONE),
    Endpoint("/redo", redo, shapes.Made, method="POST", body=_ONE),
)  # fmt: skip
