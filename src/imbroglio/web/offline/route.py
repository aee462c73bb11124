"""The file as the served explorer gives it: `/export.html`."""

from __future__ import annotations

import re
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from imbroglio.web.book import Shelf
from imbroglio.web.offline.export import ExportError, explorer_html
from imbroglio.web.offline.snapshot import name
from imbroglio.web.problems import problem


def export_route(shelf: Shelf) -> Route:
    """Where a page saves all of the explorer."""

    def answer(_: Request) -> Response:
        book = shelf.book()
        try:
            made = explorer_html(book)
        except ExportError as error:
            return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(error))
        file = re.sub(r"[^\w.-]+", "-", name(book).removesuffix(".case"), flags=re.ASCII)
        headers = {"Content-Disposition": f'attachment; filename="{file}.html"', "Cache-Control": "no-store"}
        return Response(made, media_type="text/html", headers=headers)

    return Route("/export.html", answer, name="export")
