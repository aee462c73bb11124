"""The explorer over a case made by dice, without a network: requests go straight to the application."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from benchmarks.generated import fill
from imbroglio.case import Case
from imbroglio.web import make_app

ADDRESS = "http://localhost"
Ask = Callable[..., Any]


def client(case: Case, address: str = ADDRESS, **options: Any) -> TestClient:
    """A browser without a page: no Origin, no Sec-Fetch."""
    return TestClient(make_app(case, **options), base_url=address, follow_redirects=False)


@pytest.fixture(scope="session")
def war() -> Case:
    """About 350 claims; nobody decides anything in it."""
    return fill(Case.memory(), documents=40, actors=60)


@pytest.fixture(scope="session")
def web(war: Case) -> TestClient:
    return client(war)


@pytest.fixture(scope="session")
def ask(web: TestClient) -> Ask:
    """The answer to a question, as data."""

    def answer(path: str, **params: Any) -> Any:
        response = web.get(f"/api{path}", params=params)
        assert response.status_code == 200, response.text
        return response.json()

    return answer


@pytest.fixture
def desk() -> Case:
    """A small case to decide in."""
    case = fill(Case.memory(), documents=4, actors=30, claims=6)
    case.review.who = "ana"
    return case


@pytest.fixture
def office(desk: Case) -> TestClient:
    return client(desk)


@pytest.fixture
def decide(office: TestClient) -> Ask:
    """Takes a decision as a page does; what came back."""

    def send(
        kind: str, targets: list[str], after: dict[str, Any] | None = None, path: str = "decisions", **more: Any
    ) -> Any:
        seen = more.pop("seen", None)
        seen = office.get("/api/case").json()["log"] if seen is None else seen
        body = {"kind": kind, "targets": targets, "after": after or {}, "seen": seen, **more}
        return office.post(f"/api/{path}", json=body)

    return send
