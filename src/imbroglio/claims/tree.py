"""A parsed document as plain lists: what the grammar walks over.

Reading attributes off spaCy tokens one by one costs more than the grammar itself; one pass copies what is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from imbroglio.knowledge.forms import cue_lemmas
from imbroglio.model import Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

# A line end starts a new paragraph unless the next line goes on in mid-sentence.
BREAK = re.compile(r"\n[ \t\r]*(?:\n\s*|(?![a-z]))")
_CACHE = "imbroglio.tree"


class Tree:
    """Token-indexed lists of a document: words, lemmas, parts of speech, heads, relations, edges of subtrees."""

    def __init__(self, doc: Doc) -> None:
        tokens = list(doc)
        self.text: str = doc.text
        self.word = [t.text for t in tokens]
        self.lower = [w.lower() for w in self.word]
        self.pos = [t.pos_ for t in tokens]
        self.lemma = [_lemma(t.lemma_ or w, w, p) for t, w, p in zip(tokens, self.lower, self.pos, strict=True)]
        self.dep = [t.dep_.lower() for t in tokens]
        self.head = [t.head.i for t in tokens]
        self.start = [t.idx for t in tokens]
        self.end = [t.idx + len(w) for t, w in zip(tokens, self.word, strict=True)]
        self.para = self._paragraphs()
        self.kids: list[list[int]] = [[] for _ in tokens]
        for i, h in enumerate(self.head):
            if self.para[h] != self.para[i]:
                self.head[i], self.dep[i] = i, "root"  # no sentence runs over a paragraph's end, as a heading may
            elif h != i:
                self.kids[h].append(i)
        self.sents = self._sentences(doc)
        self.sent = [n for n, (a, b) in enumerate(self.sents) for _ in range(a, b)]
        self.entity = [t.ent_type_ for t in tokens]
        self.left, self.right = self._edges()

    def __len__(self) -> int:
        return len(self.word)

    def _paragraphs(self) -> list[int]:
        breaks = [m.end() for m in BREAK.finditer(self.text)]
        out, n = [], 0
        for start in self.start:
            while n < len(breaks) and start >= breaks[n]:
                n += 1
            out.append(n)
        return out

    def _sentences(self, doc: Doc) -> list[tuple[int, int]]:
        """Token ranges of the sentences, cut where a paragraph ends inside one."""
        out: list[tuple[int, int]] = []
        for s in doc.sents:
            cuts = [i for i in range(s.start + 1, s.end) if self.para[i] != self.para[i - 1]]
            out += zip([s.start, *cuts], [*cuts, s.end], strict=True)
        return out

    def _edges(self) -> tuple[list[int], list[int]]:
        left, right = list(range(len(self))), list(range(len(self)))
        for i in self._bottom_up():
            h = self.head[i]
            if h != i:
                left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
        return left, right

    def _bottom_up(self) -> Iterator[int]:
        order, stack = [], [i for i, h in enumerate(self.head) if h == i]
        while stack:
            i = stack.pop()
            order.append(i)
            stack.extend(self.kids[i])
        return reversed(order)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of these relations; "obl" also finds "obl:agent"."""
        for k in self.kids[i]:
            if self.dep[k] in deps or self.dep[k].partition(":")[0] in deps:
                return k
        return None

    def children(self, i: int, *deps: str) -> list[int]:
        """All dependents of `i` with one of these relations."""
        return [k for k in self.kids[i] if self.dep[k] in deps or self.dep[k].partition(":")[0] in deps]

    def subtree(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """Sorted tokens under `i`, itself included, leaving out the subtrees of `without`."""
        out, stack, barred = [], [i], set(without)
        while stack:
            k = stack.pop()
            out.append(k)
            stack.extend(c for c in self.kids[k] if c not in barred)
        return sorted(out)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def case(self, i: int) -> str:
        """The preposition of a nominal: "with", "according to", or ""."""
        marks = self.children(i, "case")
        if not marks:
            return ""
        first = marks[0]
        return " ".join(self.lower[k] for k in sorted([*marks, *self.children(first, "fixed")]))

    def span(self, first: int, last: int) -> Span:
        """Characters from token `first` through token `last`."""
        return Span(self.start[first], self.end[last])

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Character spans of sorted tokens: one for each run unbroken but by spaces, trimmed."""
        runs: list[list[int]] = []
        for i in tokens:
            if runs and all(self.pos[k] == "SPACE" for k in range(runs[-1][-1] + 1, i)):
                runs[-1].append(i)
            else:
                runs.append([i])
        trimmed = (self.trim(run) for run in runs)
        return tuple(self.span(run[0], run[-1]) for run in trimmed if run)

    def trim(self, run: list[int]) -> list[int]:
        """A run of tokens without commas, stops and spaces at its ends; quotation marks stay."""
        a, b = 0, len(run)
        while a < b and (self.pos[run[a]] == "SPACE" or self.word[run[a]] in ",.;:—–-"):
            a += 1
        while b > a and (self.pos[run[b - 1]] == "SPACE" or self.word[run[b - 1]] in ",.;:—–-"):
            b -= 1
        return run[a:b]


def _lemma(lemma: str, word: str, pos: str) -> str:
    """The parser's lemma, unless the word is a form of a cue verb and the lemma no verb that the cues know."""
    lemma = lemma.lower()
    if pos != "VERB":
        return lemma
    forms = cue_lemmas()
    return forms.get(word, lemma) if forms.get(lemma) != lemma else lemma


def tree_of(doc: Doc) -> Tree:
    """The document's tree, made once."""
    found = doc.user_data.get(_CACHE)
    if not isinstance(found, Tree) or len(found) != len(doc):
        found = doc.user_data[_CACHE] = Tree(doc)
    return found
