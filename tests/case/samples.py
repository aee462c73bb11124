"""Records of every shape, for properties that must hold for all of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from imbroglio.model import Claim, Document, Interval, Reading, Span

T = TypeVar("T")

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 500))
days = st.tuples(*[st.none() | st.dates()] * 2).filter(lambda pair: None in pair or pair[0] <= pair[1])

# Types whose values must hang together; all others are filled by their hints.
st.register_type_strategy(Span, spans)
st.register_type_strategy(
    Interval,
    st.builds(lambda days, base: replace(base, start=days[0], end=days[1]), days, st.builds(
        Interval, tense=st.sampled_from(["past", "present", "future"]), basis=st.sampled_from(["stated", "tense"]),
        start=st.none(), end=st.none(), precise=st.booleans(), words=st.none() | st.text(),
    )),
)  # fmt: skip
st.register_type_strategy(Claim, lambda _: filled(Claim, trust=st.floats(0, 1)))


def filled(kind: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Records of this type, every field that is not given filled in any way its hint allows."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: st.from_type(hint) for name, hint in hints.items()} | given)


def readings(document: str) -> st.SearchStrategy[Reading]:
    """Readings of a document, with records of every kind."""
    lists = {
        name: st.lists(st.from_type(get_args(hint)[0]), max_size=2).map(tuple)
        for name, hint in get_type_hints(Reading).items()
        if get_origin(hint) is tuple
    }
    return st.builds(Reading, document=st.just(document), **lists)


def document(id: str, text: str = "Norland arms the Guard.", **more: object) -> Document:
    """A document of this text."""
    return Document(id, text, hashlib.sha256(text.encode()).hexdigest(), **more)  # type: ignore[arg-type]
