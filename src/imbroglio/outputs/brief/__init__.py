"""The brief: who stands where, what does not add up, and the words that every line opens to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from imbroglio.analysis import Situation
from imbroglio.case.review import Verdict
from imbroglio.graph import PlaceTree
from imbroglio.model import Actor, Claim, Document, Reading
from imbroglio.outputs.brief import matrix, records, sections
from imbroglio.outputs.brief.data import Brief, Cell, Line, Matrix, Quote, Section
from imbroglio.outputs.brief.markdown import render_markdown
from imbroglio.outputs.brief.quotes import Quotes
from imbroglio.outputs.brief.text import render_text

__all__ = ["Brief", "Cell", "Line", "Matrix", "Quote", "Section", "brief", "render_markdown", "render_text"]

NOBODY: Mapping[str, Verdict] = MappingProxyType({})  # decided anything


def brief(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    actors: Mapping[str, Actor],
    readings: Iterable[Reading] = (),
    verdicts: Mapping[str, Verdict] = NOBODY,
    dismissed: bool = False,
) -> Brief:
    """What the claims amount to.

    `readings` give the records beside them, `verdicts` what people decided about findings, by their ids: those that
    somebody dismissed are told only with `dismissed`.
    """
    kept = records.Records(tuple(readings))
    situation = Situation(documents, actors, claims, PlaceTree(), kept.agreements, kept.norms)
    quotes = Quotes(situation.documents)
    tables, pairs = matrix.matrices(situation, quotes)
    told = [sections.what_does_not_add_up(situation, quotes, verdicts, dismissed), pairs]
    told += [make(situation, quotes) for make in sections.DEEDS]
    told += [make(kept, quotes) for make in records.RECORDS]
    told += [make(situation, quotes) for make in sections.TELLING]
    told.append(records.unresolved(kept, quotes))
    read = sections.sources_read(situation)
    return Brief(read, tables, tuple(section for section in told if section.lines), quotes.all())
