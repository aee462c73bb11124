"""The pages: one template a view; what they show comes from the API."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from imbroglio import __version__
from imbroglio.web.book import Shelf
from imbroglio.web.paths import in_path

HERE = Path(__file__).parent
VIEWS = {
    "/": "matrix",
    "/findings": "findings",
    "/tie/{one}/{other}": "tie",
    "/actors": "actors",
    "/actor/{id}": "actor",
    "/documents": "documents",
    "/document/{id}": "document",
    "/graph": "graph",
    "/chains": "chains",
    "/map": "map",
    "/review": "review",
    "/search": "search",
}
SHEETS = (
    "tokens", "base", "controls", "signs", "claim", "filters", "dialog", "document", "review", "search", "matrix",
    "findings", "tie", "actor", "timeline", "side", "flow", "graph", "map",
)  # fmt: skip
"""Style sheets in the order in which one overrules the other."""


def page_routes(shelf: Shelf) -> list[BaseRoute]:
    """A route for each view, and the static files."""
    templates = Jinja2Templates(HERE / "templates")
    routes: list[BaseRoute] = [Route(path, _page(view, shelf, templates), name=view) for path, view in VIEWS.items()]
    return [*routes, Mount("/static", StaticFiles(directory=HERE / "static"), name="static")]


def _page(view: str, shelf: Shelf, templates: Jinja2Templates) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        about: dict[str, Any] = {
            "view": view, "params": in_path(request), "release": __version__, "read_only": shelf.read_only,
            "sheets": SHEETS,
        }  # fmt: skip
        return templates.TemplateResponse(request, "page.html", about, headers={"Cache-Control": "no-cache"})

    return answer
