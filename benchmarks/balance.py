"""Speed of the signed-graph engine against its peers: `python -m benchmarks.balance [--write FILE]`.

Loops are compiled before anything is timed, and the time that takes is told apart. Peers run where they are installed
(python-igraph for triangles), in the same run on the same machine; what is compared is a ratio.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from imbroglio.analysis.balance import balance
from imbroglio.analysis.balance.heuristic import split
from imbroglio.evaluation.render import table
from imbroglio.graph.signed import SignedGraph
from imbroglio.graph.signed.census import census
from imbroglio.graph.signed.generate import heavy_tailed, planted, with_degrees

GRAPHS = 40  # graphs with factions of 60 to 1,200 ties
Row = list[str]


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    answer = run()
    return answer, time.perf_counter() - started


def factions() -> Iterator[Row]:
    """Graphs with two factions and one tie in ten the wrong way."""
    times, proven = [], 0
    for seed in range(GRAPHS):
        ties = 60 + 1140 * seed // (GRAPHS - 1)
        graph, _ = planted(ties // 3, ties, wrong=0.1, seed=seed)
        found, seconds = timed(partial(balance, graph, count=False))
        times.append(seconds)
        proven += found.proven
    yield ["60 to 1,200 ties, a tenth wrong: proven", f"{proven} of {GRAPHS}"]
    yield ["… median seconds", f"{statistics.median(times):.3f}"]
    yield ["… most seconds", f"{max(times):.2f}"]


def trust() -> Iterator[Row]:
    """Degrees as in a web of trust."""
    graph, _ = with_degrees(heavy_tailed(10_000, 22_000, seed=2), wrong=0.12, seed=2)
    found, seconds = timed(lambda: balance(graph, count=False))
    gap = (found.frustration - found.lower_bound) / max(found.frustration, 1)
    yield [f"like a web of trust, {len(graph):,} ties: gap", f"{gap:.2%}"]
    yield ["… seconds", f"{seconds:.1f}"]


def large(ties: int, actors: int) -> Iterator[Row]:
    """A planted split in a large graph."""
    graph, side = planted(actors, ties, wrong=0.05, seed=1)
    found, seconds = timed(lambda: split(graph))
    below = graph.frustration(found) <= graph.frustration(side)
    yield [f"planted split, {len(graph):,} ties: at or below it", "yes" if below else "no"]
    yield ["… seconds", f"{seconds:.2f}"]


def triangles(ties: int, actors: int) -> Iterator[Row]:
    """The census of a dense graph."""
    graph, _ = planted(actors, ties, wrong=0.05, seed=1)
    counted, seconds = timed(lambda: census(graph))
    yield [f"census, {len(graph):,} ties, {counted.total:,} triangles: seconds", f"{seconds:.2f}"]
    yield from peer(graph, seconds, counted.total)


def peer(graph: SignedGraph, seconds: float, triangles: int) -> Iterator[Row]:
    try:
        import igraph
    except ImportError:
        return
    other = igraph.Graph(n=graph.actors, edges=list(zip(graph.one.tolist(), graph.two.tolist(), strict=True)))
    found, theirs = timed(lambda: len(other.list_triangles()))
    yield ["… igraph lists as many", "yes" if found == triangles else "no"]
    yield ["… times igraph's speed", f"{theirs / seconds:.0f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="write the table to this Markdown file as well")
    options = parser.parse_args()
    _, compiling = timed(lambda: (balance(planted(40, 160, 0.2)[0]), census(planted(40, 160, 0.2)[0])))
    rows = [
        ["first run, with loading and compiling: seconds", f"{compiling:.1f}"],
        *factions(),
        *trust(),
        *large(10**6, 50_000),
        *triangles(200_000, 1_500),
    ]
    text = table(["signed graphs", "measured"], rows)
    print(text)
    if options.write:
        doc = (__doc__ or "").partition("\n\n")[2]
        options.write.write_text(f"# Signed graphs\n\nPrinted by `make bench`. {doc}\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
