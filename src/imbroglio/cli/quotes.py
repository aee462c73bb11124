"""`imbroglio quotes`: who said what."""

from __future__ import annotations

from typing import Any

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, example, formats
from imbroglio.cli.show import show_rows


@click.command(epilog=example("imbroglio quotes report.txt", "imbroglio quotes reports/ --format jsonl > quotes.jsonl"))
@case_or_files
@about_files
@formats("text", "json", "jsonl")
def quotes(inputs: tuple[str, ...], form: str) -> None:
    """Who said what.

    Every attribution with its source, its cue and its content. What one speaker says that another said stands below the
    first; in JSON, inside its row.
    """
    from imbroglio.outputs.quotes import quotation_rows

    with opened(inputs) as case:
        texts = {document.id: document.text for document in case.documents()}
        rows = (
            row
            for reading in case.readings()
            for row in quotation_rows(reading.document, texts[reading.document], reading.quotations)
        )
        if form != "text":
            show_rows(rows, form)
            return
        for row in rows:
            _show(row)


def _show(row: dict[str, Any]) -> None:
    from imbroglio.outputs.tables import clean

    click.echo(f"{clean(_chain(row))}: “{clean(row['quote'])}” ({clean(row['document'])})")
    for inner in row["within"]:
        _show(inner)


def _chain(row: dict[str, Any]) -> str:
    said = [f"{s['name']} (unnamed)" if s["anonymous"] else s["name"] for s in row["said_by"]]
    return " ‹ ".join(said) or "somebody"
