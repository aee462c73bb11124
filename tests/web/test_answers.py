"""Every address: what it gives has the declared shape, agrees with the other views, and follows the filters."""

from __future__ import annotations

import csv
import io
import json
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from starlette.testclient import TestClient

from imbroglio.case import Case
from imbroglio.web import openapi
from imbroglio.web.api.endpoints import ENDPOINTS
from tests.web.conftest import Ask, client

READS = [endpoint for endpoint in ENDPOINTS if endpoint.method == "GET"]
ALL = ["accepted", "in conflict", "needs work", "rejected", "unreviewed"]


def fits(value: Any, hint: Any, where: str = "answer") -> None:
    """Fails with the place where a value is not of its type."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        hints = get_type_hints(hint)
        assert isinstance(value, dict) and value.keys() == hints.keys(), where
        for name, one in hints.items():
            fits(value[name], one, f"{where}.{name}")
    elif origin in (Union, UnionType):
        kinds = [one for one in inner if one is not NoneType]
        assert (value is None and NoneType in inner) or value is not None, where
        if value is not None:
            fits(value, kinds[0], where)
    elif origin is list:
        assert isinstance(value, list), where
        for number, one in enumerate(value):
            fits(one, inner[0], f"{where}[{number}]")
    elif origin is Literal:
        assert value in inner, where
    elif origin is dict:
        assert isinstance(value, dict), where
    else:
        assert type(value) in ({int, float} if hint is float else {hint}), where


@pytest.fixture(scope="module")
def paths(ask: Ask) -> dict[str, str]:
    """By template, an address of which there is something to tell."""
    matrix = ask("/matrix")
    cell = max(matrix["cells"], key=lambda cell: cell["claims"])
    one, other = (matrix["actors"][cell[side]]["id"] for side in ("row", "column"))
    claim, finding = ask("/claims")["claims"][0], ask("/findings")["findings"][0]
    return {
        "/claims/{id}": f"/claims/{claim['id']}",
        "/findings/{id}": f"/findings/{finding['id']}",
        "/tie/{one}/{other}": f"/tie/{one}/{other}",
        "/actors/{id}": f"/actors/{one}",
        "/documents/{id}": f"/documents/{claim['document']}",
        "/chains/{one}/{other}": f"/chains/{one}/{other}",
        "/search": "/search?q=report",
    }


@pytest.mark.parametrize("endpoint", READS, ids=lambda endpoint: endpoint.path)
def test_answers_have_the_declared_shape(endpoint: Any, web: TestClient, paths: dict[str, str]) -> None:
    response = web.get("/api" + paths.get(endpoint.path, endpoint.path))
    assert response.status_code == 200 and response.headers["content-type"] == "application/json"
    fits(response.json(), endpoint.returns)
    assert any(response.json().values())


@pytest.mark.parametrize("endpoint", READS, ids=lambda endpoint: endpoint.path)
def test_every_format_that_is_declared_is_given_and_no_other(
    endpoint: Any, web: TestClient, paths: dict[str, str]
) -> None:
    path = "/api" + paths.get(endpoint.path, endpoint.path)
    join = "&" if "?" in path else "?"
    for form in ("csv", "markdown", "bibtex", "csl-json", "pdf"):
        response = web.get(f"{path}{join}format={form}")
        assert response.status_code == (200 if form in endpoint.formats else 400), form
        if form in endpoint.formats:
            assert response.headers["content-disposition"].startswith('attachment; filename="')
            assert "charset=utf-8" in response.headers["content-type"]
            if endpoint.path not in ("/decisions",):
                assert response.text


def test_tables_have_a_line_a_row(ask: Ask, web: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(web.get("/api/claims?format=csv&limit=20").text)))
    claims = ask("/claims", limit=20)["claims"]
    assert [row["id"] for row in rows] == [claim["id"] for claim in claims]
    assert rows[0]["subject"] == claims[0]["subject"]["name"]
    cells = list(csv.DictReader(io.StringIO(web.get("/api/matrix?format=csv").text)))
    assert len(cells) == len(ask("/matrix")["cells"])


def test_footnotes_are_of_the_claims_shown(ask: Ask, web: TestClient) -> None:
    assert web.get("/api/claims?format=markdown&limit=7").text.count("\n[^") == 6
    claim = ask("/claims")["claims"][0]
    note = web.get(f"/api/claims/{claim['id']}?format=markdown").text
    assert note.startswith("[^1]: “") and claim["subject"]["words"] in note and "<https://news.example.org/" in note
    (row,) = json.loads(web.get(f"/api/claims/{claim['id']}?format=csl-json").text)
    assert row["type"] == "article-newspaper" and row["title"] == claim["title"]
    assert web.get(f"/api/claims/{claim['id']}?format=bibtex").text.startswith("@article{" + claim["document"])


FILTERS: list[tuple[dict[str, Any], Any]] = [
    ({"firmness": "hedged"}, lambda c: c["firmness"] == "hedged"),
    ({"firmness": ["hedged", "planned"]}, lambda c: c["firmness"] in ("hedged", "planned")),
    ({"relation": ["arms", "fights"]}, lambda c: c["relation"] in ("arms", "fights")),
    ({"klass": "opposes"}, lambda c: c["klass"] == "opposes"),
    ({"outlet": "Northern Courier"}, lambda c: c["outlet"] == "Northern Courier"),
    ({"trust": "0.7"}, lambda c: c["trust"] >= 0.7),
    ({"background": "false"}, lambda c: not c["background"]),
    ({"document": ["report-00003", "report-00005"]}, lambda c: c["document"] in ("report-00003", "report-00005")),
    ({"theatre": "Syria"}, lambda c: c["theatre"] == "Syria"),
    ({"theatre": "yemen"}, lambda c: c["theatre"] == "Yemen"),
    ({"since": "2019-01-01"}, lambda c: c["when"]["until"] is None or c["when"]["until"] >= "2019-01-01"),
    ({"until": "2014-06-30"}, lambda c: c["when"]["since"] is None or c["when"]["since"] <= "2014-06-30"),
    ({"status": "rejected"}, lambda c: False),
    ({"klass": "supports", "firmness": "fact"}, lambda c: c["klass"] == "supports" and c["firmness"] == "fact"),
    ({"theatre": "Atlantis"}, lambda c: False),
]


@pytest.mark.parametrize(("params", "passes"), FILTERS, ids=[str(params) for params, _ in FILTERS])
def test_filters_let_pass_what_they_say_and_nothing_else(params: dict[str, Any], passes: Any, ask: Ask) -> None:
    everything = ask("/claims", limit=500, status=ALL)["claims"]
    found = ask("/claims", limit=500, **params)
    assert {c["id"] for c in found["claims"]} == {c["id"] for c in everything if passes(c)}
    assert found["total"] == len(found["claims"]) < len(everything)


@pytest.mark.parametrize("level", ["actor", "state", "umbrella"])
def test_every_cell_opens_as_many_claims_as_it_counts(level: str, ask: Ask) -> None:
    matrix = ask("/matrix", level=level, rows=20)
    ids = [actor["id"] for actor in matrix["actors"]]
    for cell in matrix["cells"]:
        behind = ask("/claims", level=level, subject=ids[cell["row"]], object=ids[cell["column"]], limit=500)
        assert behind["total"] == cell["claims"]
        signs = {c["sign"] for c in behind["claims"]} - {0}
        assert cell["glyph"] == {(): cell["glyph"], (1,): "+", (-1,): "−", (-1, 1): "±"}[tuple(sorted(signs))]
        assert cell["presupposed"] <= any(c["background"] for c in behind["claims"])


@pytest.mark.parametrize("order", ["faction", "name", "kind", "activity"])
def test_orders_of_the_matrix_show_the_same_actors(order: str, ask: Ask) -> None:
    actors = ask("/matrix", order=order, rows=30)["actors"]
    assert {a["id"] for a in actors} == {a["id"] for a in ask("/matrix", rows=30)["actors"]}
    if order == "faction":
        camps = [2 if a["faction"] is None else a["faction"] for a in actors]
        assert camps == sorted(camps) and {0, 1} <= set(camps)
    elif order == "name":
        assert actors == sorted(actors, key=lambda a: a["name"].casefold())


def test_a_tie_tells_everything_once(ask: Ask, paths: dict[str, str]) -> None:
    tie = ask(paths["/tie/{one}/{other}"])
    ids = {claim["id"] for claim in tie["claims"]}
    assert tie["total"] == len(tie["claims"]) == len(tie["timeline"])
    for part in ("roots", "chains"):
        assert sorted(id for lot in tie[part] for id in lot["claims"]) == sorted(ids)
    assert sum(theatre["claims"] for theatre in tie["theatres"]) == tie["total"]
    assert all(root["why"] for root in tie["roots"])


def test_the_graph_has_the_edges_of_its_nodes(ask: Ask) -> None:
    graph = ask("/graph", nodes=25, edges=80)
    ids = {node["id"] for node in graph["nodes"]}
    assert len(ids) == 25 < graph["total"] and 0 < len(graph["edges"]) <= 80
    assert all({edge["source"], edge["target"]} <= ids for edge in graph["edges"])


def test_pages_of_a_list_join_to_the_whole(ask: Ask) -> None:
    for key in ("claims", "actors", "documents", "findings"):
        whole, after = [], 0
        while after is not None:
            part = ask(f"/{key}", after=after, limit=17)
            whole += [(row["id"], row.get("sentence")) for row in part[key]]
            after = part["next"]
        assert len(whole) == len(set(whole)) == part["total"]


def test_a_document_is_given_in_stretches_that_join_to_its_text(war: Case, ask: Ask) -> None:
    id = max(war.documents(), key=lambda d: len(d.text)).id
    text, start, seen = "", 0, set()
    while start is not None:
        page = ask(f"/documents/{id}", start=start, length=1000)
        assert page["span"] == [start, start + len(page["text"])]
        text, start = text + page["text"], page["next"]
        seen |= {claim["id"] for claim in page["claims"]}
    assert text == war.document(id).text
    assert seen == {claim.id for claim in war.claims(document=id)}


def test_search_finds_actors_documents_claims_and_places(ask: Ask) -> None:
    actor = ask("/actors")["actors"][0]
    assert ask("/search", q=actor["name"].upper())["hits"][0]["id"] == actor["id"]
    assert {hit["kind"] for hit in ask("/search", q=actor["name"])["hits"]} >= {"actor", "claim", "document"}
    assert [hit["url"] for hit in ask("/search", q="syria")["hits"] if hit["kind"] == "place"] == ["/?theatre=Syria"]
    assert ask("/search", q=" ")["hits"] == []


def test_the_description_names_every_address_and_shape(web: TestClient) -> None:
    described = web.get("/api/openapi.json").json()
    assert described == json.loads(json.dumps(openapi.description()))
    assert described["paths"].keys() == {f"/api{endpoint.path}" for endpoint in ENDPOINTS}
    used = {ref.split('"')[0] for ref in json.dumps(described).split("#/components/schemas/")[1:]}
    assert used <= described["components"]["schemas"].keys()


def test_an_empty_case_explains_itself_and_every_view_is_empty() -> None:
    web = client(Case.memory())
    summary = web.get("/api/case").json()
    assert summary["empty"] and "imbroglio read" in summary["explains"]
    for endpoint in READS:
        if "{" not in endpoint.path:
            assert web.get(f"/api{endpoint.path}").status_code == 200, endpoint.path


def test_a_finding_names_the_claims_whose_error_would_resolve_it(ask: Ask) -> None:
    found = ask("/findings")["findings"]
    assert any(one["resolves"] for one in found)
    for one in found:
        sizes = [len(claims) for claims in one["resolves"]]
        assert sizes == sorted(sizes) and all(sizes)
        for short in one["resolves"][0] if one["resolves"] else ():
            claim = ask(f"/claims/{short['id']}")
            assert claim["statement"] == short["statement"]
