"""Windows cover the text, keep sentences whole and never outgrow the encoder."""

from hypothesis import given
from hypothesis import strategies as st

from imbroglio.language.windows import LONGEST_SENTENCE, MAX_PIECES, MOST_WORDS, Window, cut, stack
from imbroglio.language.wordpiece import WordPiece

wordpiece = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", ".", *"abc"])
WORDS = st.lists(st.sampled_from(["a", "b", ".", "”", "c"]), max_size=700)


@given(WORDS, st.integers(1, 90))
def test_windows_cover_the_text_in_order(words: list[str], every: int) -> None:
    ranges = cut(words, [i % every == 0 for i in range(len(words))])
    assert [i for start, end in ranges for i in range(start, end)] == list(range(len(words)))
    assert all(end - start <= LONGEST_SENTENCE for start, end in ranges)


def test_a_window_ends_after_the_closing_quote() -> None:
    words = ["a"] * 98 + [".", "”"] + ["a"] * 60
    assert cut(words, [False] * len(words)) == [(0, 100), (100, 160)]


def test_a_long_sentence_is_kept_whole() -> None:
    words = ["a"] * (MOST_WORDS + 40) + ["."] + ["a"] * 90
    assert cut(words, [False] * len(words))[0] == (0, MOST_WORDS + 41)


def test_hostile_words_lose_pieces_not_words() -> None:
    words = ["a.b.c.a.b.c.a.b.c"] * LONGEST_SENTENCE
    window = Window.of(words, [True] * LONGEST_SENTENCE, wordpiece)
    assert len(window.firsts) == LONGEST_SENTENCE
    assert len(window.pieces) <= MAX_PIECES + 10
    assert max(window.firsts) < len(window.pieces)


def test_a_paragraph_break_is_a_separator() -> None:
    assert Window.of(["a", "b"], [False, True], wordpiece).pieces == [2, 5, 3, 6, 3]


def test_stack_pads_and_names_the_neighbours() -> None:
    batch = stack([Window.of(["A", "b"], [False] * 2, wordpiece), Window.of(["c"], [False], wordpiece)])
    assert batch["pieces"].shape == (2, 4)
    assert batch["word_shapes"].shape == (2, 2, 3)
    upper, lower = batch["word_shapes"][0, :, 0]
    assert batch["word_shapes"][0].tolist() == [[upper, 0, lower], [lower, upper, 0]]
