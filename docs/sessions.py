"""Fills in the sessions that pages show, so that a page cannot promise what the program does not print.

A session is a fenced block marked `console` whose first line is a command. What follows is replaced by what the command
prints. A comment before the block can choose an excerpt: `<!-- excerpt: READ +2; MATRIX +5 -->` shows the first line
that starts with READ and two more, the first that starts with MATRIX and five more; `…` stands for what is left out.
The commands of one page run one after the other in one empty folder that holds the examples.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
SESSION = re.compile(
    r"(?:^<!-- excerpt: (?P<excerpt>[^>]*) -->\n)?^```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.M
)
ELLIPSIS = "…"
ALIKE = 0.8  # of a page's printed lines that must be the same on any processor


def refresh(page: str) -> str:
    """The page with every session as it runs today.

    Raises:
        ValueError: a command is not ours, or an excerpt begins with a line that is not printed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")

        def fill(found: re.Match[str]) -> str:
            lines = run(found["command"], folder)
            if found["excerpt"]:
                lines = excerpt(lines, found["excerpt"])
            opening = found[0][: found.start("output") - found.start()]
            return opening + "".join(line + "\n" for line in lines) + "```"

        return SESSION.sub(fill, page)


def is_stale(page: str, today: str) -> bool:
    """Whether a page shows what is no longer printed.

    Processors round differently: where another one runs the model, a claim at the edge of trust may come or go and
    shift numbers behind it. So commands and all else must be equal, and of what is printed most lines, digits left out.
    """
    if SESSION.sub(_command, page) != SESSION.sub(_command, today):
        return True
    before, now = ([line for found in SESSION.finditer(text) for line in _lines(found)] for text in (page, today))
    return difflib.SequenceMatcher(None, before, now, autojunk=False).ratio() < ALIKE


def _command(found: re.Match[str]) -> str:
    return f"{found['excerpt']} {found['command']}"


def _lines(found: re.Match[str]) -> list[str]:
    return re.sub(r"\d", "", found["output"]).splitlines()


def run(command: str, folder: Path) -> list[str]:
    """The lines that a command prints, on a terminal 100 columns wide, without trailing space and outer blank lines."""
    program, *arguments = shlex.split(command)
    if program != "imbroglio":
        raise ValueError(f"a page may show imbroglio commands only, not {program}")
    words = [str(Path(sys.executable).with_name(program)), *expand(arguments, folder)]
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)
    return [line.rstrip() for line in (done.stderr + done.stdout).strip("\n").split("\n")]


def expand(arguments: list[str], folder: Path) -> list[str]:
    """Arguments with file patterns replaced by the names they match, as a shell would do."""
    out = []
    for argument in arguments:
        found = sorted(str(p.relative_to(folder)) for p in folder.glob(argument)) if "*" in argument else []
        out += found or [argument]
    return out


def excerpt(lines: list[str], wanted: str) -> list[str]:
    """The wanted stretches, in the order of the output, with an ellipsis for each gap."""
    kept: set[int] = set()
    for part in wanted.split(";"):
        opening, _, more = part.strip().rpartition(" +")
        start = next((i for i, line in enumerate(lines) if line.lstrip().startswith(opening)), None)
        if start is None:
            raise ValueError(f"nothing printed starts with {opening!r}")
        kept |= set(range(start, min(start + int(more) + 1, len(lines))))
    out: list[str] = []
    for i, line in enumerate(lines):
        if i in kept:
            out.append(line)
        elif not out or out[-1] != ELLIPSIS:
            out.append(ELLIPSIS)
    return out
