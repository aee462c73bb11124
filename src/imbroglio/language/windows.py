"""Windows: the stretches of words that the model reads in one pass, and the arrays it is given for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from imbroglio.language import shapes
from imbroglio.language.wordpiece import WordPiece

Array = np.ndarray[Any, Any]
MAX_PIECES = 500  # the encoder knows 512 places


@dataclass(frozen=True)
class Window:
    """Piece numbers and shapes of a window, and where each word's first piece stands."""

    pieces: list[int]
    piece_shapes: list[int]
    firsts: list[int]
    word_shapes: list[int]

    @classmethod
    def of(cls, words: Sequence[str], breaks: Sequence[bool], wordpiece: WordPiece) -> Window:
        """Encode `words`; `breaks` marks words that open a paragraph, which the model sees as a separator."""
        split = [wordpiece(word) for word in words]
        most = MAX_PIECES - sum(breaks)
        if sum(map(len, split)) > most:  # long or hostile words: fewer pieces of each
            split = [pieces[: max(1, most // len(words))] for pieces in split]
        pieces, piece_shapes, firsts = [wordpiece.start], [shapes.NONE], []
        word_shapes = [shapes.shape(word) for word in words]
        for i, own in enumerate(split):
            if i and breaks[i]:
                pieces.append(wordpiece.end)
                piece_shapes.append(shapes.NONE)
            firsts.append(len(pieces))
            pieces.extend(own)
            piece_shapes.extend([word_shapes[i]] * len(own))
        pieces.append(wordpiece.end)
        piece_shapes.append(shapes.NONE)
        return cls(pieces, piece_shapes, firsts, word_shapes)


def stack(windows: Sequence[Window]) -> dict[str, Array]:
    """The model's inputs.

    `pieces` and `piece_shapes` are (window, piece), `firsts` (window, word), `word_shapes` (window, word, 3).

    A word's three shapes are its own, its left and its right neighbour's. Padding is 0.
    """
    longest = max(len(w.pieces) for w in windows)
    most = max(len(w.firsts) for w in windows)
    pieces, piece_shapes = np.zeros((2, len(windows), longest), np.int64)
    firsts = np.zeros((len(windows), most), np.int64)
    padded = np.zeros((len(windows), most + 2), np.int64)
    for row, window in enumerate(windows):
        pieces[row, : len(window.pieces)] = window.pieces
        piece_shapes[row, : len(window.pieces)] = window.piece_shapes
        firsts[row, : len(window.firsts)] = window.firsts
        padded[row, 1 : len(window.firsts) + 1] = window.word_shapes
    word_shapes = np.stack([padded[:, 1:-1], padded[:, :-2], padded[:, 2:]], axis=-1)
    return {"pieces": pieces, "piece_shapes": piece_shapes, "firsts": firsts, "word_shapes": word_shapes}


MOST_WORDS, LONGEST_SENTENCE = 120, 250
STOPS, CLOSERS = frozenset(".!?"), frozenset("\"'”’»)]")


def cut(words: Sequence[str], breaks: Sequence[bool]) -> list[tuple[int, int]]:
    """Cut a text into windows of about `MOST_WORDS` words, as half-open ranges.

    A window ends at the last paragraph break or full stop that fits, so that it holds whole sentences. Only where
    `LONGEST_SENTENCE` words hold no full stop is a sentence broken.
    """
    ranges, start, size = [], 0, len(words)
    while start < size:
        end = size if size - start <= MOST_WORDS else _end(words, breaks, start)
        ranges.append((start, end))
        start = end
    return ranges


def _end(words: Sequence[str], breaks: Sequence[bool], start: int) -> int:
    limit = min(start + LONGEST_SENTENCE, len(words))
    near = min(start + MOST_WORDS, len(words))
    for end in (*range(near, start, -1), *range(near + 1, limit)):
        if end == len(words) or breaks[end] or _stops(words, end):
            return end
    return limit


def _stops(words: Sequence[str], end: int) -> bool:
    """Whether a sentence seems to end before `end`: a full stop, closing quotes, and no closing quote to come."""
    if words[end] in CLOSERS:
        return False
    last = end - 1
    while last > 0 and words[last] in CLOSERS:
        last -= 1
    return words[last] in STOPS
