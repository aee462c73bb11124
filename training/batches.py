"""Sentences in, padded tensors out: label numbers, windows of one or more sentences, light augmentation."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from imbroglio.language import lemmas
from imbroglio.language.windows import MAX_PIECES, Window, stack
from imbroglio.language.wordpiece import WordPiece
from training.data import Sentence, scripts

IGNORE = -100
CURLY = {"'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "'": "’"}
Batch = dict[str, Tensor]
T = TypeVar("T")


@dataclass
class Labels:
    """The label lists of the heads; a label's number is its place in its list."""

    upos: list[str] = field(default_factory=list)
    morph: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, sentences: Sequence[Sentence], rare: int = 3) -> Labels:
        """All labels of the training sentences; lemma scripts seen fewer than `rare` times are left out."""
        seen: dict[str, Counter[str]] = {key: Counter() for key in ("upos", "morph", "lemma", "name", "deprel")}
        for s in sentences:
            for key, values in (
                ("upos", s.upos),
                ("morph", s.morph),
                ("lemma", scripts(s)),
                ("name", s.names or ()),
                ("deprel", s.deprels),
            ):
                seen[key].update(values)
        return cls(
            **{key: sorted(label for label, n in c.items() if key != "lemma" or n >= rare) for key, c in seen.items()}
        )

    def numbers(self, key: str, values: Sequence[str]) -> list[int]:
        """The numbers of `values`, `IGNORE` for labels that are not in the list."""
        table = self.__dict__.setdefault("_" + key, {label: i for i, label in enumerate(getattr(self, key))})
        return [table.get(value, IGNORE) for value in values]


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Now and then: all capitals, no capitals, Headline Case, curly quotes."""
    chance, words = rng.random(), sentence.words
    if chance < 0.03:
        words = [w.upper() for w in words]
    elif chance < 0.06:
        words = [w.lower() for w in words]
    elif chance < 0.09:
        words = [w[:1].upper() + w[1:] if u in _CONTENT else w for w, u in zip(words, sentence.upos, strict=True)]
    elif chance < 0.35 and not any("’" in w for w in words):
        return replace(sentence, words=_curly(words))
    else:
        return sentence
    return replace(sentence, words=words, lemmas=["\0"] * len(words))  # "\0": no lemma to learn here


_CONTENT = {"NOUN", "VERB", "ADJ", "ADV", "PROPN", "PRON", "NUM"}


def _curly(words: list[str]) -> list[str]:
    curled, opened = [], False
    for word in words:
        if word in ('"', "''", "``"):
            opened = not opened
            word = "“" if opened else "”"
        curled.append(CURLY.get(word, word))
    return curled


def windows(
    sentences: Sequence[Sentence], rng: random.Random, single: float = 0.35, longest: int = 130
) -> Iterator[list[Sentence]]:
    """Cut documents into runs of consecutive sentences; a share `single` of the runs is one sentence long."""
    run: list[Sentence] = []
    words = limit = 0
    for sentence in sentences:
        size = len(sentence.words)
        if run and (words + size > limit or sentence.document != run[0].document):
            yield run
            run = []
        if not run:
            words, limit = 0, 0 if rng.random() < single else rng.randint(30, longest)
        run.append(sentence)
        words += size
    if run:
        yield run


@dataclass
class Example:
    """A window with its targets, one number a word; `head` counts from 1, 0 is the root."""

    window: Window
    targets: dict[str, list[int]]


def example(run: Sequence[Sentence], labels: Labels, wordpiece: WordPiece) -> Example | None:
    """The example of a run of sentences, or None if it is too long for the encoder."""
    words = [w for s in run for w in s.words]
    breaks = [s.paragraph and i == 0 for s in run for i in range(len(s.words))]
    window = Window.of(words, breaks, wordpiece)
    if len(window.pieces) > MAX_PIECES:
        return None
    targets: dict[str, list[int]] = {
        key: [] for key in ("sentence", "sentence_end", "upos", "morph", "lemma", "name", "deprel", "head")
    }
    for number, s in enumerate(run):
        offset, size = len(targets["head"]), len(s.words)
        known = number + 1 < len(run) and not run[number + 1].paragraph  # other ends are given away by the separator
        targets["sentence"] += [number + 1] * size
        targets["sentence_end"] += [0] * (size - 1) + [1 if known else IGNORE]
        targets["head"] += [head + offset if head else 0 for head in s.heads]
        made = [lemmas.make(w, lemma) for w, lemma in zip(s.words, s.lemmas, strict=True)]
        for key, values in (("upos", s.upos), ("morph", s.morph), ("lemma", made), ("deprel", s.deprels)):
            targets[key] += labels.numbers(key, values)
        targets["name"] += labels.numbers("name", s.names) if s.names else [IGNORE] * size
    return Example(window, targets)


def collate(examples: Sequence[Example]) -> Batch:
    """Pad and stack; padding words have sentence 0 and targets `IGNORE`."""
    batch = stack([e.window for e in examples])
    words = batch["firsts"].shape[1]
    for key in examples[0].targets:
        padded = np.full((len(examples), words), 0 if key == "sentence" else IGNORE, np.int64)
        for row, e in enumerate(examples):
            padded[row, : len(e.targets[key])] = e.targets[key]
        batch[key] = padded
    return {key: torch.from_numpy(array) for key, array in batch.items()}


def by_length(examples: Sequence[Example], pieces: int, rng: random.Random | None = None) -> list[list[Example]]:
    """Groups of examples of like length, each at most `pieces` pieces with its padding; shuffled if `rng` is given."""
    return grouped(examples, lambda e: len(e.window.pieces), pieces, rng, blur=6)


def grouped(
    items: Sequence[T], size: Callable[[T], int], pieces: int, rng: random.Random | None, blur: float
) -> list[list[T]]:
    """Groups of items of like size, each at most `pieces` with padding; with `rng` in a new order, sizes blurred."""
    order = sorted(items, key=lambda item: size(item) + (rng.random() * blur if rng else 0))
    groups: list[list[T]] = [[]]
    for item in order:
        if groups[-1] and (len(groups[-1]) + 1) * size(item) > pieces:
            groups.append([])
        groups[-1].append(item)
    if rng:
        rng.shuffle(groups)
    return groups
