"""Claim arcs to learn: the sentences of labelled documents with arcs between the words that may be parties.

The order of the parties in a symmetric relation carries no meaning, so there the first in the text is the subject.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.constructions import scorer
from imbroglio.actors import Registry, find_mentions
from imbroglio.documents import make_document
from imbroglio.language import parse
from imbroglio.language.arcs.marked import MarkedSentence, marked_sentences
from imbroglio.language.windows import Array
from imbroglio.model import FIRMNESS, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc

SYMMETRIC = frozenset(["fights_alongside", "allied_with", "agrees_with", "tied_to", "talks_with", "same_as"])
RELATIONS = (
    "accuses advances_on agrees_with allied_with arms assists backs coerces controls deploys_to endorses fights "
    "fights_alongside fights_for funds leads opposes part_of same_as sanctions shelters talks_with threatens tied_to"
)
LABELS = {
    "relation": RELATIONS.split(),
    "polarity": ["yes", "no"],
    "firmness": [*FIRMNESS],
    "background": ["false", "true"],
    "tense": ["past", "present", "future"],
    "trend": ["none", "more", "less", "begin", "stop"],
}
ATTRIBUTES = tuple(key for key in LABELS if key != "relation")
GROUPS = [len(values) for values in LABELS.values()]
SIZE = sum(GROUPS)
REAL_NAMES = "real"  # how the name of a folder begins that holds real documents
REAL = 3  # times that real documents are read for once that authored dispatches are: they are few and the target
HELD_OUT = 10  # one document in ten is kept for choosing the epoch and for fitting the judge
FOR_THE_JUDGE = tuple(
    f"{file}-"
    for file in (
        "newspaper-idioms newspaper-patrons official-coalitions official-readouts plain-articles plain-dispatches "
        "plain-monitors plain-officials plain-papers plain-press plain-releases plain-wires plain-world "
        "short-phenomena sourced-diplomacy sourced-profiles wire-deeds wire-syntax"
    ).split()
)  # files of the corpus that are kept for it whole: arcs gained nothing from more text, and the judge does

Claims = list[dict[str, Any]]
Span = Sequence[int]


@dataclass
class Pair:
    """Two words of a sentence that are the parties of one or more claims; label numbers, words from 0."""

    subject: int
    object: int
    relations: list[int]
    attributes: list[int]
    cue: int


@dataclass
class Opinion:
    """What the teacher says of two words of a sentence: how likely a claim is, and the shares of each label and cue.

    `relations` is (relation,), each for itself; `attributes` (value,), those of one attribute adding up to 1, one after
    another; `cue` is (word,) and adds up to 1.
    """

    subject: int
    object: int
    probability: float
    relations: Array
    attributes: Array
    cue: Array


@dataclass
class ClaimSentence:
    """A sentence with its possible parties and its claims.

    `doubtful` are pairs that name the same parties by other words: right or wrong, they teach nothing. Of a sentence
    that is not `labelled` only the teacher's opinions are known; it is `taught` once the teacher has looked at it.
    """

    document: str
    sentence: MarkedSentence
    words: list[str]
    times: int = 1  # how often it is read an epoch
    labelled: bool = True
    taught: bool = False
    pairs: list[Pair] = field(default_factory=list)
    doubtful: set[tuple[int, int]] = field(default_factory=set)
    opinions: list[Opinion] = field(default_factory=list)


def is_held_out(document: str) -> bool:
    """Whether a training document belongs to the part that is not trained on; depends on its id alone."""
    return (
        document.startswith(FOR_THE_JUDGE) or int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) % HELD_OUT == 0
    )


def times(folder: Path) -> int:
    """How often an epoch reads the documents of a gold folder: its name says whether they are real (real, real-gum)."""
    return REAL if folder.name.startswith(REAL_NAMES) else 1


def labelled(folder: Path) -> Iterator[tuple[str, str, Claims]]:
    """(id, labelled text, claims) of each document of a gold folder, spans counted in that text."""
    claims: dict[str, Claims] = defaultdict(list)
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        claims[claim["doc"]].append(claim)
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        start, end = document.get("labelled") or (0, len(document["text"]))
        for claim in claims[document["id"]]:
            for key in ("subject_span", "object_span", "cue_span"):
                claim[key] = [offset - start for offset in claim[key]] if claim[key] else None
        yield document["id"], document["text"][start:end], claims[document["id"]]


def plain_sentences(id: str, text: str) -> Iterator[ClaimSentence]:
    """The sentences of a text that nobody labelled."""
    for made, _, _ in _sentences(id, text):
        made.labelled = False
        yield made


def claim_sentences(id: str, text: str, claims: Claims, overlap: Any, times: int) -> Iterator[ClaimSentence]:
    """The sentences of one document as the reader sees them; `overlap` is the scorer's."""
    for made, doc, mentions in _sentences(id, text):
        made.times = times
        spans = [_span(doc, mentions, made.sentence.tokens[mark.word]) for mark in made.sentence.marks]
        for claim in claims:
            _add(made, claim, doc, spans, overlap)
        yield made


