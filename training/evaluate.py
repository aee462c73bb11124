"""Score the shipped int8 model on test sets; needs no torch."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imbroglio.language import annotate, load, parse
from imbroglio.language.engine import WEIGHTS, Analysis, Engine, Passage
from imbroglio.language.names import spans
from training.data import Sentence, read

if TYPE_CHECKING:
    from spacy.tokens import Doc

Scores = dict[str, float]
WINDOW = 120
KEYS = ("tokens", "sentences", "upos", "lemma", "uas", "las")  # what raw text is scored by


def gold_tokens(sentences: Sequence[Sentence], engine: Engine, longest: int = WINDOW) -> Scores:
    """Scores with gold words and sentences, in windows of up to `longest` words (0: each sentence alone)."""
    seen: Counter[str] = Counter()
    runs = list(_runs(sentences, longest))
    found = engine.analyse([_passage(run) for run in runs])
    for run, analysis in zip(runs, found, strict=True):
        _count(run, analysis, seen)
    scores = {key: 100 * seen[key] / seen["words"] for key in ("uas", "las", "upos", "morph", "lemma")}
    if seen["names"]:
        scores["names"] = 200 * seen["names right"] / (seen["names"] + seen["names found"])
    return scores


def _runs(sentences: Sequence[Sentence], longest: int) -> Iterator[list[Sentence]]:
    run: list[Sentence] = []
    for s in sentences:
        if run and (s.document != run[0].document or sum(len(r.words) for r in run) + len(s.words) > longest):
            yield run
            run = []
        run.append(s)
    yield run


def _passage(run: Sequence[Sentence]) -> Passage:
    places = [(s, i) for s in run for i in range(len(s.words))]
    return Passage(
        [s.words[i] for s, i in places],
        [s.paragraph and i == 0 for s, i in places],
        [i + 1 == len(s.words) for s, i in places],
    )


def _count(run: Sequence[Sentence], analysis: Analysis, seen: Counter[str]) -> None:
    start = 0
    for s in run:
        size = len(s.words)
        for i in range(size):
            head = analysis.heads[start + i] - start + 1 if analysis.heads[start + i] != start + i else 0
            seen["words"] += 1
            seen["uas"] += head == s.heads[i]
            seen["las"] += head == s.heads[i] and analysis.deprels[start + i] == s.deprels[i]
            seen["upos"] += analysis.upos[start + i] == s.upos[i]
            seen["morph"] += analysis.morph[start + i] == s.morph[i]
            seen["lemma"] += analysis.lemmas[start + i] == s.lemmas[i]
        if s.names is not None:
            gold, found = set(spans(s.names)), set(spans(analysis.names[start : start + size]))
            seen["names"] += len(gold)
            seen["names found"] += len(found)
            seen["names right"] += len(gold & found)
        start += size


def raw_text(sentences: Sequence[Sentence]) -> Scores:
    """F1 of tokens, sentences, tags and arcs on raw text, in percent (see `raw_counts`)."""
    counts = raw_counts(sentences)
    totals = {
        key: [sum(column) for column in zip(*(document[key] for document in counts), strict=True)] for key in KEYS
    }
    return {key: 200 * right / (found + gold) for key, (right, found, gold) in totals.items()}


def raw_counts(sentences: Sequence[Sentence]) -> list[dict[str, tuple[int, int, int]]]:
    """(right, found, labelled) of tokens, sentences, tags and arcs on raw text, for each document.

    Words are aligned by their characters, as in the shared task (Zeman et al., CoNLL 2018).
    """
    counts = []
    documents = list(_documents(sentences))
    for parts, doc in zip(documents, parse(_text(parts) for parts in documents), strict=True):
        gold, found = _gold_items(parts), _found_items(doc)
        counts.append({key: (len(gold[key] & found[key]), len(found[key]), len(gold[key])) for key in KEYS})
    return counts


def _documents(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    document: list[Sentence] = []
    for s in sentences:
        if document and s.document != document[0].document:
            yield document
            document = []
        document.append(s)
    yield document


def _text(sentences: Sequence[Sentence]) -> str:
    parts: list[str] = []
    for s in sentences:
        parts.append("\n\n" if s.paragraph and parts else "")
        parts += [word + " " * space for word, space in zip(s.words, s.spaces, strict=True)]
    return "".join(parts).strip()


def _items(
    rows: Sequence[tuple[int, int, int, str, str, str]], sentences: Sequence[tuple[int, int]]
) -> dict[str, set[Any]]:
    """Rows are (start, end, head's row or own row, upos, lemma, deprel); offsets count what is not space."""
    span = [row[:2] for row in rows]
    return {
        "tokens": set(span),
        "sentences": set(sentences),
        "upos": {(*row[:2], row[3]) for row in rows},
        "lemma": {(*row[:2], row[4]) for row in rows},
        "uas": {(*row[:2], span[row[2]]) for row in rows},
        "las": {(*row[:2], span[row[2]], row[5]) for row in rows},
    }


def _gold_items(sentences: Sequence[Sentence]) -> dict[str, set[Any]]:
    rows: list[tuple[int, int, int, str, str, str]] = []
    bounds, offset = [], 0
    for s in sentences:
        base, start = len(rows), offset
        for i, word in enumerate(s.words):
            head = base + (s.heads[i] - 1 if s.heads[i] else i)
            rows.append((offset, offset + len(word), head, s.upos[i], s.lemmas[i], s.deprels[i]))
            offset += len(word)
        bounds.append((start, offset))
    return _items(rows, bounds)


def _found_items(doc: Doc) -> dict[str, set[Any]]:
    words = [token for token in doc if not token.is_space]
    number = {token.i: n for n, token in enumerate(words)}
    ends, offset = [], 0
    for token in words:
        offset += len(token.text)
        ends.append(offset)
    rows = [
        (end - len(t.text), end, number[t.head.i], t.pos_, t.lemma_, t.dep_) for t, end in zip(words, ends, strict=True)
    ]
    groups = [[number[t.i] for t in sentence if t.i in number] for sentence in doc.sents]
    return _items(rows, [(rows[g[0]][0], rows[g[-1]][1]) for g in groups if g])


def speed(sentences: Sequence[Sentence]) -> Scores:
    """Words a second of processor time on one core."""
    texts = [_text(parts) for parts in _documents(sentences)]
    next(parse(["Warm up."]))
    started = time.process_time()
    docs = [load().make_doc(text) for text in texts]
    tokenised = time.process_time()
    words = sum(len(doc) for doc in annotate(docs))
    done = time.process_time()
    return {
        "tokenizer": words / (tokenised - started),
        "model": words / (done - tokenised),
        "together": words / (done - started),
    }


def size() -> float:
    """Megabytes of all shipped files of the model."""
    return sum(path.stat().st_size for path in WEIGHTS.iterdir() if path.name != ".gitignore") / 1e6


def test_sets(corpora: Path) -> dict[str, list[Sentence]]:
    """The two test sets."""
    return {"EWT test": read(corpora / "en_ewt-test.conllu"), "GUM test": read(corpora / "en_gum-test.conllu")}
