"""WordPiece on a small vocabulary of our own."""

from hypothesis import given
from hypothesis import strategies as st

from imbroglio.language.wordpiece import MAX_PIECES, WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "re", "##bel", "##s", "rebel", ".", "u", "s", "-", "cafe"]
wordpiece = WordPiece(VOCABULARY)


def split(word: str) -> list[str]:
    return [VOCABULARY[number] for number in wordpiece(word)]


def test_longest_piece_first() -> None:
    assert split("rebels") == ["rebel", "##s"]
    assert split("Rebel") == ["rebel"]


def test_punctuation_is_its_own_piece() -> None:
    assert split("U.S.") == ["u", ".", "s", "."]


def test_accents_are_dropped() -> None:
    assert split("Café") == ["cafe"]


def test_unknown_letters() -> None:
    assert split("qqq") == ["[UNK]"]
    assert split("\u200b") == ["[UNK]"]


@given(st.text(max_size=300))
def test_any_word_gives_a_few_known_pieces(word: str) -> None:
    pieces = wordpiece(word)
    assert 1 <= len(pieces) <= MAX_PIECES
    assert all(0 <= piece < len(VOCABULARY) for piece in pieces)
