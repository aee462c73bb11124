"""The `imbroglio` command itself: its verbs, and how errors made on purpose are told."""

from __future__ import annotations

from typing import Any

import click

from imbroglio import __version__
from imbroglio.cli import chains, evaluate, factions, graphs, look, quotes, read, serve, why
from imbroglio.cli.questions import compare, findings, routes, rules, timeline, whatif
from imbroglio.cli.review.command import review
from imbroglio.errors import ImbroglioError


class Told(click.ClickException):
    """A deliberate error: its message alone, and 2 for an exit code."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"imbroglio: {self.format_message()}", err=True)


class Commands(click.Group):
    """A group whose commands stand in the order of use and never show a traceback for an error made on purpose."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ImbroglioError as error:
            raise Told(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nimbroglio: stopped; the case keeps the documents read so far", err=True)
            ctx.exit(130)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  imbroglio read examples/20*.md    Every command explains itself:  imbroglio why --help",
)
@click.version_option(__version__, message="imbroglio %(version)s")
def commands() -> None:
    """Reads reports about a conflict: who backs, arms and fights whom, where, when, according to whom, and where it
    stops adding up.

    FILES are text, Markdown, HTML or JSON lines, folders of them, or - for standard input. A CASE is a file that keeps
    what was read; nearly every command takes either.

    Exit code: 0 all documents were read, 1 some were not, 2 none was or the command was wrong.
    """


for _command in (
    read.read,
    serve.serve,
    review,
    serve.export,
    look.brief,
    look.claims,
    why.why,
    findings.findings,
    chains.chains,
    routes.routes,
    rules.rules,
    timeline.timeline,
    compare.compare,
    whatif.whatif,
    factions.factions,
    look.actors,
    quotes.quotes,
    graphs.balance,
    graphs.census,
    evaluate.evaluate,
):
    commands.add_command(_command)
