"""Decisions through the API: they are written, views follow at once, and nobody's is lost."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from imbroglio.case import Case
from tests.web.conftest import Ask, client


def first(office: TestClient, number: int = 0) -> dict[str, Any]:
    claim: dict[str, Any] = office.get("/api/claims?sort=document").json()["claims"][number]
    return claim


@pytest.mark.parametrize(
    ("kind", "status"),
    [("accept", "accepted"), ("reject", "rejected"), ("unsure", "needs work"), ("needs_work", "needs work")],
)
def test_a_vote_gives_the_status(kind: str, status: str, office: TestClient, decide: Ask) -> None:
    claim = first(office)
    made = decide(kind, [claim["id"]], why="read it twice")
    assert made.status_code == 201
    body = made.json()
    assert (body["claims"][0]["status"], body["log"], body["decision"]["who"]) == (status, 1, "ana")
    assert body["decision"]["why"] == "read it twice" and body["version"] != claim
    shown = [c["id"] for c in office.get("/api/claims").json()["claims"]]
    assert (claim["id"] in shown) == (status != "rejected")
    assert [c["id"] for c in office.get("/api/claims", params={"status": status}).json()["claims"]] == [claim["id"]]


START = {
    "background": True,
    "place": "Sorn",
    "trend": "more",
    "firmness": "fact",
    "polarity": "yes",
    "relation": "arms",
}


@pytest.mark.parametrize(
    ("after", "field", "value"),
    [
        ({"relation": "sanctions"}, "relation", "sanctions"),
        ({"place": "Aleppo"}, "place", "Aleppo"),
        ({"place": None, "place_id": None}, "place", None),
        ({"polarity": "no"}, "polarity", "no"),
        ({"firmness": "planned"}, "firmness", "planned"),
        ({"trend": "stop"}, "trend", "stop"),
        ({"via": "Timber"}, "via", "Timber"),
        (
            {"said_by": [{"name": "Ministry", "anonymous": False}]}, "said_by",
            [{"name": "Ministry", "actor": None, "anonymous": False}],
        ),
    ],
)  # fmt: skip
def test_a_correction_shows_and_keeps_what_was_read(
    after: dict[str, Any], field: str, value: Any, office: TestClient, decide: Ask
) -> None:
    decide("correct", [first(office)["id"]], START)
    claim = first(office)
    made = decide("correct", [claim["id"]], after)
    assert made.status_code == 201, made.text
    (now,) = made.json()["claims"]
    assert now["id"] == claim["id"] and now[field] == value
    assert field in now["changed"]


def test_when_can_be_set(office: TestClient, decide: Ask) -> None:
    when = {
        "tense": "past",
        "basis": "stated",
        "start": "2015-01-01",
        "end": "2015-12-31",
        "precise": True,
        "words": "2015",
    }
    (now,) = decide("correct", [first(office)["id"]], {"when": when}).json()["claims"]
    assert {name: now["when"][name] for name in when} == when
    assert (now["when"]["since"], now["when"]["until"]) == ("2015-01-01", "2015-12-31")
    backwards = {**when, "start": "2016-01-01"}
    assert decide("correct", [first(office)["id"]], {"when": backwards}).status_code == 422


def test_swap_turns_the_cell_round(office: TestClient, decide: Ask) -> None:
    claim = first(office)
    (now,) = decide("swap", [claim["id"]]).json()["claims"]
    assert (now["subject"]["id"], now["object"]["id"]) == (claim["object"]["id"], claim["subject"]["id"])
    assert now["changed"] == {"subject": claim["subject"]["id"], "object": claim["object"]["id"]}


def test_merge_rename_split_and_reparent(office: TestClient, decide: Ask) -> None:
    claim = first(office)
    kept, other = claim["subject"]["id"], claim["object"]["id"]
    total = office.get("/api/actors?level=actor").json()["total"]
    assert decide("merge", [kept, other]).status_code == 201
    assert office.get("/api/actors?level=actor").json()["total"] < total
    page = office.get(f"/api/actors/{other}").json()
    assert page["actor"]["id"] == kept and [gone["id"] for gone in page["merged"]] == [other]
    decide("rename", [kept], {"name": "The <b>New</b> Name"})
    assert office.get(f"/api/actors/{kept}").json()["actor"]["name"] == "The <b>New</b> Name"
    decide("undo", [], path="undo")
    decide("undo", [], path="undo")
    assert office.get(f"/api/actors/{other}").json()["actor"]["id"] == other
    new = decide("split", [kept], {"name": "Somebody Else", "claims": [claim["id"]]}).json()["claims"][0]["subject"]
    assert new["name"] == "Somebody Else" and new["id"] == "somebody-else"
    decide("reparent", [new["id"]], {"parent": kept})
    assert [b["actor"]["id"] for b in office.get(f"/api/actors/{new['id']}").json()["wholes"]] == [kept]


def test_a_claim_is_added_by_selecting_words(office: TestClient, desk: Case, decide: Ask) -> None:
    document = desk.documents()[0]
    after = {
        "document": document.id, "relation": "backs", "subject": {"span": [0, 6], "name": "Report Men"},
        "cue": [7, 8], "object": {"span": [10, 14], "id": first(office)["subject"]["id"]},
    }  # fmt: skip
    made = decide("add", [], after)
    assert made.status_code == 201, made.text
    (claim,) = made.json()["claims"]
    assert (claim["added"], claim["status"], claim["subject"]["id"]) == (True, "accepted", "report-men")
    assert claim["id"] in {c["id"] for c in office.get(f"/api/documents/{document.id}").json()["claims"]}
    after["subject"] = {"span": [0, 6], "id": "report-men"}
    assert "already" in decide("add", [], after).json()["detail"]


def test_findings_are_kept_and_dismissed_with_a_note(office: TestClient, decide: Ask) -> None:
    finding = office.get("/api/findings").json()["findings"][0]
    assert decide("dismiss", [finding["id"]], {"note": "two of that name"}).status_code == 201
    now = office.get(f"/api/findings/{finding['id']}").json()
    assert (now["state"], now["note"], now["who"], now["stale"]) == ("dismissed", "two of that name", "ana", False)
    assert finding["id"] not in {f["id"] for f in office.get("/api/findings").json()["findings"]}
    assert decide("keep", ["nonsense"]).status_code == 404


def test_findings_and_matrix_follow_a_rejection_at_once(office: TestClient, decide: Ask) -> None:
    finding = office.get("/api/findings").json()["findings"][0]
    before = office.get("/api/matrix").json()
    side = [claim["id"] for claim in finding["sides"][0]]
    assert decide("reject", side).status_code == 201
    now = {f["id"]: f for f in office.get("/api/findings").json()["findings"]}
    kept = {c["id"] for s in now.get(finding["id"], {"sides": []})["sides"] for c in s}
    assert not kept & set(side)
    assert office.get("/api/matrix").json()["claims"] == before["claims"] - len(side)


def test_an_answer_leaves_the_queue(desk: Case, office: TestClient, decide: Ask) -> None:
    asked = office.get("/api/queue?kind=questions").json()
    if not asked["items"]:
        one, other = (first(office)[side]["id"] for side in ("subject", "object"))
        decide("rename", [one], {"name": f"{desk.review.view().actors[other].name}s"})
        asked = office.get("/api/queue?kind=questions").json()
    question = asked["items"][0]["question"]
    pair = [question["one"]["id"], question["other"]["id"]]
    assert decide("answer", pair, {"answer": "different"}).status_code == 201
    left = [item["question"]["id"] for item in office.get("/api/queue?kind=questions").json()["items"]]
    assert question["id"] not in left


def test_undo_and_redo_are_each_persons_own(office: TestClient, decide: Ask) -> None:
    one, two = first(office)["id"], first(office, 1)["id"]
    decide("accept", [one])
    decide("reject", [two], who="ben")
    assert decide("undo", [], path="undo").json()["claims"][0]["id"] == one
    log = office.get("/api/decisions").json()
    assert (log["can_undo"], log["decisions"][0]["kind"], log["decisions"][2]["active"]) == (None, "undo", False)
    assert decide("redo", [], path="redo").json()["claims"][0]["status"] == "accepted"
    assert decide("redo", [], path="redo").status_code == 422
    assert office.get("/api/decisions?who=ben").json()["total"] == 1


def test_who_looked_at_something_older_is_told_and_nothing_is_lost(office: TestClient, decide: Ask) -> None:
    one, two = first(office)["id"], first(office, 1)["id"]
    decide("accept", [one], who="ben", seen=0)
    assert decide("accept", [two], seen=0).status_code == 201  # about something else
    refused = decide("reject", [one], seen=0)
    body = refused.json()
    assert refused.status_code == 409 and "ben decided about the same thing" in body["detail"]
    assert (body["log"], [d["who"] for d in body["since"]], body["yours"]["targets"]) == (2, ["ben"], [one])
    assert decide("reject", [one], seen=body["log"]).json()["claims"][0]["status"] == "in conflict"


def test_two_servers_over_one_casefile_lose_nothing(tmp_path: Any, desk: Case) -> None:
    path = tmp_path / "shared.case"
    with Case.open(path) as one, Case.open(path) as other:
        for document, reading in zip(desk.documents(), desk.readings(), strict=True):
            one.add(document, reading)
        offices = [client(one), client(other)]
        ids = [c["id"] for c in offices[0].get("/api/claims").json()["claims"]][:8]
        for number, id in enumerate(ids):
            body = {"kind": "accept", "targets": [id], "seen": 0, "who": f"writer {number % 2}"}
            assert offices[number % 2].post("/api/decisions", json=body).status_code == 201
        for office in offices:
            assert office.get("/api/case").json()["statuses"]["accepted"] == 8


FAR = {"subject": {"span": [0, 10**9], "name": "x"}}
BAD: list[tuple[dict[str, Any], int, str]] = [
    ({"seen": 0}, 422, "kind"),
    ({"kind": "accept", "seen": None}, 422, "seen"),
    ({"kind": "accept", "seen": "0"}, 422, "seen"),
    ({"kind": "accept", "seen": True}, 422, "seen"),
    ({"kind": "accept", "seen": 7, "targets": ["CLAIM"]}, 422, "seen"),
    ({"kind": "accept"}, 422, "target"),
    ({"kind": "accept", "targets": "x"}, 422, "targets"),
    ({"kind": "accept", "targets": [1]}, 422, "targets"),
    ({"kind": "accept", "targets": ["x"] * 1001}, 422, "targets"),
    ({"kind": "accept", "targets": ["nonsense"]}, 422, "nonsense"),
    ({"kind": "hug", "targets": ["CLAIM"]}, 422, "hug"),
    ({"kind": "undo", "targets": []}, 422, "undo"),
    ({"kind": "accept", "targets": ["CLAIM"], "who": 7}, 422, "who"),
    ({"kind": "accept", "targets": ["CLAIM"], "why": 7}, 422, "why"),
    ({"kind": "accept", "targets": ["CLAIM"], "why": "x" * 10_001}, 422, "why"),
    ({"kind": "correct", "targets": ["CLAIM"]}, 422, "field"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": []}, 422, "after"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"relation": "hugs"}}, 422, "relation"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"trust": 1}}, 422, "trust"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"when": "today"}}, 422, "when"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"when": {"start": 3}}}, 422, "when"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"said_by": [{"x": 1}]}}, 422, "said_by"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"said_by": [{"name": ["x"]}]}}, 422, "speaker"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"said_by": [{"name": "x", "actor": 4}]}}, 422, "said_by"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"subject": "nobody"}}, 422, "nobody"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"background": 1}}, 422, "background"),
    ({"kind": "correct", "targets": ["CLAIM"], "after": {"place": ["x"]}}, 422, "place"),
    ({"kind": "note", "targets": ["CLAIM"], "after": {"text": " "}}, 422, "note"),
    ({"kind": "note", "targets": ["CLAIM"], "after": {"text": ["x"]}}, 422, "note"),
    ({"kind": "merge", "targets": ["SUBJECT"]}, 422, "2"),
    ({"kind": "merge", "targets": ["SUBJECT", "SUBJECT"]}, 422, "one actor already"),
    ({"kind": "rename", "targets": ["SUBJECT"], "after": {"name": ""}}, 422, "name"),
    ({"kind": "reparent", "targets": ["SUBJECT"], "after": {"parent": "SUBJECT"}}, 422, "itself"),
    ({"kind": "reparent", "targets": ["SUBJECT"], "after": {"parent": 3}}, 422, "actor"),
    ({"kind": "split", "targets": ["SUBJECT"], "after": {"name": "x", "claims": []}}, 422, "claims"),
    ({"kind": "split", "targets": ["SUBJECT"], "after": {"name": "x", "claims": [[1]]}}, 422, "claim"),
    ({"kind": "split", "targets": ["SUBJECT"], "after": {"name": "x", "claims": ["CLAIM"], "kind": ""}}, 422, "kind"),
    ({"kind": "answer", "targets": ["SUBJECT", "nobody"], "after": {"answer": "same"}}, 422, "nobody"),
    ({"kind": "add", "after": {"document": "nowhere"}}, 422, "nowhere"),
    ({"kind": "add", "after": {"document": ["x"]}}, 422, "document"),
    ({"kind": "add", "after": {"document": "report-00000", "subject": {"span": [0, 9]}}}, 422, "relation"),
    ({"kind": "add", "after": {"document": "report-00000", "relation": "backs", **FAR}}, 422, "characters"),
    ({"kind": "dismiss", "targets": ["nonsense"]}, 404, "nonsense"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "status", "tells"), BAD, ids=lambda value: str(value)[:80])
def test_what_cannot_be_is_refused_with_the_reason(
    body: dict[str, Any], status: int, tells: str, office: TestClient
) -> None:
    claim = first(office)

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: filled(one) for key, one in value.items()}
        if isinstance(value, list):
            return [filled(one) for one in value]
        known = {"CLAIM": claim["id"], "SUBJECT": claim["subject"]["id"]}
        return known.get(value, value) if isinstance(value, str) else value

    answer = office.post("/api/decisions", json=filled({"seen": 0, **body}))
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert tells in answer.json()["detail"]
    assert office.get("/api/case").json()["log"] == 0


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"nonsense", b"[" * 100_000, b'{"kind": "\xff"}'], ids=lambda b: str(b[:9])
)
def test_a_body_that_is_no_object_is_refused(body: bytes, office: TestClient) -> None:
    answer = office.post("/api/decisions", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400


def test_a_reader_only_reads(desk: Case) -> None:
    web = client(desk, read_only=True)
    assert web.get("/api/case").json()["read_only"] is True
    for path in ("decisions", "undo", "redo"):
        assert web.post(f"/api/{path}", json={"seen": 0}).status_code == 403
    assert desk.log() == 0
