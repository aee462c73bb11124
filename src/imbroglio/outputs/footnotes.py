"""Footnotes: the documents behind claims, with the words, as Markdown, BibTeX and CSL-JSON.

BibTeX: O. Patashnik, "BibTeXing" (1988), with biblatex's `date` and `url`. CSL-JSON: the citation style language's
input format, type `article-newspaper`. What the documents say is other people's text and is escaped for each format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from imbroglio.knowledge.slug import slug
from imbroglio.model import Claim, Document
from imbroglio.outputs.tables import clean, markdown, quote_pieces, sources, statement

FORMATS = ("markdown", "bibtex", "csl-json")
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "#$%&_"},
}  # fmt: skip


def footnotes(claims: Iterable[Claim], documents: Mapping[str, Document], form: str) -> str:
    """Footnotes of these claims: one a claim in Markdown, one a document in the other formats."""
    claims = list(dict.fromkeys(claims))
    if form == "markdown":
        return "".join(_markdown(n, claim, documents[claim.document]) for n, claim in enumerate(claims, 1))
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    if form == "bibtex":
        return "\n".join(_bibtex(documents[id], own) for id, own in by_document.items())
    rows = [_csl(documents[id], own) for id, own in by_document.items()]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def web_address(url: str | None) -> str | None:
    """The address if it is one that a browser opens as a page; nothing else is handed on."""
    return url if url and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", url) else None


def _quote(claim: Claim, document: Document) -> str:
    return "".join(piece.words for piece in quote_pieces(claim, document)).strip()


def _markdown(number: int, claim: Claim, document: Document) -> str:
    parts = [document.title or document.id, sources(claim, document)]
    address = web_address(document.url)
    told = f"“{markdown(_quote(claim, document))}” {markdown(', '.join(map(clean, parts)))}."
    return f"[^{number}]: {told}{f' <{address}>' if address else ''} *{markdown(statement(claim))}*\n"


def _bibtex(document: Document, claims: list[Claim]) -> str:
    quotes = " / ".join(f"``{_tex(_quote(claim, document))}''" for claim in claims)
    fields = {
        "title": _tex(document.title or document.id),
        "journal": _tex(document.source or ""),
        "date": document.published.isoformat() if document.published else "",
        "url": _tex(web_address(document.url) or ""),
        "note": quotes,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(document)},\n{lines}}}\n"


def _csl(document: Document, claims: list[Claim]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": _key(document),
        "type": "article-newspaper",
        "title": clean(document.title or document.id),
    }
    if document.source:
        row["container-title"] = clean(document.source)
    if document.published:
        day = document.published
        row["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if address := web_address(document.url):
        row["URL"] = address
    return row | {"note": " / ".join(f"“{_quote(claim, document)}”" for claim in claims)}


def _key(document: Document) -> str:
    """A key that stays the same: what is readable of the id, and the beginning of the text's hash."""
    return f"{slug(document.id)[:40]}-{document.hash[:8]}"


def _tex(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in clean(words))
