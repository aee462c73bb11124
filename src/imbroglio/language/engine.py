"""The neural model: words in, tags, trees and claim arcs out. Knows nothing of spaCy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from imbroglio.errors import LanguageError
from imbroglio.language import lemmas, trees
from imbroglio.language.arcs import THRESHOLD, ClaimArc
from imbroglio.language.names import whole
from imbroglio.language.windows import LONGEST_SENTENCE, Array, Window, stack
from imbroglio.language.wordpiece import WordPiece

WEIGHTS = Path(__file__).parent / "weights"
BATCH_PIECES = 2_000  # pieces (with padding) a pass; more does not pay on a CPU


@dataclass(frozen=True)
class Passage:
    """What the model reads in one pass: words, and which of them open a paragraph (empty: none does).

    `ends` fixes the sentences where they are known: True at each last word.
    """

    words: Sequence[str]
    breaks: Sequence[bool] = ()
    ends: Sequence[bool] | None = None


@dataclass
class Analysis:
    """One entry a word. `heads` are word numbers from 0 in the passage, a root's is its own; `names` are BIO tags."""

    ends: list[bool]
    upos: list[str]
    morph: list[str]
    lemmas: list[str]
    names: list[str]
    heads: list[int]
    deprels: list[str]
    arcs: list[ClaimArc] = field(default_factory=list)


