"""Why labelled claims are missed and false ones made, so that the next thing mended is the biggest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from imbroglio.evaluation.attributes import name_of
from imbroglio.evaluation.gold import Gold, Row
from imbroglio.evaluation.matching import klass, match, overlap, symmetric
from imbroglio.evaluation.reading import documents_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from imbroglio.claims.judge import Key
    from imbroglio.claims.parties import Parties
    from imbroglio.knowledge.lexicon import Lexicon

MISSED = {
    "party": "no mention of the subject or of the object was found",
    "anaphor": "a party is a pronoun or a phrase such as “the group”, and was taken for somebody else or for nobody",
    "sentence": "the parties stand in different sentences for the reader",
    "word unknown": "nothing was proposed between the two, and the lexicon does not know the cue's words",
    "attachment": "nothing was proposed between the two, although the lexicon knows the cue",
    "direction": "it was proposed the other way round",
    "relation": "only another relation was proposed",
    "judged away": "it was proposed and not trusted",
    "taken": "it was trusted; another claim took its place, or its mention stands for somebody else",
}
FALSE = {
    "quiet document": "the document claims nothing at all",
    "direction": "the labelled claim runs the other way",
    "sign": "a labelled claim between the two is of another class",
    "relation": "a labelled claim between the two is of the same class, with another relation",
    "one party": "the subject or the object is that of a labelled claim with this relation in the document",
    "nothing": "no claim between the two was labelled",
}


@dataclass(frozen=True, slots=True)
class Error:
    """A missed or a false claim: its cause, the claim in words and the text around its cue."""

    kind: str  # "missed" or "false"
    cause: str
    document: str
    claim: str
    text: str

    def as_row(self) -> dict[str, str]:
        return asdict(self)


def errors(gold: Gold, progress: Callable[[int], None] | None = None) -> Iterator[Error]:
    """All errors of the reader on a gold folder, document by document; `progress` is told how many are done."""
    from imbroglio.claims.constructions import candidates
    from imbroglio.claims.judge import Judge, features_of, proposals
    from imbroglio.claims.parties import Parties
    from imbroglio.claims.read import read_claims
    from imbroglio.knowledge.lexicon import load_lexicon
    from imbroglio.outputs.jsonl import claim_row
    from imbroglio.pipeline import mentions_of

    labelled: dict[str, list[Row]] = defaultdict(list)
    for claim in gold.claims:
        labelled[claim["doc"]].append(claim)
    for done, (document, doc, mentions) in enumerate(mentions_of(documents_of(gold)), start=1):
        parties = Parties(doc, mentions)
        gathered = proposals(parties, candidates(doc, mentions, load_lexicon()))
        features = features_of(doc, parties, gathered)
        trust = {p.key: Judge.load().trust(row) for p, row in zip(gathered, features, strict=True)}
        claims = read_claims(document, doc, mentions).claims
        found = gold.inside([claim_row(claim, document) for claim in claims])
        wanted = labelled[document.id]
        pairs = match(wanted, found, "strict")
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, claim in enumerate(wanted):
            if i not in hit and not claim.get("optional"):
                cause = _missed(claim, parties, doc, trust)
                yield Error("missed", cause, document.id, _in_words(claim), _around(claim["cue_span"], document.text))
        for j, row in enumerate(found):
            if j not in used:
                around = _around(row["cue"]["span"], document.text)
                yield Error("false", _false(row, wanted), document.id, _in_words(row), around)
        if progress:
            progress(done)


def table(found: Sequence[Error]) -> list[tuple[str, str, int, str]]:
    """(kind, cause, count, meaning), the most frequent first within misses and false claims."""
    counts = Counter((error.kind, error.cause) for error in found)
    meaning = {("missed", c): text for c, text in MISSED.items()} | {("false", c): text for c, text in FALSE.items()}
    return [
        (kind, cause, n, meaning[kind, cause])
        for (kind, cause), n in sorted(counts.items(), key=lambda item: (item[0][0] == "false", -item[1]))
    ]


def _missed(claim: Row, parties: Parties, doc: Doc, trust: dict[Key, float]) -> str:
    from imbroglio.claims.judge import Judge
    from imbroglio.model import Relation

    subjects, objects = (_heads(claim[key], parties) for key in ("subject_span", "object_span"))
    if not subjects or not objects:
        return "anaphor" if _anaphoric(claim, doc) else "party"
    ends = [(a, b) for a in subjects for b in objects if a != b]
    if not any(doc[a].sent == doc[b].sent for a, b in ends):
        return "sentence"
    relation = Relation(claim["relation"])
    forth = {key for key in trust if (key[0], key[2]) in ends}
    back = {key for key in trust if (key[2], key[0]) in ends}
    same = {key for key in (forth | back if relation.symmetric else forth) if key[1] is relation}
    if same:
        return "taken" if any(trust[key] >= Judge.load().threshold for key in same) else "judged away"
    if any(key[1] is relation for key in back):
        return "direction"
    if forth:
        return "relation"
    return "attachment" if _known(claim.get("cue_span"), doc) else "word unknown"


def _heads(span: list[int], parties: Parties) -> list[int]:
    return [m.head for m in parties.mentions.items if overlap(span, [m.span.start, m.span.end])]


def _anaphoric(claim: Row, doc: Doc) -> bool:
    for key in ("subject_span", "object_span"):
        span = _words(doc, claim[key])
        if span is not None and (span.root.pos_ == "PRON" or span[0].lower_ in ("the", "this", "these", "its", "both")):
            return True
    return False


def _words(doc: Doc, span: list[int] | None) -> Span | None:
    return doc.char_span(span[0], span[1], alignment_mode="expand") if span else None


def _known(cue: list[int] | None, doc: Doc) -> bool:
    """Whether the lexicon has an entry for one of the cue's content words."""
    from imbroglio.knowledge.lexicon import load_lexicon

    span = _words(doc, cue)
    return span is not None and any(_has_entry(token, load_lexicon()) for token in span)


def _has_entry(token: Token, lexicon: Lexicon) -> bool:
    tables = (getattr(lexicon, field.name) for field in fields(lexicon))
    return any(token.lemma_.lower() in words for words in tables if isinstance(words, dict | frozenset))


def _false(row: Row, wanted: Sequence[Row]) -> str:
    if not wanted:
        return "quiet document"
    one, two = row["subject"]["span"], row["object"]["span"]
    straight = [w for w in wanted if overlap(w["subject_span"], one) and overlap(w["object_span"], two)]
    reverse = [w for w in wanted if overlap(w["subject_span"], two) and overlap(w["object_span"], one)]
    between = straight + [w for w in reverse if symmetric(w["relation"])]
    if between:
        return "relation" if any(klass(w["relation"]) == klass(row["relation"]) for w in between) else "sign"
    if any(w["relation"] == row["relation"] for w in reverse):
        return "direction"
    same = [w for w in wanted if w["relation"] == row["relation"]]
    shared = any(overlap(w["subject_span"], one) or overlap(w["object_span"], two) for w in same)
    return "one party" if shared else "nothing"


def _in_words(claim: Row) -> str:
    return f"{name_of(claim['subject'])} --{claim['relation']}--> {name_of(claim['object'])}"


def _around(span: list[int] | None, text: str) -> str:
    start, end = span or (0, 0)
    left, right = max(0, start - 90), min(len(text), end + 110)
    return ("…" if left else "") + " ".join(text[left:right].split()) + ("…" if right < len(text) else "")
