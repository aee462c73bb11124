"""Claims and actors in words: plain text, Markdown, and the marked quotes that both are made of.

Words of documents are other people's: control characters are taken out before a terminal sees them, and what Markdown
would act on is escaped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from imbroglio.model import Claim, Document, Interval, Speaker

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote and the part they play in the claim: `subject`, `cue`, `object` or nothing."""

    words: str
    part: str = ""


MOST_NAMES = 4  # other names of an actor that a table shows

Marker = Callable[[Piece], str]


def clean(words: str) -> str:
    """The words on one line, without characters that a terminal would act on."""
    return " ".join(_UNSEEN.sub("", words.replace("\r", "\n")).split())


def markdown(words: str) -> str:
    """The words on one line, with everything escaped that Markdown or HTML would act on."""
    return _MARKDOWN.sub(r"\\\1", clean(words).replace("&", "&amp;"))


def quote_pieces(claim: Claim, document: Document) -> Iterator[Piece]:
    """The claim's quote, cut where subject, cue and object begin and end, without what the reader passed over."""
    parts = (("cue", claim.cue), ("subject", claim.subject.span), ("object", claim.object.span))
    quote, skipped = claim.quote, [span for span in document.skip if span.overlaps(claim.quote)]
    edges = {edge for span in (*(span for _, span in parts), *skipped) for edge in (span.start, span.end)}
    cuts = sorted({quote.start, quote.end, *(edge for edge in edges if quote.start < edge < quote.end)})
    seen = []
    for start, end in itertools.pairwise(cuts):
        if not any(span.start <= start < span.end for span in skipped):
            part = next((name for name, span in parts if span.start <= start < span.end), "")
            seen.append((document.text[start:end], part))
    for part, group in itertools.groupby(seen, key=lambda pair: pair[1]):
        yield from _spaced("".join(words for words, _ in group), part)


def _spaced(raw: str, part: str) -> Iterator[Piece]:
    """The words without control characters, the spaces around them as pieces without a part."""
    words = clean(raw)
    if raw[:1].isspace():
        yield Piece(" ")
    if words:
        yield Piece(words, part if any(map(str.isalnum, words)) else "")
        if raw[-1:].isspace():
            yield Piece(" ")


def mark_plain(piece: Piece) -> str:
    """[subject] and [object] in brackets, the _cue_ between underscores."""
    around = {"subject": "[{}]", "object": "[{}]", "cue": "_{}_"}.get(piece.part, "{}")
    return around.format(piece.words)


def mark_markdown(piece: Piece) -> str:
    """**Subject** and **object** in bold, the *cue* in italics."""
    around = {"subject": "**{}**", "object": "**{}**", "cue": "*{}*"}.get(piece.part, "{}")
    return around.format(markdown(piece.words)) if piece.words.strip() else piece.words


def sources(claim: Claim, document: Document) -> str:
    """Who says so, outermost first: "The Daily Star (report-7, 2016-02-14) ‹ Reuters ‹ officials (unnamed)"."""
    identity = f"{document.id}, {document.published}" if document.published else document.id
    outlet = f"{document.source or 'the document'} ({identity})"
    return clean(" ‹ ".join([outlet, *map(speaker, claim.said_by)]))


def speaker(link: Speaker) -> str:
    """One link of a chain of sources."""
    return f"{link.name} (unnamed)" if link.anonymous else link.name


def statement(claim: Claim) -> str:
    """Who does what to whom, in one line."""
    denied = "not: " if claim.polarity == "no" else ""
    return clean(f"{claim.subject.name} → {denied}{claim.relation.value} → {claim.object.name}")


def particulars(claim: Claim) -> str:
    """Where, when, how firm: "in Syria · since 2014 · hedged · trust 0.83"."""
    trend = {"more": "growing", "less": "shrinking", "begin": "beginning", "stop": "ending"}.get(claim.trend or "")
    parts = (
        f"in {claim.place}" if claim.place else None,
        f"via {claim.via}" if claim.via else None,
        time(claim.when),
        trend,
        claim.firmness,
        "in passing" if claim.background else None,
        f"trust {claim.trust:.2f}",
    )
    return clean(" · ".join(part for part in parts if part))


def time(when: Interval) -> str:
    """The stated time in its own words and dates, else the tense."""
    dates = " to ".join(day.isoformat() if day else "…" for day in dict.fromkeys((when.start, when.end)))
    if not (when.start or when.end):
        return when.words or when.tense
    return f"{when.words} ({dates})" if when.words else dates


def claims_text(claims: Iterable[Claim], documents: Mapping[str, Document], mark: Marker = mark_plain) -> str:
    """The claims, a paragraph each: the quote first, then what it says, the particulars and who says so."""
    blocks = []
    for claim in claims:
        document = documents[claim.document]
        quote = "".join(map(mark, quote_pieces(claim, document))).strip()
        lines = (f"“{quote}”", statement(claim), particulars(claim), sources(claim, document))
        blocks.append("\n    ".join(lines) + "\n")
    return "\n".join(blocks)


def claims_markdown(claims: Iterable[Claim], documents: Mapping[str, Document]) -> str:
    """The claims as a Markdown list, quotes first."""
    blocks = []
    for claim in claims:
        document = documents[claim.document]
        quote = "".join(map(mark_markdown, quote_pieces(claim, document))).strip()
        said = (statement(claim), particulars(claim), sources(claim, document))
        blocks.append(f"- “{quote}”  \n  " + "  \n  ".join(map(markdown, said)) + "\n")
    return "".join(blocks)


def actors_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Actors in columns: claims, name, kind, other names; `+` marks those that the registry does not know."""
    table = [("claims", "actor", "kind", "also")]
    for row in rows:
        name = row["name"] if row["known"] else f"{row['name']} +"
        also = "; ".join([*row["names"][:MOST_NAMES], *(["…"] if len(row["names"]) > MOST_NAMES else [])])
        table.append((str(row["claims"]), name, row["kind"], also))
    cells = [tuple(map(clean, row)) for row in table]
    widths = [max(len(row[i]) for row in cells) for i in range(3)]
    lines = (f"{a:>{widths[0]}}  {b:<{widths[1]}}  {c:<{widths[2]}}  {d}".rstrip() for a, b, c, d in cells)
    return "\n".join(lines) + "\n"


def actors_markdown(rows: Iterable[Mapping[str, Any]]) -> str:
    """Actors as a Markdown table."""
    head = "| actor | kind | known | claims | also |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {markdown(r['name'])} | {r['kind']} | {'yes' if r['known'] else 'no'} | {r['claims']} "
        f"| {markdown('; '.join(r['names']))} |\n"
        for r in rows
    )
