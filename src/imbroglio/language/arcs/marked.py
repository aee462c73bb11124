"""The sentences that may hold a claim, with the words in them that may be parties, as the second pass takes them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from imbroglio.language.windows import Array
from imbroglio.model import Mentions

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

MOST_MARKS = 60  # possible parties of a sentence; the later ones of a longer list are passed over
BARE, UNKNOWN = "bare", "unknown"  # a noun that is no mention; a kind that is not known
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that may be a party: its place in the sentence, the form of its mention and the kind of its actor."""

    word: int
    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its possible parties.

    `tokens` are token numbers in the Doc, `states` the lower layers' vectors of its pieces `(piece, 384)`, `firsts`
    the place of each word's first piece in them.
    """

    tokens: list[int]
    states: Array
    firsts: list[int]
    marks: list[Mark]


def marked_sentences(doc: Doc, mentions: Mentions) -> Iterator[MarkedSentence]:
    """The sentences that hold a mention and a second possible party. Needs the Doc's `claim_states`."""
    for window in doc._.claim_states:
        ends = [*window.firsts[1:], len(window.states)]
        for start, end in window.sentences():
            tokens = window.tokens[start:end]
            marks = _marks(doc, tokens, mentions)
            if len(marks) < 2 or all(mark.form == BARE for mark in marks):
                continue
            first = window.firsts[start]
            firsts = [place - first for place in window.firsts[start:end]]
            yield MarkedSentence(tokens, window.states[first : ends[end - 1]], firsts, marks)


def _marks(doc: Doc, tokens: Sequence[int], mentions: Mentions) -> list[Mark]:
    marks = []
    for word, i in enumerate(tokens):
        if (mention := mentions.at(i)) is not None:
            actor = mentions.actors.get(mention.actors[0]) if mention.actors else None
            marks.append(Mark(word, mention.form, str(actor.kind) if actor else UNKNOWN))
        elif doc[i].pos_ in _NOUNS and doc[i].dep_ not in ("compound", "flat"):
            marks.append(Mark(word, BARE, UNKNOWN))
    return marks[:MOST_MARKS]


def stack(sentences: Sequence[MarkedSentence], forms: dict[str, int], kinds: dict[str, int]) -> dict[str, Array]:
    """The model's inputs: `states` (sentence, piece, 384), `real`, `forms`, `kinds` (sentence, piece), `firsts`
    (sentence, word). `real` is 1 for a piece and 0 for padding; a form or kind of 0 is that of no possible party.
    """
    longest = max(len(s.states) for s in sentences)
    rows = len(sentences)
    states = np.zeros((rows, longest, sentences[0].states.shape[1]), np.float32)
    real, form, kind = np.zeros((3, rows, longest), np.int64)
    firsts = np.zeros((rows, max(len(s.firsts) for s in sentences)), np.int64)
    for row, s in enumerate(sentences):
        states[row, : len(s.states)] = s.states
        real[row, : len(s.states)] = 1
        firsts[row, : len(s.firsts)] = s.firsts
        for mark in s.marks:
            form[row, s.firsts[mark.word]] = forms.get(mark.form, 0)
            kind[row, s.firsts[mark.word]] = kinds.get(mark.kind, 0)
    return {"states": states, "real": real, "forms": form, "kinds": kind, "firsts": firsts}


def candidate_pairs(marks: Sequence[Mark]) -> tuple[Array, Array]:
    """The words of all ordered pairs of possible parties of which one at least is a mention."""
    pairs = [
        (a.word, b.word) for a in marks for b in marks if a.word != b.word and not (a.form == BARE and b.form == BARE)
    ]
    subjects, objects = np.array(pairs, np.int64).reshape(-1, 2).T
    return subjects, objects
