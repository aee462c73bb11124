"""Markdown with front matter: the file is the text, its marks are passed over.

Nothing is rendered: offsets stay true to the file as an editor shows it. Front matter, code, link targets and emphasis
marks become stretches to skip, so that the parser sees the words alone.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

from imbroglio.documents import limits
from imbroglio.documents.build import DocumentWarning, make_document, to_date, to_text
from imbroglio.model import Document, Span

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\r\n]+?)[ \t#]*$", re.MULTILINE)
_BLOCKS = re.compile(
    r"^(?P<fence>```|~~~)[^\n]*\n.*?^(?P=fence)[^\n]*$"  # code
    r"|<!--.*?-->"  # comments
    r"|^\[[^\]\n]+\]:[ \t]*\S[^\n]*$"  # link definitions
    r"|!\[[^\]\n]*\]\([^)\n]*\)",  # pictures
    re.DOTALL | re.MULTILINE,
)
_MARKS = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}|>+|[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t]))[ \t]*"  # headings, quotes, lists
    r"|[ \t]#+[ \t]*$|^(?:[ \t]*[-*_]){3,}[ \t]*$|^=+[ \t]*$"  # closing hashes, rules, underlines
    r"|\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+"  # emphasis, inline code
    r"|</?[A-Za-z][^<>\n]{0,200}>",  # raw HTML
    re.MULTILINE,
)
_LINK = re.compile(r"(\[)[^\[\]\n]*(\]\([^()\n]*\)|\]\[[^\[\]\n]*\])")


def from_markdown(
    text: str,
    *,
    id: str,
    where: str | None = None,
    path: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Document:
    """The document of a Markdown text.

    Front matter gives `title`, `source`, `published` (or `date`) and `url`; `source` and `published` here are for a
    document that does not say. See `make_document` for errors.
    """
    where = where or id
    fields, body = front_matter(text, where)
    heading = _HEADING.search(text, body)
    return make_document(
        text,
        id=id,
        where=where,
        path=path,
        source=to_text(fields.get("source")) or source,
        published=to_date(fields.get("published") or fields.get("date"), where) or published,
        title=to_text(fields.get("title")) or (heading[1].strip() if heading else None),
        url=to_text(fields.get("url")),
        skip=[Span(0, body), *_marks(text, body)],
    )


def front_matter(text: str, where: str) -> tuple[dict[str, Any], int]:
    """The fields before the text proper and the offset where that begins; broken fields give a warning and none."""
    match = _FRONT_MATTER.match(text[: limits.FRONT_MATTER_CHARS])
    if not match:
        return {}, 0
    import yaml

    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:120]
        warnings.warn(f"{where}: front matter left out, it is not YAML: {problem}", DocumentWarning, stacklevel=2)
        fields = None
    return (fields if isinstance(fields, dict) else {}), match.end()


def _marks(text: str, body: int) -> Iterator[Span]:
    for pattern in (_BLOCKS, _MARKS):
        for match in pattern.finditer(text, body):
            yield Span(*match.span())
    for match in _LINK.finditer(text, body):
        yield Span(*match.span(1))
        yield Span(*match.span(2))
