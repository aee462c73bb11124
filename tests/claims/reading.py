"""Reads a sentence as the shipped reader does, up to parties: for tests of what is found beside claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from imbroglio.actors import Registry, find_mentions
from imbroglio.documents import make_document
from imbroglio.language import parse


def read(find: Callable[..., list[Any]], text: str) -> tuple[str, list[Any]]:
    """The text, and the records that `find` finds in it, said by nobody in particular."""
    document = make_document(text, id="one")
    (doc,) = parse([text])
    return text, find(doc, document, find_mentions(doc, document, Registry.load()), lambda token: ())
