"""The neural model: words in, tags and trees out. Knows nothing of spaCy."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from imbroglio.errors import LanguageError
from imbroglio.knowledge.inflection import past_forms
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language import lemmas, trees
from imbroglio.language.names import whole
from imbroglio.language.pairs import Pairs
from imbroglio.language.windows import LONGEST_SENTENCE, Array, Window, stack
from imbroglio.language.wordpiece import WordPiece

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

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
    """One entry a word. `heads` are word numbers from 0 in the passage, a root's is its own; `names` are BIO tags.

    `states` are the lower layers' vectors, `(piece, 384)` in half precision, and `firsts` the place of each word's
    first piece in them: what the claims are read from.
    """

    ends: list[bool]
    upos: list[str]
    morph: list[str]
    lemmas: list[str]
    names: list[str]
    heads: list[int]
    deprels: list[str]
    firsts: list[int]
    states: Array


def open_model(path: Path, threads: int) -> Callable[[Mapping[str, Array]], dict[str, Array]]:
    """An ONNX model on the processor: inputs in, outputs by name. Raises `LanguageError` where there is none."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_cpu_mem_arena = False  # windows differ in size: an arena only grows
    try:
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except (OSError, ValueError, onnxruntime.capi.onnxruntime_pybind11_state.NoSuchFile) as error:
        raise LanguageError(f"cannot load the language model {path}: {error}") from error
    names = [output.name for output in session.get_outputs()]
    return lambda inputs: dict(zip(names, session.run(names, inputs), strict=True))


@lru_cache(maxsize=1)
def _blas() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")


def on_threads(threads: int) -> AbstractContextManager[object]:
    """Holds numpy to so many threads. The products in here are small: on more, its library spends its time waiting."""
    limited: AbstractContextManager[object] = _blas().limit(limits=threads)
    return limited


class Engine:
    """One ONNX session with its label lists and vocabulary."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._threads = threads
        self._model = open_model(folder / "model.onnx", threads)
        try:
            self.labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
            rows = (folder / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            raise LanguageError(f"cannot load the language model in {folder}: {error}") from error
        self._pairs = Pairs(folder / "pairs.npz")
        self.wordpiece = WordPiece(vocabulary)
        seen = {(word, upos): lemma for word, upos, lemma in (row.split("\t") for row in rows)}
        verbs = {lemma for (_, upos), lemma in seen.items() if upos == "VERB"}
        verbs |= load_lexicon().verbs.keys() | load_speech().verbs.keys()
        self._lemmas = {(form, "VERB"): lemma for form, lemma in lemmas.regular(verbs).items()}
        self._lemmas |= {(form, "VERB"): lemma for form, (lemma, *more) in past_forms().items() if not more}
        self._lemmas |= seen

    def analyse(self, passages: Sequence[Passage]) -> list[Analysis]:
        """Analyse passages in batches of like length; the results come in the order of the passages.

        Raises `LanguageError` for a passage without words or with more than the encoder has places for.
        """
        windows = [Window.of(p.words, p.breaks or [False] * len(p.words), self.wordpiece) for p in passages]
        for window in windows:
            if not 0 < len(window.firsts) <= LONGEST_SENTENCE:
                raise LanguageError(f"a passage must have 1 to {LONGEST_SENTENCE} words, not {len(window.firsts)}")
        found: list[Analysis | None] = [None] * len(passages)
        with on_threads(self._threads):
            for group in _batches(windows):
                out = self._model(stack([windows[i] for i in group]))
                for row, i in enumerate(group):
                    found[i] = self._read(passages[i], windows[i], {name: array[row] for name, array in out.items()})
        return [analysis for analysis in found if analysis is not None]

    def _read(self, passage: Passage, window: Window, out: dict[str, Array]) -> Analysis:
        words, size = passage.words, len(passage.words)
        ends = _ends(passage, out["sentence_end"][:size, 0])
        upos, morph, scripts, names = (self._tags(key, out[key][:size]) for key in ("upos", "morph", "lemma", "name"))
        heads = _heads(out["arc"][:size, : size + 1], ends)
        places, deprels = [head - 1 if head else i for i, head in enumerate(heads)], self._deprels(out, heads)
        found = list(map(self._lemma, words, upos, scripts))
        names = whole(names, words, places, deprels)
        states = out["states"][: len(window.pieces)].astype(np.float16)
        return Analysis(ends, upos, morph, found, names, places, deprels, window.firsts, states)

    def _lemma(self, word: str, upos: str, script: str) -> str:
        return self._lemmas.get((word.lower(), upos)) or lemmas.guess(script, word)

    def _tags(self, key: str, numbers: Array) -> list[str]:
        table = self.labels[key]
        return [table[number] for number in numbers.tolist()]

    def _deprels(self, out: dict[str, Array], heads: list[int]) -> list[str]:
        scores = self._pairs("deprel", out["label_dependent"][: len(heads)], out["label_head"][heads])
        root = self.labels["deprel"].index("root")
        scores[:, root] = np.where(np.array(heads) == 0, np.inf, -np.inf)  # the root and nothing else is `root`
        return [self.labels["deprel"][number] for number in scores.argmax(axis=1).tolist()]


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