def _sentences(id: str, text: str) -> Iterator[tuple[ClaimSentence, Doc, Mentions]]:
    doc = next(parse([text]))
    mentions = find_mentions(doc, make_document(text, id=id), Registry.load())
    for sentence in marked_sentences(doc, mentions):
        yield ClaimSentence(id, sentence, [doc[i].text for i in sentence.tokens]), doc, mentions


def _span(doc: Doc, mentions: Mentions, i: int) -> tuple[int, int]:
    mention = mentions.at(i)
    return (mention.span.start, mention.span.end) if mention else (doc[i].idx, doc[i].idx + len(doc[i]))


def _add(made: ClaimSentence, claim: dict[str, Any], doc: Doc, spans: list[tuple[int, int]], overlap: Any) -> None:
    subjects, objects = (
        _ends(made.sentence, claim[key], doc, spans, overlap) for key in ("subject_span", "object_span")
    )
    if not subjects or not objects or subjects[0] == objects[0]:
        return
    subject, object_ = subjects[0], objects[0]
    made.doubtful |= {p for a in subjects for b in objects if a != b for p in ((a, b), (b, a))}
    if claim["relation"] in SYMMETRIC and subject > object_:
        subject, object_ = object_, subject
    values = {key: str(claim[key]).lower() for key in ATTRIBUTES}
    attributes = [LABELS[key].index(values[key]) if values[key] in LABELS[key] else -100 for key in ATTRIBUTES]
    cue = _head(claim["cue_span"], doc, made.sentence.tokens)
    pair = next((p for p in made.pairs if (p.subject, p.object) == (subject, object_)), None)
    if pair is None:
        pair = Pair(subject, object_, [], attributes, -100 if cue is None else cue)
        made.pairs.append(pair)
    pair.relations.append(LABELS["relation"].index(claim["relation"]))


def _ends(
    sentence: MarkedSentence, span: Span | None, doc: Doc, spans: list[tuple[int, int]], overlap: Any
) -> list[int]:
    """The marked words that name a labelled party: its head first, then by overlap."""
    head = _head(span, doc, sentence.tokens)
    found = [(overlap(span, own), mark.word) for mark, own in zip(sentence.marks, spans, strict=True)]
    return [word for share, word in sorted(found, key=lambda f: (f[1] != head, -f[0])) if share]


def _head(span: Span | None, doc: Doc, tokens: Sequence[int]) -> int | None:
    """The word of the sentence whose syntactic head lies outside a character span."""
    if not span:
        return None
    inside = [word for word, i in enumerate(tokens) if doc[i].idx < span[1] and doc[i].idx + len(doc[i]) > span[0]]
    own = {tokens[word] for word in inside}
    tops = [w for w in inside if doc[tokens[w]].head.i == tokens[w] or doc[tokens[w]].head.i not in own]
    return tops[0] if tops else None


def examples(folders: Iterable[Path], swap: Any = None) -> Iterator[ClaimSentence]:
    """All sentences of the folders' documents; `swap` makes another document of (text, claims) first."""
    for folder in folders:
        overlap = scorer(folder).overlap
        for id, text, claims in labelled(folder):
            if swap is not None:
                text, claims = swap(text, claims)
            yield from claim_sentences(id, text, claims, overlap, times(folder))
