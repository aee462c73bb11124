"""Runs the explorer: where it listens, under which names it answers, with which token."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from imbroglio.case import Case
from imbroglio.errors import ImbroglioError
from imbroglio.graph import Level
from imbroglio.web.app import make_app
from imbroglio.web.book import Shelf
from imbroglio.web.query import Query
from imbroglio.web.security import LOOPBACK
from imbroglio.web.views.matrix import matrix
from imbroglio.web.views.review import queue
from imbroglio.web.views.summary import summary


class ServeError(ImbroglioError):
    """The explorer cannot listen where it was told to."""


def serve(
    case: Case, *, host: str = "127.0.0.1", port: int = 8765, token: str | None = None, names: Iterable[str] = (),
    read_only: bool = False, ready: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    """Serves the case until interrupted; `ready` is called with the address to open.

    On an address that other machines reach, a token is asked for: the one given, or a new one, which is part of the
    address. `names` are further names under which the server may be asked for. Port 0 takes any that is free.

    Raises:
        ServeError: the address cannot be listened on.
    """
    import uvicorn

    token = token or (None if loopback(host) else secrets.token_urlsafe(24))
    listening = _listen(host, port)
    app = make_app(case, token=token, hosts=(*LOOPBACK, host, *names), read_only=read_only)
    warm(app.state.shelf)
    if ready:
        ready(address(host, listening.getsockname()[1], token))
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    with listening, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: int, token: str | None) -> str:
    """The address to open, with the token if there is one."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")


def warm(shelf: Shelf) -> None:
    """Works out beside the server what the first pages ask for."""

    def work() -> None:
        book = shelf.book()
        summary(book)
        for level in (Query().level, *Level):
            matrix(book, Query(level=level))
        queue(book, Query())
        book.tensions.wait()
        queue(book, Query())

    threading.Thread(target=work, name="warm", daemon=True).start()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()  # who comes before the first page can be served waits, and is not refused
    except OSError as error:
        raise ServeError(f"{host}:{port}: {error.strerror or error}; give another --host or --port") from error
    return listening
