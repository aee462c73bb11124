"""What stands between the reader and the gold, by cause, so that the next thing mended is the biggest.

Three kinds of error: a labelled claim is *missed*, an extracted one is *false*, or one is found and *inexact* in what
it says beside who and what.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imbroglio.evaluation.attributes import labelled, read, right
from imbroglio.evaluation.gold import Gold, Row, name_of
from imbroglio.evaluation.matching import klass, likeness, match, overlap, symmetric
from imbroglio.evaluation.missed import MISSED, why_missed
from imbroglio.evaluation.reading import Inspected, Progress, documents_of, inspect

FALSE = {
    "quiet document": "the document claims nothing at all",
    "duplicate": "it is the labelled claim again",
    "direction": "the labelled claim runs the other way",
    "sign": "a labelled claim between the two is of another class",
    "other relation": "a labelled claim between the two is of the same class, with another relation",
    "one party": "the subject or the object is that of a labelled claim with this relation in the document",
    "nothing": "no claim between the two was labelled",
}
INEXACT = {
    "negation": ("polarity", "what is denied is taken for said, or the other way round"),
    "firmness": ("firmness", "hedged, planned, hypothetical and ruled things taken for facts, or for each other"),
    "attribution": ("said_by", "the chain of sources is another"),
    "place": ("place", "the theatre is missing, invented or another"),
    "tense": ("tense", "past, present and future"),
    "name": ("names", "a party goes by another name than the labelled ones"),
    "background": ("background", "what is presupposed is taken for asserted, or the other way round"),
    "trend": ("trend", "more, less, begin, stop"),
}
CAUSES = {
    "missed": MISSED,
    "false": FALSE,
    "inexact": {cause: meaning for cause, (_, meaning) in INEXACT.items()},
}


@dataclass(frozen=True, slots=True)
class Error:
    """`kind` and `cause` are keys of `CAUSES`; `text` is what stands around the cue."""

    kind: str
    cause: str
    document: str
    claim: str
    text: str


def errors(gold: Gold, *, min_trust: float = 0.0, progress: Progress = None) -> Iterator[Error]:
    """All errors of the reader on a gold folder, document by document; claims trusted less do not count as found."""
    wanted: dict[str, list[Row]] = defaultdict(list)
    for claim in gold.claims:
        wanted[claim["doc"]].append(claim)
    for seen in inspect(documents_of(gold), progress):
        yield from _of_document(seen, wanted[seen.document.id], gold, min_trust)


def _of_document(seen: Inspected, wanted: Sequence[Row], gold: Gold, min_trust: float) -> Iterator[Error]:
    from imbroglio.claims.judging import Judge
    from imbroglio.claims.read import read_claims
    from imbroglio.outputs.jsonl import claim_row

    document = seen.document
    claims = [c for c in read_claims(document, seen.doc, seen.mentions).claims if c.trust >= min_trust]
    found = gold.inside(claim_row(claim, document) for claim in claims)
    pairs = match(wanted, found, "strict")
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    least = max(min_trust, Judge.load().threshold)

    def error(kind: str, cause: str, claim: Row, note: str = "") -> Error:
        cue = claim.get("cue_span") or (claim["cue"]["span"] if isinstance(claim.get("cue"), dict) else None)
        return Error(kind, cause, document.id, in_words(claim) + note, around(cue, document.text))

    for i, claim in enumerate(wanted):
        if i not in hit and not claim.get("optional"):
            yield error("missed", why_missed(claim, seen, least), claim)
    for j, row in enumerate(found):
        if j not in used:
            yield error("false", why_false(row, wanted), row, f" ({row['construction']}, trust {row['trust']:.2f})")
    for i, j in pairs:
        hits = right(wanted[i], found[j])
        for cause, (attribute, _) in INEXACT.items():
            if hits[attribute] < (2 if attribute == "names" else 1) and not wanted[i].get("optional"):
                yield error("inexact", cause, found[j], _difference(wanted[i], found[j], attribute))


def why_false(row: Row, wanted: Sequence[Row]) -> str:
    """The cause of a claim that is not among the labelled ones of its document."""
    if not wanted:
        return "quiet document"
    one, two = row["subject"]["span"], row["object"]["span"]
    if any(likeness(claim, row, "strict") for claim in wanted):
        return "duplicate"
    straight = [w for w in wanted if overlap(w["subject_span"], one) and overlap(w["object_span"], two)]
    reverse = [w for w in wanted if overlap(w["subject_span"], two) and overlap(w["object_span"], one)]
    between = straight + [w for w in reverse if symmetric(w["relation"])]
    if between:
        return "other relation" if any(klass(w["relation"]) == klass(row["relation"]) for w in between) else "sign"
    if any(w["relation"] == row["relation"] for w in reverse):
        return "direction"
    same = [w for w in wanted if w["relation"] == row["relation"]]
    shared = any(overlap(w["subject_span"], one) or overlap(w["object_span"], two) for w in same)
    return "one party" if shared else "nothing"


def table(found: Sequence[Error]) -> list[tuple[str, str, int, str]]:
    """(kind, cause, count, meaning), the most frequent first within each kind."""
    counts = Counter((error.kind, error.cause) for error in found)
    kinds = list(CAUSES)
    return [
        (kind, cause, n, CAUSES[kind][cause])
        for (kind, cause), n in sorted(counts.items(), key=lambda item: (kinds.index(item[0][0]), -item[1], item[0][1]))
    ]


def in_words(claim: Row) -> str:
    return f"{name_of(claim['subject'])} --{claim['relation']}--> {name_of(claim['object'])}"


def _difference(gold: Row, found: Row, attribute: str) -> str:
    if attribute == "names":
        return f": labelled {gold['subject_is']} and {gold['object_is']}"
    return f": labelled {labelled(gold, attribute)[0]!r}, read {read(found, attribute)!r}"


def around(span: Sequence[int] | None, text: str) -> str:
    """The words around a cue, on one line."""
    start, end = span or (0, 0)
    left, right_ = max(0, start - 120), min(len(text), end + 120)
    return ("…" if left else "") + " ".join(text[left:right_].split()) + ("…" if right_ < len(text) else "")
