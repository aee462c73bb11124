"""`imbroglio serve`: the explorer in a browser."""

from __future__ import annotations

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
