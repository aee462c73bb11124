"""`imbroglio balance` and `imbroglio census`: plain signed edge lists."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from imbroglio.cli.options import example

EDGES = click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
FORM = click.option(
    "--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="What to print.",
)  # fmt: skip
LISTED = 40  # actors of a faction that are named on the terminal


@click.command(epilog=example("imbroglio balance ties.csv", "imbroglio balance ties.csv --time-limit 60 --format json"))
@EDGES
@FORM
@click.option("--time-limit", type=click.FloatRange(0.1), default=20.0, show_default=True, metavar="SECONDS",
              help="Then the best split so far and a valid bound are printed.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of the search by chance.")
def balance(file: Path, form: str, time_limit: float, seed: int) -> None:
    """Two factions that contradict the fewest ties, with a proof.

    FILE.csv has the columns source, target, sign (+ or -) and, if you like, weight (above 0, else 1); parallel ties add
    up, direction does not count. The frustration index is the least weight of ties that contradict a split into two
    factions: friends in different ones, enemies in the same. It is proven where no split can do better; when the time
    is up, the lower bound says how much better one could be.
    """
    from imbroglio.analysis.balance import balance as solve
    from imbroglio.graph.signed import read_edges

    found = solve(read_edges(file), seconds=time_limit, seed=seed)
    first, second = (sorted(map(str, faction)) for faction in found.factions)
    if form == "json":
        _json(
            frustration=found.frustration, lower_bound=found.lower_bound, proven=found.proven,
            factions=[first, second], frustrated=[list(map(str, tie)) for tie in found.frustrated],
            optimal_splits=found.optimal_splits, bound_from=found.source, seconds=round(found.seconds, 3),
        )  # fmt: skip
        return
    graph = found.graph
    click.echo(f"{graph.actors:,} actors, {len(graph):,} ties, {int((graph.weight < 0).sum()):,} of them negative")
    proof = "proven" if found.proven else f"not proven: at least {found.lower_bound:,}"
    click.echo(f"frustration {found.frustration:,} ({proof}; {found.source}; {found.seconds:.1f} s)")
    if found.optimal_splits is not None:
        click.echo(
            "no other split is as good" if found.optimal_splits == 1 else f"{found.optimal_splits} splits are as good"
        )
    for name, faction in (("one side", first), ("the other", second)):
        more = f" … and {len(faction) - LISTED:,} more" if len(faction) > LISTED else ""
        click.echo(f"{name} ({len(faction):,}): {', '.join(faction[:LISTED])}{more}")
    if found.frustrated:
        shown = ", ".join(f"{a} – {b}" for a, b in found.frustrated[:LISTED])
        click.echo(f"contradicted: {shown}{' …' if len(found.frustrated) > LISTED else ''}")


@click.command(epilog=example("imbroglio census ties.csv", "imbroglio census ties.csv --format json"))
@EDGES
@FORM
def census(file: Path, form: str) -> None:
    """Triangles by their number of negative ties.

    FILE.csv as for `imbroglio balance`. Triangles with no or two negative ties are balanced: the friend of a friend is
    a friend, the enemy of an enemy is one too.
    """
    from imbroglio.graph.signed import read_edges
    from imbroglio.graph.signed.census import census as count

    graph = read_edges(file)
    started = time.monotonic()
    found = count(graph)
    seconds = time.monotonic() - started
    if form == "json":
        triangles = {str(k): n for k, n in enumerate(found.triangles)}
        _json(triangles=triangles, total=found.total, balanced=found.balanced, seconds=round(seconds, 3))
        return
    click.echo(f"{graph.actors:,} actors, {len(graph):,} ties, {found.total:,} triangles ({seconds:.1f} s)")
    for negative, n in enumerate(found.triangles):
        click.echo(f"{n:>14,}  with {negative} negative  {'balanced' if negative % 2 == 0 else 'unbalanced'}")
    if found.balanced is not None:
        click.echo(f"{found.balanced:.2%} of the triangles are balanced")


def _json(**what: Any) -> None:
    from imbroglio.outputs.jsonl import to_json

    click.echo(to_json(what, indent=2))
