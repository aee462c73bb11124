"""`imbroglio eval`: the score card."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.options import example, min_trust
from imbroglio.evaluation.corpora import CORPORA

if TYPE_CHECKING:
    from imbroglio.evaluation import Gold

GROUPS = ("relation", "construction", "phenomenon", "document")


@click.command(
    "eval",
    epilog=example(
        "imbroglio eval gold/dev",
        "imbroglio eval gold/dev --by relation --by construction",
        "imbroglio eval gold/dev --errors",
        "imbroglio eval gold/dev --list attachment",
        "imbroglio eval gold/dev --claims theirs.jsonl --format json",
        "imbroglio eval corpora/re3d --corpus re3d",
    ),
)
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option("--corpus", type=click.Choice(sorted(CORPORA)), help="GOLD is a copy of this corpus, not a gold folder.")
@click.option(
    "--claims", "claims_file", type=click.Path(path_type=Path), metavar="FILE",
    help="Score these claims (JSON lines of `imbroglio read`, or another program's) and read nothing.",
)  # fmt: skip
@click.option("--by", multiple=True, type=click.Choice(GROUPS), help="Scores by this; may be given again.")
@click.option("--errors", is_flag=True, help="Group missed, false and inexact claims by cause, the biggest first.")
@click.option("--list", "listed", metavar="CAUSE", help="Print each error of this cause with the text around it.")
@click.option("--bootstrap", "draws", type=click.IntRange(0, 100_000), default=1000, show_default=True, metavar="N",
              help="Draws for the 95 % intervals; 0 for none.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=7, show_default=True, help="Of the draws.")
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
              help="Read with N processes.")  # fmt: skip
@click.option("--format", "-f", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="What to print.")  # fmt: skip
@min_trust
def evaluate(
    gold: Path,
    corpus: str | None,
    claims_file: Path | None,
    by: tuple[str, ...],
    errors: bool,
    listed: str | None,
    draws: int,
    seed: int,
    processes: int,
    form: str,
    min_trust: float,
) -> None:
    """Hold what the reader finds against what people labelled.

    GOLD is a folder with documents.jsonl and claims.jsonl. The card has precision, recall and F1 of the claims (strict:
    the relation itself; sign: its class), how often the attributes of found claims are right, what firmness, polarity,
    tense and place were taken for, how often a claim is found where there is none, and whether trust is what it says.
    Intervals come from drawing documents again (bootstrap). Label text of your own: docs/evaluation.md.
    """
    if claims_file and (errors or listed or corpus):
        raise click.UsageError("--errors, --list and --corpus look into the reader itself: leave out --claims.")
    if corpus:
        if errors or listed or by:
            raise click.UsageError("--errors, --list and --by are for gold folders: leave out --corpus.")
        _show_corpus(gold, corpus, form, draws, seed)
        return
    from imbroglio.evaluation import load_gold

    loaded = load_gold(gold)
    if errors or listed:
        _show_errors(loaded, listed, form, min_trust)
        return
    from imbroglio.evaluation import ScoreCard, load_claims, read_gold, render, trust_of

    if claims_file:
        found = load_claims(claims_file)
    else:
        with _counting(len(loaded.documents)) as progress:
            found = read_gold(loaded, processes=processes, progress=progress)
    card = ScoreCard.of(loaded, [claim for claim in found if trust_of(claim) >= min_trust])
    data = render.as_data(card, draws, seed)
    _print(data if form == "json" else render.as_tables(data, by or ("relation",)))


def _show_errors(gold: Gold, listed: str | None, form: str, min_trust: float) -> None:
    from imbroglio.evaluation import causes, render

    known = [cause for meanings in causes.CAUSES.values() for cause in meanings]
    if listed is not None and listed not in known:
        raise click.BadParameter(
            f"{listed!r} is no cause; causes are {', '.join(dict.fromkeys(known))}.", param_hint="--list"
        )
    with _counting(len(gold.documents)) as progress:
        found = list(causes.errors(gold, min_trust=min_trust, progress=progress))
    if listed is not None:
        found = [error for error in found if error.cause == listed]
    if form == "json":
        _print([asdict(error) for error in found])
    elif listed is not None:
        from imbroglio.outputs.tables import clean

        for error in found:
            click.echo(clean(f"{error.kind}  {error.document}: {error.claim}") + f"\n    {clean(error.text)}")
    else:
        rows = [[kind, cause, str(n), meaning] for kind, cause, n, meaning in causes.table(found)]
        _print(render.table(["", "cause", "claims", "meaning"], rows))


def _show_corpus(folder: Path, corpus: str, form: str, draws: int, seed: int) -> None:
    from imbroglio.evaluation import corpora, render

    with _counting(None) as progress:
        measured = corpora.measure(corpus, folder, progress)
    if form == "json":
        _print({label: measure.as_data(draws, seed) for label, measure in measured.items()})
    else:
        _print(render.table(["what", "score", "95 % interval", "cases"], render.as_rows(measured, draws, seed)))


def _print(what: Any) -> None:
    from imbroglio.outputs.jsonl import to_json

    click.echo((what if isinstance(what, str) else to_json(what, indent=2)).rstrip("\n"))


@contextmanager
def _counting(total: int | None) -> Iterator[Callable[[int], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda done: bar.update(task, completed=done)
