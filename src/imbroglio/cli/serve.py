"""`imbroglio serve` and `imbroglio export`: the explorer in a browser, and as a file that opens in one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.options import example

if TYPE_CHECKING:
    from imbroglio.case import Case


@click.command(
    epilog=example(
        "imbroglio serve aleppo.case",
        "imbroglio serve aleppo.case --port 9000 --who maria",
        "imbroglio serve aleppo.case --host 0.0.0.0 --name newsroom.example.org",
        "imbroglio read examples/20*.md --serve",
    )
)
@click.argument("casefile", metavar="CASE", envvar="IMBROGLIO_CASE")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Listen here; 0: any port."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen on this address.")
@click.option("--name", "names", multiple=True, help="Another name the server is asked for by; repeatable.")
@click.option("--token", envvar="IMBROGLIO_TOKEN", help="Ask for this token; on any address but loopback one is made.")
@click.option("--who", help="Sign decisions by this name where the page gives none.  [default: your user name]")
@click.option("--read-only", is_flag=True, help="Take no decisions.")
def serve(casefile: str, who: str | None, **options: Any) -> None:
    """See, doubt and correct a case in the browser.

    Matrix, findings, ties, actors, documents, graph and map over the casefile, and the review that keeps every
    decision. Only this machine reaches it, unless --host says otherwise; then the printed address carries a token.
    Ctrl-C ends it.
    """
    from imbroglio.case import Case

    with Case.open(casefile, create=False) as case:
        if who:
            case.review.who = who
        explore(case, **options)


def explore(case: Case, **options: Any) -> None:
    """Serves the case and prints the address to open."""
    from imbroglio.web.server import serve as run

    def ready(address: str) -> None:
        click.echo(f"Explorer at {address} (Ctrl-C ends it)", err=True)

    run(case, ready=ready, **options)


@click.command(
    epilog=example(
        "imbroglio export aleppo.case --html aleppo.html",
        "imbroglio read reports/ --case kivu.case && imbroglio export kivu.case --html kivu.html",
    )
)
@click.argument("casefile", metavar="CASE", envvar="IMBROGLIO_CASE")
@click.option("--html", "file", metavar="FILE", required=True, help="Write this file; one that is there is replaced.")
def export(casefile: str, file: str) -> None:
    """Write the explorer of a case as one HTML file.

    It opens in any browser by a double click, without a server or a network, and asks for nothing: to send along with a
    report, to keep, to read on the road. All views, filters and links work as they do in imbroglio serve; decisions
    can be looked at, not taken. The file holds the whole case: texts of the documents, claims, notes and decisions
    with the names of who took them. Paths of this machine are left out. Cases of up to 50,000 claims fit.
    """
    from imbroglio.case import Case
    from imbroglio.web.offline import export_html

    with Case.open(casefile, create=False) as case, _counting() as progress:
        size = export_html(case, file, progress)
    click.echo(f"{file}: the explorer of {casefile}, {size / 1e6:,.1f} MB; open it in a browser", err=True)


@contextmanager
def _counting() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, of: bar.update(task, description=what, completed=done, total=of)
