"""Texts in other words: what a teacher is asked about beside the labelled ones."""

from __future__ import annotations

from imbroglio.language import parse
from training.claims.reword import PARTS, Reworder

TEXTS = [
    ("one", "The rebels attacked a quiet village and shelled the old bridge, the governor of Narth said on Monday."),
    ("two", "Soldiers quickly captured the port. The Harn Front armed young fighters and praised the new commander."),
    ("three", "The envoy praised the rebels while a general shelled the commander and armed the village."),
]


def test_only_content_words_change_and_keep_their_inflection() -> None:
    reword = Reworder(TEXTS)
    known: dict[str, set[tuple[str, str]]] = {}
    for token in (token for _, text in TEXTS for token in next(parse([text]))):
        known.setdefault(token.text, set()).add((token.pos_, str(token.morph)))
    changed = 0
    for seed in range(4):
        for (id, text), (same, other) in zip(TEXTS, reword(seed), strict=True):
            assert id == same
            before, after = _split(text), _split(other)
            kinds = {token.text: (token.pos_, str(token.morph)) for token in next(parse([text]))}
            assert len(before) == len(after)
            for old, new in zip(before, after, strict=True):
                if old != new:
                    changed += 1
                    assert kinds[old][0] in PARTS
                    assert kinds[old] in known[new]
    assert changed > 10


def _split(text: str) -> list[str]:
    return text.replace(".", " .").replace(",", " ,").split()


def test_a_seed_gives_the_same_words_again_and_another_seed_others() -> None:
    reword = Reworder(TEXTS)
    assert list(reword(1)) == list(reword(1)) == list(Reworder(TEXTS)(1))
    assert list(reword(1)) != list(reword(2))


def test_names_stay() -> None:
    assert all("Narth" in dict(Reworder(TEXTS)(seed))["one"] for seed in range(6))
