"""Printing: a case as brief or JSON, claims in any format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from imbroglio.case import Standing
    from imbroglio.model import Claim
    from imbroglio.outputs.tables import Piece

COLOURS = {"subject": "cyan", "object": "magenta"}


def show(case: Standing, form: str, dismissed: bool = False) -> None:
    """The brief (`text`, `markdown`), everything (`json`) or the claims (`jsonl`); `dismissed`: all findings."""
    if form == "jsonl":
        show_claims(case, case.claims(), form)
    elif form == "json":
        from imbroglio.outputs.jsonl import case_object, to_json

        click.echo(to_json(case_object(case, dismissed), indent=2))
    else:
        from imbroglio.outputs import brief

        made = brief.brief(case.documents(), case.claims(), case.actors(), case.readings(), case.verdicts, dismissed)
        width = get_terminal_size((100, 24)).columns
        colour = sys.stdout.isatty()
        page = brief.render_text(made, width, colour) if form == "text" else brief.render_markdown(made)
        click.echo(page.rstrip("\n"))


def show_claims(case: Standing, claims: Iterable[Claim], form: str) -> None:
    """These claims of the case; on a terminal, colours mark the parties and the cue."""
    from imbroglio.outputs import tables
    from imbroglio.outputs.jsonl import claim_rows

    if form in ("json", "jsonl"):
        show_rows(claim_rows(case, claims), form)
        return
    documents = {document.id: document for document in case.documents()}
    if form == "markdown":
        click.echo(tables.claims_markdown(claims, documents), nl=False)
    else:
        mark = _coloured if sys.stdout.isatty() else tables.mark_plain
        click.echo(tables.claims_text(claims, documents, mark), nl=False)


def show_rows(rows: Iterable[Mapping[str, Any]], form: str) -> None:
    """Rows as JSON lines, or as one JSON list."""
    from imbroglio.outputs.jsonl import to_json

    if form == "json":
        click.echo(to_json(list(rows), indent=2))
    else:
        for row in rows:
            click.echo(to_json(row))


def _coloured(piece: Piece) -> str:
    colour = COLOURS.get(piece.part)
    return click.style(piece.words, fg=colour, bold=colour is not None, underline=piece.part == "cue")
