"""Trees as a test writes them, mended."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc as SpacyDoc

from imbroglio.language.plain import Doc, plain

MORPH = {
    "shot": "Tense=Past",
    "shelled": "Tense=Past",
    "supplied": "Tense=Past",
    "officers": "Number=Plur",
    "fights": "Number=Sing|Person=3|VerbForm=Fin",
    "groups": "Number=Plur",
    "fighters": "Number=Plur",
    "monitors": "Number=Plur",
    "men": "Number=Plur",
    "has": "Number=Sing|Person=3|VerbForm=Fin",
}
LEMMAS = {
    "said": "say",
    "says": "say",
    "accused": "accuse",
    "accuses": "accuse",
    "is": "be",
    "led": "lead",
    "called": "call",
    "told": "tell",
    "had": "have",
    "helped": "help",
}


def mended(written: str) -> Doc:
    """The tree of words as "text/tag/relation/head", after all rules."""
    rows = [word.rsplit("/", 3) for word in written.split()]
    words, pos, deps, heads = map(list, zip(*rows, strict=True))
    lemmas = [LEMMAS.get(word, word) for word in words]
    morphs = [MORPH.get(word, "") for word in words]
    vocab = spacy.blank("en").vocab
    made = SpacyDoc(vocab, words, pos=pos, morphs=morphs, deps=deps, heads=list(map(int, heads)), lemmas=lemmas)
    return plain(made)
