"""The signed-graph engine against its peers: `python -m benchmarks.balance [--large] [--write FILE]`.

All in one run on one machine. Loops are compiled before anything is timed; what that takes, once, is told apart. Peers
(python-igraph, scipy) run where they are installed, on the same graphs; their ratio is what says something, seconds
depend on the machine. `--large` adds graphs of ten million ties, which take some minutes and gigabytes to make.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import peers
from imbroglio.analysis.balance import Piece, balance, best_splits, divide, margins, sample
from imbroglio.analysis.balance.heuristic import packed, split
from imbroglio.evaluation.render import table
from imbroglio.graph.signed import SignedGraph, read_edges
from imbroglio.graph.signed.census import census, triangles
from imbroglio.graph.signed.generate import grouped, heavy_tailed, planted, with_degrees

GRAPHS = 1_000
TRIBES = Path(__file__).parent.parent / "examples" / "tribes.csv"
Row = list[str]


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    answer = run()
    return answer, time.perf_counter() - started


def tribes() -> Iterator[Row]:
    graph = read_edges(TRIBES)
    two, three, counted = balance(graph), divide(graph, 3), census(graph)
    ties = f"{graph.actors} actors, {len(graph)} ties, {int((graph.weight < 0).sum())} negative"
    yield [f"Read's Highland tribes ({ties}): index, best splits", f"{two.frustration}, {two.optimal_splits}"]
    yield ["… three factions: index, best divisions", f"{three.frustration}, {three.optimal_splits}"]
    yield ["… balanced triangles", f"{counted.balanced:.2%}"]


def factions() -> Iterator[Row]:
    """Graphs with factions in them: 4 to 10 ties an actor, 5, 10 or 15 % of the ties the wrong way."""
    times, proven = [], 0
    for seed in range(GRAPHS):
        ties, degree, wrong = 60 + 1140 * seed // (GRAPHS - 1), (4, 6, 8, 10)[seed % 4], (5, 10, 15)[seed % 3]
        graph, _ = planted(2 * ties // degree, ties, wrong=wrong / 100, seed=seed)
        found, seconds = timed(partial(balance, graph, count=False))
        times.append(seconds)
        proven += found.proven
    yield ["60 to 1,200 ties, 5 to 15 % of them wrong: proven", f"{proven:,} of {GRAPHS:,}"]
    yield ["… seconds: median, most", f"{statistics.median(times):.3f}, {max(times):.2f}"]


def chance() -> Iterator[Row]:
    """Signs drawn at chance, without any factions: the hardest there is."""
    for ties in (100, 200, 300, 600):
        gaps, times = [], []
        for seed in range(4):
            graph, _ = planted(ties // 2, ties, wrong=0.5, seed=seed)
            found, seconds = timed(partial(balance, graph, seconds=5, count=False))
            gaps.append(1 - found.lower_bound / max(found.frustration, 1))
            times.append(seconds)
        told = f"{sum(not gap for gap in gaps)} of 4, {max(gaps):.1%}, {max(times):.1f}"
        yield [f"signs at chance, {ties} ties, 5 seconds at most: proven, largest gap, most seconds", told]


def trust() -> Iterator[Row]:
    """Degrees as in a web of trust."""
    graph, _ = with_degrees(heavy_tailed(10_000, 23_500, seed=2), wrong=0.12, seed=2)
    found, seconds = timed(lambda: balance(graph, count=False))
    gap = 1 - found.lower_bound / found.frustration
    yield [f"like a web of trust, {len(graph):,} ties: gap, seconds", f"{gap:.2%}, {seconds:.1f}"]


def each_tie() -> Iterator[Row]:
    graph, _ = planted(400, 1_256, wrong=0.1, seed=3)
    found = balance(graph, count=False)
    known, seconds = timed(lambda: margins(graph, found.side))
    told = f"{known.exact.mean():.0%}, {seconds:.1f}"
    yield [f"every removal and turned sign, {len(graph):,} ties: exact, seconds", told]
    anew = 0.0
    for tie in range(0, len(graph), 25):
        weight = graph.weight.copy()
        weight[tie] *= -1
        turned = SignedGraph(graph.names, graph.one, graph.two, weight)
        solved, took = timed(partial(balance, turned, count=False))
        anew += took
        if solved.frustration != known.turned[tie]:
            raise AssertionError(f"turning tie {tie} gives {solved.frustration}, not {known.turned[tie]}")
    ratio = 2 * anew * len(graph) / len(range(0, len(graph), 25)) / seconds
    yield ["… times the speed of solving anew (from one turn in 25, all the same)", f"{ratio:.0f}"]
    splits, seconds = timed(lambda: best_splits(graph, found.side))
    yield ["… all best splits: count, seconds", f"{splits.count:,}, {seconds:.1f}"]


def worlds() -> Iterator[Row]:
    rng = np.random.default_rng(1)
    side = rng.choice([-1, 1], 40)
    pairs = [pair for pair in rng.integers(0, 40, (400, 2)).tolist() if pair[0] != pair[1]]
    pieces = [
        Piece(a, b, int(side[a] * side[b] * rng.choice([-1, 1], p=[0.15, 0.85])) * int(rng.integers(50, 300)),
              float(rng.uniform(0.5, 0.99)), int(rng.integers(0, 100)))
        for a, b in pairs
    ]  # fmt: skip
    drawn, seconds = timed(lambda: sample(pieces))
    index, degree = drawn.index(), drawn.degree()
    yield ["10,000 worlds of 40 actors: seconds", f"{seconds:.2f}"]
    yield ["… index in 9 of 10 worlds", f"{index.low:,.0f} to {index.high:,.0f}"]
    yield ["… balanced triangles in 9 of 10 worlds", f"{degree.low:.1%} to {degree.high:.1%}" if degree else "–"]
    yield ["… best split missed in worlds solved exactly", f"{drawn.missed} of {drawn.checked}"]


def large(actors: int, ties: int) -> Iterator[Row]:
    """A planted split in a large graph."""
    graph, side = planted(actors, ties, wrong=0.05, seed=1)
    graph.csr  # noqa: B018, as after loading
    found, seconds = timed(lambda: split(graph))
    at, planned = graph.frustration(found), graph.frustration(side)
    below = "below it" if at < planned else "at it" if at == planned else "above it"
    yield [f"planted split, {len(graph):,} ties: found, seconds", f"{below}, {seconds:.2f}"]
    if ties <= 10**6:
        _, theirs = timed(lambda: packed(graph, graph.frustrated(found)))
        yield ["… seconds for a bound", f"{theirs:.1f}"]


def counted(groups: int, size: int, density: float, against: bool) -> Iterator[Row]:
    """The census of a graph with many triangles."""
    graph, _ = grouped(groups, size, density, wrong=0.1, seed=1)
    found, seconds = timed(lambda: census(graph))
    what = f"census, {len(graph):,} ties, {found.total:,} triangles"
    yield [f"{what}: seconds, million ties a second", f"{seconds:.2f}, {len(graph) / seconds / 1e6:.1f}"]
    for name, peer in peers.CENSUS.items() if against else ():
        theirs = peer(graph)
        if theirs is not None:
            same = "the same counts" if theirs[0] == found.triangles else "OTHER COUNTS"
            yield [f"… times the speed of {name}, {same}", f"{theirs[1] / seconds:.0f}"]


def listed() -> Iterator[Row]:
    graph, _ = grouped(2_000, 50, 0.41, wrong=0.1, seed=1)
    found, seconds = timed(lambda: triangles(graph, 1))
    what = f"who stands with two enemies: {graph.actors:,} actors, {len(graph):,} ties"
    yield [f"{what}: found, seconds", f"{len(found):,}, {seconds:.2f}"]


def compiling() -> Iterator[Row]:
    """The first and the second run of a small question, in processes of their own with a cache of their own."""
    code = "import sys; from imbroglio.cli import main; sys.argv[1:] = ['balance', sys.argv[1]]; main()"
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-c", code, str(TRIBES)]
        env = {**os.environ, "NUMBA_CACHE_DIR": folder}
        first, second = (timed(lambda: subprocess.run(run, env=env, check=True, capture_output=True))[1] for _ in "12")
    told = f"{first:.1f}, {second:.1f}"
    yield ["`imbroglio balance` on the tribes: seconds the first time (compiles) and after", told]


def warm() -> None:
    graph, _ = planted(60, 240, wrong=0.5)
    found = balance(graph)
    best_splits(graph, found.side)
    sample([Piece(0, 1, 1, 0.5), Piece(1, 2, 1, 0.5), Piece(0, 2, -1, 0.5)], worlds=2)
    divide(graph, 3, seconds=0.1), census(graph), triangles(graph, 1), packed(graph, graph.frustrated(found.side))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="graphs of ten million ties as well")
    parser.add_argument("--write", type=Path, help="write the table to this Markdown file as well")
    options = parser.parse_args()
    warm()
    parts = [tribes(), factions(), chance(), trust(), each_tie(), worlds(), listed(), large(50_000, 10**6)]
    parts.append(counted(34, 296, 0.676, against=True))
    if options.large:
        parts += [counted(340, 296, 0.676, against=False), large(100_000, 10**7)]
    rows = []
    for row in chain(*parts, compiling()):
        print(*row, sep=": ", flush=True)
        rows.append(row)
    text = table(["signed graphs", "measured"], rows)
    if options.write:
        doc = (__doc__ or "").partition("\n\n")[2]
        options.write.write_text(f"# Signed graphs\n\nPrinted by `make bench`. {doc}\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
