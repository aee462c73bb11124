"""JSON: claims, actors and whole cases for other programs; `docs/formats.md` says what each key means."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from imbroglio.model import Claim, Document, Party, Span, Unresolved

if TYPE_CHECKING:
    from imbroglio.case import Case, Standing
    from imbroglio.case.review import Verdict

_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")  # what JSON lets through and terminals and line readers act on


def claim_row(claim: Claim, document: Document) -> dict[str, Any]:
    """One claim as plain data; spans are `[start, end)` in characters of the document's text."""
    text, when = document.text, claim.when
    return {
        "document": claim.document,
        "subject": _party(claim.subject),
        "relation": claim.relation.value,
        "object": _party(claim.object),
        "cue": _words(claim.cue, text),
        "quote": _words(claim.quote, text),
        "polarity": claim.polarity,
        "firmness": claim.firmness,
        "said_by": [{"name": s.name, "anonymous": s.anonymous} for s in claim.said_by],
        "place": claim.place,
        "background": claim.background,
        "when": {
            "tense": when.tense, "basis": when.basis, "start": when.start, "end": when.end, "words": when.words,
        },
        "trend": claim.trend,
        "via": claim.via,
        "sentence": claim.sentence,
        "construction": claim.construction,
        "trust": claim.trust,
        "id": claim.id,
    }  # fmt: skip


def claim_rows(case: Case | Standing, claims: Iterable[Claim] | None = None) -> Iterator[dict[str, Any]]:
    """Rows of these claims of the case, by default of all."""
    documents = {document.id: document for document in case.documents()}
    for claim in case.claims() if claims is None else claims:
        yield claim_row(claim, documents[claim.document])


def actor_rows(case: Case | Standing) -> Iterator[dict[str, Any]]:
    """Actors that the case's claims speak of, with how many claims each is a party to; the most spoken of first."""
    actors = case.actors()
    count = Counter(id for claim in case.claims() for id in {claim.subject.actor, claim.object.actor})
    for id, claims in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if actor := actors.get(id):
            names = [name.text for name in actor.names if name.text != actor.name]
            yield {
                "id": id, "name": actor.name, "kind": actor.kind.value, "country": actor.country, "known": actor.known,
                "described": actor.described, "names": list(dict.fromkeys(names)), "claims": claims,
            }  # fmt: skip


def case_object(case: Case | Standing, dismissed: bool = False) -> dict[str, Any]:
    """The whole case as one object: documents without their texts, actors, claims, and the records beside claims.

    Findings that somebody dismissed are left out, unless `dismissed`.
    """
    texts = {document.id: document.text for document in case.documents()}
    rows: dict[str, Any] = {
        "documents": [_plain(document, leave_out=("text",)) for document in case.documents()],
        "actors": list(actor_rows(case)),
        "claims": list(claim_rows(case)),
    }
    readings = case.readings()
    for kind in ("agreements", "norms", "goals", "routes", "unresolved"):
        records = [record for reading in readings for record in getattr(reading, kind)]
        rows[kind] = [_plain(record) | {"words": _quote(record).of(texts[record.document])} for record in records]
    return rows | {"findings": _findings(case, dismissed)}


def _findings(case: Case | Standing, dismissed: bool) -> list[dict[str, Any]]:
    """Findings with the ids of their claims, which the case has in full."""
    from imbroglio.analysis import Situation, tensions
    from imbroglio.case import Standing
    from imbroglio.case.review import undismissed

    actors = case.actors()
    verdicts = case.verdicts if isinstance(case, Standing) else {}
    found = tensions(Situation.of(case))
    return [
        {
            "id": one.id, "rule": one.rule, "sentence": one.sentence, "score": one.score, "place": one.place,
            "actors": [actors[id].name if id in actors else id for id in one.actors],
            "sides": [[claim.id for claim in side] for side in one.sides],
            "resolves": [[claim.id for claim in claims] for claims in one.resolves],
            **decided(verdicts.get(one.id)),
        }
        for one in (found if dismissed else undismissed(found, verdicts))
    ]  # fmt: skip


def decided(verdict: Verdict | None) -> dict[str, Any]:
    """What a person decided about a finding: `state` (`open`, `kept` or `dismissed`), `who`, `note`."""
    return {
        "state": verdict.state if verdict else "open",
        "who": verdict.who if verdict else None,
        "note": verdict.note if verdict else "",
    }


def to_json(data: Any, *, indent: int | None = None) -> str:
    """JSON in readable Unicode, on one line unless indented, dates in ISO 8601."""
    made = json.dumps(data, ensure_ascii=False, indent=indent, default=date.isoformat)
    return _CONTROLS.sub(lambda m: f"\\u{ord(m[0]):04x}", made)


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "span": [party.span.start, party.span.end], "id": party.actor}


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"span": [span.start, span.end], "text": span.of(text)}


def _quote(record: Any) -> Span:
    return record.span if isinstance(record, Unresolved) else record.quote


def _plain(value: Any, leave_out: tuple[str, ...] = ()) -> Any:
    """A record as plain data, spans as pairs."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__ if name not in leave_out}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value
