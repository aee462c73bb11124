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


def peak() -> float:
    """Most memory that this process or one of its children has held, in MB; waits for the children to end."""
    while multiprocessing.active_children():
        time.sleep(0.05)
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in who) / (1024**2 if sys.platform == "darwin" else 1024)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that the work took, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def engine(copies: int) -> Numbers:
    """The language engine alone, one thread, loaded and warm."""
    from imbroglio.language import parse

    texts = [document.text for document in documents(copies)]
    list(parse(texts[:3]))
    seconds, docs = timed(lambda: list(parse(texts)))
    return {
        "seconds": seconds,
        "words": sum(map(len, docs)),
        "sentences": sum(len(list(d.sents)) for d in docs),
        "mb": peak(),
    }


def stages(copies: int) -> Numbers:
    """The whole reading in one process, one stage after the other, with the seconds of each."""
    from imbroglio import Case
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.claims import read_claims
    from imbroglio.language import parse

    load, registry = timed(lambda: (list(parse(["Warm."])), Registry.load())[1])
    texts, documented = timed(lambda: documents(copies))
    parsing, docs = timed(lambda: list(parse(d.text for d in documented)))
    finding, mentions = timed(
        lambda: [find_mentions(doc, d, registry) for doc, d in zip(docs, documented, strict=True)]
    )
    triples = list(zip(documented, docs, mentions, strict=True))
    claiming, readings = timed(lambda: [read_claims(d, doc, m) for d, doc, m in triples])
    case = Case.memory()
    keeping, _ = timed(lambda: [case.add(d, r, "benchmark") for d, r in zip(documented, readings, strict=True)])
    shares = {"documents": texts, "language": parsing, "actors": finding, "claims": claiming, "case": keeping}
    return {"load": load, "stages": shares, "claims": sum(len(r.claims) for r in readings)}


def reading(copies: int, processes: int = 1) -> Numbers:
    """The whole reading as `imbroglio read` does it, from documents in memory to a casefile, start-up included."""
    from imbroglio import read

    found = documents(copies)
    seconds, summary = timed(lambda: read(found, processes=processes))
    if summary.failed:
        raise SystemExit(f"not read: {summary.failed[0]}")
    return {"seconds": seconds, "mb": peak(), "claims": summary.claims}


def importing(copies: int) -> Numbers:
    """`import imbroglio`, and then the function that reads."""
    bare, package = timed(lambda: __import__("imbroglio"))
    read, _ = timed(lambda: package.read)
    return {"bare": bare, "read": bare + read}


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
        "Printed by `make bench`; what is measured and how stands at the top of `benchmarks/speed.py`.",
        "",
    ]
    lines += [f"{words:,} words in {sentences:,} sentences, {found['one']['claims']:,} claims. {machine()}.", ""]
    lines += ["| what | words a second | sentences a second | peak memory of a process |", "|---|---|---|---|"]
    for label, n in rows:
        lines.append(f"| {label} | {words / n['seconds']:,.0f} | {sentences / n['seconds']:,.0f} | {n['mb']:,.0f} MB |")
    lines += ["", "| stage | share of the time |", "|---|---|"]
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
