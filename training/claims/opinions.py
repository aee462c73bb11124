"""What the teacher says of sentences, labelled or not: what the small model learns from beside the labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from imbroglio.language.windows import Array
from imbroglio.language.wordpiece import WordPiece
from training.claims.batches import FORMS, KINDS, NUMBERS, batches, collate
from training.claims.data import GROUPS, SIZE, ClaimSentence, Opinion, is_held_out, plain_sentences
from training.claims.teacher import PADDING, Teacher, piece_table
from training.claims.train import TESTED, label_scores, run
from training.corpus.real.treebank import sources
from training.train import TRAIN, wordpiece

LEAST = 0.02  # what is less likely counts as no claim
MOST = 110  # pieces of a plain sentence: longer ones are tables


class Pieces:
    """What the teacher reads: each sentence alone, in MPNet's pieces."""

    def __init__(self, folder: Path) -> None:
        self._wordpiece: WordPiece = wordpiece()
        self._table = piece_table(folder, list(self._wordpiece.ids))

    def __call__(self, group: Sequence[ClaimSentence]) -> dict[str, Array]:
        """`pieces`, `forms` and `kinds` are (sentence, piece), `firsts` (sentence, word)."""
        split = [[self._wordpiece(word) for word in e.words] for e in group]
        longest = max(sum(map(len, words)) for words in split) + 2
        pieces = np.full((len(group), longest), PADDING, np.int64)
        form, kind = np.zeros((2, len(group), longest), np.int64)
        firsts = np.zeros((len(group), max(map(len, split))), np.int64)
        for row, (e, words) in enumerate(zip(group, split, strict=True)):
            flat = [self._wordpiece.start, *(piece for word in words for piece in word), self._wordpiece.end]
            pieces[row, : len(flat)] = self._table[flat]
            firsts[row, : len(words)] = 1 + np.cumsum([0, *map(len, words[:-1])])
            for mark in e.sentence.marks:
                form[row, firsts[row, mark.word]] = NUMBERS[0].get(mark.form, 0)
                kind[row, firsts[row, mark.word]] = NUMBERS[1].get(mark.kind, 0)
        return {"pieces": pieces, "forms": form, "kinds": kind, "firsts": firsts}


def new_teacher(folder: Path) -> Teacher:
    """A teacher that knows the language and no claims."""
    teacher = Teacher(len(FORMS), len(KINDS), SIZE)
    teacher.load_mpnet(folder)
    return teacher


@torch.no_grad()
def add_opinions(teacher: Teacher, feed: Pieces, sentences: Sequence[ClaimSentence]) -> None:
    """Let the teacher say of every two possible parties what it thinks."""
    teacher.eval()
    for group in batches(sentences, TESTED, None):
        batch = collate(group, feed)
        out = run(teacher, batch)
        likely = out["claim"].float().sigmoid() * batch["asked"]
        pairs = (likely > LEAST).nonzero(as_tuple=True)
        for e in group:
            e.opinions, e.taught = [], True
        if not len(pairs[0]):
            continue
        labels, cues = label_scores(teacher, out, pairs)
        relations, *attributes = labels.split(GROUPS, dim=-1)
        shares = torch.cat([scores.softmax(-1) for scores in attributes], dim=-1)
        columns = (*pairs, likely[pairs], relations.sigmoid(), shares, cues.softmax(-1))
        for row, subject, object_, probability, *told in zip(*(c.numpy() for c in columns), strict=True):
            e = group[row]
            told[-1] = told[-1][: len(e.words)]
            halves = (array.astype(np.float16) for array in told)
            e.opinions.append(Opinion(int(subject), int(object_), float(probability), *halves))


def plain_text(treebanks: Path) -> Iterator[ClaimSentence]:
    """Sentences of the training parts of the treebanks, whose licences allow it, as far as they are there.

    Not those of documents that are held out, some of which have labels (`corpus/real`).
    """
    for path in (treebanks / f"{name}.conllu" for name in TRAIN):
        for source in sources(path).values() if path.is_file() else ():
            if not is_held_out(source.id):
                yield from (e for e in plain_sentences(source.id, source.text) if len(e.sentence.states) <= MOST)
