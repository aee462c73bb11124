"""Claim arcs: a second, smaller pass of the model over the sentences that hold two possible parties.

It goes on from the lower layers' vectors of the first pass, and is told which words may be parties and of what kind,
so that it reads a name it never met by its kind and its place in the sentence (entity markers: Baldini Soares et al.
2019). Pairs are scored as in semantic dependency parsing (Dozat & Manning 2018).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from imbroglio.errors import LanguageError
from imbroglio.language.arcs.arc import THRESHOLD, ClaimArc
from imbroglio.language.arcs.marked import MarkedSentence, candidate_pairs, marked_sentences, stack
from imbroglio.language.engine import WEIGHTS, on_threads, open_model
from imbroglio.language.pairs import Pairs, sigmoid
from imbroglio.language.windows import Array
from imbroglio.model import Mentions

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

BATCH_PIECES = 2_000
WASTE = 1.7  # times that a batch's longest sentence may be as long as its shortest: the rest is padding


class ClaimReader:
    """The second pass: one ONNX session with its label lists."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._threads = threads
        self._model = open_model(folder / "claims.onnx", threads)
        try:
            labels = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise LanguageError(f"cannot load the language model in {folder}: {error}") from error
        self._pairs = Pairs(folder / "claims.npz")
        self._labels: dict[str, list[str]] = labels["claim"]
        self._forms, self._kinds = (
            {name: number for number, name in enumerate(labels[key], start=1)} for key in ("forms", "kinds")
        )
        ends = list(accumulate(len(values) for values in self._labels.values()))
        self._groups = dict(zip(self._labels, map(slice, [0, *ends], ends), strict=False))

    def read(self, sentences: Sequence[MarkedSentence]) -> list[ClaimArc]:
        """The arcs of all sentences, in no order."""
        found: list[ClaimArc] = []
        with on_threads(self._threads):
            for group in _batches(sentences):
                out = self._model(stack(group, self._forms, self._kinds))
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
            key: [self._labels[key][i] for i in scores[:, where].argmax(axis=1).tolist()]
            for key, where in self._groups.items()
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
