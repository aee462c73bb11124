"""Keys and lines from whoever reviews: pressed on a terminal, or written one after another for a script."""

from __future__ import annotations

import sys
from typing import Protocol, TextIO

import click

ARROWS = {"\x1b[C": "j", "\x1bOC": "j", "\x1b[D": "k", "\x1bOD": "k"}


class Keys(Protocol):
    """Where decisions come from."""

    def key(self) -> str | None:
        """One key; None at the end."""

    def line(self, asked: str) -> str:
        """An answer in words, empty to leave things as they are."""


class Terminal:
    """Keys as they are pressed."""

    def key(self) -> str | None:
        click.echo("> ", nl=False)
        try:
            pressed = click.getchar()
        except (KeyboardInterrupt, EOFError):
            click.echo()
            return None
        pressed = ARROWS.get(pressed, pressed)
        click.echo(pressed if pressed.isprintable() else "")
        return pressed

    def line(self, asked: str) -> str:
        try:
            given: str = click.prompt(asked, default="", show_default=False)
        except click.Abort:
            click.echo()
            return ""
        return given.strip()


class Script:
    """Keys in a text: each letter is one, white space between them is none.

    What a key asks for is the rest of its line, or the next line.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text

    def key(self) -> str | None:
        for letter in iter(lambda: self._text.read(1), ""):
            if not letter.isspace():
                return letter
        return None

    def line(self, asked: str) -> str:
        first = self._text.read(1)
        rest = self._text.readline()
        return rest.strip() if first == "\n" else (first + rest).strip()


def keys() -> Keys:
    """Those of the terminal, or of the script that standard input is."""
    return Terminal() if sys.stdin.isatty() and sys.stdout.isatty() else Script(sys.stdin)
