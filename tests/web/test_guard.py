"""Who may ask, what every answer says about itself, and that other people's words stay words."""

from __future__ import annotations

import csv
import io
import re
import socket
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from imbroglio.case import Case
from imbroglio.model import Actor, Claim, Document, Name, Party, Reading, Relation, Span, Speaker
from imbroglio.web.pages import VIEWS
from imbroglio.web.server import ServeError, address, loopback, serve
from tests.web.conftest import client

ASKED_WRONGLY: list[tuple[str, int, str]] = [
    ("/api/nothing", 404, "there is nothing at /api/nothing"),
    ("/nothing", 404, "there is nothing"),
    ("/api/claims/nothing", 404, "has no claim"),
    ("/api/findings/nothing", 404, "has no finding"),
    ("/api/documents/a%2F..%2Fb", 404, "has no document 'a/../b'"),
    ("/api/documents/%ff", 404, "has no document"),
    ("/api/actors/nobody", 404, "has no actor"),
    ("/api/tie/nobody/else", 404, "has no actor"),
    ("/api/chains/nobody/else", 404, "has no actor"),
    ("/api/matrix?foo=1", 400, "'foo' is no parameter here"),
    ("/api/matrix?level=moon", 400, "level cannot be 'moon'"),
    ("/api/matrix?level=state&level=actor", 400, "given 2 times"),
    ("/api/matrix?rows=0", 400, "between 1 and 300"),
    ("/api/matrix?rows=many", 400, "a whole number"),
    ("/api/matrix?trust=nan", 400, "between 0 and 1"),
    ("/api/matrix?since=2020-13-01", 400, "YYYY-MM-DD"),
    ("/api/matrix?background=maybe", 400, "true or false"),
    ("/api/matrix?relation=hugs", 400, "choose one of arms"),
    ("/api/matrix?format=pdf", 400, "choose one of json, csv"),
    ("/api/matrix?theatre=" + "x" * 501, 400, "longer than 500"),
    ("/api/matrix?" + "&".join(["theatre=x"] * 101), 400, "given 101 times"),
    ("/api/claims?after=-1", 400, "at least 0"),
    ("/api/search?q=" + "x" * 9000, 414, "at most 8192"),
    ("/static/../app.py", 404, ""),
    ("/static/%2e%2e/app.py", 404, ""),
]


@pytest.mark.parametrize(("path", "status", "tells"), ASKED_WRONGLY, ids=lambda value: str(value)[:50])
def test_a_wrong_question_is_told_what_is_wrong(path: str, status: int, tells: str, web: TestClient) -> None:
    answer = web.get(path)
    assert answer.status_code == status
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (body["type"], body["status"]) == ("about:blank", status) and body["title"] and tells in body["detail"]


@pytest.mark.parametrize("path", ["/", "/api/case", "/api/nothing", "/static/css/base.css", "/api/matrix?foo=1"])
def test_every_answer_carries_the_policy(path: str, web: TestClient) -> None:
    headers = web.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_what_has_not_changed_is_not_sent_again(desk: Case) -> None:
    web = client(desk)
    tag = web.get("/api/matrix").headers["etag"]
    again = web.get("/api/matrix", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    web.post("/api/decisions", json={"kind": "accept", "targets": [desk.claims()[0].id], "seen": 0})
    assert web.get("/api/matrix", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8765", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("LOCALHOST", 200), ("evil.example", 421),
        ("localhost.evil.example", 421), ("localhost@evil.example", 421), ("evil.example?localhost", 421), ("", 421),
    ],
)  # fmt: skip
def test_it_answers_only_under_its_own_names(host: str, status: int, web: TestClient) -> None:
    assert web.get("/api/case", headers={"host": host}).status_code == status


JSON = {"content-type": "application/json"}
WRITES: list[tuple[dict[str, str], int]] = [
    (JSON, 422),  # let through: nothing to undo
    ({**JSON, "origin": "http://localhost", "sec-fetch-site": "same-origin"}, 422),
    ({**JSON, "origin": "http://evil.example"}, 403),
    ({**JSON, "origin": "http://localhost:81"}, 403),
    ({**JSON, "origin": "null"}, 403),
    ({**JSON, "sec-fetch-site": "cross-site"}, 403),
    ({**JSON, "sec-fetch-site": "same-site"}, 403),
    ({**JSON, "sec-fetch-site": "none"}, 403),
    ({"content-type": "text/plain"}, 415),
    ({"content-type": "application/x-www-form-urlencoded"}, 415),
    ({}, 415),
    ({**JSON, "content-length": "300000"}, 413),
    ({**JSON, "content-length": "many"}, 411),
]


@pytest.mark.parametrize(("headers", "status"), WRITES, ids=str)
def test_writes_come_from_its_own_pages(headers: dict[str, str], status: int, office: TestClient) -> None:
    assert office.post("/api/undo", content=b'{"seen": 0}', headers=headers).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(method: str, office: TestClient) -> None:
    assert office.request(method, "/api/decisions", json={}).status_code == 405


