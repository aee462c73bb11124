"""The brief as GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from imbroglio.outputs.brief.data import Brief, Line, Matrix, Quote
from imbroglio.outputs.brief.text import LEGEND
from imbroglio.outputs.tables import Piece, markdown

_LIST = re.compile(r"^([-+]|\d+(?=[.)]))")  # what would begin a list inside the list
_ESCAPED = r"\\\1"
_TAGS = {"subject": "b", "object": "b", "cue": "i"}  # tags, since asterisks of two parts that touch would run together


def render_markdown(brief: Brief) -> str:
    """One page; references lead to the quotes at its end, and every cell of the matrix to its first quote."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    yield "# Brief\n"
    yield from _lines(brief.documents.lines)
    if brief.documents.about:
        yield f"\n{markdown(brief.documents.about)}"
    if brief.matrices:
        yield "\n## Matrix\n"
        for matrix in brief.matrices:
            yield from _matrix(matrix)
        yield LEGEND
    for section in brief.sections:
        yield f"\n## {markdown(section.title)}\n"
        if section.about:
            yield f"{markdown(section.about)}\n"
        yield from _lines(section.lines)
    yield "\n## Quotes\n"
    for quote in brief.quotes:
        yield _quote(quote)


def _lines(lines: Iterable[Line], indent: str = "") -> Iterator[str]:
    for line in lines:
        refs = "".join(_ref(number) for number in line.quotes)
        more = f" and {line.more} more" if line.more else ""
        yield f"{indent}- {_LIST.sub(_ESCAPED, markdown(line.text))}{' ' + refs if refs else ''}{more}"
        yield from _lines(line.under, indent + "  ")


def _ref(number: int) -> str:
    return f"[\\[{number}\\]](#q{number})"


def _matrix(matrix: Matrix) -> Iterator[str]:
    numbers = range(len(matrix.names))
    yield "| | " + " | ".join(str(number + 1) for number in numbers) + " |"
    yield "|---|" + ":-:|" * len(matrix.names)
    for row, name in enumerate(matrix.names):
        cells = []
        for column in numbers:
            cell = matrix.cells.get((row, column))
            glyph = " " if row == column else cell.glyph if cell else "·"
            cells.append(f"[{glyph}](#q{cell.quotes[0]})" if cell and cell.quotes else glyph)
        yield f"| {row + 1} {markdown(name)} | " + " | ".join(cells) + " |"
    yield ""


def _quote(quote: Quote) -> str:
    words = "".join(map(_piece, quote.pieces)).strip()
    facts = [f"{quote.document} {quote.start}–{quote.end}", quote.says, quote.source, quote.particulars]
    told = " · ".join(markdown(fact) for fact in facts if fact)
    return f'<a id="q{quote.number}"></a>\n**[{quote.number}]** “{words}”  \n{told}\n'


def _piece(piece: Piece) -> str:
    left, right = " " if piece.words[:1].isspace() else "", " " if piece.words[-1:].isspace() else ""
    words, tag = markdown(piece.words), _TAGS.get(piece.part)
    return f"{left}<{tag}>{words}</{tag}>{right}" if tag else left + words + right
