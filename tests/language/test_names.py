"""Names from BIO tags and the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.language.names import spans, whole


def test_spans() -> None:
    assert spans(["B-ORG", "I-ORG", "O", "I-PLACE", "B-PLACE"]) == [(0, 2, "ORG"), (3, 4, "PLACE"), (4, 5, "PLACE")]


@pytest.mark.parametrize(
    ("words", "tags", "heads", "deprels", "names"),
    [
        (
            "Northern National Army left",
            "O O B-ORG O",
            [2, 2, 3, 3],
            "amod amod nsubj root",
            ["Northern National Army"],
        ),
        ("Baran Organization left", "B-PERSON B-ORG O", [1, 2, 2], "compound nsubj root", ["Baran Organization"]),
        (
            "met Omar al - Amin",
            "O B-PERSON O O B-PERSON",
            [0, 0, 1, 4, 1],
            "root obj flat punct flat",
            ["Omar al - Amin"],
        ),
        ("the old Army left", "O O B-ORG O", [2, 2, 3, 3], "det amod nsubj root", ["Army"]),
        ("Chad and Mali left", "B-PLACE O B-PLACE O", [3, 2, 0, 3], "nsubj cc conj root", ["Chad", "Mali"]),
    ],
)
def test_whole_names(words: str, tags: str, heads: list[int], deprels: str, names: list[str]) -> None:
    tokens = words.split()
    grown = whole(tags.split(), tokens, heads, deprels.split())
    assert [" ".join(tokens[start:end]) for start, end, _ in spans(grown)] == names


TAG = st.sampled_from(["O", "B-ORG", "I-ORG", "B-PLACE"])
WORD = st.tuples(TAG, st.sampled_from(["Aa", "b", "-"]), st.integers(0, 5), st.sampled_from(["flat", "amod", "obj"]))


@given(st.lists(WORD, min_size=6, max_size=6))
def test_no_tag_is_lost(sentence: list[tuple[str, str, int, str]]) -> None:
    tags, words, heads, deprels = map(list, zip(*sentence, strict=True))
    grown = whole(tags, words, heads, deprels)
    assert all(after != "O" for before, after in zip(tags, grown, strict=True) if before != "O")
