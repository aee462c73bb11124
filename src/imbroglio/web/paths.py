"""Ids in paths. An id may hold anything, slashes too: it comes percent-encoded and is one segment."""

from __future__ import annotations

from urllib.parse import unquote

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send


class Segments:
    """Has routes found in the path as it was sent, before anything in it is decoded."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (raw := scope.get("raw_path")):
            scope = {**scope, "path": raw.partition(b"?")[0].decode("latin-1")}
        await self._app(scope, receive, send)


def in_path(request: Request) -> dict[str, str]:
    """The ids of a path."""
    return {name: unquote(value) for name, value in request.path_params.items()}
