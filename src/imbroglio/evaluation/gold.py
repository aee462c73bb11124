"""A gold folder: `documents.jsonl` and `claims.jsonl`, as `docs/evaluation.md` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.model import Relation

Row = dict[str, Any]
_DOCUMENT = ("id", "text")
_CLAIM = ("doc", "relation", "subject", "subject_is", "subject_span", "object", "object_is", "object_span")
_FOUND = ("document", "relation", "subject", "object")
_PLAIN = {"polarity": "yes", "firmness": "fact", "background": False, "tense": "present"}  # where a claim says nothing


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

    def inside(self, claims: Iterable[Row]) -> list[Row]:
        """Extracted claims about these documents, without those outside the labelled part of a text."""
        return [claim for claim in claims if claim["document"] in self.documents and self._labelled(claim)]

    def _labelled(self, claim: Row) -> bool:
        window, span = self.documents[claim["document"]].get("labelled"), span_of(claim["subject"])
        return not window or not span or window[0] <= span[0] < window[1]


def span_of(party: Any) -> list[int] | None:
    """The span of an extracted party, which may be a bare name."""
    return party.get("span") if isinstance(party, dict) else None


def name_of(party: Any) -> str | None:
    """The name of a party, speaker or place, which may be a bare one."""
    return party.get("name") if isinstance(party, dict) else party


def load_gold(folder: Path) -> Gold:
    """Read a gold folder.

    Raises:
        GoldError: a file is missing, a line is no JSON object, lacks a key, has a span outside its text or an unknown
            relation; the message names file and line.
    """
    documents: dict[str, Row] = {}
    for where, row in _rows(folder / "documents.jsonl", _DOCUMENT):
        _check_document(where, row)
        if row["id"] in documents:
            raise GoldError(f"{where}: the document id {row['id']!r} is there twice; give each document its own")
        documents[row["id"]] = row
    if not documents:
        raise GoldError(f"{folder / 'documents.jsonl'}: is empty; give one document a line")
    claims = []
    for where, row in _rows(folder / "claims.jsonl", _CLAIM):
        _check_claim(where, row, documents)
        claims.append(_PLAIN | row)
    return Gold(documents, claims)


def load_claims(path: Path) -> list[Row]:
    """Extracted claims, as `imbroglio read … --format jsonl` prints them. Raises `GoldError` as `load_gold` does."""
    claims = []
    for where, row in _rows(path, _FOUND):
        for key in ("subject", "object"):
            if (span := span_of(row[key])) is not None and not _is_span(span):
                raise GoldError(f"{where}: the span of the {key} is {span!r}; give [start, end) in characters")
        claims.append(row)
    return claims


def _rows(path: Path, keys: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        advice = "a gold folder holds documents.jsonl and claims.jsonl" if keys is not _FOUND else "check the path"
        raise GoldError(f"{path}: no such file; {advice}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); it should be UTF-8 text, one JSON object a line") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{where}: not JSON ({error}); each line is one object") from error
        missing = [key for key in keys if not isinstance(row, dict) or key not in row]
        if missing:
            raise GoldError(f"{where}: lacks {', '.join(missing)}; see docs/evaluation.md for the keys")
        yield where, row


def _check_document(where: str, row: Row) -> None:
    if not all(isinstance(row[key], str) and row[key].strip() for key in _DOCUMENT):
        raise GoldError(f"{where}: id and text must be strings that are not empty")
    if row.get("published"):
        try:
            date.fromisoformat(row["published"])
        except (TypeError, ValueError):
            message = f"{where}: published is {row['published']!r}; write a date like 2016-02-14, or null"
            raise GoldError(message) from None
    window = row.get("labelled")
    if window and not (_is_span(window) and window[1] <= len(row["text"])):
        raise GoldError(f"{where}: labelled is {window!r}; give [start, end) in characters of the text")


def _check_claim(where: str, row: Row, documents: dict[str, Row]) -> None:
    if row["doc"] not in documents:
        raise GoldError(f"{where}: speaks of document {row['doc']!r}, which documents.jsonl does not hold")
    if row["relation"] not in set(Relation):
        raise GoldError(f"{where}: unknown relation {row['relation']!r}; known are {', '.join(Relation)}")
    size = len(documents[row["doc"]]["text"])
    for key in ("subject_span", "object_span", "cue_span"):
        span: Any = row.get(key)
        if (span or key != "cue_span") and not (_is_span(span) and span[1] <= size):
            raise GoldError(f"{where}: {key} {span} does not lie in the text, which has {size} characters")


def _is_span(span: Any) -> bool:
    whole = isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span)
    return whole and 0 <= span[0] < span[1]
