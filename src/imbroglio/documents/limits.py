"""How much a document may ask of us; documents are hostile data.

A novel has about half a megabyte of text and a long report of a United Nations panel about one, so that nothing honest
is refused.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from imbroglio.errors import DocumentError

TEXT_BYTES = 2_000_000
"""Largest document, in bytes of its text."""

HTML_BYTES = 20_000_000
"""Largest HTML page, in bytes: pages carry scripts and pictures that never become text."""

LINE_BYTES = 5_000_000
"""Longest line of a JSON lines file, in bytes; the rest of an overlong line is passed over, not kept."""

FRONT_MATTER_CHARS = 64_000
"""Longest front matter of a Markdown file."""

HTML_DEPTH = 200
"""Deepest nesting of elements in an HTML page."""

SECONDS = 60.0
"""Longest time, in seconds of this process's own work, that one document's actors and claims may take."""


@contextmanager
def time_limit(where: str, seconds: float | None = None) -> Iterator[None]:
    """Ends the block with a `DocumentError` (`reader`) after so many seconds of work, by default `SECONDS`.

    Needs a signal, so it does nothing outside the main thread and on systems without interval timers.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    limit = SECONDS if seconds is None else seconds

    def stop(_: int, __: FrameType | None) -> None:
        raise DocumentError(f"takes more than {limit:g} seconds to read; split it", where=where, reason="reader")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
