"""What every answer shares: a title, sections whose lines lead to quotes, and actors by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from imbroglio.knowledge import load
from imbroglio.model import Actor, Claim, Document
from imbroglio.outputs.brief.data import Brief, Line, Section
from imbroglio.outputs.brief.quotes import Quotes
from imbroglio.outputs.jsonl import claim_row


@cache
def _registered() -> dict[str, Actor]:
    """States that govern places may be ones that no document speaks of."""
    return {actor.id: actor for actor in load.actors()}


class Told:
    """One answer being told: names instead of ids, claims with their quotes."""

    def __init__(self, documents: Mapping[str, Document], actors: Mapping[str, Actor]) -> None:
        self.documents, self.actors = documents, actors
        self.quotes = Quotes(documents)

    def name(self, actor: str) -> str:
        """The preferred name."""
        found = self.actors.get(actor) or _registered().get(actor)
        return found.name if found else actor

    def names(self, actors: Iterable[str]) -> list[str]:
        return [self.name(actor) for actor in actors]

    def rows(self, claims: Iterable[Claim]) -> list[dict[str, Any]]:
        """Claims as data, each with its quote."""
        return [claim_row(claim, self.documents[claim.document]) for claim in claims]

    def line(self, text: str, claims: Iterable[Claim] = (), under: Iterable[Line] = (), shown: int = 4) -> Line:
        """A line that refers to the best of its claims."""
        return self.quotes.line(text, claims, under, shown)

    def page(self, title: str, about: str, lines: Iterable[Line] = (), sections: Iterable[Section] = ()) -> Brief:
        """The whole answer; sections without a line are left out."""
        kept = tuple(section for section in sections if section.lines)
        return Brief(Section(title, about, tuple(lines)), (), kept, self.quotes.all())