class Engine:
    """One ONNX session with its label lists and vocabulary."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        import onnxruntime
        from threadpoolctl import ThreadpoolController

        # The products in here are small: on more threads than asked for, numpy's library spends its time waiting.
        self._blas = ThreadpoolController().select(user_api="blas")
        self._threads = threads
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.enable_cpu_mem_arena = False  # windows differ in size: an arena only grows
        try:
            self._session = onnxruntime.InferenceSession(
                folder / "model.onnx", options, providers=["CPUExecutionProvider"]
            )
            self.labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
            rows = (folder / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
            with np.load(folder / "pairs.npz") as pairs:
                self._pairs = {name: pairs[name].astype(np.float32) for name in pairs.files}
        except (OSError, ValueError, onnxruntime.capi.onnxruntime_pybind11_state.NoSuchFile) as error:
            raise LanguageError(f"cannot load the language model in {folder}: {error}") from error
        self.wordpiece = WordPiece(vocabulary)
        self._lemmas = {(word, upos): lemma for word, upos, lemma in (row.split("\t") for row in rows)}
        sizes = [len(values) for values in self.labels["claim"].values()]
        self._groups = dict(
            zip(self.labels["claim"], np.split(np.arange(sum(sizes)), np.cumsum(sizes)[:-1]), strict=True)
        )

    def analyse(self, passages: Sequence[Passage], claims: bool = True) -> list[Analysis]:
        """Analyse passages in batches of like length; the results come in the order of the passages.

        Raises `LanguageError` for a passage without words or with more than the encoder has places for.
        """
        windows = [Window.of(p.words, p.breaks or [False] * len(p.words), self.wordpiece) for p in passages]
        for window in windows:
            if not 0 < len(window.firsts) <= LONGEST_SENTENCE:
                raise LanguageError(f"a passage must have 1 to {LONGEST_SENTENCE} words, not {len(window.firsts)}")
        found: list[Analysis | None] = [None] * len(passages)
        with self._blas.limit(limits=self._threads):
            for group in _batches(windows):
                out = self._run([windows[i] for i in group])
                for row, i in enumerate(group):
                    found[i] = self._read(passages[i], {name: array[row] for name, array in out.items()}, claims)
        return [analysis for analysis in found if analysis is not None]

    def _run(self, windows: Sequence[Window]) -> dict[str, Array]:
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, stack(windows)), strict=True))

    def _read(self, passage: Passage, out: dict[str, Array], claims: bool) -> Analysis:
        words, size = passage.words, len(passage.words)
        ends = _ends(passage, out["sentence_end"][:size, 0])
        upos, morph, scripts, names = (self._tags(key, out[key][:size]) for key in ("upos", "morph", "lemma", "name"))
        heads = _heads(out["arc"][:size, : size + 1], ends)
        places, deprels = [head - 1 if head else i for i, head in enumerate(heads)], self._deprels(out, heads)
        found = list(map(self._lemma, words, upos, scripts))
        analysis = Analysis(ends, upos, morph, found, whole(names, words, places, deprels), places, deprels)
        if claims:
            analysis.arcs = self._claims(out, ends)
        return analysis

    def _lemma(self, word: str, upos: str, script: str) -> str:
        return self._lemmas.get((word.lower(), upos)) or lemmas.apply(script, word)

    def _tags(self, key: str, numbers: Array) -> list[str]:
        table = self.labels[key]
        return [table[number] for number in numbers.tolist()]

    def _deprels(self, out: dict[str, Array], heads: list[int]) -> list[str]:
        scores = self._pair("deprel", out["label_dependent"][: len(heads)], out["label_head"][heads])
        root = self.labels["deprel"].index("root")
        scores[:, root] = np.where(np.array(heads) == 0, np.inf, -np.inf)  # the root and nothing else is `root`
        return [self.labels["deprel"][number] for number in scores.argmax(axis=1).tolist()]

    def _pair(self, name: str, a: Array, b: Array, *further: Array) -> Array:
        scores: Array = (
            np.concatenate([a * b, a, b, *further], axis=-1) @ self._pairs[name + ".weight"].T
            + self._pairs[name + ".bias"]
        )
        return scores

    def _claims(self, out: dict[str, Array], ends: list[bool]) -> list[ClaimArc]:
        size = len(ends)
        sentence = np.cumsum([0, *ends[:-1]])
        likely = _sigmoid(out["claim"][:size, :size]) * (sentence[:, None] == sentence[None, :])
        np.fill_diagonal(likely, 0.0)
        subjects, objects = np.nonzero(likely >= THRESHOLD)
        if not len(subjects):
            return []
        a, b = out["claim_subject"][subjects], out["claim_object"][objects]
        cues = self._pair("claim_cue", a, b) @ out["cue"][:size].T
        cues[sentence[subjects][:, None] != sentence[None, :]] = -np.inf
        weights = np.exp(cues - cues.max(axis=1, keepdims=True))
        mixed = weights / weights.sum(axis=1, keepdims=True) @ out["cue"][:size]
        scores = self._pair("claim_labels", a, b, mixed)
        best = {
            key: [self.labels["claim"][key][i] for i in scores[:, where].argmax(axis=1)]
            for key, where in self._groups.items()
        }
        relations = likely[subjects, objects][:, None] * _sigmoid(scores[:, self._groups["relation"]])
        return [
            ClaimArc(
                int(subjects[n]),
                int(objects[n]),
                self.labels["claim"]["relation"][r],
                round(float(relations[n, r]), 4),
                int(cues[n].argmax()),
                best["polarity"][n],
                best["firmness"][n],
                best["background"][n] == "true",
                best["tense"][n],
                best["trend"][n],
            )
            for n, r in zip(*np.nonzero(relations >= THRESHOLD), strict=True)
        ]


def _batches(windows: Sequence[Window]) -> list[list[int]]:
    """Window numbers in groups of like length, each at most `BATCH_PIECES` pieces with its padding."""
    groups: list[list[int]] = [[]]
    for i in sorted(range(len(windows)), key=lambda i: len(windows[i].pieces)):
        if groups[-1] and (len(groups[-1]) + 1) * len(windows[i].pieces) > BATCH_PIECES:
            groups.append([])
        groups[-1].append(i)
    return groups if windows else []


def _ends(passage: Passage, scores: Array) -> list[bool]:
    """Sentence ends: given, or where the model says so; always before a paragraph break and at the passage's end."""
    if passage.ends is not None:
        return list(passage.ends)
    ends: list[bool] = (scores > 0).tolist()
    for i, opens in enumerate(passage.breaks):
        if opens and i:
            ends[i - 1] = True
    ends[-1] = True
    return ends


def _heads(scores: Array, ends: list[bool]) -> list[int]:
    """Decode each sentence's tree; heads count from 1 in the passage, 0 is the root."""
    heads: list[int] = []
    start = 0
    for end in (i + 1 for i, last in enumerate(ends) if last):
        columns = np.r_[0, start + 1 : end + 1]
        heads += [head + start if head else 0 for head in trees.decode(scores[start:end, columns])]
        start = end
    return heads


def _sigmoid(scores: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
