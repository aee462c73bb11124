"""Write a trained model as int8 ONNX with its tables: what the package ships."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.claims.model import ROLES, ClaimModel
from training.encoder import WIDTH, minilm_folder
from training.exact import without_overflow
from training.heads import TAGS, Model

OUTPUTS = (*TAGS, "arc", "label_dependent", "label_head", "states")
PAIRS = ("deprel", "claim_labels", "claim_cue")  # scored outside the graph, for chosen pairs of words only


class Int8Embedding(nn.Module):
    """An embedding table in int8 with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Exported(nn.Module):
    """The model with its tags already chosen: only sentence ends keep their score."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, piece_shapes: Tensor, firsts: Tensor, word_shapes: Tensor) -> tuple[Tensor, ...]:
        out = self.model(pieces, piece_shapes, firsts, word_shapes)
        for name in TAGS[1:]:
            out[name] = out[name].argmax(-1)
        return tuple(out[name] for name in OUTPUTS)


def export(model: Model, labels: Mapping[str, object], lemmas: str, folder: Path) -> None:
    """Write `model.onnx`, `pairs.npz`, `labels.json`, `lemmas.tsv` (the given table) and `vocab.txt` to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_pairs(model, folder / "pairs.npz")
    _write_json(labels, folder / "labels.json")
    (folder / "lemmas.tsv").write_text(lemmas, encoding="utf-8")
    shutil.copyfile(minilm_folder() / "vocab.txt", folder / "vocab.txt")
    model.encoder.piece = Int8Embedding(model.encoder.piece.weight.detach())  # type: ignore[assignment]
    two = torch.ones(2, 5, dtype=torch.int64)
    inputs = {
        "pieces": _ones(9),
        "piece_shapes": _ones(9),
        "firsts": two,
        "word_shapes": two[:, :, None].repeat(1, 1, 3),
    }
    _write_onnx(Exported(model).eval(), inputs, OUTPUTS, folder / "model.onnx")


def export_claims(model: ClaimModel, labels: Mapping[str, object], folder: Path) -> None:
    """Write `claims.onnx`, `claims.npz` and `claims.json` to `folder`."""
    _write_pairs(model, folder / "claims.npz")
    _write_json(labels, folder / "claims.json")
    inputs = {"states": torch.ones(2, 9, WIDTH), **{name: _ones(9) for name in ("real", "forms", "kinds")}}
    wrapped = Named(model, ("claim", *ROLES)).eval()
    _write_onnx(wrapped, {**inputs, "firsts": _ones(5)}, ("claim", *ROLES), folder / "claims.onnx")


class Named(nn.Module):
    """A model whose outputs come in a fixed order."""

    def __init__(self, model: nn.Module, names: Sequence[str]) -> None:
        super().__init__()
        self.model, self.names = model, names

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        out = self.model(*inputs)
        return tuple(out[name] for name in self.names)


def _ones(width: int) -> Tensor:
    return torch.ones(2, width, dtype=torch.int64)


def _write_pairs(model: nn.Module, path: Path) -> None:
    arrays = {
        name.replace(".output", ""): value.numpy().astype(np.float16)
        for name, value in model.state_dict().items()
        if name.split(".")[0] in PAIRS
    }
    np.savez_compressed(path, **arrays)


def _write_json(labels: Mapping[str, object], path: Path) -> None:
    path.write_text(json.dumps(labels, ensure_ascii=False) + "\n", encoding="utf-8")


def _write_onnx(model: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], path: Path) -> None:
    """Trace, then store the large matrices as int8; the second axis of everything may have any length."""
    axes = {name: {0: "row", 1: f"{name}1"} for name in (*inputs, *outputs)}
    for name in set(outputs) & {"arc", "claim"}:
        axes[name][2] = f"{name}2"
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model,
            tuple(inputs.values()),
            full,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=_small_heads(full),
        )
    without_overflow(path)


def _small_heads(path: Path) -> list[str]:
    """The tag heads stay in float: they are small, and the labels hang on them."""
    return [node.name for node in onnx.load(path).graph.node if "/tags." in node.name]
