"""The second pass in PyTorch: claim arcs between the words that may be parties (see `language/arcs/read.py`)."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn

from training.claims.shipped import layer_state
from training.encoder import LAYERS, SHARED, WIDTH, Layer
from training.heads import Biaffine, PairLabels, Projection

CLAIM_WIDTH = 192
ROLES = ("claim_subject", "claim_object", "cue")


class Arcs(nn.Module):
    """Markers at the words that may be parties, and heads over pairs of words; the layers between are the model's own.

    `word` is the width of a word's vector, `width` that of the word in a role.
    """

    inputs: ClassVar[tuple[str, ...]]  # keys of a batch, in the order of `forward`

    def __init__(self, forms: int, kinds: int, labels: int, word: int, width: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.form = nn.Embedding(forms + 1, word, padding_idx=0)  # 0: no possible party
        self.kind = nn.Embedding(kinds + 1, word, padding_idx=0)
        for marker in (self.form, self.kind):
            nn.init.normal_(marker.weight, std=0.05)
            marker.weight.data[0] = 0.0
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.ModuleDict({name: Projection(word, width, dropout) for name in ROLES})
        self.claim = Biaffine(width, gain=0.05)  # claims begin as "no"
        self.claim_bias = nn.Parameter(torch.tensor(-3.0))  # most pairs are none
        self.claim_labels = PairLabels(width, labels, further=1)  # the cue tells the relation
        self.claim_cue = PairLabels(width, width)

    def arcs(self, vectors: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """Claim arcs unlabelled, `(sentence, word, word)`, and the words in the roles that label them."""
        words = self.dropout(vectors.gather(1, firsts.unsqueeze(-1).expand(-1, -1, vectors.shape[-1])))
        out = {name: self.roles[name](words) for name in ROLES}
        out["claim"] = self.claim(out["claim_subject"], out["claim_object"]) + self.claim_bias
        return out


class ClaimModel(Arcs):
    """What ships: layers of its own above those that it shares with syntax, whose vectors it is given."""

    inputs = ("states", "real", "forms", "kinds", "firsts")

    def __init__(self, forms: int, kinds: int, labels: int) -> None:
        super().__init__(forms, kinds, labels, WIDTH, CLAIM_WIDTH)
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(LAYERS - SHARED))

    def forward(self, states: Tensor, real: Tensor, forms: Tensor, kinds: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """As `arcs`; `real` is 1 for a piece and 0 for padding."""
        mask = (real == 0).float()[:, None, None, :] * -10000.0
        x = states + self.form(forms) + self.kind(kinds)
        for layer in self.layers:
            x = layer(x, mask)
        return self.arcs(x, firsts)

    def begin_with(self, syntax: Path) -> None:
        """Begin the layers as copies of those that learned syntax, in the exported model `syntax`."""
        for number, layer in enumerate(self.layers, start=SHARED):
            layer.load_state_dict(layer_state(syntax, number))
