"""Claims as columns of numbers, so that a hundred thousand of them are filtered and counted in milliseconds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from imbroglio.graph import period
from imbroglio.graph.roots import origin, reprint
from imbroglio.model import FIRMNESS, Actor, Claim, Document, Relation, RelationClass

Ints = NDArray[np.int32]
OPEN = sys.maxsize >> 32  # a day that never comes, and its negative for one that always was
RELATIONS = tuple(Relation)
CLASSES = tuple(RelationClass)
_LOW = 0xFFFFFFFF
Name = Literal[
    "document", "subject", "object", "relation", "klass", "sign", "yes", "firmness", "background", "trust", "since",
    "until", "place", "outlet", "origin", "words", "symmetric",
]  # fmt: skip
_NAMES: tuple[Name, ...] = Name.__args__  # type: ignore[attr-defined]


def paired(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    """Two codes as one number, the first weighing more."""
    return (one.astype(np.int64) << 32) + other


def parted(pairs: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The codes of such numbers."""
    return pairs >> 32, pairs & _LOW


@dataclass
class Codes:
    """Numbers for names, in the order of first use."""

    of: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def __call__(self, name: str) -> int:
        if name not in self.of:
            self.of[name] = len(self.names)
            self.names.append(name)
        return self.of[name]

    def known(self, names: Iterable[str]) -> list[int]:
        return [self.of[name] for name in names if name in self.of]


@dataclass
class Vocabulary:
    """What the codes of the columns stand for; it only ever grows."""

    document: Codes = field(default_factory=Codes)
    actor: Codes = field(default_factory=Codes)
    place: Codes = field(default_factory=Codes)  # "" is none
    called: dict[int, str] = field(default_factory=dict)  # by place code, what the first document calls it
    outlet: Codes = field(default_factory=Codes)  # "" is not known
    origin: Codes = field(default_factory=Codes)
    words: Codes = field(default_factory=Codes)  # "" is too short to be a reprint


@dataclass(frozen=True)
class Columns:
    """One number a claim in each array; days are ordinals, `OPEN` where there is no end."""

    vocabulary: Vocabulary
    arrays: Mapping[Name, Ints]

    @staticmethod
    def of(
        claims: Sequence[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor],
        vocabulary: Vocabulary | None = None,
    ) -> Columns:  # fmt: skip
        words = vocabulary or Vocabulary()
        rows = [_row(claim, documents, actors, words) for claim in claims]
        table = np.array(rows, dtype=np.int32).reshape(len(rows), len(_NAMES))
        return Columns(words, {name: np.ascontiguousarray(table[:, n]) for n, name in enumerate(_NAMES)})

    def __getitem__(self, name: Name) -> Ints:
        return self.arrays[name]

    def __len__(self) -> int:
        return len(self.arrays["document"])

    def patched(
        self, places: Sequence[int], changed: Sequence[Claim], added: Sequence[Claim],
        documents: Mapping[str, Document], actors: Mapping[str, Actor],
    ) -> Columns:  # fmt: skip
        """These columns with other claims in some places, and further ones behind."""
        if not places and not added:
            return self
        new = Columns.of([*changed, *added], documents, actors, self.vocabulary)
        arrays = {}
        for name in _NAMES:
            own = self.arrays[name].copy()
            own[list(places)] = new[name][: len(places)]
            arrays[name] = np.concatenate([own, new[name][len(places) :]])
        return replace(self, arrays=arrays)


def _row(claim: Claim, documents: Mapping[str, Document], actors: Mapping[str, Actor], to: Vocabulary) -> list[Any]:
    relation = claim.relation
    start, end = period(claim, documents)
    document = documents[claim.document]
    return [
        to.document(claim.document),
        to.actor(claim.subject.actor),
        to.actor(claim.object.actor),
        RELATIONS.index(relation),
        CLASSES.index(relation.klass),
        relation.sign,
        claim.polarity == "yes",
        FIRMNESS.index(claim.firmness),
        claim.background,
        round(claim.trust * 1000),
        start.toordinal() if start else -OPEN,
        end.toordinal() if end else OPEN,
        _place(claim, to),
        to.outlet(document.source or ""),
        to.origin(origin(claim, documents, actors)),
        to.words(reprint(claim, documents) or ""),
        relation.symmetric,
    ]


def _place(claim: Claim, to: Vocabulary) -> int:
    code = to.place(claim.place_id or claim.place or "")
    to.called.setdefault(code, claim.place or claim.place_id or "")
    return code
