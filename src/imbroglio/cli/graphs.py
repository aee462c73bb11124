"""`imbroglio balance` and `imbroglio census`: plain signed edge lists."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.options import example, formats

if TYPE_CHECKING:
    from imbroglio.analysis.balance import Balance, Division
    from imbroglio.graph.signed import SignedGraph

EDGES = click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
LISTED = 40  # actors of a faction that are named on the terminal


@click.command(epilog=example("imbroglio balance ties.csv", "imbroglio balance ties.csv --k 3",
                              "imbroglio balance ties.csv --ties --time-limit 60 --format json"))  # fmt: skip
@EDGES
@formats("text", "json")
@click.option("--k", type=click.IntRange(2, 64), default=2, show_default=True,
              help="Factions at most; more than two are solved exactly for some dozens of actors.")  # fmt: skip
@click.option("--time-limit", type=click.FloatRange(0.1), default=20.0, show_default=True, metavar="SECONDS",
              help="Then the best split so far and a valid bound are printed.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of the search by chance.")
@click.option("--ties", is_flag=True, help="Tell of each tie whether all, some or none of the best splits contradict "
              "it, and the index without it and with its sign turned; and count the best splits, however long "
              "that takes within the limit (two factions).")  # fmt: skip
def balance(file: Path, form: str, k: int, time_limit: float, seed: int, ties: bool) -> None:
    """Two factions that contradict the fewest ties, with a proof.

    FILE.csv has the columns source, target, sign (+ or -) and, if you like, weight (above 0, else 1); parallel ties add
    up, direction does not count. The frustration index is the least weight of ties that contradict a split into two
    factions: friends in different ones, enemies in the same. It is proven where no split can do better; when the time
    is up, the lower bound says how much better one could be. In JSON, `seconds` is what the factions and their proof
    took, `bound_seconds` a bound that is had apart (large graphs), `loading_seconds` loading the loops, which are
    compiled the first time.
    """
    from imbroglio.analysis.balance import several, solve
    from imbroglio.graph.signed import read_edges

    if ties and k > 2:
        raise click.UsageError("--ties answers for two factions: leave --k out")
    graph, each = read_edges(file), None
    loading = solve.load() if k == 2 else several.load()
    found: Balance | Division
    if k > 2:
        found = several.divide(graph, k, seconds=time_limit, seed=seed)
    elif ties:
        found, each = _with_ties(graph, time_limit, seed)
    else:
        found = solve.balance(graph, seconds=time_limit, seed=seed)
    if form == "json":
        _json(**_data(found), loading_seconds=round(loading, 3), **({} if each is None else {"ties": each}))
    else:
        _tell(found, k)
        for tie in each or ():
            click.echo(
                f"{tie['source']} {tie['sign']} {tie['target']}: contradicted by {tie['contradicted'] or '?'} of the "
                f"best splits; index without it {tie['without']}, turned {tie['turned']}"
            )


def _data(found: Balance | Division) -> dict[str, Any]:
    return {
        "frustration": found.frustration,
        "lower_bound": found.lower_bound,
        "proven": found.proven,
        "factions": [sorted(map(str, faction)) for faction in found.factions],
        "frustrated": [list(map(str, tie)) for tie in found.frustrated],
        "optimal_splits": found.optimal_splits,
        "bound_from": found.source,
        "seconds": round(found.seconds, 3),
        "bound_seconds": round(found.bound_seconds, 3),
    }


def _with_ties(graph: SignedGraph, seconds: float, seed: int) -> tuple[Balance, list[dict[str, Any]]]:
    """The index, its best splits counted, and each tie with what follows from its margin; None where time ran out."""
    from imbroglio.analysis.balance import balance as solve
    from imbroglio.analysis.balance import best_splits
    from imbroglio.errors import GraphError

    found = solve(graph, seconds=seconds, seed=seed, count=False)
    if not found.proven:
        raise GraphError(f"no proof within {seconds:g} s, which --ties needs; raise --time-limit")
    splits = best_splits(graph, found.side, seconds=max(seconds - found.seconds, 0.1))
    known = splits.margins
    rows = zip(graph.one.tolist(), graph.two.tolist(), graph.weight.tolist(), known.status, known.exact.tolist(),
               known.removed.tolist(), known.turned.tolist(), strict=True)  # fmt: skip
    each = [
        {
            "source": str(graph.names[a]), "target": str(graph.names[b]), "sign": "+" if weight > 0 else "-",
            "weight": graph.unscaled(abs(weight)), "contradicted": status,
            "without": graph.unscaled(without) if exact else None, "turned": graph.unscaled(turned) if exact else None,
        }
        for a, b, weight, status, exact, without, turned in rows
    ]  # fmt: skip
    return replace(found, optimal_splits=splits.count), each


def _tell(found: Balance | Division, k: int) -> None:
    graph = found.graph
    click.echo(f"{graph.actors:,} actors, {len(graph):,} ties, {int((graph.weight < 0).sum()):,} of them negative")
    proof = "proven" if found.proven else f"not proven: at least {found.lower_bound:,}"
    bound = f", its bound {found.bound_seconds:.1f} s" if found.bound_seconds > 0.1 else ""
    click.echo(f"frustration {found.frustration:,} ({proof}; {found.source}; {found.seconds:.1f} s{bound})")
    if found.optimal_splits is not None:
        click.echo(
            "no other split is as good" if found.optimal_splits == 1 else f"{found.optimal_splits:,} splits are as good"
        )
    titles = ("one side", "the other") if k == 2 else [f"faction {n}" for n in range(1, k + 1)]
    for title, faction in zip(titles, found.factions, strict=False):
        names = sorted(map(str, faction))
        more = f" … and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
        click.echo(f"{title} ({len(names):,}): {', '.join(names[:LISTED])}{more}")
    if found.frustrated:
        shown = ", ".join(f"{a} – {b}" for a, b in found.frustrated[:LISTED])
        click.echo(f"contradicted: {shown}{' …' if len(found.frustrated) > LISTED else ''}")


@click.command(epilog=example("imbroglio census ties.csv", "imbroglio census ties.csv --format json"))
@EDGES
@formats("text", "json")
def census(file: Path, form: str) -> None:
    """Triangles by their number of negative ties.

    FILE.csv as for `imbroglio balance`. Triangles with no or two negative ties are balanced: the friend of a friend is
    a friend, the enemy of an enemy is one too. By weight, a triangle counts as much as its weakest tie.
    """
    from imbroglio.graph.signed import read_edges
    from imbroglio.graph.signed.census import balanced_weight, load
    from imbroglio.graph.signed.census import census as count

    graph, loading = read_edges(file), load()
    started = time.monotonic()
    found, weighed = count(graph), balanced_weight(graph)
    seconds = time.monotonic() - started
    if form == "json":
        triangles = {str(negative): n for negative, n in enumerate(found.triangles)}
        _json(triangles=triangles, total=found.total, balanced=found.balanced, balanced_by_weight=weighed,
              seconds=round(seconds, 3), loading_seconds=round(loading, 3))  # fmt: skip
        return
    click.echo(f"{graph.actors:,} actors, {len(graph):,} ties, {found.total:,} triangles ({seconds:.1f} s)")
    for negative, n in enumerate(found.triangles):
        click.echo(f"{n:>14,}  with {negative} negative  {'balanced' if negative % 2 == 0 else 'unbalanced'}")
    if found.balanced is not None and weighed is not None:
        click.echo(f"{found.balanced:.2%} of the triangles are balanced, {weighed:.2%} by weight")


def _json(**what: Any) -> None:
    from imbroglio.outputs.jsonl import to_json

    click.echo(to_json(what, indent=2))
