"""What whoever decides looks at: the words of the document beside what was read in them, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from imbroglio.case.review import in_words
from imbroglio.model import Claim, Document
from imbroglio.outputs.reasons import why
from imbroglio.outputs.tables import clean, mark_plain, quote_pieces, sources, speaker, statement, time

if TYPE_CHECKING:
    from imbroglio.analysis.identity import Question
    from imbroglio.case.review import Base, Entry, Reviewed

AROUND = 400  # characters of the document on either side of a quote
SAID = 3  # claims about an actor of a question
WIDE = 100  # columns from which text and extraction stand side by side
STYLES = {"subject": "bold cyan", "object": "bold magenta", "cue": "underline", "": ""}

Row = tuple[str, str]


def claim_card(console: Console, claim: Claim, entry: Entry | None, base: Base, asked: str) -> Group:
    """The claim with its text around it, and what the reader, and people, made of it."""
    document = base.documents[claim.document]
    rows = [*_extraction(claim), *(("why", reason) for reason in why(claim)), ("asked", asked), *_decided(entry)]
    told = Table.grid(padding=(0, 2))
    told.add_column(style="dim", no_wrap=True)
    told.add_column()
    label = ""
    for name, value in rows:
        told.add_row(name if name != label else "", Text(clean(value)))
        label = name
    title = Text(clean(": ".join(part for part in (document.title, sources(claim, document)) if part)), style="italic")
    words = _passage(console, claim, document)
    if console.width < WIDE:
        return Group(title, Text(), words, Text(), told)
    beside = Table.grid(padding=(0, 3), expand=True)
    beside.add_column(ratio=1)
    beside.add_column(ratio=1)
    beside.add_row(words, told)
    return Group(title, Text(), beside)


def question_card(console: Console, question: Question, view: Reviewed, base: Base) -> Group:
    """Are these two one? What makes one ask, and what is said of either."""
    one, other = (clean(view.actors[id].name) for id in (question.one, question.other))
    parts: list[Text | Padding] = [
        Text(f"Is {one} the same as {other}, part of it, or renamed from it?", style="bold"),
        Text(clean(f"asked because: {question.why} (suggests: {question.suggests.replace('_', ' ')})")), Text(),
    ]  # fmt: skip
    if question.claims:
        parts += list(_said(console, question.claims[:SAID], base))
        return Group(*parts)
    for id, name in ((question.one, one), (question.other, other)):
        about = [claim for claim in view.standing() if id in (claim.subject.actor, claim.object.actor)]
        known = ", ".join(dict.fromkeys(n.text for n in view.actors[id].names if n.text != view.actors[id].name))
        parts += [Text(f"{name}" + (clean(f" (also: {known})") if known else "") + f": {len(about)} claims")]
        parts += list(_said(console, about[:SAID], base))
    return Group(*parts)


def _said(console: Console, claims: Iterable[Claim], base: Base) -> Iterator[Text | Padding]:
    for claim in claims:
        document = base.documents[claim.document]
        yield Padding(_quote(console, claim, document), (0, 0, 0, 2))
        yield Padding(Text(f"{statement(claim)} · {sources(claim, document)}", style="dim"), (0, 0, 0, 4))
    yield Text()


def _passage(console: Console, claim: Claim, document: Document) -> Text:
    """The quote, marked, in the sentences around it."""
    start, end = claim.quote.start, claim.quote.end
    before = _words(document, max(0, start - AROUND), start)
    after = _words(document, end, min(len(document.text), end + AROUND))
    if start > AROUND:
        before = "… " + re.sub(r"^.*?[.!?\n][\"”’)]?\s", "", before, count=1, flags=re.DOTALL)
    if end + AROUND < len(document.text):
        after = re.sub(r"\s\S*$", "", after) + " …"
    text = Text(clean(before) + " " if clean(before) else "", style="dim")
    text.append_text(_quote(console, claim, document))
    return text.append((" " if after[:1].isspace() else "") + clean(after), style="dim")


def _quote(console: Console, claim: Claim, document: Document) -> Text:
    """Parties and cue in colours, or between brackets where there are none."""
    colours = console.is_terminal and not console.no_color
    text = Text(style="not dim")
    for piece in quote_pieces(claim, document):
        text.append(piece.words if colours else mark_plain(piece), style=STYLES[piece.part] if colours else "")
    return text


def _words(document: Document, start: int, end: int) -> str:
    """The text without what the reader passed over."""
    kept, place = [], start
    for span in sorted(document.skip, key=lambda span: span.start):
        if span.end > place and span.start < end:
            kept.append(document.text[place : max(place, span.start)])
            place = min(end, span.end)
    return "".join([*kept, document.text[place:end]])


def _extraction(claim: Claim) -> Iterator[Row]:
    yield "subject", claim.subject.name
    yield "relation", ("not: " if claim.polarity == "no" else "") + claim.relation.value
    yield "object", claim.object.name
    yield "place", claim.place or "not said"
    yield "time", f"{claim.when.tense}, {time(claim.when)}" if claim.when.start or claim.when.end else time(claim.when)
    yield "said by", " ‹ ".join(map(speaker, claim.said_by)) or "the document itself"
    if claim.via:
        yield "via", claim.via
    yield "told as", " · ".join(filter(None, (claim.firmness, claim.trend, "in passing" if claim.background else "")))


def _decided(entry: Entry | None) -> Iterator[Row]:
    if entry is None:
        return
    yield "status", entry.status
    yield from (("votes", f"{who}: {vote.replace('_', ' ')}") for who, vote in entry.votes.items())
    for name, value in entry.changed.items():
        if name != "place_id":
            yield "changed", f"{name.replace('_', ' ')}, read as {in_words(value)}"
    yield from (("note", f"{note.after['text']} ({note.who})") for note in entry.notes)
