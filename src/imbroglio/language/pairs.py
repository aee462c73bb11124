"""Label scores of chosen pairs of words, outside the ONNX graph: only a few of all pairs are asked for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np

from imbroglio.errors import LanguageError
from imbroglio.language.windows import Array


class Pairs:
    """Bilinear forms of low rank, linear in `[a*b, a, b]` and further vectors, by name."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path) as arrays:
                self._arrays = {name: arrays[name].astype(np.float32) for name in arrays.files}
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise LanguageError(f"cannot load the language model's {path}: {error}") from error

    def __call__(self, name: str, a: Array, b: Array, *further: Array) -> Array:
        """Scores `(pair, label)` of the form `name` for vectors `(pair, width)`."""
        scores: Array = (
            np.concatenate([a * b, a, b, *further], axis=-1) @ self._arrays[name + ".weight"].T
            + self._arrays[name + ".bias"]
        )
        return scores


def sigmoid(scores: Array) -> Array:
    """The logistic function, safe for any score."""
    return 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
