"""What the model reads off its first pass: word tags and tree arcs."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from imbroglio.language import shapes
from training.encoder import WIDTH, Encoder

SHAPE_WIDTH, ARC_WIDTH, LABEL_WIDTH = 32, 256, 192
WORD_WIDTH = WIDTH + 3 * SHAPE_WIDTH
TAGS = ("sentence_end", "upos", "morph", "lemma", "name")  # one linear head each


class Projection(nn.Sequential):
    """A word in one of its roles: linear, leaky ReLU, dropout (Dozat & Manning 2017)."""

    def __init__(self, word: int, width: int, dropout: float) -> None:
        super().__init__(nn.Linear(word, width), nn.LeakyReLU(0.1), nn.Dropout(dropout))


class Biaffine(nn.Module):
    """A score for every ordered pair of words, `(window, dependent, head)`."""

    def __init__(self, width: int, gain: float = 1.0) -> None:
        super().__init__()
        self.inner = nn.Linear(width, width)  # its bias scores the head alone
        nn.init.orthogonal_(self.inner.weight, gain)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return torch.bmm(self.inner(dependents), heads.transpose(1, 2))


class PairLabels(nn.Module):
    """Label scores of chosen pairs: a bilinear form of low rank, linear in `[a*b, a, b]` and in further vectors."""

    def __init__(self, width: int, labels: int, further: int = 0) -> None:
        super().__init__()
        self.output = nn.Linear((3 + further) * width, labels)

    def forward(self, a: Tensor, b: Tensor, *further: Tensor) -> Tensor:
        return self.output(torch.cat([a * b, a, b, *further], dim=-1))


class Model(nn.Module):
    """Encoder and heads. `sizes` counts labels: upos, morph, lemma, name, deprel."""

    def __init__(self, sizes: Mapping[str, int], dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder(shapes.COUNT)
        self.shape = nn.Embedding(shapes.COUNT, SHAPE_WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleDict({name: nn.Linear(WORD_WIDTH, sizes.get(name, 1)) for name in TAGS})
        self.root = nn.Parameter(torch.randn(WORD_WIDTH) * 0.02)
        roles = {
            "arc_dependent": ARC_WIDTH,
            "arc_head": ARC_WIDTH,
            "label_dependent": LABEL_WIDTH,
            "label_head": LABEL_WIDTH,
        }
        self.roles = nn.ModuleDict({name: Projection(WORD_WIDTH, width, dropout) for name, width in roles.items()})
        self.arc = Biaffine(ARC_WIDTH)
        self.deprel = PairLabels(LABEL_WIDTH, sizes["deprel"])

    def forward(self, pieces: Tensor, piece_shapes: Tensor, firsts: Tensor, word_shapes: Tensor) -> dict[str, Tensor]:
        """Everything about the words and about pairs unlabelled; heads' axes start with the root at 0."""
        syntax, states = self.encoder(pieces, piece_shapes)
        words = self.words(syntax, firsts, word_shapes)
        rooted = torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, -1), words], dim=1)
        out = {name: layer(words) for name, layer in self.tags.items()}
        role = {
            name: layer(rooted if name in ("arc_head", "label_head") else words) for name, layer in self.roles.items()
        }
        out["arc"] = self.arc(role["arc_dependent"], role["arc_head"])
        out |= {name: role[name] for name in ("label_dependent", "label_head")}
        return out | {"states": states}

    def words(self, vectors: Tensor, firsts: Tensor, word_shapes: Tensor) -> Tensor:
        """Word vectors: the first piece's, and the letter case of the word and its neighbours."""
        places = firsts.unsqueeze(-1).expand(-1, -1, vectors.shape[-1])
        shapes = self.shape(word_shapes).flatten(2).to(vectors.dtype)
        return self.dropout(torch.cat([vectors.gather(1, places), shapes], dim=-1))
