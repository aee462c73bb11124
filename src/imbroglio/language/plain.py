"""A parsed spaCy Doc as plain Python objects: the part of spaCy's interface that the grammar walks over.

spaCy makes a new object for every token that is looked at, and looks its strings up each time. The grammar looks at
each token some hundred times, so that one copy costs far less. Names and meanings are spaCy's (`Doc`, `Span`, `Token`
in its API documentation); what is not listed here is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, overload

from imbroglio.language.mending import mend

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

_CACHE = "imbroglio.plain"
_STRINGS = ("ORTH", "LOWER", "LEMMA", "POS", "DEP", "ENT_TYPE")
_FLAGS = ("IS_PUNCT", "IS_QUOTE", "IS_SPACE", "SPACY")


class Token:
    """One token. It is equal to itself alone, since a Doc makes each of its tokens once."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_quote", "is_sent_start",
        "is_space", "left_edge", "lemma_", "lower_", "morph", "pos_", "right_edge", "sent", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    head: Token
    children: list[Token]  # in the order of the text
    left_edge: Token
    right_edge: Token
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    morph: dict[str, list[str]]  # values by feature
    sent: Span  # the sentence that the token is part of
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_sent_start: bool | None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> Iterator[Token]:
        """The children before the token."""
        return (child for child in self.children if child.i < self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it; where branches cross, in the order of the tree."""
        behind = False
        for child in self.children:
            if not behind and child.i > self.i:
                behind = True
                yield self
            yield from child.subtree
        if not behind:
            yield self

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above the token, nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def nbor(self, offset: int = 1) -> Token:
        """The token so many places further on.

        Raises:
            IndexError: there is none.
        """
        tokens, place = self.doc.tokens, self.i + offset
        if not 0 <= place < len(tokens):
            raise IndexError(f"no token {place} in a text of {len(tokens)}")
        return tokens[place]


class Span:
    """The tokens from `start` to `end`, half-open."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, place: int) -> Token:
        return self.doc.tokens[range(self.start, self.end)[place]]

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last token ends, without the space behind it."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as the text has them, without the space behind the last."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The token that all others hang on; of several the first, of those nearest to their sentence's root."""
        inside = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
        return min(inside, key=lambda t: sum(1 for _ in t.ancestors))


class Doc:
    """A parsed text. `user_data` and the extension attributes (`_`) are those of the spaCy Doc that it copies."""

    __slots__ = ("_", "ents", "sents", "text", "tokens", "user_data")

    def __init__(self, doc: SpacyDoc) -> None:
        self.text: str = doc.text
        self.user_data, self._ = doc.user_data, doc._
        self.tokens = [Token() for _ in range(len(doc))]
        self._copy(doc)
        self.link()
        self.sents = [Span(self, s.start, s.end) for s in doc.sents] if doc.has_annotation("SENT_START") else []
        for span in self.sents:
            for token in span:
                token.sent = span
        self.ents = doc.ents

    def _copy(self, doc: SpacyDoc) -> None:
        """All attributes at once, each string looked up once."""
        table: Any = doc.to_array([*_STRINGS, *_FLAGS, "HEAD", "SENT_START", "ENT_IOB", "MORPH"])
        keys = {*table[:, : len(_STRINGS)].ravel().tolist(), *table[:, -1].tolist()}
        strings = {key: doc.vocab.strings[key] for key in keys}
        place = 0
        for i, (token, row) in enumerate(zip(self.tokens, table.tolist(), strict=True)):
            token.text, token.lower_, token.lemma_, token.pos_, token.dep_, token.ent_type_ = (
                strings[key] for key in row[:6]
            )
            token.is_punct, token.is_quote, token.is_space, spaced = map(bool, row[6:10])
            head, opens, iob, morph = row[10:]
            token.doc, token.i, token.idx = self, i, place
            token.head = self.tokens[(i + head) % 2**64]
            token.is_sent_start = {0: None, 1: True}.get(opens, False)
            token.whitespace_, token.ent_iob_ = " " * spaced, ("", "I", "O", "B")[iob]
            token.morph = _features(strings[morph])
            place += len(token.text) + spaced

    def link(self) -> None:
        """Find children, and the edges of what is below a token, from the heads."""
        for token in self.tokens:
            token.left_edge = token.right_edge = token
            token.children = []
        for token in self.tokens:
            if token.head is not token:
                token.head.children.append(token)
        order = [token for token in self.tokens if token.head is token]
        for token in order:
            order += token.children
        for token in reversed(order):
            head = token.head
            if token.left_edge.i < head.left_edge.i:
                head.left_edge = token.left_edge
            if token.right_edge.i > head.right_edge.i:
                head.right_edge = token.right_edge

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that these characters touch; None if they touch none."""
        inside = [t.i for t in self.tokens if t.idx < end and t.idx + len(t.text) > start]
        return Span(self, inside[0], inside[-1] + 1) if inside else None


@cache
def _features(morph: str) -> dict[str, list[str]]:
    """ "Mood=Ind|Tense=Past" by feature."""
    pairs = (feature.split("=", 1) for feature in morph.split("|") if "=" in feature)
    return {name: values.split(",") for name, values in pairs}


def plain(doc: SpacyDoc | Doc) -> Doc:
    """The Doc as plain objects with its tree mended, copied once; its syntax must not change afterwards."""
    if isinstance(doc, Doc):
        return doc
    found = doc.user_data.get(_CACHE)
    if not isinstance(found, Doc):
        found = doc.user_data[_CACHE] = Doc(doc)
        mend(found)
    return found
