"""Write a trained model as int8 ONNX with its tables: what the package ships."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import minilm_folder
from training.heads import TAGS, Model

ROLES = ("label_dependent", "label_head", "claim_subject", "claim_object", "cue")
OUTPUTS = (*TAGS, "arc", "claim", *ROLES)
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
    state = model.state_dict()
    pairs = {
        name.replace(".output", ""): value.numpy().astype(np.float16)
        for name, value in state.items()
        if name.split(".")[0] in PAIRS
    }
    np.savez_compressed(folder / "pairs.npz", **pairs)
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "lemmas.tsv").write_text(lemmas, encoding="utf-8")
    shutil.copyfile(minilm_folder() / "vocab.txt", folder / "vocab.txt")
    model.encoder.piece = Int8Embedding(model.encoder.piece.weight.detach())  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        _trace(Exported(model).eval(), full)
        quantize_dynamic(
            full,
            folder / "model.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=_small_heads(full),
        )


def _trace(model: Exported, path: Path) -> None:
    pieces = torch.ones(2, 9, dtype=torch.int64)
    firsts = torch.ones(2, 5, dtype=torch.int64)
    inputs = (pieces, pieces, firsts, torch.ones(2, 5, 3, dtype=torch.int64))
    names = ["pieces", "piece_shapes", "firsts", "word_shapes"]
    axes = {name: {0: "window", 1: "piece" if name.startswith("piece") else "word"} for name in names}
    axes |= {
        name: {0: "window"} | {i: f"{name}{i}" for i in ((1, 2) if name in ("arc", "claim") else (1,))}
        for name in OUTPUTS
    }
    with torch.no_grad():
        torch.onnx.export(
            model,
            inputs,
            path,
            input_names=names,
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def _small_heads(path: Path) -> list[str]:
    """The tag heads stay in float: they are small, and the labels hang on them."""
    return [node.name for node in onnx.load(path).graph.node if "/tags." in node.name]
