"""Tree decoding: always a tree with one root, and the best one."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from imbroglio.language.trees import decode, is_tree

SIZES = st.integers(1, 12)
SCORES = SIZES.flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=st.floats(-50, 50)))
SMALL = st.integers(1, 4).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=st.integers(-9, 9).map(float)))


def total(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[d, h] for d, h in enumerate(heads)))


@settings(deadline=None)
@given(SCORES)
def test_one_root_and_no_cycle(scores: np.ndarray) -> None:
    assert is_tree(decode(scores))


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_no_tree_is_better(scores: np.ndarray) -> None:
    size = len(scores)
    trees = [heads for heads in itertools.product(range(size + 1), repeat=size) if is_tree(heads)]
    assert total(scores, decode(scores)) == max(total(scores, heads) for heads in trees)


def test_what_is_no_tree() -> None:
    assert is_tree([0, 1, 1])
    assert not is_tree([0, 0, 1])  # two roots
    assert not is_tree([2, 1, 0])  # a cycle beside the root
    assert not is_tree([1])


def test_flat_scores_still_give_a_tree() -> None:
    assert is_tree(decode(np.zeros((40, 41))))


def test_long_chains_of_cycles() -> None:
    scores = np.zeros((250, 251))
    for word in range(250):
        scores[word, (word ^ 1) + 1] = 1.0  # each pair of words points at each other
    assert is_tree(decode(scores))
