"""Layers read back from an exported model: where stage B begins."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor


def layer_state(path: Path, number: int) -> dict[str, Tensor]:
    """The state of encoder layer `number` (from 0) of a `model.onnx`, its int8 matrices made float again."""
    graph = onnx.load(path).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    prefix, place = f"model.encoder.layers.{number}.", f"/model/encoder/layers.{number}/"
    state = {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.name.startswith(place):
            weight = next(name for name in node.input if name in arrays and arrays[name].ndim == 2)
            scale, zero = (arrays[weight.replace("_quantized", end)] for end in ("_scale", "_zero_point"))
            matrix = (arrays[weight].astype(np.float32) - zero.astype(np.float32)) * scale
            state[node.name.removeprefix(place).split("/")[0] + ".weight"] = matrix.T
    return {name: torch.tensor(np.array(array)) for name, array in state.items()}
