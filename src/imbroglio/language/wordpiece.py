"""WordPiece: split a word into pieces of an uncased BERT vocabulary, longest match first (Wu et al. 2016)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MAX_CHARACTERS = 100  # longer "words" are noise; the original tokenizer gives up at the same length
MAX_PIECES = 12  # bounds what one hostile word can cost
CACHE_SIZE = 100_000


class WordPiece:
    """Piece numbers of single words, remembered, since a text repeats most of its words."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = self.ids[UNKNOWN], self.ids[START], self.ids[END]
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The piece numbers of `word`, at least one."""
        pieces = self._cache.get(word)
        if pieces is None:
            pieces = self._split(word)
            if len(self._cache) >= CACHE_SIZE:
                self._cache.clear()
            self._cache[word] = pieces
        return pieces

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > MAX_CHARACTERS:
            return (self.unknown,)
        pieces: list[int] = []
        for part in _parts(word):
            pieces += self._longest_first(part)
        return tuple(pieces[:MAX_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        pieces, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            pieces.append(piece)
            start = end
        return pieces


def _parts(word: str) -> list[str]:
    """Lower case without accents, each punctuation mark or ideograph a part of its own."""
    parts: list[str] = []
    joined = False
    for character in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(character)
        if category in ("Mn", "Cc", "Cf"):
            continue
        if category[0] == "Z":
            joined = False
        elif category[0] in "PS" or "\u4e00" <= character <= "\u9fff":
            parts.append(character)
            joined = False
        elif joined:
            parts[-1] += character
        else:
            parts.append(character)
            joined = True
    return parts
