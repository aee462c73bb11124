"""Claim arcs: a second, smaller pass of the model over the sentences that hold two possible parties.

It goes on from the lower layers' vectors of the first pass, and is told which words may be parties and of what kind,
so that it reads a name it never met by its kind and its place in the sentence (entity markers: Baldini Soares et al.
2019). Pairs are scored as in semantic dependency parsing (Dozat & Manning 2018).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from imbroglio.errors import LanguageError
from imbroglio.language.arcs import THRESHOLD, ClaimArc
from imbroglio.language.engine import WEIGHTS, on_threads, open_session
from imbroglio.language.pairs import Pairs, sigmoid
from imbroglio.language.windows import Array
from imbroglio.model import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH_PIECES = 2_000
WASTE = 1.7  # times that a batch's longest sentence may be as long as its shortest: the rest is padding
MOST_MARKS = 60  # possible parties of a sentence; the later ones of a longer list are passed over
BARE, UNKNOWN = "bare", "unknown"  # a noun that is no mention; a kind that is not known
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that may be a party: its place in the sentence, the form of its mention and the kind of its actor."""

    word: int
    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its possible parties.

    `tokens` are token numbers in the Doc, `states` the lower layers' vectors of its pieces `(piece, 384)`, `firsts`
    the place of each word's first piece in them.
    """

    tokens: list[int]
    states: Array
    firsts: list[int]
    marks: list[Mark]


def marked_sentences(doc: Doc, mentions: Mentions) -> Iterator[MarkedSentence]:
    """The sentences that hold a mention and a second possible party. Needs the Doc's `claim_states`."""
    for window in doc._.claim_states:
        ends = [*window.firsts[1:], len(window.states)]
        for start, end in window.sentences():
            tokens = window.tokens[start:end]
            marks = _marks(doc, tokens, mentions)
            if len(marks) < 2 or all(mark.form == BARE for mark in marks):
                continue
            first = window.firsts[start]
            firsts = [place - first for place in window.firsts[start:end]]
            yield MarkedSentence(tokens, window.states[first : ends[end - 1]], firsts, marks)


def _marks(doc: Doc, tokens: Sequence[int], mentions: Mentions) -> list[Mark]:
    marks = []
    for word, i in enumerate(tokens):
        if (mention := mentions.at(i)) is not None:
            actor = mentions.actors.get(mention.actors[0]) if mention.actors else None
            marks.append(Mark(word, mention.form, str(actor.kind) if actor else UNKNOWN))
        elif doc[i].pos_ in _NOUNS and doc[i].dep_ not in ("compound", "flat"):
            marks.append(Mark(word, BARE, UNKNOWN))
    return marks[:MOST_MARKS]


def stack(sentences: Sequence[MarkedSentence], forms: dict[str, int], kinds: dict[str, int]) -> dict[str, Array]:
    """The model's inputs: `states` (sentence, piece, 384), `real`, `forms`, `kinds` (sentence, piece), `firsts`
    (sentence, word). `real` is 1 for a piece and 0 for padding; a form or kind of 0 is that of no possible party.
    """
    longest = max(len(s.states) for s in sentences)
    rows = len(sentences)
    states = np.zeros((rows, longest, sentences[0].states.shape[1]), np.float32)
    real, form, kind = np.zeros((3, rows, longest), np.int64)
    firsts = np.zeros((rows, max(len(s.firsts) for s in sentences)), np.int64)
    for row, s in enumerate(sentences):
        states[row, : len(s.states)] = s.states
        real[row, : len(s.states)] = 1
        firsts[row, : len(s.firsts)] = s.firsts
        for mark in s.marks:
            form[row, s.firsts[mark.word]] = forms.get(mark.form, 0)
            kind[row, s.firsts[mark.word]] = kinds.get(mark.kind, 0)
    return {"states": states, "real": real, "forms": form, "kinds": kind, "firsts": firsts}


