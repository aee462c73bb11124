"""Weights read back from exported models: where stage B begins, and where it goes on when the corpus has grown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

State = dict[str, Tensor]


def layer_state(path: Path, number: int) -> State:
    """The state of encoder layer `number` (from 0) of a `model.onnx`."""
    prefix = f"encoder.layers.{number}."
    return {name.removeprefix(prefix): value for name, value in _state(path).items() if name.startswith(prefix)}


def claims_state(folder: Path) -> State:
    """The state of the `ClaimModel` that was exported into `folder`; what it lost in int8 does not come back."""
    with np.load(folder / "claims.npz") as pairs:
        scored = {name.replace(".", ".output.", 1): pairs[name].astype(np.float32) for name in pairs}
    return _state(folder / "claims.onnx") | {name: torch.from_numpy(array) for name, array in scored.items()}


def _state(path: Path) -> State:
    """All parameters of an exported model by their PyTorch names, its int8 matrices made float again."""
    graph = onnx.load(path).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {name.removeprefix("model."): array for name, array in arrays.items() if name.startswith("model.")}
    biases = [name for name in state if name.endswith(".bias")]
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            weight = next(name for name in node.input if name in arrays and arrays[name].ndim == 2)
            scale, zero = (arrays[weight.replace("_quantized", end)] for end in ("_scale", "_zero_point"))
            matrix = (arrays[weight].astype(np.float32) - zero.astype(np.float32)) * scale
            state[_owner(node.name, biases) + ".weight"] = matrix.T
    return {name: torch.tensor(np.array(array)) for name, array in state.items()}


def _owner(node: str, biases: list[str]) -> str:
    """The module that a node such as "/model/encoder/layers.3/query/MatMul_quant" multiplies for; a dictionary of
    modules leaves only the last of its name in the node's."""
    scopes = node.split("/")[2:-1]
    full, last = ".".join(scopes) + ".bias", f".{scopes[-1]}.bias"
    return (full if full in biases else next(name for name in biases if name.endswith(last))).removesuffix(".bias")
