"""From a spaCy Doc to a parsed spaCy Doc: windows out to the engine, tags and trees back onto the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from imbroglio.knowledge.dateline import LONGEST, dateline
from imbroglio.language.engine import Analysis, Engine, Passage
from imbroglio.language.names import spans
from imbroglio.language.windows import Array, cut

if TYPE_CHECKING:
    from spacy.tokens import Doc

POOL_WORDS = 20_000  # words gathered from several documents before a round of batches


@dataclass(frozen=True, slots=True)
class States:
    """A window's words as token numbers, which of them open a sentence, and the lower layers' vectors of its pieces."""

    tokens: list[int]
    opens: list[bool]
    firsts: list[int]
    states: Array

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The window's sentences as half-open ranges of words."""
        starts = [i for i, opens in enumerate(self.opens) if opens]
        yield from zip(starts, [*starts[1:], len(self.tokens)], strict=True)


@dataclass
class _Job:
    """A Doc, the numbers of its words (tokens that are not space), and the analyses of its windows as they arrive."""

    doc: Doc
    tokens: list[int]
    passages: list[Passage]
    starts: list[int]
    found: list[Analysis] = field(default_factory=list)


def annotate(docs: Iterable[Doc], engine: Engine) -> Iterator[Doc]:
    """Set part of speech, morphology, lemma, tree, sentences, names and `doc._.claim_states` on each Doc.

    Streams: Docs come back in order, windows of several Docs share a batch. Whatever a Doc already says about its
    sentences or syntax is overwritten; tokens are left as they are.
    """
    pool: list[_Job] = []
    waiting = 0
    for doc in docs:
        pool.append(_job(doc))
        waiting += len(pool[-1].tokens)
        if waiting >= POOL_WORDS:
            yield from _work(pool, engine)
            pool, waiting = [], 0
    yield from _work(pool, engine)


def _job(doc: Doc) -> _Job:
    text: list[str] = []
    tokens: list[int] = []
    spaced: list[bool] = []
    for token in doc:
        text.append(token.text)
        if token.is_space:
            spaced[-1:] = [True]
        else:
            tokens.append(token.i)
            spaced.append(bool(token.whitespace_))
    words, breaks = [text[i] for i in tokens], _breaks(text, tokens)
    _cut_datelines(words, spaced, breaks)
    ranges = cut(words, breaks)
    return _Job(doc, tokens, [Passage(words[a:b], breaks[a:b]) for a, b in ranges], [start for start, _ in ranges])


def _breaks(text: list[str], tokens: list[int]) -> list[bool]:
    """Which words open a paragraph: a blank line before them, or a line break that is no mere line wrap.

    `text` are all tokens, `tokens` the numbers of those that are not space.
    """
    breaks, line = [], ""
    for place, i in enumerate(tokens):
        gap = text[i - 1] if i and (not place or tokens[place - 1] != i - 1) else ""
        breaks.append(place > 0 and ("\n" in gap or "\r" in gap) and not _wrapped(gap, line))
        line = (line + " " + text[i] if "\n" not in gap else text[i])[-WRAP:]
    return breaks


def _cut_datelines(words: list[str], spaced: list[bool], breaks: list[bool]) -> None:
    """Have what is behind the dateline of a paragraph begin anew, or the parser makes the town its subject."""
    for start in [i for i, opens in enumerate(breaks) if opens or not i]:
        part = slice(start, start + 2 * LONGEST)
        if (behind := start + dateline(words[part], spaced[part])) > start:
            breaks[behind] = True


WRAP = 60  # characters: a line shorter than this that ends without punctuation is a heading


def _wrapped(gap: str, line: str) -> bool:
    """A single line break after a long line that ends inside a sentence only wraps the text."""
    return gap.count("\n") == 1 and len(line) >= WRAP and line[-1] not in ".!?:”\"'’)"


def _work(pool: list[_Job], engine: Engine) -> Iterator[Doc]:
    results = iter(engine.analyse([passage for job in pool for passage in job.passages]))
    for job in pool:
        job.found = [next(results) for _ in job.passages]
        yield _write(job)


def _write(job: _Job) -> Doc:
    """Put the analyses of all windows on the Doc."""
    rows: list[Row] = []
    names: list[str] = []
    states: list[States] = []
    for start, found in zip(job.starts, job.found, strict=True):
        own = job.tokens[start : start + len(found.heads)]
        opens = [True, *found.ends[:-1]]
        heads = [own[head] for head in found.heads]
        rows += map(Row, found.upos, found.morph, found.lemmas, heads, found.deprels, opens)
        names += found.names
        states.append(States(own, opens, found.firsts, found.states))
    write_rows(
        job.doc, job.tokens, rows, [(job.tokens[a], job.tokens[b - 1] + 1, label) for a, b, label in spans(names)]
    )
    job.doc._.claim_states = tuple(states)
    return job.doc


class Row(NamedTuple):
    """The annotation of one token; `head` is a token number of the Doc, a root's its own."""

    upos: str
    morph: str
    lemma: str
    head: int
    deprel: str
    opens: bool  # it is the first word of a sentence


def write_rows(doc: Doc, tokens: Sequence[int], rows: Sequence[Row], names: Sequence[tuple[int, int, str]]) -> None:
    """Annotate the words at `tokens`, one row each; space tokens hang on the word before them."""
    import numpy as np
    from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START
    from spacy.parts_of_speech import IDS
    from spacy.tokens import Span

    if not tokens:
        return
    add, morphs, no = doc.vocab.strings.add, doc.vocab.morphology.add, 2**64 - 1
    heads = _space_heads(len(doc), tokens)
    table: Any = np.zeros((len(doc), 6), dtype=np.uint64)
    table[:, 1], table[:, 3], table[:, 5] = add("dep"), IDS["SPACE"], no
    for i, row in zip(tokens, rows, strict=True):
        heads[i] = row.head
        table[i, 1:] = add(row.deprel), add(row.lemma), IDS[row.upos], morphs(row.morph), 1 if row.opens else no
    table[:, 0] = (np.array(heads, dtype=np.int64) - np.arange(len(doc))).astype(np.uint64)
    doc.from_array([HEAD, DEP, LEMMA, POS, MORPH, SENT_START], table)
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in names)


def _space_heads(size: int, words: Sequence[int]) -> list[int]:
    heads, last = list(range(size)), words[0]
    real = set(words)
    for i in range(size):
        if i in real:
            last = i
        else:
            heads[i] = last
    return heads
