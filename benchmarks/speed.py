"""Speed, memory and import time: `python -m benchmarks.speed [--copies N] [--write FILE]`.

Reads the dispatches in `examples/`, N copies of them, each measurement in a fresh process, and prints a Markdown page.
Copies repeat their words, so caches of words are warmer than on a mixed archive; names, syntax and claims are worked
out anew for every copy.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imbroglio import Document

ROOT = Path(__file__).parent.parent
Numbers = dict[str, Any]


def documents(copies: int) -> list[Document]:
    """The examples, so many times, each copy a text of its own."""
    from imbroglio import make_document

    files = sorted((ROOT / "examples").glob("20*.md"))
    texts = [file.read_text(encoding="utf-8").split("---\n", 2)[2] for file in files]
    return [make_document(f"{text}\n({n})", id=f"{n}-{i}") for n in range(copies) for i, text in enumerate(texts)]


def alone() -> None:
    """Wait for worker processes to end, so that what they used is counted."""
    while multiprocessing.active_children():
        time.sleep(0.05)


def usage() -> tuple[float, float]:
    """Processor seconds of this process and its ended children, and the most memory one of them has held, in MB."""
    found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return sum(u.ru_utime + u.ru_stime for u in found), max(u.ru_maxrss for u in found) / unit


def timed(work: Callable[[], Any]) -> tuple[Numbers, Any]:
    """What the work cost (seconds, processor seconds, peak memory so far), and its result."""
    start, before = time.perf_counter(), usage()[0]
    result = work()
    seconds = time.perf_counter() - start
    alone()
    processor, memory = usage()
    return {"seconds": seconds, "processor": processor - before, "mb": memory}, result


def engine(copies: int) -> Numbers:
    """The language engine alone, one thread, loaded and warm."""
    from imbroglio.language import parse

    texts = [document.text for document in documents(copies)]
    list(parse(texts[:3]))
    cost, docs = timed(lambda: list(parse(texts)))
    return {**cost, "words": sum(map(len, docs)), "sentences": sum(len(list(d.sents)) for d in docs)}


def stages(copies: int) -> Numbers:
    """The whole reading in one process, one stage after the other, with the processor seconds of each."""
    from imbroglio import Case
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.claims import read_claims
    from imbroglio.language import add_claim_arcs, parse
    from imbroglio.language.plain import plain

    load, registry = timed(lambda: (list(parse(["Warm."])), Registry.load())[1])
    texts, documented = timed(lambda: documents(copies))
    parsing, docs = timed(lambda: [plain(next(parse([d.text]))) for d in documented])  # one at a time, as when read
    finding, mentions = timed(
        lambda: [find_mentions(doc, d, registry) for doc, d in zip(docs, documented, strict=True)]
    )
    arcs, _ = timed(lambda: list(map(add_claim_arcs, docs, mentions)))
    triples = list(zip(documented, docs, mentions, strict=True))
    claiming, readings = timed(lambda: [read_claims(d, doc, m) for d, doc, m in triples])
    case = Case.memory()
    keeping, _ = timed(lambda: [case.add(d, r, "benchmark") for d, r in zip(documented, readings, strict=True)])
    costs = {"documents": texts, "language": parsing, "actors": finding, "claim arcs": arcs, "claims": claiming}
    costs["case"] = keeping
    return {"load": load["processor"], "stages": {stage: cost["processor"] for stage, cost in costs.items()}}


def reading(copies: int, processes: int = 1) -> Numbers:
    """The whole reading as `imbroglio read` does it, from documents in memory to a casefile, start-up included."""
    from imbroglio import read

    found = documents(copies)
    cost, summary = timed(lambda: read(found, processes=processes))
    if summary.failed:
        raise SystemExit(f"not read: {summary.failed[0]}")
    return {**cost, "claims": summary.claims}


def importing(copies: int) -> Numbers:
    """`import imbroglio`, and then the function that reads."""
    bare, package = timed(lambda: __import__("imbroglio"))
    read, _ = timed(lambda: package.read)
    return {"bare": bare["seconds"], "read": bare["seconds"] + read["seconds"]}


TASKS: dict[str, Callable[[int], Numbers]] = {
    "engine": engine,
    "stages": stages,
    "one": reading,
    "two": lambda copies: reading(copies, processes=2),
    "import": importing,
}


def fresh(task: str, copies: int) -> Numbers:
    """The numbers of one task, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", "--task", task, "--copies", str(copies)]
    numbers: Numbers = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    return numbers


def machine() -> str:
    """What this was measured on, in words."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    cpu = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{cpu}, Python {platform.python_version()}"


def page(copies: int) -> str:
    """Everything, as a Markdown page."""
    found = {task: fresh(task, copies) for task in TASKS}
    words, sentences = found["engine"]["words"], found["engine"]["sentences"]
    rows = [("language engine alone", found["engine"]), ("whole reading, one process", found["one"])]
    rows.append(("whole reading, two processes", found["two"]))
    total = sum(found["stages"]["stages"].values())
    lines = [
        "# Speed",
        "",
        "Printed by `make bench`; `benchmarks/speed.py` says what is measured. The first two columns are",
    ]
    lines += ["by the clock and depend on what else the machine does, the third is by processor time.", ""]
    lines += [f"{words:,} words in {sentences:,} sentences, {found['one']['claims']:,} claims. {machine()}.", ""]
    lines += ["| what | words a second | sentences a second | words a processor second | peak memory of a process |"]
    lines += ["|---|---|---|---|---|"]
    for label, n in rows:
        rates = (words / n["seconds"], sentences / n["seconds"], words / n["processor"])
        lines.append(" | ".join([f"| {label}", *(f"{rate:,.0f}" for rate in rates), f"{n['mb']:,.0f} MB |"]))
    lines += ["", "| stage | share of processor time |", "|---|---|"]
    lines += [f"| {stage} | {seconds / total:.0%} |" for stage, seconds in found["stages"]["stages"].items()]
    bare, read, load = found["import"]["bare"], found["import"]["read"], found["stages"]["load"]
    lines += [
        "",
        f"`import imbroglio` takes {bare:.3f} s, `from imbroglio import read` {read:.3f} s. Loading the model and the",
    ]
    lines += [f"registry takes {load:.1f} s, once a process, and is part of the whole reading above."]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=40, help="how often each example is read (default: 40)")
    parser.add_argument("--write", type=Path, help="write the page into this file too")
    parser.add_argument("--task", choices=TASKS, help="measure one thing only, in this process, and print JSON")
    options = parser.parse_args()
    if options.task:
        print(json.dumps(TASKS[options.task](options.copies)))
        return 0
    text = page(options.copies)
    print(text, end="")
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
