"""The second pass in PyTorch: claim arcs between the words that may be parties (see `language/arcs/read.py`)."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.claims.shipped import layer_state
from training.encoder import LAYERS, SHARED, WIDTH, Layer
from training.heads import Biaffine, PairLabels, Projection

CLAIM_WIDTH = 192
ROLES = ("claim_subject", "claim_object", "cue")


class ClaimModel(nn.Module):
    """Layers of its own above the shared ones, entity markers below them, and heads over pairs of words."""

    def __init__(self, forms: int, kinds: int, labels: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.form = nn.Embedding(forms + 1, WIDTH, padding_idx=0)  # 0: no possible party
        self.kind = nn.Embedding(kinds + 1, WIDTH, padding_idx=0)
        for marker in (self.form, self.kind):
            nn.init.normal_(marker.weight, std=0.05)
            marker.weight.data[0] = 0.0
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(LAYERS - SHARED))
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.ModuleDict({name: Projection(WIDTH, CLAIM_WIDTH, dropout) for name in ROLES})
        self.claim = Biaffine(CLAIM_WIDTH, gain=0.05)  # claims begin as "no"
        self.claim_bias = nn.Parameter(torch.tensor(-3.0))  # most pairs are none
        self.claim_labels = PairLabels(CLAIM_WIDTH, labels, further=1)  # the cue tells the relation
        self.claim_cue = PairLabels(CLAIM_WIDTH, CLAIM_WIDTH)

    def forward(self, states: Tensor, real: Tensor, forms: Tensor, kinds: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """Claim arcs unlabelled, `(sentence, word, word)`, and the words in the roles that label them."""
        mask = (real == 0).float()[:, None, None, :] * -10000.0
        x = states + self.form(forms) + self.kind(kinds)
        for layer in self.layers:
            x = layer(x, mask)
        words = self.dropout(x.gather(1, firsts.unsqueeze(-1).expand(-1, -1, x.shape[-1])))
        out = {name: self.roles[name](words) for name in ROLES}
        out["claim"] = self.claim(out["claim_subject"], out["claim_object"]) + self.claim_bias
        return out

    def begin_with(self, syntax: Path) -> None:
        """Begin the layers as copies of those that learned syntax, in the exported model `syntax`."""
        for number, layer in enumerate(self.layers, start=SHARED):
            layer.load_state_dict(layer_state(syntax, number))
