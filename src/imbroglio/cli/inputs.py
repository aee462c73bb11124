"""From what stands on the command line to a case: opens one, or reads files into one, and tells what happened."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from imbroglio.cli.options import ABOUT_FILES, AS_READ

if TYPE_CHECKING:
    from imbroglio.case import Case, Standing
    from imbroglio.pipeline import Summary

MOST_FAILURES = 20  # that are told one by one


@contextmanager
def opened(
    inputs: Sequence[str],
    *,
    min_trust: float = 0.0,
) -> Iterator[Standing]:
    """The casefile among the inputs as its review leaves it, or the files of that name read into memory.

    Leaves the command with the summary's exit code, at once when nothing was read, at the end when something failed.
    """
    from imbroglio.case import Case
    from imbroglio.case.case import is_casefile

    if not inputs:
        raise click.UsageError("Give a casefile, or files to read (see --help).")
    if len(inputs) == 1 and ("://" in inputs[0] or is_casefile(inputs[0])):
        code = 0
        case = Case.open(inputs[0], create=False)
    else:
        summary = read_files(inputs)
        case, code = summary.case, summary.exit_code
    context = click.get_current_context()
    with case:
        if code == 2:
            context.exit(code)
        yield standing(case, min_trust)
    if code:
        context.exit(code)


def read_files(
    inputs: Sequence[str],
    *,
    case: Case | None = None,
    again: bool = False,
) -> Summary:
    """Reads files into the case, as `about_files` was told; progress, warnings and failures go to standard error."""
    from imbroglio import pipeline

    with _progress() as progress, _warnings_told():
        summary = pipeline.read(
            inputs,
            case=case,
            again=again,
            progress=progress,
            **click.get_current_context().meta.get(ABOUT_FILES, {}),
        )
    for error in summary.failed[:MOST_FAILURES]:
        click.echo(f"imbroglio: {error}", err=True)
    if more := summary.failed[MOST_FAILURES:]:
        reasons = ", ".join(f"{n} {reason}" for reason, n in Counter(e.reason for e in more).most_common())
        click.echo(f"imbroglio: … and {len(more)} more ({reasons})", err=True)
    if summary.failed or case is not None:
        click.echo(told(summary), err=True)
    return summary


def told(summary: Summary) -> str:
    """The summary in one line."""
    parts = [f"{count(len(summary.read), 'document')} read, {count(summary.claims, 'claim')} found"]
    if summary.known:
        parts.append(f"{len(summary.known)} known already")
    if summary.failed:
        parts.append(f"{len(summary.failed)} not read")
    return "; ".join(parts)


def standing(case: Case, min_trust: float) -> Standing:
    """What of the case counts: as its review leaves it, or with `--as-read` as it was read."""
    from imbroglio.case import Standing

    return Standing(case, as_read=click.get_current_context().meta.get(AS_READ, False), min_trust=min_trust)


def count(n: int, noun: str) -> str:
    """ "1 claim", "2,000 claims"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


@contextmanager
def _progress() -> Iterator[Callable[[Summary], None] | None]:
    """A line that counts, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading …") as status:
        yield lambda summary: status.update(f"reading … {told(summary)}")


@contextmanager
def _warnings_told() -> Iterator[None]:
    """What was not quite as it should be, in one line each."""
    from imbroglio.documents import DocumentWarning

    def tell(
        message: Warning | str, category: type[Warning], filename: str, lineno: int,
        file: TextIO | None = None, line: str | None = None,
    ) -> None:  # fmt: skip
        click.echo(f"imbroglio: {message}", err=True)

    with warnings.catch_warnings():
        warnings.simplefilter("always", DocumentWarning)
        warnings.showwarning = tell
        yield
