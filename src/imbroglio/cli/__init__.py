"""The command line: one file a family of verbs. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import signal

from imbroglio.cli.group import commands

__all__ = ["commands", "main"]


def main() -> None:
    """What the `imbroglio` command runs."""
    if hasattr(signal, "SIGPIPE"):  # `imbroglio claims … | head` ends as other programs do
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    commands(prog_name="imbroglio")
