"""A gold folder: `documents.jsonl` and `claims.jsonl`, as `docs/evaluation.md` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.model import Relation

Row = dict[str, Any]
_DOCUMENT = ("id", "text")
_CLAIM = ("doc", "relation", "subject", "subject_is", "subject_span", "object", "object_is", "object_span")
_FOUND = ("document", "relation", "subject", "object")


@dataclass(frozen=True, slots=True)
class Gold:
    """Labelled documents. `documents` are rows by id, `claims` the labelled claims in the order of the file."""

    documents: dict[str, Row]
    claims: list[Row]

    @property
    def quiet(self) -> list[str]:
        """Ids of the documents in which there is no claim."""
        loud = {claim["doc"] for claim in self.claims}
        return [id for id in self.documents if id not in loud]

    def only(self, ids: set[str]) -> Gold:
        """The part of the gold that concerns these documents."""
        kept = {id: row for id, row in self.documents.items() if id in ids}
        return Gold(kept, [claim for claim in self.claims if claim["doc"] in kept])

    def inside(self, claims: list[Row]) -> list[Row]:
        """Extracted claims about these documents, without those outside the labelled part of a text."""
        return [claim for claim in claims if claim["document"] in self.documents and self._labelled(claim)]

    def _labelled(self, claim: Row) -> bool:
        window, span = self.documents[claim["document"]].get("labelled"), span_of(claim["subject"])
        return not window or not span or window[0] <= span[0] < window[1]


def span_of(party: Any) -> list[int] | None:
    """The span of an extracted party, which may be a bare name."""
    return party.get("span") if isinstance(party, dict) else None


def load_gold(folder: Path) -> Gold:
    """Read a gold folder.

    Raises:
        GoldError: a file is missing, a line is no JSON object, lacks a key, has a span outside its text or an unknown
            relation; the message names file and line.
    """
    documents: dict[str, Row] = {}
    for where, row in _rows(folder / "documents.jsonl", _DOCUMENT):
        if row["id"] in documents:
            raise GoldError(f"{where}: the document id {row['id']!r} is there twice; give each document its own")
        documents[row["id"]] = row
    claims = []
    for where, row in _rows(folder / "claims.jsonl", _CLAIM):
        _check(where, row, documents)
        claims.append(row)
    return Gold(documents, claims)


def load_claims(path: Path) -> list[Row]:
    """Extracted claims, as `imbroglio read … --format jsonl` prints them. Raises `GoldError` as `load_gold` does."""
    return [row for _, row in _rows(path, _FOUND)]


def _rows(path: Path, keys: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise GoldError(f"{path}: no such file; a gold folder holds documents.jsonl and claims.jsonl") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); it should be UTF-8 text, one JSON object a line") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{where}: not JSON ({error}); each line is one object") from error
        missing = [key for key in keys if not isinstance(row, dict) or key not in row]
        if missing:
            raise GoldError(f"{where}: lacks {', '.join(missing)}; see docs/evaluation.md for the keys")
        yield where, row


def _check(where: str, row: Row, documents: dict[str, Row]) -> None:
    if row["doc"] not in documents:
        raise GoldError(f"{where}: speaks of document {row['doc']!r}, which documents.jsonl does not hold")
    if row["relation"] not in set(Relation):
        raise GoldError(f"{where}: unknown relation {row['relation']!r}; known are {', '.join(Relation)}")
    size = len(documents[row["doc"]]["text"])
    for key in ("subject_span", "object_span", "cue_span"):
        span = row.get(key)
        if span and not (len(span) == 2 and 0 <= span[0] < span[1] <= size):
            raise GoldError(f"{where}: {key} {span} does not lie in the text, which has {size} characters")
