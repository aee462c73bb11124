"""Printing an answer, and options that questions share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TypeVar

import click

from imbroglio.cli.options import DAY, to_day

if TYPE_CHECKING:
    from imbroglio.graph import Selection
    from imbroglio.outputs.brief import Brief

F = TypeVar("F", bound=Callable[..., Any])


def show_answer(form: str, page: Callable[[], Brief], data: Callable[[], Any]) -> None:
    """The answer as a page for people (`table`) or as JSON."""
    if form == "json":
        from imbroglio.outputs.jsonl import to_json

        click.echo(to_json(data(), indent=2))
        return
    from imbroglio.outputs.brief import render_text

    width = get_terminal_size((100, 24)).columns
    click.echo(render_text(page(), width, sys.stdout.isatty()).strip("\n"))


def narrowed(place: str | None, since: date | None, until: date | None) -> Selection:
    """The claims that `--place`, `--since` and `--until` keep; a place that nobody knows is an error."""
    from imbroglio.errors import CaseError
    from imbroglio.graph import PlaceTree, Selection

    if place and not PlaceTree().known(place):
        raise CaseError(f"{place!r} is no place that is known; correct the name, or give a larger place")
    if since and until and until < since:
        raise click.UsageError(f"--until {until} is before --since {since}: exchange them.")
    return Selection(place, since, until)


def narrow(command: F) -> F:
    """`--place`, `--since` and `--until`."""
    for option in (
        day("--until", "until", "Leave out claims that hold only later (YYYY-MM-DD)."),
        day("--since", "since", "Leave out claims that hold only earlier (YYYY-MM-DD)."),
        click.option("--place", metavar="PLACE", help="Only claims said to hold there."),
    ):
        command = option(command)
    return command


def day(name: str, parameter: str, help: str) -> Callable[[Any], Any]:
    """An option whose value is a day."""
    return click.option(name, parameter, type=DAY, callback=to_day, metavar="DATE", help=help)
