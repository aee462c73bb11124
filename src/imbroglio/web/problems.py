"""Errors as problem documents (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

TYPE = "application/problem+json"


class AskedWrongly(Exception):
    """A request that cannot be answered as it is; `status` says in which way."""

    def __init__(self, detail: str, status: int = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(detail)
        self.status = status


def problem(status: int, detail: str, more: Mapping[str, Any] | None = None) -> JSONResponse:
    """The problem as an answer. Its title is the status's own; `detail` says what was wrong and what to do."""
    found = HTTPStatus(status)
    body = {"type": "about:blank", "title": found.phrase, "status": status, "detail": detail, **(more or {})}
    return JSONResponse(body, status, {"Cache-Control": "no-store"}, TYPE)
