"""The application: the API and the pages over one case."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from imbroglio.case import Case
from imbroglio.errors import CaseError, ConflictError, DecisionError
from imbroglio.outputs.csv import to_csv
from imbroglio.outputs.footnotes import FORMATS, footnotes
from imbroglio.outputs.jsonl import to_json
from imbroglio.web import openapi
from imbroglio.web.api.asking import asked
from imbroglio.web.api.declare import Endpoint
from imbroglio.web.api.endpoints import ENDPOINTS
from imbroglio.web.book import Book, Shelf
from imbroglio.web.offline.route import export_route
from imbroglio.web.pages import page_routes
from imbroglio.web.paths import Segments, in_path
from imbroglio.web.problems import AskedWrongly, problem
from imbroglio.web.security import LOOPBACK, Guard
from imbroglio.web.views.review import told

MEDIA = {
    "csv": "text/csv",
    "markdown": "text/markdown",
    "bibtex": "application/x-bibtex",
    "csl-json": "application/json",
}
ENDINGS = {"csv": "csv", "markdown": "md", "bibtex": "bib", "csl-json": "json"}


def make_app(
    case: Case, *, token: str | None = None, hosts: Iterable[str] = LOOPBACK, read_only: bool = False
) -> Starlette:
    """The explorer of a case. Whoever can reach it may decide, unless it is `read_only`."""
    shelf = Shelf(case, read_only)
    routes: list[BaseRoute] = [_route(endpoint, shelf) for endpoint in ENDPOINTS]
    routes += [Route("/api/openapi.json", lambda _: JSONResponse(openapi.description())), export_route(shelf)]
    routes += page_routes(shelf)
    guard = [
        Middleware(Guard, hosts=tuple(hosts), token=token),
        Middleware(GZipMiddleware, minimum_size=2000, compresslevel=5),
        Middleware(Segments),
    ]
    app = Starlette(routes=routes, middleware=guard, exception_handlers={HTTPException: _told, Exception: _failed})
    app.state.shelf = shelf
    return app


def _route(endpoint: Endpoint, shelf: Shelf) -> Route:
    answer = _writing(endpoint, shelf) if endpoint.method == "POST" else _reading(endpoint, shelf)
    return Route(f"/api{endpoint.path}", answer, methods=[endpoint.method], name=endpoint.answer.__name__)


def _reading(endpoint: Endpoint, shelf: Shelf) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_answered, endpoint, shelf, request)

    return answer


def _answered(endpoint: Endpoint, shelf: Shelf, request: Request) -> Response:
    try:
        given = [pair for pair in request.query_params.multi_items() if pair[0] != "format"]
        form = request.query_params.get("format", "json")
        if form not in ("json", *endpoint.formats):
            raise AskedWrongly(f"format cannot be {form[:40]!r}; choose one of json, {', '.join(endpoint.formats)}")
        values = asked(endpoint, given) | in_path(request)
        book = shelf.book()
        tag = f'"{book.tag}"'
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_kept(tag))
        return _formatted(endpoint, book, values, form, tag)
    except AskedWrongly as error:
        return problem(error.status, str(error))
    except CaseError as error:
        return problem(HTTPStatus.NOT_FOUND, str(error))


def _formatted(endpoint: Endpoint, book: Book, values: dict[str, Any], form: str, tag: str) -> Response:
    name = endpoint.path.strip("/").split("/")[0]
    if form in FORMATS:
        about = endpoint.sources or _all
        text = footnotes(about(book, **values), book.documents, form)
    else:
        made = endpoint.answer(book, **values)
        if form == "json":
            return Response(to_json(made), media_type="application/json", headers=_kept(tag))
        assert endpoint.table is not None
        text = to_csv(endpoint.table(made))
    saved = {"Content-Disposition": f'attachment; filename="{name}.{ENDINGS[form]}"'}
    return Response(text, media_type=f"{MEDIA[form]}; charset=utf-8", headers=_kept(tag) | saved)


def _all(book: Book, **values: Any) -> list[Any]:
    return book.claims_at(book.select(values["query"]).tolist())


def _kept(tag: str) -> dict[str, str]:
    """An answer holds until the case changes: the browser asks whether it has."""
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


def _writing(endpoint: Endpoint, shelf: Shelf) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        if shelf.read_only:
            return problem(HTTPStatus.FORBIDDEN, "this explorer is read-only")
        try:
            body = json.loads(await request.body())
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            return problem(HTTPStatus.BAD_REQUEST, "the body must be a JSON object")
        return await run_in_threadpool(_written, endpoint, shelf, body)

    return answer


def _written(endpoint: Endpoint, shelf: Shelf, body: dict[str, Any]) -> Response:
    try:
        made = endpoint.answer(shelf, body)
    except ConflictError as error:
        book = shelf.book()
        more = {"log": book.view.log, "since": told(book, error.since), "yours": body}
        return problem(HTTPStatus.CONFLICT, str(error), more)
    except DecisionError as error:
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    except CaseError as error:
        return problem(HTTPStatus.NOT_FOUND, str(error))
    return Response(to_json(made), HTTPStatus.CREATED, {"Cache-Control": "no-store"}, "application/json")


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = (
        f"there is nothing at {request.url.path[:200]}" if error.status_code == HTTPStatus.NOT_FOUND else error.detail
    )
    return problem(error.status_code, detail)


def _failed(_: Request, error: Exception) -> Response:
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, f"the explorer failed ({type(error).__name__}); please report this"
    )
