"""Who said it."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.model.span import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of sources: an outlet, a person, a body, or somebody unnamed, kept as described."""

    name: str
    actor: str | None = None  # actor id
    anonymous: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One attribution in a document: somebody (source) by some words (cue) puts something forward (content).

    Content may come in pieces ("split quotation"). `parent` is the index, in the document's list of quotations, of the
    attribution this one stands inside, so that chains nest to any depth. `kind` says how it is reported.
    """

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    parent: int | None = None
    kind: str = "indirect"  # direct | indirect | mixed | relayed (an outlet that somebody told)
