"""Other words in the same text, for the teacher to have an opinion of: what it knows of words reaches the small model.

Each verb, noun, adjective or adverb may become another of the same inflection (part-of-speech-guided word replacement:
Tang, Lu, Liu, Mou, Vechtomova & Lin 2019, *Distilling Task-Specific Knowledge from BERT into Simple Neural Networks*).
The labels do not hold of such a text.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from imbroglio.language import parse
from training.claims.data import ClaimSentence, is_held_out, labelled, plain_sentences
from training.claims.swap import edited

PARTS = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
SHARE = 0.25  # of such words that become others


@dataclass(frozen=True)
class Word:
    """A word of a text that may become another: where it stands, and what it is."""

    start: int
    text: str
    inflection: str


class Reworder:
    """Rewords texts with words of their own."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """`texts` are (id, text)."""
        self._texts = list(texts)
        self._words = [list(_words(text)) for _, text in self._texts]
        known: dict[str, set[str]] = {}
        for words in self._words:
            for word in words:
                known.setdefault(word.inflection, set()).add(word.text)
        self._known = {inflection: sorted(words) for inflection, words in known.items()}

    def __call__(self, seed: int) -> Iterator[tuple[str, str]]:
        """Each text in other words: (id, text)."""
        rng = random.Random(seed)
        for (id, text), words in zip(self._texts, self._words, strict=True):
            edits = [
                (word.start, word.start + len(word.text), rng.choice(self._known[word.inflection]))
                for word in words
                if rng.random() < SHARE
            ]
            yield id, edited(text, edits)


def _words(text: str) -> Iterator[Word]:
    for token in next(parse([text])):
        if token.pos_ in PARTS and token.text.isalpha() and token.text.islower():
            yield Word(token.idx, token.text, f"{token.pos_} {token.morph}")


def reworded(folders: Iterable[Path], versions: int) -> Iterator[list[ClaimSentence]]:
    """The sentences of the documents that are learned from, in other words, `versions` times."""
    texts = [(id, text) for folder in folders for id, text, _ in labelled(folder) if not is_held_out(id)]
    reword = Reworder(texts)
    for seed in range(versions):
        yield [e for id, text in reword(seed) for e in plain_sentences(id, text)]
