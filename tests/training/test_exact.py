"""Integer weights that no processor can overflow on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.exact import MOST, fitted

MATRICES = st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(0, 10_000), st.sampled_from([1, 20, 60, 127]))


def matrix(rows: int, columns: int, seed: int, spread: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).normal(0, spread, (rows, columns))
    return np.clip(np.rint(drawn), -127, 127).astype(np.float32)


def most(weights: np.ndarray) -> float:
    """The largest sum of two neighbours of one sign."""
    even = np.concatenate([weights, np.zeros((len(weights) % 2, weights.shape[1]), weights.dtype)])
    pairs = even.reshape(-1, 2, weights.shape[1])
    return float(max(np.maximum(pairs, 0).sum(1).max(), -np.minimum(pairs, 0).sum(1).min()))


@given(MATRICES)
def test_no_pair_overflows_sixteen_bits(drawn: tuple[int, int, int, int]) -> None:
    weights = matrix(*drawn)
    made, step = fitted(weights)
    assert made.shape == weights.shape and np.array_equal(made, np.rint(made)) and np.abs(made).max() <= 127
    assert most(made) <= MOST and 255 * MOST < 2**15
    assert ((step >= 1) & (step <= 2)).all()


@given(MATRICES)
def test_what_cannot_overflow_stays_as_it_is(drawn: tuple[int, int, int, int]) -> None:
    weights = np.clip(matrix(*drawn), -64, 64)
    made, step = fitted(weights)
    assert np.array_equal(made, weights) and (step == 1).all()


@pytest.mark.parametrize("seed", range(5))
def test_it_stays_nearer_than_seven_bits_do(seed: int) -> None:
    weights = matrix(384, 64, seed, 32)
    made, step = fitted(weights)
    ours, theirs = ((made * step - weights) ** 2).sum(), ((np.rint(weights / 2) * 2 - weights) ** 2).sum()
    assert ours < theirs / 2
