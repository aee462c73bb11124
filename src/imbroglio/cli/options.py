"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d"])


def example(*lines: str) -> str:
    """An epilog of examples that click leaves as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def formats(*names: str) -> Callable[[F], F]:
    """`--format`, the first name being the default."""
    return click.option(
        "--format", "-f", "form", type=click.Choice(names), default=names[0], show_default=True, help="What to print."
    )


# Where the context keeps, for whoever opens the case, `--as-read`, and what `about_files` asks for.
AS_READ, ABOUT_FILES = "imbroglio.as_read", "imbroglio.about_files"


def min_trust(command: F) -> F:
    """`--min-trust`."""
    return click.option(
        "--min-trust",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="Leave out claims that the reader itself trusts less than X (0 to 1).",
    )(command)


def which_claims(command: F) -> F:
    """`--as-read` and `--min-trust`."""
    as_read = click.option(
        "--as-read",
        is_flag=True,
        expose_value=False,
        callback=_keep_as_read,
        help="Ask the case as it was read, without the decisions of its review.",
    )
    return as_read(min_trust(command))


def _keep_as_read(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[AS_READ] = value


def dismissed(command: F) -> F:
    """`--dismissed`."""
    return click.option("--dismissed", is_flag=True, help="Findings, too, that somebody dismissed in the review.")(
        command
    )


def case_or_files(command: F) -> F:
    """`[CASE | FILES]...`"""
    return click.argument("inputs", nargs=-1, metavar="[CASE | FILES]...", envvar="IMBROGLIO_CASE")(command)


def about_files(command: F) -> F:
    """`--source`, `--published` and `--processes`, for whoever reads files into the case."""
    for option in (
        click.option(
            "--processes", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
            help="Read with N processes.", expose_value=False, callback=_keep_about_files,
        ),
        click.option(
            "--published", type=DAY, metavar="DATE", help="Date (YYYY-MM-DD) of documents that state none.",
            expose_value=False, callback=_keep_about_files,
        ),
        click.option(
            "--source", metavar="OUTLET", help="Outlet of documents that state none.",
            expose_value=False, callback=_keep_about_files,
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def _keep_about_files(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    about = context.meta.setdefault(ABOUT_FILES, {})
    about[parameter.name] = to_day(context, parameter, value) if parameter.type is DAY else value


def to_day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    """What click reads as a date and time, as a day."""
    return value.date() if value else None