def test_a_token_is_asked_for_and_leaves_a_cookie(desk: Case) -> None:
    web = client(desk, token="s3cret")
    for path in ("/", "/api/case", "/static/css/base.css"):
        assert web.get(path).status_code == 401
    assert web.get("/?token=wrong").status_code == 401
    assert web.get("/api/case", headers={"authorization": "Bearer s3cret"}).status_code == 200
    first = web.get("/tie/a/b?level=actor&token=s3cret&theatre=Syria")
    assert (first.status_code, first.headers["location"]) == (303, "/tie/a/b?level=actor&theatre=Syria")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert web.get("/api/case").status_code == 200
    assert (
        client(desk, token="s3cret")
        .get("http://localhost//evil.example/?token=s3cret")
        .headers["location"]
        .startswith("/evil")
    )
    assert client(desk, token="s3cret").post("/api/undo?token=s3cret", json={}).status_code == 401


def test_only_loopback_needs_no_token() -> None:
    assert [loopback(host) for host in ("127.0.0.1", "::1", "localhost", "127.8.8.8")] == [True] * 4
    assert [loopback(host) for host in ("0.0.0.0", "::", "192.0.2.1", "example.org")] == [False] * 4
    assert (
        address("::1", 80, None) == "http://[::1]:80/" and address("h.example", 1, "t") == "http://h.example:1/?token=t"
    )


def test_a_taken_port_is_told(desk: Case) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ServeError, match="another --host or --port"):
        serve(desk, port=taken.getsockname()[1])


EVIL = (
    "<script>alert(1)</script>", "<svg onload=alert(1)>", "\" onmouseover='alert(1)' x=\"",
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}} ${7*7} {%raw%}", "‮gnp.exe", "=HYPERLINK(\"http://evil.example\")", "x" * 50_000, "javascript:alert(1)",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile() -> Case:
    """Every payload as a name, title, outlet, speaker, place, address and id."""
    case = Case.memory()
    for number, evil in enumerate(EVIL):
        text = f"{evil} arms {evil} there."
        one, cue = Span(0, len(evil)), Span(len(evil) + 1, len(evil) + 5)
        two = Span(cue.end + 1, cue.end + 1 + len(evil))
        id = f"{number}/{evil[:100]}"
        actors = (Actor(id, evil, names=(Name(evil),)), Actor(f"{id}-2", f"{evil} two"))
        claim = Claim(
            id, Party(id, evil, one, evil), Relation.ARMS, Party(f"{id}-2", evil, two), Span(0, two.end), cue,
            place=evil, said_by=(Speaker(evil),), via=evil, construction=evil,
        )  # fmt: skip
        case.add(
            Document(id, text, str(number), evil, None, evil, f"javascript:{evil}"),
            Reading(id, (claim,), actors=actors),
        )
    return case


def test_ids_of_any_kind_lead_to_their_pages(hostile: Case) -> None:
    web = client(hostile)
    for claim in hostile.claims():
        one, other = (quote(party.actor, safe="") for party in (claim.subject, claim.object))
        for path in (f"tie/{one}/{other}", f"actors/{one}", f"documents/{quote(claim.document, safe='')}"):
            assert web.get(f"/api/{path}").status_code == 200, path
        assert web.get(f"/tie/{one}/{other}").status_code == 200


def markup(page: str) -> list[tuple[str, list[str]]]:
    """The elements of a page, each with the names of its attributes."""
    found: list[tuple[str, list[str]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, [n for n, _ in attributes]))  # type: ignore[method-assign]
    parser.feed(page)
    return found


def test_pages_hold_no_markup_but_their_own(hostile: Case) -> None:
    web = client(hostile)
    plain = markup(web.get("/").text)
    for evil in EVIL:
        page = web.get(f"/tie/{quote(evil[:2000], safe='')}/{quote(evil[:2000], safe='')}")
        assert page.status_code == 200 and "text/html" in page.headers["content-type"]
        assert markup(page.text) == plain
    assert set(VIEWS) >= {"/", "/tie/{one}/{other}"}


def test_data_is_never_sent_as_a_page(hostile: Case) -> None:
    web = client(hostile)
    for path in ("matrix", "claims", "findings", "search?q=alert", "documents", "actors", "graph", "queue"):
        answer = web.get(f"/api/{path}")
        assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_tables_and_footnotes_are_safe_to_open(hostile: Case) -> None:
    web = client(hostile)
    for row in csv.reader(io.StringIO(web.get("/api/claims?format=csv").text)):
        assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in row)
    markdown = web.get("/api/claims?format=markdown").text
    assert not re.search(r"(?<!\\)<(script|svg|img)", markdown) and "](javascript:" not in markdown
    assert "javascript:" not in web.get("/api/claims?format=bibtex").text.split("url")[0].split("title")[0]
    assert all("URL" not in row for row in web.get("/api/claims?format=csl-json").json())


def test_a_document_hands_on_web_addresses_only(hostile: Case) -> None:
    rows: list[dict[str, Any]] = client(hostile).get("/api/documents").json()["documents"]
    for row in rows:
        assert client(hostile).get(f"/api/documents/{quote(row['id'], safe='')}").json()["url"] is None
