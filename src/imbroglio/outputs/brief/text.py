"""The brief for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.cells import set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from imbroglio.outputs.brief.data import Brief, Line, Matrix, Quote
from imbroglio.outputs.tables import Piece, clean, mark_plain

LABEL = 28  # columns of a row's name in the matrix
_GLYPHS = {"+": "green", "−": "red", "±": "yellow", "○": "cyan"}
_PARTS = {"subject": "cyan", "object": "magenta", "cue": "bold underline"}
LEGEND = "+ supports   − opposes   ± both   ○ neither   · nothing said   (row toward column)"


def render_text(brief: Brief, width: int = 100, color: bool = False) -> str:
    """The brief, wrapped to the width; without colour, brackets and underscores mark parties and cue in quotes."""
    out = StringIO()
    console = Console(
        file=out, width=max(width, 40), force_terminal=color, color_system="standard" if color else None,
        markup=False, highlight=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for indent, line in _page(brief, console.width, color):
        console.print(Padding(line, (0, 0, 0, indent)), soft_wrap=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _page(brief: Brief, width: int, color: bool) -> Iterator[tuple[int, Text]]:
    """Every paragraph with its indentation."""
    yield from _heading(brief.documents.title)
    for line in brief.documents.lines:
        yield from _line(line, 2)
    if brief.documents.about:
        yield 2, Text(clean(brief.documents.about), style="italic")
    if brief.matrices:
        yield from _heading("Matrix")
        for matrix in brief.matrices:
            yield from _matrix(matrix, width)
        yield 2, Text(LEGEND, style="dim")
    for section in brief.sections:
        yield from _heading(section.title)
        if section.about:
            yield 2, Text(clean(section.about), style="italic")
        for line in section.lines:
            yield from _line(line, 2)
    if brief.quotes:
        yield from _heading("Quotes")
    for quote in brief.quotes:
        yield from _quote(quote, color)


def _heading(title: str) -> Iterator[tuple[int, Text]]:
    yield 0, Text("")
    yield 0, Text(clean(title).upper(), style="bold")


def _line(line: Line, indent: int) -> Iterator[tuple[int, Text]]:
    shown = Text(clean(line.text))
    if line.quotes:
        shown.append(" " + "".join(f"[{number}]" for number in line.quotes), style="dim")
    if line.more:
        shown.append(f" and {line.more} more", style="dim")
    yield indent, shown
    for under in line.under:
        yield from _line(under, indent + 4)


def _matrix(matrix: Matrix, width: int) -> Iterator[tuple[int, Text]]:
    """In blocks of as many columns as the width has room for."""
    fit = max(1, (width - LABEL - 6) // 3)
    size = len(matrix.names)
    for first in range(0, size, fit):
        columns = range(first, min(first + fit, size))
        yield 2, Text(" " * (LABEL + 3) + "".join(f"{column + 1:>3}" for column in columns), style="dim")
        for row, name in enumerate(matrix.names):
            shown = Text(f"{row + 1:>2} {set_cell_size(clean(name), LABEL)}")
            for column in columns:
                cell = matrix.cells.get((row, column))
                glyph = " " if row == column else cell.glyph if cell else "·"
                shown.append(f"  {glyph}", style=_GLYPHS.get(glyph, "dim"))
            yield 2, shown
        yield 2, Text("")


def _quote(quote: Quote, color: bool) -> Iterator[tuple[int, Text]]:
    head = Text(f"[{quote.number}] ", style="dim")
    head.append(f"{clean(quote.document)} {quote.start}–{quote.end}", style="dim")
    if quote.says:
        head.append(f"  {quote.says}")
    yield 2, head
    words = Text("“")
    for piece in quote.pieces:
        words.append(*_piece(piece, color))
    words.append("”")
    yield 6, words
    yield 6, Text(" · ".join(clean(part) for part in (quote.source, quote.particulars) if part), style="dim")


def _piece(piece: Piece, color: bool) -> tuple[str, str]:
    if color and piece.part:
        return clean_inside(piece.words), _PARTS[piece.part]
    return clean_inside(mark_plain(piece)), ""


def clean_inside(words: str) -> str:
    """Cleaned, with a space kept at either end."""
    left, right = " " if words[:1].isspace() else "", " " if words[-1:].isspace() and words.strip() else ""
    return left + clean(words) + right
