"""Makes an int8 model give the same on every processor.

Without VNNI instructions ONNX Runtime multiplies bytes by pairs into 16 bits, which overflow where two neighbouring
weights of a column are large together: then a sentence is parsed otherwise than elsewhere. Weights that cannot overflow
cost next to nothing: few pairs are that large, so a column gives up a fraction of a bit, where the usual remedy
(`reduce_range`) takes a whole one from all.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

MOST = 128  # of two neighbouring weights of one sign together: 255 · 128 fits into 16 bits
COARSER = np.linspace(1.0, 2.0, 41)  # how much larger a column's step may become; at 2 nothing can overflow
Array = npt.NDArray[np.float32]


def without_overflow(path: Path) -> None:
    """Rewrite the int8 matrices of a quantized `path`, each column with the step that costs it least."""
    import onnx
    from onnx import numpy_helper

    model = onnx.load(path)
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type != "MatMulInteger":
            continue
        name = next(name for name in node.input if name in stored and len(stored[name].dims) == 2)
        scale = stored[name.replace("_quantized", "_scale")]
        weights, step = fitted(numpy_helper.to_array(stored[name]).astype(np.float32))
        stored[name].CopyFrom(numpy_helper.from_array(weights.astype(np.int8), name))
        scaled = (numpy_helper.to_array(scale) * step).astype(np.float32)
        scale.CopyFrom(numpy_helper.from_array(scaled, scale.name))
    onnx.save(model, path)


def fitted(weights: Array) -> tuple[Array, Array]:
    """The matrix, `(input, column)`, as whole numbers that cannot overflow, and by how much each column's step grew."""
    best, step, least = weights, np.ones(weights.shape[1], np.float32), np.full(weights.shape[1], np.inf, np.float32)
    for coarser in COARSER:
        made = _clipped(np.rint(weights / coarser))
        error = ((made * coarser - weights) ** 2).sum(0)
        better = error < least
        best = np.where(better, made, best)
        step, least = np.where(better, coarser, step), np.minimum(error, least)
    return best, step.astype(np.float32)


def _clipped(weights: Array) -> Array:
    """Neighbours 2k and 2k + 1 of one sign, made smaller by the same share where they are too large together."""
    pairs = np.concatenate([weights, np.zeros((len(weights) % 2, weights.shape[1]), weights.dtype)])
    pairs = np.clip(pairs, -127, 127).reshape(-1, 2, weights.shape[1])
    for part in (np.maximum(pairs, 0), np.minimum(pairs, 0)):
        total = np.abs(part.sum(1, keepdims=True))
        shrunk = np.trunc(part * np.minimum(1, MOST / np.maximum(total, 1)))
        pairs = np.where(part != 0, shrunk, pairs)
    return pairs.reshape(-1, weights.shape[1])[: len(weights)]