class ClaimReader:
    """The second pass: one ONNX session with its label lists."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._threads = threads
        self._session = open_session(folder / "claims.onnx", threads)
        try:
            labels = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise LanguageError(f"cannot load the language model in {folder}: {error}") from error
        self._pairs = Pairs(folder / "claims.npz")
        self._labels: dict[str, list[str]] = labels["claim"]
        self._forms, self._kinds = (
            {name: number for number, name in enumerate(labels[key], start=1)} for key in ("forms", "kinds")
        )
        sizes = [len(values) for values in self._labels.values()]
        self._groups = dict(zip(self._labels, np.split(np.arange(sum(sizes)), np.cumsum(sizes)[:-1]), strict=True))

    def read(self, sentences: Sequence[MarkedSentence]) -> list[ClaimArc]:
        """The arcs of all sentences, in no order."""
        found: list[ClaimArc] = []
        with on_threads(self._threads):
            for group in _batches(sentences):
                inputs = stack(group, self._forms, self._kinds)
                names = [output.name for output in self._session.get_outputs()]
                out = dict(zip(names, self._session.run(names, inputs), strict=True))
                for row, sentence in enumerate(group):
                    found += self._arcs(sentence, {name: array[row] for name, array in out.items()})
        return found

    def _arcs(self, sentence: MarkedSentence, out: dict[str, Array]) -> Iterator[ClaimArc]:
        subjects, objects = candidate_pairs(sentence.marks)
        likely = sigmoid(out["claim"][subjects, objects])
        near = likely >= THRESHOLD
        subjects, objects, likely = subjects[near], objects[near], likely[near]
        if not len(subjects):
            return
        size = len(sentence.tokens)
        a, b, words = out["claim_subject"][subjects], out["claim_object"][objects], out["cue"][:size]
        cues = self._pairs("claim_cue", a, b) @ words.T
        weights = np.exp(cues - cues.max(axis=1, keepdims=True))
        scores = self._pairs("claim_labels", a, b, weights / weights.sum(axis=1, keepdims=True) @ words)
        best = {
            key: [self._labels[key][i] for i in scores[:, where].argmax(axis=1)] for key, where in self._groups.items()
        }
        relations = likely[:, None] * sigmoid(scores[:, self._groups["relation"]])
        for n, r in zip(*np.nonzero(relations >= THRESHOLD), strict=True):
            yield ClaimArc(
                sentence.tokens[subjects[n]],
                sentence.tokens[objects[n]],
                self._labels["relation"][r],
                round(float(relations[n, r]), 4),
                sentence.tokens[int(cues[n].argmax())],
                best["polarity"][n],
                best["firmness"][n],
                best["background"][n] == "true",
                best["tense"][n],
                best["trend"][n],
            )


def candidate_pairs(marks: Sequence[Mark]) -> tuple[Array, Array]:
    """The words of all ordered pairs of possible parties of which one at least is a mention."""
    pairs = [
        (a.word, b.word) for a in marks for b in marks if a.word != b.word and not (a.form == BARE and b.form == BARE)
    ]
    subjects, objects = np.array(pairs, np.int64).reshape(-1, 2).T
    return subjects, objects


def _batches(sentences: Sequence[MarkedSentence]) -> Iterator[list[MarkedSentence]]:
    group: list[MarkedSentence] = []
    for sentence in sorted(sentences, key=lambda s: len(s.states)):
        size = len(sentence.states)
        if group and ((len(group) + 1) * size > BATCH_PIECES or size > WASTE * len(group[0].states)):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


@lru_cache(maxsize=1)
def shared_reader() -> ClaimReader:
    """The shipped model, loaded once a process."""
    return ClaimReader()


def add_claim_arcs(doc: Doc, mentions: Mentions) -> None:
    """Set `doc._.claim_arcs`, in the order of the text, and let go of the vectors that they were read from."""
    arcs = shared_reader().read(list(marked_sentences(doc, mentions)))
    doc._.claim_arcs = tuple(sorted(arcs, key=lambda arc: (arc.subject, arc.object, arc.relation)))
    doc._.claim_states = ()
