"""Runs the sessions that documentation pages show, so that a page cannot promise what the program does not print.

A session is a fenced block marked `console`. Lines that start with `$ ` are commands, what follows is their output,
and a line that holds only `…` stands for any number of lines that the page leaves out.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ELLIPSIS = "…"


@dataclass(frozen=True)
class Step:
    """One command of a session and the lines it is said to print."""

    command: str
    expected: tuple[str, ...]


def sessions(page: Path) -> list[Step]:
    """All commands that a Markdown page shows, in reading order."""
    steps = []
    for block in re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, *output = part.rstrip("\n").split("\n")
            steps.append(Step(command, tuple(line.rstrip() for line in output if line.strip())))
    return steps


def run(command: str, folder: Path) -> list[str]:
    """What a command prints (both streams), without blank lines and trailing space, on a terminal 100 columns wide."""
    program, *arguments = shlex.split(command)
    assert program == "imbroglio", f"a page may show imbroglio commands only, not {program}"
    words = [str(Path(sys.executable).with_name(program)), *expand(arguments, folder)]
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)
    return [line.rstrip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]


def expand(arguments: list[str], folder: Path) -> list[str]:
    """Arguments with file patterns replaced by the names they match, as a shell would do."""
    out = []
    for argument in arguments:
        found = sorted(str(p.relative_to(folder)) for p in folder.glob(argument)) if "*" in argument else []
        out += found or [argument]
    return out


def agrees(expected: tuple[str, ...], printed: list[str]) -> bool:
    """True when the printed lines are the expected ones, with any lines at all where the page has an ellipsis."""
    pattern = "".join("(?:.*\n)*?" if line == ELLIPSIS else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None
