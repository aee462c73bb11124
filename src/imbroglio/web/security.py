"""What every request must be, and what every answer says about itself.

The server is meant for one machine: only names it is known by are answered (against DNS rebinding), writes come from
its own pages (Origin and Sec-Fetch-Site, against cross-site requests), and where it can be reached from elsewhere a
token is asked for. The policy lets nothing run or load but the server's own files: OWASP, "Content Security Policy
Cheat Sheet".
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imbroglio.web.problems import problem

LOOPBACK = ("localhost", "127.0.0.1", "::1")
COOKIE = "imbroglio"
LARGEST = 256 * 1024  # bytes of a request's body
LONGEST = 8 * 1024  # characters of an address

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Lets through what may pass, and puts the headers on every answer, refusals too.

    `hosts` are the names under which the server answers; `token`, if there is one, must come as `Authorization:
    Bearer`, as a cookie, or once as `?token=` in the address, which sets the cookie and is taken out of the address.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOOPBACK, token: str | None = None) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            await refusal(scope, receive, sealed)
        else:
            await self._app(scope, receive, sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        name = (urlsplit(f"//{host}").hostname or "").casefold() if _plain(host) else ""
        if name not in self._hosts:
            return problem(HTTPStatus.MISDIRECTED_REQUEST, f"this server is not known as {name[:80]!r}; see --host")
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            return problem(HTTPStatus.REQUEST_URI_TOO_LONG, f"an address has at most {LONGEST} characters")
        if self._token and not self._knows(headers):
            return self._introduced(scope) or problem(
                HTTPStatus.UNAUTHORIZED, "open the address that `imbroglio serve` printed: it carries the token"
            )
        if scope["method"] not in ("GET", "HEAD"):
            return _foreign(headers, host) or _too_large(headers)
        return None

    def _knows(self, headers: Headers) -> bool:
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return any(self._right(given) for given in (bearer, cookie))

    def _right(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())

    def _introduced(self, scope: Scope) -> Response | None:
        """A first visit with the token in the address: a cookie, and the same address without it."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] != "GET" or not any(name == "token" and self._right(value) for name, value in asked):
            return None
        rest = urlencode([(name, value) for name, value in asked if name != "token"])
        path = "/" + scope["path"].lstrip("/\\")  # never another host
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, HTTPStatus.SEE_OTHER)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict")
        return answer


def _plain(host: str) -> bool:
    return bool(host) and not any(c in host for c in "/\\@?# \t")


def _foreign(headers: Headers, host: str) -> Response | None:
    """A write that does not come from this server's own pages (or from a program that is no browser)."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if (origin and urlsplit(origin).netloc.casefold() != host.casefold()) or (site and site != "same-origin"):
        return problem(HTTPStatus.FORBIDDEN, "decisions are taken in the explorer's own pages, not from other sites")
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send application/json")
    return None


def _too_large(headers: Headers) -> Response | None:
    length = headers.get("content-length", "")
    if not length.isdigit():
        return problem(HTTPStatus.LENGTH_REQUIRED, "say how long the body is (Content-Length)")
    if int(length) > LARGEST:
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a body has at most {LARGEST:,} bytes")
    return None
