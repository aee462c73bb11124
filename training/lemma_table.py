"""A table of lemmas seen in training, asked before the edit scripts (as Stanza does, Qi et al. 2020)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.data import Sentence

SURE = 0.9  # share of a word's occurrences that must have the same lemma


def lemma_table(sentences: Iterable[Sentence], seen: int = 1) -> str:
    """Lines `word tab UPOS tab lemma` of words seen at least `seen` times; proper nouns are left to the scripts."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for word, upos, lemma in zip(s.words, s.upos, s.lemmas, strict=True):
            if upos not in ("PROPN", "X", "NUM") and word.isprintable():
                lemmas[word.lower(), upos][lemma] += 1
    rows = []
    for (word, upos), counts in sorted(lemmas.items()):
        lemma, most = counts.most_common(1)[0]
        if counts.total() >= seen and most >= SURE * counts.total():
            rows.append(f"{word}\t{upos}\t{lemma}\n")
    return "".join(rows)
