"""The command line reference, from the program's own help."""

from __future__ import annotations

import click

from imbroglio.cli import commands

HEAD = """# Command line

Made by `make docs` from the program's own help.
"""
WIDTH = 100


def cli() -> str:
    """The help of the program and of each of its commands."""
    settings = {**commands.context_settings, "terminal_width": WIDTH}
    top = click.Context(commands, info_name="imbroglio", **settings)
    parts = [HEAD, _section("imbroglio", commands.get_help(top))]
    for name, command in commands.commands.items():
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        parts.append(_section(f"imbroglio {name}", command.get_help(context)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"
